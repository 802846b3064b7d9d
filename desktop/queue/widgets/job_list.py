"""`JobList`: the table of the queue, with every action on the photos in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, cast

from PySide6.QtCore import QEvent, QItemSelectionRange, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from core.queue.job import Job, JobState
from desktop.queue.job_filter import JobFilter
from desktop.queue.job_model import Column, JobModel
from desktop.queue.widgets.progress_cell import ProgressCell
from desktop.system.file_manager import show_in_folder
from desktop.text.translation import QT_TRANSLATE_NOOP

PICTURE: Final = 40
_WIDTHS: Final = {
    Column.ORDER: 52,
    Column.PHOTO: 190,
    Column.STATE: 124,
    Column.PROGRESS: 84,
    Column.TIME: 72,
}
#: Of more photos that are chosen nobody asks what each of them allows.
_LOOKED_AT: Final = 500
_MOVING: Final = frozenset(
    {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End}
)
_AGAIN: Final = frozenset({JobState.FAILED, JobState.SKIPPED, JobState.UNSURE, JobState.CANCELLED})
_OPEN: Final = frozenset({JobState.WAITING, JobState.RUNNING})
_RESULT: Final = frozenset({JobState.DONE, JobState.SKIPPED})

#: Name -> words, keys, the states of photos it can be done to.
JOB_ACTIONS: Final = {
    "open": (QT_TRANSLATE_NOOP("JobList", "Open the result"), "Return", _RESULT),
    "folder": (QT_TRANSLATE_NOOP("JobList", "Show in folder"), "", _RESULT),
    "edit": (QT_TRANSLATE_NOOP("JobList", "Colorize by hand…"), "", frozenset(JobState)),
    "retry": (QT_TRANSLATE_NOOP("JobList", "Try again"), "F5", _AGAIN),
    "cancel": (QT_TRANSLATE_NOOP("JobList", "Cancel"), "", _OPEN),
    "first": (QT_TRANSLATE_NOOP("JobList", "Do it first"), "Alt+Home", {JobState.WAITING}),
    "up": (QT_TRANSLATE_NOOP("JobList", "Move up"), "Alt+Up", {JobState.WAITING}),
    "down": (QT_TRANSLATE_NOOP("JobList", "Move down"), "Alt+Down", {JobState.WAITING}),
    "remove": (
        QT_TRANSLATE_NOOP("JobList", "Remove from the list"),
        "Del",
        frozenset(JobState) - {JobState.RUNNING},
    ),
}


class JobList(QTableView):
    """Table view of the queue; actions go out as signals with the ids of jobs."""

    cancelled = Signal(object)  # list[int]
    retried = Signal(object)
    removed = Signal(object)
    edited = Signal(object)  # list[Path]: photos to be opened in the window
    result_opened = Signal(object)  # Job: its result is to be seen beside the photo
    missing = Signal(object)  # Path: a result that is not there any more
    selected = Signal(object)  # Job | None: the current one

    def __init__(self, jobs: JobModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = JobFilter(jobs, self)
        self.setModel(self.rows)
        self.setAccessibleName(self.tr("Photos in the queue"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setIconSize(QSize(PICTURE, PICTURE))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegateForColumn(Column.PROGRESS, ProgressCell(self))
        self._dress_headers()
        self.job_actions = {name: self._action(name) for name in JOB_ACTIONS}
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.doubleClicked.connect(self._open_result)
        self.selectionModel().selectionChanged.connect(self._chosen)
        jobs.dataChanged.connect(self._chosen)
        self._chosen()

    def chosen(self) -> list[Job]:
        """The selected jobs, in their order on the screen."""
        return [self.rows.job(row) for row in self._chosen_rows()]

    def event(self, event: QEvent) -> bool:
        """The keys that move in a table are the table's, not the window's."""
        if event.type() == QEvent.Type.ShortcutOverride and _moves(event):
            event.accept()
            return True
        return super().event(event)

    def _dress_headers(self) -> None:
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setDefaultSectionSize(PICTURE + 10)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setHighlightSections(False)
        columns.setStretchLastSection(True)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        self.setSortingEnabled(True)
        self.sortByColumn(Column.ORDER, Qt.SortOrder.AscendingOrder)

    def _action(self, name: str) -> QAction:
        words, keys, _ = JOB_ACTIONS[name]
        does: dict[str, Callable[[], None]] = {
            "open": self._open_result,
            "folder": self._show_folder,
            "edit": lambda: self.edited.emit([job.source for job in self.chosen()]),
            "retry": lambda: self.retried.emit(self._ids(_AGAIN)),
            "cancel": lambda: self.cancelled.emit(self._ids(_OPEN)),
            "first": lambda: self._move_to(0),
            "up": lambda: self._move_by(-1),
            "down": lambda: self._move_by(1),
            "remove": lambda: self.removed.emit(self._ids(JOB_ACTIONS["remove"][2])),
        }
        action = QAction(self.tr(words), self)
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _on=False, do=does[name]: do())
        self.addAction(action)
        return action

    # --- what is chosen --------------------------------------------------------------------

    def _chosen_rows(self) -> list[int]:
        # a list in Qt and in Python, which its type does not say
        ranges = cast("list[QItemSelectionRange]", self.selectionModel().selection())
        return sorted({row for each in ranges for row in range(each.top(), each.bottom() + 1)})

    def _ids(self, states: Iterable[JobState]) -> list[int]:
        return [job.id for job in self.chosen() if job.state in states]

    def _chosen(self) -> None:
        rows = self._chosen_rows()
        jobs = [self.rows.job(row) for row in rows[:_LOOKED_AT]]
        many = len(rows) > _LOOKED_AT
        for name, (_, _, states) in JOB_ACTIONS.items():
            possible = many or any(job.state in states for job in jobs)
            if name in {"first", "up", "down"}:
                possible = possible and self.rows.in_order
            self.job_actions[name].setEnabled(possible)
        self.selected.emit(jobs[0] if jobs else None)

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, action in self.job_actions.items():
            if name in {"retry", "first", "remove"}:
                menu.addSeparator()
            menu.addAction(action)
        menu.popup(self.viewport().mapToGlobal(place))

    # --- what is done ----------------------------------------------------------------------

    def _open_result(self) -> None:
        for job in self.chosen()[:1]:
            if job.target.is_file():
                self.result_opened.emit(job)
            elif job.state in _RESULT:
                self.missing.emit(job.target)

    def _show_folder(self) -> None:
        for job in self.chosen()[:1]:
            show_in_folder(job.target)

    def _move_to(self, row: int) -> None:
        waiting = [r for r in range(self.rows.rowCount()) if _waits(self.rows.job(r))]
        ids = self._ids([JobState.WAITING])
        if ids and waiting:
            self.rows.move(ids, waiting[row])

    def _move_by(self, by: int) -> None:
        chosen = [row for row in self._chosen_rows() if _waits(self.rows.job(row))]
        if not chosen:
            return
        row = chosen[0] - 1 if by < 0 else chosen[-1] + 2
        self.rows.move(self._ids([JobState.WAITING]), max(0, row))


def _moves(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() in _MOVING and not event.modifiers()


def _waits(job: Job) -> bool:
    return job.state is JobState.WAITING
