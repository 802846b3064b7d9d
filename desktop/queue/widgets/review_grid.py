"""`ReviewGrid`: photos and results side by side in a grid, to be looked through."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget

from core.queue.job import Job
from desktop.queue.decisions import decisions_for
from desktop.queue.review_model import ReviewModel
from desktop.queue.widgets.review_delegate import ReviewDelegate

_MOVING: Final = frozenset(
    {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Space}
)


class ReviewGrid(QListView):
    """List view of a `ReviewModel`; only what is on the screen is painted, and asked for."""

    opened = Signal(object)  # Job: to be seen at full size
    decided = Signal(object, object)  # list[int], `desktop.queue.decisions.Change`
    chosen_changed = Signal()

    def __init__(self, model: ReviewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pairs = model
        self._current: int | None = None
        self.setModel(model)
        self._delegate = ReviewDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Photos and their results"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._set_card()
        self._delegate.decided.connect(lambda job, change: self.decided.emit([job.id], change))
        self.customContextMenuRequested.connect(self._show_menu)
        self.activated.connect(lambda index: self.opened.emit(model.job(index.row())))
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)
        self.selectionModel().selectionChanged.connect(self._chosen_changed)

    def chosen(self) -> list[Job]:
        """The selected jobs, in their order on the screen."""
        return [self.pairs.job(row) for row in sorted(i.row() for i in self.selectedIndexes())]

    def current_job(self) -> Job | None:
        """The job that the keys move from."""
        row = self.currentIndex().row()
        return self.pairs.job(row) if 0 <= row < self.pairs.rowCount() else None

    def go_to(self, row: int) -> Job | None:
        """Make a row the current one; None where there is none."""
        if not 0 <= row < self.pairs.rowCount():
            return None
        self.setCurrentIndex(self.pairs.index(row))
        return self.pairs.job(row)

    def step(self, by: int) -> Job | None:
        """The next one of which there is a result, or the one before; None at the end."""
        row = self.currentIndex().row() + by
        while 0 <= row < self.pairs.rowCount() and not self.pairs.job(row).has_result:
            row += by
        return self.go_to(row)

    def _set_card(self) -> None:
        self.setGridSize(self._delegate.card_size(self.fontMetrics()))
        self.setIconSize(QSize())
        self.verticalScrollBar().setSingleStep(self.gridSize().height() // 3)

    def _remember(self) -> None:
        job = self.current_job()
        self._current = None if job is None else job.id

    def _restore(self) -> None:
        row = None if self._current is None else self.pairs.row_of(self._current)
        if row is not None:
            self.setCurrentIndex(self.pairs.index(row))

    def _chosen_changed(self) -> None:
        self.chosen_changed.emit()

    def _show_menu(self, place: QPoint) -> None:
        self.menu_at(place).popup(self.viewport().mapToGlobal(place))

    def menu_at(self, place: QPoint) -> QMenu:
        """What a card's buttons do, and the actions of the window on results."""
        index: QModelIndex = self.indexAt(place)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if index.isValid():
            job = self.pairs.job(index.row())
            for each in decisions_for(job):
                action = menu.addAction(QCoreApplication.translate("decisions", each.word))
                action.triggered.connect(
                    lambda _on=False, change=each.change: self.decided.emit([job.id], change)
                )
        menu.addActions(self.actions())
        return menu

    def event(self, event: QEvent) -> bool:
        """The keys that move in a list are the list's, not the window's."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _MOVING
            and not event.modifiers()
        ):
            event.accept()
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_card()
