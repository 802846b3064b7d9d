"""Files that the system hands over after the start."""

from __future__ import annotations

from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.helpers import MakePhoto, MakeWindow, wait_for_photo


def test_the_system_hands_a_file_over(
    qtbot: QtBot, make_window: MakeWindow, make_photo: MakePhoto, qapp: QApplication
) -> None:
    window = make_window()
    QApplication.sendEvent(qapp, QFileOpenEvent(str(make_photo())))
    wait_for_photo(qtbot, window, "old.png")
