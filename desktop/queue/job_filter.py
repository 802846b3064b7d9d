"""`JobFilter`: filters, sorts and reorders the rows of the queue's table."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QMimeData, QObject, QSortFilterProxyModel, Qt, Signal

from core.queue.job import Job, JobState
from desktop.queue.job_model import MIME, Column, Index, JobModel


class JobFilter(QSortFilterProxyModel):
    """Proxy model of `JobModel`. Rows can be moved only where they stand in their order."""

    moved = Signal(object, object)  # list[int]: jobs; the job they go before, or None

    def __init__(self, jobs: JobModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state: JobState | None = None
        self._words: list[str] = []
        self._jobs = jobs
        self._keys: list[Any] = []
        self.setSourceModel(jobs)

    def set_state(self, state: JobState | None) -> None:
        """Show only jobs in this state; None for all."""
        self._state = state
        self.invalidate()

    def set_words(self, text: str) -> None:
        """Show only jobs whose path holds all of these words."""
        self._words = text.casefold().split()
        self.invalidate()

    def job(self, row: int) -> Job:
        """The job in a row of the proxy."""
        return self._jobs.job(self.mapToSource(self.index(row, 0)).row())

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """The order of the queue is the model's own and costs nothing."""
        if column == Column.ORDER and order == Qt.SortOrder.AscendingOrder:
            column = -1
        self._keys = self._jobs.sort_keys(Column(column)) if column >= 0 else []
        super().sort(column, order)

    def lessThan(self, left: Index, right: Index) -> bool:
        """By keys made once a sort: thousands of rows are compared a hundred thousand times."""
        if len(self._keys) != self._jobs.rowCount():  # rows came meanwhile
            self._keys = self._jobs.sort_keys(Column(left.column()))
        return bool(self._keys[left.row()] < self._keys[right.row()])

    @property
    def in_order(self) -> bool:
        """Whether rows stand as they will be done."""
        return self.sortColumn() == -1

    def filterAcceptsRow(self, row: int, _parent: Index) -> bool:
        job = self._jobs.job(row)
        if self._state not in {None, job.state}:
            return False
        if not self._words:
            return True
        path = str(job.source).casefold()
        return all(word in path for word in self._words)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags if self.in_order else flags & ~Qt.ItemFlag.ItemIsDragEnabled

    def canDropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, _parent: Index
    ) -> bool:
        return data.hasFormat(MIME) and self.in_order

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Between two rows, or on one: before it."""
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        at = parent.row() if parent.isValid() else row
        self.move(json.loads(bytes(data.data(MIME).data())), at if at >= 0 else self.rowCount())
        return True

    def move(self, ids: Sequence[int], row: int) -> None:
        """Ask for jobs to be moved before what is in ``row`` now."""
        below = (self.job(r).id for r in range(row, self.rowCount()))
        before = next((job_id for job_id in below if job_id not in ids), None)
        if ids:
            self.moved.emit(list(ids), before)
