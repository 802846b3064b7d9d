"""`ReviewBar`: above a result that is looked at in full size: which it is, what is said of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from core.queue.job import Job
from desktop.queue.review_text import caption_words
from desktop.widgets.action_button import action_button


class ReviewBar(QFrame):
    """A row above the photo; hidden where no result is looked at."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.words, self.back = QLabel(), QPushButton(self.tr("Overview"))
        self.words.setMinimumWidth(1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 4, 8, 4)
        self._row.addWidget(self.back)
        self._row.addWidget(self.words, 1)
        self.back.clicked.connect(self.left)
        self.hide()

    def set_actions(self, actions: Sequence[QAction]) -> None:
        """Give each action a button."""
        for action in actions:
            self._row.addWidget(action_button(action))

    def show_job(self, job: Job, number: int, count: int) -> None:
        """Show which result it is, of how many, and what is said of it."""
        place = self.tr("{} of {}").format(*map(self.locale().toString, (number, count)))
        self.words.setText(" · ".join(filter(None, (place, caption_words(job)))))
        self.words.setToolTip(str(job.target))
        self.show()
