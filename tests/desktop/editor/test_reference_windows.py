"""Reference photos in windows of their own."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.shell.main_window import MainWindow


def test_a_reference_that_is_no_photo_is_said(
    qtbot: QtBot, pointing: MainWindow, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"\xff\xd8\xff nothing more")
    pointing.references.open(broken)
    qtbot.waitUntil(lambda: "broken.jpg" in pointing.notice_bar.text.text(), timeout=30_000)
    assert pointing.references.windows == []
