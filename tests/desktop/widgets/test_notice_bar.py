"""Notices lie over the photo and never move it; what an error says of itself can be read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.errors import UnreadablePhotoError
from desktop.shell.main_window import MainWindow
from desktop.text.notices import Notice

LEFT = Qt.MouseButton.LeftButton


def test_a_notice_does_not_move_the_photo(qtbot: QtBot, colored: MainWindow) -> None:
    bar, view = colored.notice_bar, colored.photo_page.view
    before = view.geometry(), view.viewport_now
    colored.workspace.editor.noticed.emit(Notice("Saved as old_color.png."))
    assert bar.isVisible()
    qtbot.wait(1)
    assert (view.geometry(), view.viewport_now) == before
    assert colored.pages.geometry().contains(bar.geometry())
    colored.resize(800, 600)
    qtbot.wait(1)
    assert colored.pages.geometry().contains(bar.geometry())
    qtbot.mouseClick(bar.close_button, LEFT)
    assert not bar.isVisible()


def test_the_reason_is_read_and_not_only_hovered(
    qtbot: QtBot, colored: MainWindow, make_photo: object
) -> None:
    bar = colored.notice_bar
    colored.workspace.editor.noticed.emit(
        Notice.of(UnreadablePhotoError("the file ends in its header."))
    )
    assert not bar.details.isVisible()
    qtbot.mouseClick(bar.more, LEFT)
    assert bar.details.isVisible()
    assert "ends in its header" in bar.details.text()
    assert bar.rect().contains(bar.details.geometry())
    assert not bar.more.visibleRegion().isEmpty()


def test_an_error_stays_and_a_mere_message_goes_unless_one_rests_on_it(
    colored: MainWindow,
) -> None:
    bar = colored.notice_bar
    bar.show_notice(Notice.of(UnreadablePhotoError("damaged")))
    assert not bar.going
    bar.show_notice(Notice("Earlier work", action=("Undo", lambda: None)))
    assert not bar.going
    bar.show_notice(Notice("The colour photo is in the clipboard."))
    assert bar.going
