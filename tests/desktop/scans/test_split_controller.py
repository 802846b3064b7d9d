"""From the main window: pages are asked for, their window opens, and goes with the main one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.shell.main_window import MainWindow
from tests.desktop.helpers import MakeWindow
from tests.desktop.scans.conftest import MakePages


def name_files(monkeypatch: pytest.MonkeyPatch, *paths: Path) -> list[str]:
    """The person names these; returns where the dialog began, each time."""
    began: list[str] = []

    def names(_parent: object, _title: str, start: str) -> tuple[list[str], str]:
        began.append(start)
        return [str(path) for path in paths], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", names)
    return began


def test_pages_are_shown_and_their_pictures_opened(
    qtbot: QtBot,
    make_window: MakeWindow,
    make_pages: MakePages,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (page,) = make_pages("a.png")
    window: MainWindow = make_window()
    name_files(monkeypatch, page)
    window.actions_by_name["split"].trigger()
    split = window.workspace.splitting.window
    assert split is not None
    assert split.foot.output == page.parent / "prints"
    qtbot.waitUntil(split.foot.cut.isEnabled, timeout=60_000)
    with qtbot.waitSignal(split.session.ended, timeout=60_000):
        split.foot.cut.click()
    split.notice_bar.action.click()
    qtbot.waitUntil(lambda: window.workspace.filmstrip.photos.rowCount() == 3, timeout=60_000)
    split.close()
    assert window.workspace.splitting.window is None


def test_the_open_photo_is_suggested(colored: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    document = colored.workspace.editor.document
    assert document is not None
    began = name_files(monkeypatch)
    colored.actions_by_name["split"].trigger()
    assert began == [str(document.photo.source)]
    assert colored.workspace.splitting.window is None


def test_the_main_window_takes_it_along(
    qtbot: QtBot, make_window: MakeWindow, make_pages: MakePages
) -> None:
    window: MainWindow = make_window()
    window.workspace.splitting.show(make_pages("a.png"))
    assert window.workspace.splitting.window is not None
    window.close()
    qtbot.waitUntil(lambda: window.workspace.splitting.window is None, timeout=30_000)
