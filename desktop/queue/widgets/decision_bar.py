"""`DecisionBar`: what a person has to decide about photos of the queue, and the buttons for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.colorize.tint.options import WhenUnsure
from core.errors import UnreadablePhotoError
from core.queue.job import Job, JobSettings, JobState

#: What the settings of a job become.
Change = Callable[[JobSettings], JobSettings]


class DecisionBar(QWidget):
    """A card for photos that are not certain, and one for damaged ones; hidden without any."""

    #: list[int]: the jobs; Change: what they are done with then
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
            (self.colorize, self.unsure, _colorize),
            (self.leave, self.unsure, _leave),
            (self.salvage, self.damaged, _salvage),
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
        damaged = [job.id for job in jobs if _is_damaged(job)]
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


_DAMAGED: Final = UnreadablePhotoError.__name__


def _is_damaged(job: Job) -> bool:
    """Whether rescuing it has not been tried yet."""
    failed = job.state is JobState.FAILED and job.error_kind == _DAMAGED
    return failed and not job.settings.salvage


def _colorize(settings: JobSettings) -> JobSettings:
    return replace(settings, tinted=WhenUnsure.COLORIZE)


def _leave(settings: JobSettings) -> JobSettings:
    return replace(settings, tinted=WhenUnsure.SKIP)


def _salvage(settings: JobSettings) -> JobSettings:
    return replace(settings, salvage=True)


def _card(*buttons: QPushButton) -> tuple[QFrame, QLabel]:
    card, words = QFrame(), QLabel()
    card.setObjectName("notice")
    words.setWordWrap(True)
    row = QHBoxLayout(card)
    row.addWidget(words, 1)
    for button in buttons:
        row.addWidget(button)
    return card, words
