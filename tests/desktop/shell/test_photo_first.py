"""The photo first: whole screen, hidden panels, its surround, drops anywhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.appearance.theme import _DARK, _LIGHT, SURROUND_COLORS
from desktop.shell.main_window import MainWindow
from tests.desktop.helpers import MakePhoto, MakeWindow, wait_for_photo


def test_f_gives_the_photo_the_whole_screen_and_escape_takes_it_back(
    qtbot: QtBot, colored: MainWindow
) -> None:
    qtbot.keyClick(colored.photo_page.view, Qt.Key.Key_F)
    assert colored.isFullScreen()
    parts = (
        colored.photo_page.side,
        colored.menuBar(),
        colored.statusBar(),
        colored.workspace.filmstrip,
    )
    assert not any(part.isVisible() for part in parts)
    qtbot.waitUntil(lambda: colored.photo_page.view.size() == colored.size(), timeout=30_000)
    qtbot.keyClick(colored, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)  # keys still work
    qtbot.keyClick(colored.photo_page.view, Qt.Key.Key_Escape)
    assert not colored.isFullScreen()
    assert colored.photo_page.side.isVisible()
    assert colored.menuBar().isVisible()


def test_f9_hides_the_panels(qtbot: QtBot, make_window: MakeWindow, make_photo: MakePhoto) -> None:
    window = make_window(make_photo("a.png"), make_photo("b.png"))
    wait_for_photo(qtbot, window, "a.png")
    assert window.workspace.filmstrip.isVisible()
    qtbot.keyClick(window.photo_page.view, Qt.Key.Key_F9)
    assert not window.photo_page.side.isVisible()
    assert not window.workspace.filmstrip.isVisible()
    assert window.menuBar().isVisible()
    qtbot.keyClick(window.photo_page.view, Qt.Key.Key_F9)
    assert window.photo_page.side.isVisible()
    assert window.workspace.filmstrip.isVisible()


@pytest.mark.parametrize("name", SURROUND_COLORS)
def test_the_surround_is_the_grey_that_was_chosen(
    qtbot: QtBot, colored: MainWindow, name: str
) -> None:
    colored.settings.change(surround=name)
    color = colored.photo_page.view.grab().toImage().pixelColor(2, 2)
    assert color == QColor(SURROUND_COLORS[name])
    colored.settings.change(theme="dark")
    assert colored.photo_page.view.grab().toImage().pixelColor(2, 2) == color
    colored.settings.change(surround="theme")
    assert colored.photo_page.view.grab().toImage().pixelColor(2, 2) == QColor(_DARK["dark"])


def test_no_grey_around_the_photo_is_warm_or_bluish() -> None:
    greys = [*SURROUND_COLORS.values()]
    greys += [theme[name] for theme in (_LIGHT, _DARK) for name in ("dark", "window", "line")]
    for grey in map(QColor, greys):
        assert grey.red() == grey.green() == grey.blue()


def test_the_whole_window_shows_that_it_takes_a_drop(
    colored: MainWindow, make_photo: MakePhoto
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(make_photo("dropped.jpg")))])
    enter = QDragEnterEvent(
        QPoint(50, 50),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(colored, enter)
    overlay = colored.drop_overlay
    assert overlay.isVisible()
    parent = overlay.parentWidget()
    assert parent is not None
    assert parent is colored.centralWidget()
    assert overlay.geometry() == parent.rect()
    QApplication.sendEvent(colored, QDragLeaveEvent())
    assert not overlay.isVisible()
