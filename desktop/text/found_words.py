"""Sentences for what a result says of its photo, in the person's language.

They are the words of `core.colorize.tint.outcome_words`, `core.repair.outcome.repair_words` and
`core.colorize.reference_colors.lent_words`.
"""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.text.translation import QT_TRANSLATE_NOOP

_SENTENCES: Final = {
    "red tone removed": QT_TRANSLATE_NOOP("found", "Red tone removed."),
    "brown tone removed": QT_TRANSLATE_NOOP("found", "Brown tone removed."),
    "yellow tone removed": QT_TRANSLATE_NOOP("found", "Yellow tone removed."),
    "green tone removed": QT_TRANSLATE_NOOP("found", "Green tone removed."),
    "blue tone removed": QT_TRANSLATE_NOOP("found", "Blue tone removed."),
    "violet tone removed": QT_TRANSLATE_NOOP("found", "Violet tone removed."),
    "red tone kept": QT_TRANSLATE_NOOP("found", "Red tone kept under the colours."),
    "brown tone kept": QT_TRANSLATE_NOOP("found", "Brown tone kept under the colours."),
    "yellow tone kept": QT_TRANSLATE_NOOP("found", "Yellow tone kept under the colours."),
    "green tone kept": QT_TRANSLATE_NOOP("found", "Green tone kept under the colours."),
    "blue tone kept": QT_TRANSLATE_NOOP("found", "Blue tone kept under the colours."),
    "violet tone kept": QT_TRANSLATE_NOOP("found", "Violet tone kept under the colours."),
    "colours lent by what is alike": QT_TRANSLATE_NOOP(
        "found", "What is alike has the colours of the reference photo."
    ),
    "palette lent as a whole": QT_TRANSLATE_NOOP(
        "found", "Nothing is like the reference photo: its palette as a whole was taken."
    ),
    "colours as in photos like it": QT_TRANSLATE_NOOP(
        "found", "It has the colours of photos of its folder that are like it."
    ),
    "ink kept": QT_TRANSLATE_NOOP("found", "Ink and stamps keep their own colour."),
    "faded tones spread": QT_TRANSLATE_NOOP("found", "Faded tones were spread."),
    "repaired less than 0.1 % of the picture": QT_TRANSLATE_NOOP(
        "found", "Less than 0.1 % of the photo was repaired."
    ),
}
_REPAIRED: Final = re.compile(r"repaired (\d+\.\d) % of the picture")


def found_words(words: str) -> str:
    """A sentence for each of the words, which commas part; words of a newer program as they are."""
    return " ".join(_sentence(each) for each in words.split(", ") if each)


def _sentence(words: str) -> str:
    if repaired := _REPAIRED.fullmatch(words):
        sentence = QCoreApplication.translate("found", "{} % of the photo was repaired.")
        return sentence.format(QLocale().toString(float(repaired[1]), "f", 1))
    return QCoreApplication.translate("found", _SENTENCES.get(words, words))
