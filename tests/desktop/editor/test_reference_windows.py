"""Reference photos in windows of their own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.shell.main_window import MainWindow
from tests.desktop.helpers import MakePhoto


def test_a_reference_that_is_no_photo_is_said(
    qtbot: QtBot, pointing: MainWindow, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"\xff\xd8\xff nothing more")
    pointing.photo_page.references.open(broken)
    qtbot.waitUntil(lambda: "broken.jpg" in pointing.notice_bar.text.text(), timeout=30_000)
    assert pointing.photo_page.references.windows == []


def test_a_reference_stays_above_the_window_and_goes_with_it(
    qtbot: QtBot, pointing: MainWindow, make_photo: MakePhoto
) -> None:
    pointing.photo_page.references.open(make_photo("reference.png"))
    qtbot.waitUntil(lambda: len(pointing.photo_page.references.windows) == 1, timeout=30_000)
    (reference,) = pointing.photo_page.references.windows
    # a window manager keeps what is transient for another above it
    handle, parent = reference.windowHandle(), pointing.windowHandle()
    assert handle is not None
    assert handle.transientParent() is parent
    assert reference.windowType() == Qt.WindowType.Tool
    assert not reference.isModal()
    pointing.activateWindow()
    qtbot.mouseClick(pointing.photo_page.view, Qt.MouseButton.LeftButton)
    assert reference.isVisible()
    pointing.close()
    assert not reference.isVisible()
