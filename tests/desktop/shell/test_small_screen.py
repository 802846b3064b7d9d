"""The window fits a small screen, in every language and with large letters; no word is cut off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.photo.read import read_photo
from desktop.editor.widgets.save_dialog import SaveDialog
from desktop.settings import Settings, SettingsFile
from desktop.shell.widgets.preferences import Preferences
from desktop.system.crash import CrashReporter
from desktop.text.translation import LANGUAGES, install_language
from tests.desktop.helpers import MakePhoto, MakeWindow

#: What a laptop of ten years ago has, less the window's frame and a task bar.
WIDTH, HEIGHT = 1024, 700


@pytest.fixture(params=list(LANGUAGES))
def spoken(request: pytest.FixtureRequest, tmp_path: Path, qapp: QApplication) -> Iterator[Path]:
    """Settings of each language."""
    file = SettingsFile(tmp_path / "spoken.ini")
    file.save(Settings(language=request.param))
    yield file.path
    install_language(qapp, "en")


def test_it_fits_in_every_language(
    make_window: MakeWindow, make_photo: MakePhoto, qtbot: QtBot, spoken: Path
) -> None:
    window = make_window(make_photo(), settings=spoken)
    qtbot.waitUntil(lambda: window.editor.document is not None, timeout=30_000)
    for page in range(window.pages.count()):
        window.pages.setCurrentIndex(page)
        qtbot.wait(1)
        smallest = window.minimumSizeHint()
        assert smallest.width() <= WIDTH
        assert smallest.height() <= HEIGHT


def test_no_button_cuts_its_word_off(
    make_window: MakeWindow, make_photo: MakePhoto, qtbot: QtBot, spoken: Path
) -> None:
    window = make_window(settings=spoken)
    window.resize(WIDTH, HEIGHT)
    dialogs = (
        SaveDialog(read_photo(make_photo()), Settings(), window),
        Preferences(Settings(), window),
    )
    for page in range(window.pages.count()):
        window.pages.setCurrentIndex(page)
        qtbot.wait(1)
        assert _cut(window) == []
    crash = CrashReporter(window)
    crash.hook(ZeroDivisionError, ZeroDivisionError("unheard of"), None)
    qtbot.waitUntil(lambda: crash.box is not None, timeout=10_000)
    assert crash.box is not None
    for dialog in (*dialogs, crash.box):
        dialog.show()
        qtbot.wait(1)
        assert dialog.findChild(QDialogButtonBox) is not None
        assert _cut(dialog) == []
        dialog.reject()


def test_large_letters_make_the_column_wider_not_shorter_words(
    make_window: MakeWindow, qapp: QApplication, qtbot: QtBot
) -> None:
    before = qapp.font()
    large = QFont(before)
    large.setPointSizeF(before.pointSizeF() * 1.6)
    qapp.setFont(large)
    try:
        window = make_window()
        window.resize(1600, 900)
        window.pages.setCurrentIndex(1)
        qtbot.wait(1)
        assert window.side.width() > 318
        assert _cut(window) == []
    finally:
        qapp.setFont(before)


def _cut(root: QWidget) -> list[str]:
    """Buttons that are seen and have no room for their words."""
    return [
        f"{button.text()}: {_room(button)} < {_needed(button)}"
        for button in root.findChildren(QPushButton)
        if button.isVisible() and _room(button) < _needed(button)
    ]


def _room(button: QPushButton) -> int:
    option = QStyleOptionButton()
    button.initStyleOption(option)
    element = QStyle.SubElement.SE_PushButtonContents
    return button.style().subElementRect(element, option, button).width()


def _needed(button: QPushButton) -> int:
    metrics = QFontMetrics(button.font())
    return metrics.horizontalAdvance(button.text().replace("&", ""))
