"""Pages with their prints, frames put right by hand, and pictures as the command line cuts them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.cli import main
from core.photo.read import read_photo
from desktop.scans.find_and_cut import CutOutcome
from desktop.scans.split_window import SplitWindow
from tests.desktop.scans.conftest import MakePages

MakeSplitWindow = Callable[..., SplitWindow]
LEFT = Qt.MouseButton.LeftButton


def place(window: SplitWindow, x: float, y: float) -> QPoint:
    """Where a pixel of the page is seen."""
    return window.view.viewportTransform().map(QPointF(x, y)).toPoint()


def drag(window: SplitWindow, start: QPoint, end: QPoint) -> None:
    target = window.view.viewport()
    QTest.mousePress(target, LEFT, pos=start)
    QTest.mouseMove(target, (start + end) / 2)
    QTest.mouseMove(target, end)
    QTest.mouseRelease(target, LEFT, pos=end)


def cut(qtbot: QtBot, window: SplitWindow) -> CutOutcome:
    with qtbot.waitSignal(window.session.ended, timeout=60_000) as ended:
        QTest.mouseClick(window.foot.cut, LEFT)
    outcome: CutOutcome = ended.args[0]
    return outcome


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.slow
def test_what_is_found_is_cut_exactly_as_the_command_line_cuts_it(
    qtbot: QtBot, make_pages: MakePages, make_split_window: MakeSplitWindow, tmp_path: Path
) -> None:
    pages = make_pages("a.png", "b.tif")
    before = [path.read_bytes() for path in pages]
    window = make_split_window(*pages)
    assert [len(entry.frames or ()) for entry in window.session.pages.entries] == [3, 3]
    outcome = cut(qtbot, window)
    names = ["a_01.png", "a_02.png", "a_03.png", "b_01.tif", "b_02.tif", "b_03.tif"]
    assert [path.name for path in outcome.pictures] == names
    assert main(["split", *map(str, pages), "-o", str(tmp_path / "by command")]) == 0
    assert files(tmp_path / "prints") == files(tmp_path / "by command")
    assert [path.read_bytes() for path in pages] == before


@pytest.mark.slow
def test_a_frame_is_moved_and_resized_with_the_mouse(
    qtbot: QtBot, make_pages: MakePages, make_split_window: MakeSplitWindow, tmp_path: Path
) -> None:
    window = make_split_window(*make_pages("a.png"))
    first = window.view.frames[2]
    drag(window, place(window, first.x, first.y), place(window, first.x + 100, first.y - 60))
    moved = window.view.frames[2]
    assert (moved.x, moved.y) == pytest.approx((first.x + 100, first.y - 60), abs=2)
    assert (moved.width, moved.height, moved.angle) == (first.width, first.height, first.angle)
    assert window.view.chosen == (2,)
    right = moved.x + moved.width / 2
    drag(window, place(window, right, moved.y), place(window, right + 40, moved.y))
    wide = window.view.frames[2]
    assert wide.width == pytest.approx(moved.width + 40, abs=2)
    assert wide.x - wide.width / 2 == pytest.approx(moved.x - moved.width / 2, abs=0.1)
    cut(qtbot, window)
    report = json.loads((tmp_path / "prints" / "split.json").read_text(encoding="utf-8"))
    entry = report["scans"][0]["prints"][2]
    assert entry["width"] == pytest.approx(wide.width, abs=0.01)
    piece = read_photo(tmp_path / "prints" / "a_03.png")
    assert piece.width == pytest.approx(wide.width, abs=1)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.view.frames[2] == first
