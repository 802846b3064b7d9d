"""The first minute: start, open in every way there is, quit."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QClipboard, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from desktop.editor.widgets.compare_types import Split
from desktop.shell.main_window import MainWindow
from tests.desktop.helpers import MakePhoto, MakeWindow, drop, wait_for_photo


def test_the_empty_window_says_what_to_do(make_window: MakeWindow) -> None:
    window = make_window()
    assert window.pages.currentWidget() is window.drop_area
    assert not window.photo_page.side.save.isEnabled()


def test_a_photo_of_the_command_line_gets_colours(colored: MainWindow) -> None:
    document = colored.workspace.editor.document
    assert document is not None
    assert colored.windowTitle() == "old.png – Autochrome"
    assert colored.photo_page.side.save.isEnabled()
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
    assert window.workspace.editor.document is not None
    assert window.workspace.editor.document.photo.source is None


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
    assert [path.name for path in window.workspace.editor.photos] == ["a.png", "b.png"]


def test_closing_while_the_model_loads_ends_everything(
    make_window: MakeWindow, make_photo: MakePhoto
) -> None:
    make_window(make_photo()).close()


def test_the_commands_of_the_view_act_on_it(qtbot: QtBot, colored: MainWindow) -> None:
    view = colored.photo_page.view
    colored.actions_by_name["zoom_full"].trigger()
    assert view.viewport_now.scale == 1
    splits = [view.split]
    colored.actions_by_name["side_by_side"].trigger()
    splits.append(view.split)
    qtbot.keyClick(colored, Qt.Key.Key_H)
    assert [*splits, view.split] == [Split.VERTICAL, Split.SIDE_BY_SIDE, Split.HORIZONTAL]


def test_a_button_shows_the_original_while_it_is_held(qtbot: QtBot, colored: MainWindow) -> None:
    button, view = (
        colored.photo_page.look_panel.compare,
        colored.photo_page.view,
    )
    view.setValue(0)  # all of it in colour
    place = view.viewport_now.photo_rect.center().toPoint()

    def saturation() -> int:
        return view.grab().toImage().pixelColor(place).saturation()

    assert saturation() > 0
    qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    assert saturation() == 0
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert saturation() > 0


def test_a_slider_changes_what_is_seen(qtbot: QtBot, colored: MainWindow) -> None:
    colored.photo_page.look_panel.slider("strength").setValue(0)
    qtbot.waitUntil(lambda: colored.photo_page.view.settled, timeout=30_000)
    seen = colored.photo_page.view.grab(
        colored.photo_page.view.viewport_now.seen_rect.toRect()
    ).toImage()
    assert seen.pixelColor(seen.width() // 4 * 3, seen.height() // 4).saturation() == 0


def test_pasting_from_an_empty_clipboard_says_so(
    make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window()
    monkeypatch.setattr(QClipboard, "mimeData", lambda _clipboard: None)  # as some platforms do
    window.actions_by_name["paste"].trigger()
    assert window.notice_bar.text.text() == "There is no picture in the clipboard."
