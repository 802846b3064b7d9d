"""`DecisionBar`: what a person has to decide about photos of the queue, and the buttons for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.queue.job import Job, JobState
from desktop.queue.decisions import colorize, is_damaged, leave, salvage


class DecisionBar(QWidget):
    """A card for photos that are not certain, and one for damaged ones; hidden without any."""

    #: list[int]: the jobs; `Change`: what they are done with then
    decided = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ids: dict[QWidget, list[int]] = {}
        self.colorize = QPushButton(self.tr("Black-and-white: colour them"))
        self.leave = QPushButton(self.tr("In colour: leave them"))
        self.salvage = QPushButton(self.tr("Rescue what is left"))
        self.salvage.setToolTip(
            self.tr("The part of a photo that can still be read is coloured; the rest is grey.")
        )
        self.unsure, self._unsure_words = _card(self.colorize, self.leave)
        self.damaged, self._damaged_words = _card(self.salvage)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for card in (self.unsure, self.damaged):
            layout.addWidget(card)
        for button, card, change in (
            (self.colorize, self.unsure, colorize),
            (self.leave, self.unsure, leave),
            (self.salvage, self.damaged, salvage),
        ):
            button.clicked.connect(
                lambda _on=False, card=card, change=change: self.decided.emit(
                    self._ids[card], change
                )
            )
        self.show_jobs([])

    def show_jobs(self, jobs: Sequence[Job]) -> None:
        """Count the photos that wait for a decision."""
        unsure = [job.id for job in jobs if job.state is JobState.UNSURE]
        damaged = [job.id for job in jobs if is_damaged(job)]
        if unsure:
            words = self.tr(
                "%n photo(s) may be black-and-white, or colour photos that have faded.",
                "",
                len(unsure),
            )
            self._unsure_words.setText(words)
        if damaged:
            self._damaged_words.setText(self.tr("%n photo(s) are damaged.", "", len(damaged)))
        for card, ids in ((self.unsure, unsure), (self.damaged, damaged)):
            self._ids[card] = ids
            card.setVisible(bool(ids))
        self.setVisible(bool(unsure or damaged))


def _card(*buttons: QPushButton) -> tuple[QFrame, QLabel]:
    card, words = QFrame(), QLabel()
    card.setObjectName("notice")
    words.setWordWrap(True)
    row = QHBoxLayout(card)
    row.addWidget(words, 1)
    for button in buttons:
        row.addWidget(button)
    return card, words
