"""`JobModel`: the queue as a table model, one row a photo, in the order they are done."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from enum import IntEnum
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QGuiApplication

from core.queue.job import Job, JobState
from desktop.background.thumbnails import Thumbnails
from desktop.queue.events import Stage
from desktop.queue.job_text import duration_words, reason_words, state_words
from desktop.text.translation import QT_TRANSLATE_NOOP

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

#: How far a row's photo is, 0..1; the `Job` of a row; its ids in a drag.
PROGRESS_ROLE: Final = Role.UserRole
JOB_ROLE: Final = Role.UserRole + 1
MIME: Final = "application/x-autochrome-jobs"

#: More rows than this are not taken away one by one.
_FEW: Final = 100


class Column(IntEnum):
    """The columns, from left to right."""

    ORDER = 0
    PHOTO = 1
    STATE = 2
    PROGRESS = 3
    TIME = 4
    REASON = 5


_HEADINGS: Final = {
    Column.ORDER: QT_TRANSLATE_NOOP("JobModel", "No."),
    Column.PHOTO: QT_TRANSLATE_NOOP("JobModel", "Photo"),
    Column.STATE: QT_TRANSLATE_NOOP("JobModel", "State"),
    Column.PROGRESS: QT_TRANSLATE_NOOP("JobModel", "Progress"),
    Column.TIME: QT_TRANSLATE_NOOP("JobModel", "Time"),
    Column.REASON: QT_TRANSLATE_NOOP("JobModel", "Reason"),
}
_ENDED: Final = frozenset(JobState) - {JobState.WAITING, JobState.RUNNING}
_STATES: Final = list(JobState)
#: Where a failure catches the eye.
_SAID: Final = frozenset({Column.STATE, Column.REASON})


class JobModel(QAbstractTableModel):
    """Table model of the jobs it was given last; asks nothing of the queue."""

    def __init__(self, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        thumbnails.arrived.connect(self._picture_arrived)
        self._jobs: list[Job] = []
        self._rows: dict[int, int] = {}
        self._stages: dict[int, Stage] = {}

    @property
    def jobs(self) -> Sequence[Job]:
        """The jobs in their order."""
        return self._jobs

    def job(self, row: int) -> Job:
        """The job in a row."""
        return self._jobs[row]

    def sort_keys(self, column: Column) -> list[Any]:
        """Sort keys of all rows in a column."""
        return [self._sort_key(job, row, column) for row, job in enumerate(self._jobs)]

    # --- changes ---------------------------------------------------------------------------

    def set_jobs(self, jobs: Sequence[Job]) -> None:
        """Replace all jobs; rows that stay keep what a view knows of them."""
        wanted = {job.id for job in jobs}
        gone = [row for row, job in enumerate(self._jobs) if job.id not in wanted]
        if len(gone) > _FEW:
            self.beginResetModel()
            self._put(jobs)
            self.endResetModel()
            return
        for row in reversed(gone):
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._jobs[row]
            self.endRemoveRows()
        known = {job.id for job in self._jobs}
        new = [job for job in jobs if job.id not in known]
        if new:
            first = len(self._jobs)
            self.beginInsertRows(QModelIndex(), first, first + len(new) - 1)
            self._put([*self._jobs, *new])
            self.endInsertRows()
        self._arrange(jobs)

    def update_job(self, job: Job) -> None:
        """Replace a job by its newer state."""
        row = self._rows.get(job.id)
        if row is None:
            return
        self._jobs[row] = job
        self._stages.pop(job.id, None)
        if job.state is JobState.DONE:
            self._thumbnails.forget(job.target)
        self._changed(row)

    def set_stage(self, source: Path, stage: Stage) -> None:
        """Set how far the job of a photo in hand is."""
        for row, job in self._in_hand():
            if job.source == source:
                self._stages[job.id] = stage
                self._changed(row)

    def tick(self) -> None:
        """Update the times of the jobs in hand."""
        for row, _ in self._in_hand():
            at = self.index(row, Column.TIME)
            self.dataChanged.emit(at, at)

    def _in_hand(self) -> list[tuple[int, Job]]:
        return [(r, job) for r, job in enumerate(self._jobs) if job.state is JobState.RUNNING]

    def _arrange(self, jobs: Sequence[Job]) -> None:
        order = [job.id for job in jobs]
        if order != [job.id for job in self._jobs]:
            self.layoutAboutToBeChanged.emit()
            old = self.persistentIndexList()
            ids = [self._jobs[index.row()].id for index in old]
            self._put(jobs)
            new = [self.index(self._rows[i], at.column()) for i, at in zip(ids, old, strict=True)]
            self.changePersistentIndexList(old, new)
            self.layoutChanged.emit()
            return
        changed = [row for row, job in enumerate(jobs) if job != self._jobs[row]]
        self._put(jobs)
        if len(changed) > _FEW:
            last = self.index(len(jobs) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        else:
            for row in changed:
                self._changed(row)

    def _put(self, jobs: Sequence[Job]) -> None:
        self._jobs = list(jobs)
        self._rows = {job.id: row for row, job in enumerate(self._jobs)}

    def _changed(self, row: int) -> None:
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def _picture_arrived(self, path: Path) -> None:
        for row, job in enumerate(self._jobs):
            if path in {job.source, job.target}:
                at = self.index(row, Column.PHOTO)
                self.dataChanged.emit(at, at, [Role.DecorationRole])

    # --- Qt's side -------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._jobs)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:  # noqa: ANN401
        if role == Role.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self.tr(_HEADINGS[Column(section)])
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        job, column = self._jobs[index.row()], Column(index.column())
        value: Any = None
        if role == Role.DisplayRole:
            value = self._text(job, index.row(), column)
        elif role == Role.DecorationRole and column is Column.PHOTO:
            value = self._thumbnails.icon(_picture(job), job.source)
        elif role == Role.ForegroundRole and column in _SAID and job.state is JobState.FAILED:
            value = QGuiApplication.palette().link()
        elif role == Role.ToolTipRole:
            value = job.error or str(job.source)
        elif role == PROGRESS_ROLE:
            value = self.progress(job)
        elif role == JOB_ROLE:
            value = job
        elif role == Role.TextAlignmentRole and column in {Column.ORDER, Column.TIME}:
            value = int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        return value

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self._jobs[index.row()].state is JobState.WAITING:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        rows = sorted({index.row() for index in indexes})
        ids = [job.id for job in map(self.job, rows) if job.state is JobState.WAITING]
        mime = QMimeData()
        mime.setData(MIME, QByteArray(json.dumps(ids).encode()))
        return mime

    def progress(self, job: Job) -> float:
        """Progress of a job, 0..1: three stages of about the same length."""
        if job.state in _ENDED:
            return 1.0
        return (self._stages.get(job.id, Stage.READING) + 1) / 4 if _runs(job) else 0.0

    def _text(self, job: Job, row: int, column: Column) -> str:
        match column:
            case Column.ORDER:
                return str(row + 1)
            case Column.PHOTO:
                return job.source.name
            case Column.STATE:
                return state_words(job, self._stages.get(job.id))
            case Column.PROGRESS:
                return f"{self.progress(job):.0%}"
            case Column.TIME:
                seconds = _seconds(job)
                return "" if seconds is None else duration_words(seconds)
            case Column.REASON:
                return reason_words(job)

    def _sort_key(self, job: Job, row: int, column: Column) -> Any:  # noqa: ANN401
        match column:
            case Column.PROGRESS:
                return self.progress(job)
            case Column.STATE:
                return _STATES.index(job.state)
            case Column.TIME:
                return _seconds(job) or 0.0
            case Column.ORDER:
                return row
            case _:
                return self._text(job, row, column).casefold()


def _picture(job: Job) -> Path:
    """The picture of its row: in colour as soon as there is one."""
    return job.target if job.has_result else job.source


def _runs(job: Job) -> bool:
    return job.state is JobState.RUNNING


def _seconds(job: Job) -> float | None:
    """How long it took, or has taken; None where it was not begun."""
    if job.started is None or job.state is JobState.WAITING:
        return None
    if _runs(job):
        return max(0.0, time.time() - job.started)
    return None if job.finished is None else max(0.0, job.finished - job.started)
