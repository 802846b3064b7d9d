"""A screen reader is told what happens, and names of files stay whole in Arabic."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.errors import UnreadablePhotoError
from desktop.editor import variation_controller
from desktop.text.notices import Notice
from desktop.widgets import notice_bar
from tests.desktop.helpers import MakePhoto, MakeWindow, wait_for_colors


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    said: list[str] = []

    def hear(_widget: QWidget, text: str) -> None:
        said.append(text)

    for module in (notice_bar, variation_controller):
        monkeypatch.setattr(module, "announce", hear)
    return said


@pytest.fixture
def leftwards(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_colours_and_notices_are_announced(
    qtbot: QtBot, make_window: MakeWindow, make_photo: MakePhoto, said: list[str]
) -> None:
    window = make_window(make_photo())
    wait_for_colors(qtbot, window)
    assert said == ["The colours are there."]
    window.workspace.editor.noticed.emit(Notice("The queue is done."))
    assert said[1:] == ["The queue is done."]


@pytest.mark.usefixtures("leftwards")
def test_a_latin_name_stands_by_itself_in_an_arabic_line(make_photo: MakePhoto) -> None:
    notice = Notice.of(UnreadablePhotoError("cut short", make_photo("1920 (2).png")))
    assert notice.text.startswith("\u20681920 (2).png\u2069: ")


def test_elsewhere_a_name_is_only_a_name(make_photo: MakePhoto) -> None:
    notice = Notice.of(UnreadablePhotoError("cut short", make_photo("1920.png")))
    assert notice.text.startswith("1920.png: ")
