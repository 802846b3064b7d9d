"""The window's languages: which there are, and installing one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from core.resources import resource

#: Code -> the language's own name. English stands in the source; its file holds plurals only.
LANGUAGES: Final = {
    "en": "English",
    "de": "Deutsch",
    "es": "Español",
    "fr": "Français",
    "ar": "العربية",
}
_OURS: Final = "autochrome"


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: ARG001
    """Mark a text for lupdate, and return it; Qt's own is typed as object."""
    return text


def choose_language(chosen: str, system: Iterable[str] | None = None) -> str:
    """The language to use: the chosen one, else the first the system asks for, else English."""
    asked = QLocale.system().uiLanguages() if system is None else system
    codes = [name.replace("_", "-").split("-")[0].lower() for name in (chosen, *asked)]
    return next((code for code in codes if code in LANGUAGES), "en")


def install_language(app: QApplication, chosen: str) -> None:
    """Install the translations, Qt's own too, and set the reading direction.

    Widgets made earlier keep theirs.
    """
    code = choose_language(chosen)
    for old in app.findChildren(QTranslator, _OURS):
        app.removeTranslator(old)
        old.deleteLater()
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    # the last one installed is asked first
    for file in (qt / f"qtbase_{code}.qm", resource(f"i18n/autochrome_{code}.qm")):
        translator = QTranslator(app)
        translator.setObjectName(_OURS)
        if translator.load(str(file)):
            app.installTranslator(translator)
    app.setLayoutDirection(QLocale(code).textDirection())
