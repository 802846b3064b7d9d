"""The first minute: start, open in every way there is, quit."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from desktop.shell.main_window import MainWindow
from tests.desktop.helpers import MakePhoto, MakeWindow, drop, wait_for_photo


def test_the_empty_window_says_what_to_do(make_window: MakeWindow) -> None:
    window = make_window()
    assert window.pages.currentWidget() is window.drop_area
    assert not window.side.save.isEnabled()


def test_a_photo_of_the_command_line_gets_colours(colored: MainWindow) -> None:
    document = colored.editor.document
    assert document is not None
    assert colored.windowTitle() == "old.png – Autochrome"
    assert colored.side.save.isEnabled()
    assert colored.strip.device.text() == "CPU"


def test_dropped_files_are_opened(
    qtbot: QtBot, make_window: MakeWindow, make_photo: MakePhoto
) -> None:
    window = make_window()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(make_photo("dropped.jpg")))])
    drop(window, mime)
    wait_for_photo(qtbot, window, "dropped.jpg")


def test_a_pasted_picture_is_opened(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    image = QImage(40, 30, QImage.Format.Format_Grayscale8)
    image.fill(90)
    QGuiApplication.clipboard().setImage(image)
    window.actions_by_name["paste"].trigger()
    wait_for_photo(qtbot, window, "")
    assert window.editor.document is not None
    assert window.editor.document.photo.source is None


def test_copied_files_are_opened(
    qtbot: QtBot, make_window: MakeWindow, make_photo: MakePhoto
) -> None:
    window = make_window()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(make_photo(name))) for name in ("a.png", "b.png")])
    QGuiApplication.clipboard().setMimeData(mime)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=30_000)
    qtbot.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    wait_for_photo(qtbot, window, "a.png")
    assert [path.name for path in window.editor.photos] == ["a.png", "b.png"]


def test_closing_while_the_model_loads_ends_everything(
    make_window: MakeWindow, make_photo: MakePhoto
) -> None:
    make_window(make_photo()).close()
