"""`ReviewModel`: the results of the queue as a list of pairs, in the order they are looked at.

Rows stay where they are while a person looks through them: a mark, or a result that is made anew,
moves none. Filter and order are applied when they are chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Slot

from core.queue.job import Job, JobState
from core.queue.mark import Mark
from core.queue.review import by_mark, doubt
from desktop.background.thumbnails import Thumbnails
from desktop.queue.review_text import review_words

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

#: The `Job` of a row, and the pictures of photo and result.
JOB_ROLE: Final = Role.UserRole
BEFORE_ROLE: Final = Role.UserRole + 1
AFTER_ROLE: Final = Role.UserRole + 2
_UNDECIDED: Final = (JobState.UNSURE, JobState.FAILED)


class Shown(StrEnum):
    """Which of the results are shown."""

    ALL = "all"
    UNDECIDED = "undecided"
    UNMARKED = "unmarked"
    GOOD = "good"
    FIXED = "fixed"
    REDO = "redo"
    REJECT = "reject"


class Order(StrEnum):
    """How they stand."""

    DOUBT = "doubt"
    MARK = "mark"
    NAME = "name"
    QUEUE = "queue"


_KEYS: Final[dict[Order, Callable[[Job], Any]]] = {
    # what wants a decision, and then what the model doubted
    Order.DOUBT: lambda job: (job.state not in _UNDECIDED, *doubt(job)),
    Order.MARK: by_mark,
    Order.NAME: lambda job: (job.source.name.casefold(), str(job.source)),
    Order.QUEUE: lambda job: job.position,
}


class ReviewModel(QAbstractListModel):
    """List model of the jobs it was given last; asks nothing of the queue."""

    def __init__(self, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        thumbnails.arrived.connect(self._picture_arrived)
        self._all: dict[int, Job] = {}
        self._ids: list[int] = []
        self._rows: dict[int, int] = {}
        self._by_path: dict[Path, int] = {}
        self._shown, self._order = Shown.ALL, Order.DOUBT

    def job(self, row: int) -> Job:
        """The job in a row."""
        return self._all[self._ids[row]]

    def row_of(self, job_id: int) -> int | None:
        """The row of a job; None where it is not shown."""
        return self._rows.get(job_id)

    # --- changes ---------------------------------------------------------------------------

    def arrange(self, shown: Shown, order: Order) -> None:
        """Filter and sort anew."""
        self.beginResetModel()
        self._shown, self._order = shown, order
        self._put(self._sorted(self._all.values()))
        self.endResetModel()

    def set_jobs(self, jobs: Sequence[Job]) -> None:
        """Take all jobs of the queue; those that are new stand at the end."""
        before = self._all
        self._all = {job.id: job for job in jobs}
        kept = [i for i in self._ids if i in self._all and is_reviewed(self._all[i])]
        known = set(kept)
        new = self._sorted(job for job in jobs if job.id not in known)
        if len(kept) < len(self._ids) or not kept:
            self.beginResetModel()
            self._put([*kept, *new])
            self.endResetModel()
            return
        for row, job_id in enumerate(kept):
            if before[job_id] != self._all[job_id]:
                self._changed(row)
        self._append(new)

    def update_job(self, job: Job) -> None:
        """Replace a job by its newer state."""
        earlier = self._all.get(job.id)
        self._all[job.id] = job
        if job.state is JobState.DONE and earlier is not None and earlier.state is not job.state:
            self._thumbnails.forget(job.target)
        row = self._rows.get(job.id)
        if row is not None:
            self._changed(row)
        elif self._accepts(job):
            self._append([job.id])

    def _append(self, ids: list[int]) -> None:
        if ids:
            first = len(self._ids)
            self.beginInsertRows(QModelIndex(), first, first + len(ids) - 1)
            self._put([*self._ids, *ids])
            self.endInsertRows()

    def _put(self, ids: list[int]) -> None:
        self._ids = ids
        self._rows = {job_id: row for row, job_id in enumerate(ids)}
        self._by_path = {}
        for job_id in ids:
            job = self._all[job_id]
            self._by_path |= {job.source: job_id, job.target: job_id}

    def _sorted(self, jobs: Any) -> list[int]:  # noqa: ANN401  (any jobs)
        return [job.id for job in sorted(filter(self._accepts, jobs), key=_KEYS[self._order])]

    def _accepts(self, job: Job) -> bool:
        if not is_reviewed(job):
            return False
        match self._shown:
            case Shown.ALL:
                return True
            case Shown.UNDECIDED:
                return job.state in _UNDECIDED
            case Shown.UNMARKED:
                return job.mark is None and job.has_result
        return job.mark == Mark(self._shown.value)

    def _changed(self, row: int) -> None:
        at = self.index(row)
        self.dataChanged.emit(at, at)

    @Slot(Path)
    def _picture_arrived(self, path: Path) -> None:
        row = self._rows.get(self._by_path.get(path, -1))
        if row is not None:
            at = self.index(row)
            self.dataChanged.emit(at, at, [BEFORE_ROLE, AFTER_ROLE])

    # --- Qt's side -------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        job = self.job(index.row())
        value: Any = None
        if role == Role.DisplayRole:
            value = job.source.name
        elif role in {Role.AccessibleTextRole, Role.ToolTipRole}:
            value = review_words(job)
        elif role == JOB_ROLE:
            value = job
        elif role == BEFORE_ROLE:
            value = self._thumbnails.icon(job.source)
        elif role == AFTER_ROLE and (job.has_result or job.mark is not None):
            value = self._thumbnails.icon(job.target)
        return value


def is_reviewed(job: Job) -> bool:
    """Whether there is a result to look at, or something to decide."""
    return job.has_result or job.state in _UNDECIDED or job.mark is not None
