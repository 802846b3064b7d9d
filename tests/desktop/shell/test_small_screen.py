"""The window fits a small screen, in every language and with large letters; no word is cut off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
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
from desktop.editor.saving import SaveHabit
from desktop.editor.widgets.save_dialog import SaveDialog
from desktop.settings import Settings, SettingsFile
from desktop.shell.widgets.preferences import Preferences
from desktop.system.crash import CrashReporter
from desktop.text.translation import LANGUAGES, install_language
from tests.desktop.helpers import MakePhoto, MakeWindow

#: Logical pixels of a window without its frame and a task bar: a laptop of ten years ago, a common
#: one, and Full HD at 200 %.
SCREENS = {"1024 x 700": (1024, 700), "1366 x 768": (1366, 690), "200 %": (960, 470)}


@pytest.fixture(params=list(LANGUAGES))
def spoken(request: pytest.FixtureRequest, tmp_path: Path, qapp: QApplication) -> Iterator[Path]:
    """Settings of each language."""
    file = SettingsFile(tmp_path / "spoken.ini")
    file.save(Settings(language=request.param))
    yield file.path
    install_language(qapp, "en")


@pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS)
def test_it_fits_in_every_language_and_save_is_seen(
    make_window: MakeWindow,
    make_photo: MakePhoto,
    qtbot: QtBot,
    spoken: Path,
    screen: tuple[int, int],
) -> None:
    window = make_window(make_photo(), make_photo("other.png"), settings=spoken)
    qtbot.waitUntil(lambda: window.workspace.editor.document is not None, timeout=30_000)
    for page in range(window.pages.count()):
        window.pages.setCurrentIndex(page)
        window.resize(*screen)
        qtbot.wait(1)
        assert window.size() == QSize(*screen)
    window.pages.setCurrentIndex(1)
    qtbot.wait(1)
    save = window.photo_page.side.save
    place = QRect(save.mapTo(window, QPoint()), save.size())
    assert window.workspace.filmstrip.isVisible()
    assert window.rect().contains(place)
    assert save.visibleRegion().boundingRect() == save.rect()
    assert window.photo_page.view.height() > screen[1] / 2


def test_dialogs_fit_full_hd_at_200_percent(
    make_window: MakeWindow, make_photo: MakePhoto, qtbot: QtBot, spoken: Path
) -> None:
    window = make_window(settings=spoken)
    for dialog in (
        SaveDialog(read_photo(make_photo()), SaveHabit("", 92), window),
        Preferences(Settings(), window),
    ):
        dialog.resize(*SCREENS["200 %"])
        dialog.show()
        qtbot.wait(1)
        assert dialog.height() <= SCREENS["200 %"][1]
        assert dialog.width() <= SCREENS["200 %"][0]
        dialog.reject()


def test_no_button_cuts_its_word_off(
    make_window: MakeWindow, make_photo: MakePhoto, qtbot: QtBot, spoken: Path
) -> None:
    window = make_window(settings=spoken)
    window.resize(*SCREENS["1024 x 700"])
    dialogs = (
        SaveDialog(read_photo(make_photo()), SaveHabit("", 92), window),
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
        assert window.photo_page.side.width() > 318
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
