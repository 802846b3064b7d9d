"""The program starts, whatever its settings are, and before what is heavy."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from pytestqt.qtbot import QtBot

from desktop.settings import SettingsFile, SettingsStore
from desktop.shell.file_dialogs import FileDialogs
from desktop.shell.main_window import MainWindow


@pytest.mark.slow
def test_the_frame_is_seen_before_what_is_slow_to_import() -> None:
    """Half a second of imports: they come behind a window that is there already."""
    program = "import sys, desktop.app; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    loaded = done.stdout.decode().split()
    slow = ("numpy", "cv2", "onnxruntime", "pyvips", "core.colorize.colorization")
    assert [name for name in slow if name in loaded] == []
    assert "desktop.shell.workspace" not in loaded


def test_a_click_on_the_frame_waits_for_the_rest(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is clicked before the window is furnished is done afterwards, not lost."""
    store = SettingsStore(SettingsFile(tmp_path / "settings.ini").load())
    window = MainWindow(store)
    qtbot.addWidget(window)
    opened: list[str] = []
    monkeypatch.setattr(FileDialogs, "open_files", lambda _dialogs: opened.append("asked"))
    window.show_frame()
    assert window.windowHandle().isExposed()
    enabled = {name for name, action in window.actions_by_name.items() if action.isEnabled()}
    QTimer.singleShot(0, window.drop_area.button.click)
    window.furnish()
    assert {n for n, a in window.actions_by_name.items() if a.isEnabled()} == enabled
    qtbot.waitUntil(lambda: opened == ["asked"])
    assert window.close()


def test_a_frame_can_be_closed_unfurnished(qtbot: QtBot, tmp_path: Path) -> None:
    window = MainWindow(SettingsStore(SettingsFile(tmp_path / "settings.ini").load()))
    qtbot.addWidget(window)
    window.show_frame()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    window.resize(700, 500)
    assert window.close()


def test_a_broken_file_is_said(make_window: Callable[..., MainWindow], tmp_path: Path) -> None:
    path = tmp_path / "broken.ini"
    path.write_bytes(b"\x00\xff\xfe rubbish")
    window = make_window(settings=path)
    assert "settings could not be read" in window.notice_bar.text.text()
    assert str(path.with_suffix(".broken")) in window.notice_bar.details.text()
