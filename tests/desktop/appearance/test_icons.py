"""Icons drawn from SVGs in the palette's colour."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from desktop.appearance.icons import icon


def test_an_icon_has_the_size_that_is_asked_for(qapp: QApplication) -> None:
    assert icon("open").pixmap(QSize(20, 20), 2.0).size() == QSize(40, 40)


def test_where_there_is_no_room_nothing_is_drawn_and_nothing_said(qapp: QApplication) -> None:
    for size in (QSize(0, 0), QSize(0, 20), QSize(20, 0)):
        assert icon("open").pixmap(size).isNull()  # a message of Qt would fail this test
