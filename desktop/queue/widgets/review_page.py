"""`ReviewPage`: the grid of results, and what chooses, sorts and marks them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.queue.job import Job
from core.queue.mark import Mark
from desktop.background.thumbnails import Thumbnails
from desktop.queue.review_model import Order, ReviewModel, Shown
from desktop.queue.widgets.review_grid import ReviewGrid
from desktop.text.translation import QT_TRANSLATE_NOOP
from desktop.widgets.action_button import action_button

_SHOWN: Final = {
    Shown.ALL: QT_TRANSLATE_NOOP("ReviewPage", "All results"),
    Shown.UNDECIDED: QT_TRANSLATE_NOOP("ReviewPage", "To be decided"),
    Shown.UNMARKED: QT_TRANSLATE_NOOP("ReviewPage", "Not looked at yet"),
    Shown.GOOD: QT_TRANSLATE_NOOP("ReviewPage", "Good"),
    Shown.FIXED: QT_TRANSLATE_NOOP("ReviewPage", "Put right by hand"),
    Shown.REDO: QT_TRANSLATE_NOOP("ReviewPage", "To be made again"),
    Shown.REJECT: QT_TRANSLATE_NOOP("ReviewPage", "Rejected"),
}
_ORDERS: Final = {
    Order.DOUBT: QT_TRANSLATE_NOOP("ReviewPage", "Least sure first"),
    Order.MARK: QT_TRANSLATE_NOOP("ReviewPage", "By mark"),
    Order.NAME: QT_TRANSLATE_NOOP("ReviewPage", "By name"),
    Order.QUEUE: QT_TRANSLATE_NOOP("ReviewPage", "As in the queue"),
}
_COLUMNS: Final = 3


class ReviewPage(QWidget):
    """Shows the results of the queue; marks go out by the window's actions.

    ``controls`` and ``marking`` are laid out by who holds the page: above and below it.
    """

    redo_clicked = Signal()

    def __init__(self, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pairs = ReviewModel(thumbnails, self)
        self.grid = ReviewGrid(self.pairs)
        self.shown, self.order = QComboBox(), QComboBox()
        self.redo, self.count = QPushButton(), QLabel()
        self.controls, self.marking = QWidget(), QWidget()
        self._buttons = QGridLayout(self.marking)
        self._fill()
        self._lay_out()
        self.shown.activated.connect(self.arrange)
        self.order.activated.connect(self.arrange)
        self.redo.clicked.connect(self.redo_clicked)
        self.show_jobs([])

    def show_jobs(self, jobs: Sequence[Job]) -> None:
        """Show the whole queue anew."""
        first = self.pairs.rowCount() == 0
        self.pairs.set_jobs(jobs)
        if first:
            self.arrange()
        self.show_counts(jobs)

    def show_counts(self, jobs: Sequence[Job]) -> None:
        """Say how many there are of each, and how many are to be made again."""
        marks = Counter(job.mark for job in jobs if job.has_result)
        again = marks[Mark.REDO]
        self.redo.setVisible(again > 0)
        if again:
            self.redo.setText(self.tr("Make %n marked one(s) again", "", again))
        looked_at = marks.total() - marks[None]
        words = self.tr("{} of {} looked at")
        self.count.setText(words.format(*map(self.locale().toString, (looked_at, marks.total()))))

    def arrange(self) -> None:
        """Filter and sort as it is chosen."""
        shown, order = Shown(self.shown.currentData()), Order(self.order.currentData())
        self.pairs.arrange(shown, order)

    def set_actions(self, actions: Sequence[QAction]) -> None:
        """Give the actions on chosen results a button each, and a place in the grid's menu."""
        for number, action in enumerate(actions):
            button = action_button(action)
            self._buttons.addWidget(button, number // _COLUMNS, number % _COLUMNS)
            self.grid.addAction(action)

    def _fill(self) -> None:
        for box, words, name in (
            (self.shown, _SHOWN, self.tr("Which results are shown")),
            (self.order, _ORDERS, self.tr("Their order")),
        ):
            for value, word in words.items():
                box.addItem(self.tr(word), value.value)
            box.setAccessibleName(name)
            box.setMinimumContentsLength(8)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        self.count.setProperty("quiet", True)
        self.redo.setProperty("chip", True)

    def _lay_out(self) -> None:
        layout, top = QVBoxLayout(self), QGridLayout(self.controls)
        for each in (layout, top, self._buttons):
            each.setContentsMargins(0, 0, 0, 0)
        top.addWidget(self.shown, 0, 0)
        top.addWidget(self.order, 0, 1)
        top.addWidget(self.count, 1, 0)
        top.addWidget(self.redo, 1, 1)
        layout.addWidget(self.grid)
