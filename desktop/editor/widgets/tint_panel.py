"""`TintPanel`: what was found of a photo's own colours, and the switches that decide about them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from core.colorize.edits import Edit
from core.colorize.tint.options import ToneOption
from desktop.editor.own_colors import OwnColors, Verdict
from desktop.text.found_words import found_words
from desktop.text.translation import QT_TRANSLATE_NOOP

#: Verdict -> what is said, and what the button says that decides otherwise.
_SAID: Final = {
    Verdict.COLORED: (
        QT_TRANSLATE_NOOP("TintPanel", "This photo has colours already. They stay as they are."),
        QT_TRANSLATE_NOOP("TintPanel", "Colour it anew"),
    ),
    Verdict.UNSURE: (
        QT_TRANSLATE_NOOP(
            "TintPanel",
            "It is not certain whether this photo is black-and-white, or in colours that have"
            " faded. It stays as it is until you say so.",
        ),
        QT_TRANSLATE_NOOP("TintPanel", "It is black-and-white: colour it"),
    ),
    Verdict.REPLACED: (
        QT_TRANSLATE_NOOP("TintPanel", "The photo's own colours were replaced."),
        QT_TRANSLATE_NOOP("TintPanel", "Give them back"),
    ),
    Verdict.DECIDED: (
        QT_TRANSLATE_NOOP("TintPanel", "You have said that this photo is black-and-white."),
        QT_TRANSLATE_NOOP("TintPanel", "It is in colour: leave it"),
    ),
}


class TintPanel(QFrame):
    """Shows an `OwnColors`; hidden where there is nothing to say."""

    recolor_wanted = Signal(bool)
    tone_chosen = Signal(object)  # ToneOption
    ink_chosen = Signal(bool)  # whether it keeps its colour

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.decide = QPushButton()
        self.keep_tone = QCheckBox(self.tr("Keep the tone"))
        self.keep_tone.setToolTip(self.tr("The colours lie over the tone that the photo has."))
        self.keep_ink = QCheckBox(self.tr("Ink keeps its colour"))
        self.keep_ink.setToolTip(
            self.tr("What is written, stamped or stuck on the photo is not coloured anew.")
        )
        self._wants = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self.words, self.decide, self.keep_tone, self.keep_ink):
            layout.addWidget(widget)
        self.decide.clicked.connect(lambda: self.recolor_wanted.emit(self._wants))
        self.keep_tone.clicked.connect(
            lambda on: self.tone_chosen.emit(ToneOption.KEEP if on else ToneOption.REMOVE)
        )
        self.keep_ink.clicked.connect(self.ink_chosen)
        self.show_found(OwnColors(), Edit())

    def show_found(self, own: OwnColors, edit: Edit) -> None:
        """Show what was found, and what the person has chosen."""
        sentence, button = _SAID.get(own.verdict, ("", ""))
        outcome = found_words(", ".join(own.outcome))
        self.words.setText(" ".join(filter(None, (sentence and self.tr(sentence), outcome))))
        self.words.setVisible(bool(self.words.text()))
        self.decide.setText(button and self.tr(button))
        self.decide.setVisible(bool(button))
        self._wants = own.verdict in (Verdict.COLORED, Verdict.UNSURE)
        self._prefer(self._wants)
        self.keep_tone.setVisible(own.has_tone)
        self.keep_tone.setChecked(edit.tone is ToneOption.KEEP)
        self.keep_ink.setVisible(own.has_ink)
        self.keep_ink.setChecked(edit.keep_ink)
        self.setVisible(own.verdict is not Verdict.NOTHING)

    def _prefer(self, primary: bool) -> None:
        """What nothing can be done without stands out."""
        self.decide.setProperty("primary", primary)
        self.decide.style().unpolish(self.decide)
        self.decide.style().polish(self.decide)
