"""The menu of recent photos."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.desktop.helpers import MakePhoto, MakeWindow, wait_for_photo


def test_recent_photos_are_remembered(
    qtbot: QtBot, make_window: MakeWindow, make_photo: MakePhoto
) -> None:
    path = make_photo()
    first = make_window(path)
    wait_for_photo(qtbot, first, "old.png")
    first.close()
    second = make_window()
    assert [action.text() for action in second.recent_menu.actions()] == ["old.png"]
    second.recent_menu.actions()[0].trigger()
    wait_for_photo(qtbot, second, "old.png")
