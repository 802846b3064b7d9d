"""An error nobody expected."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QMessageBox,
)
from pytestqt.qtbot import QtBot

from desktop.system.crash import CrashReporter
from tests.desktop.helpers import MakeWindow


def test_an_unexpected_error_is_a_calm_dialog_and_the_window_lives_on(
    qtbot: QtBot, make_window: MakeWindow, caplog: pytest.LogCaptureFixture
) -> None:
    window = make_window()
    crash = CrashReporter(window)
    crash.hook(ZeroDivisionError, ZeroDivisionError("nobody expected that"), None)
    qtbot.waitUntil(lambda: crash.box is not None and crash.box.isVisible(), timeout=10_000)
    assert crash.box is not None
    assert "nobody expected that" in crash.box.detailedText()
    assert "nobody expected that" in caplog.text
    copy = next(b for b in crash.box.buttons() if b.text() == "Copy the details")
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert "nobody expected that" in QGuiApplication.clipboard().text()
    assert crash.box is not None  # it stays until it is closed
    crash.box.button(QMessageBox.StandardButton.Ok).click()
    assert crash.box is None
    assert window.isVisible()
