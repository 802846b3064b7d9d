"""Pages with their prints, frames put right by hand, and pictures as the command line cuts them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QLineEdit, QListView
from pytestqt.qtbot import QtBot

from core.cli import main
from core.photo.multipage_tiff import MultiPageTiffWriter
from core.photo.photo import Photo
from core.photo.read import read_photo
from desktop.scans.find_and_cut import CutOutcome
from desktop.scans.split_window import SplitWindow
from desktop.scans.widgets.frame_painter import grip
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


@pytest.fixture
def window(make_pages: MakePages, make_split_window: MakeSplitWindow) -> SplitWindow:
    return make_split_window(*make_pages("a.png"))


def click(window: SplitWindow, x: float, y: float, *, more: bool = False) -> None:
    keys = Qt.KeyboardModifier.ControlModifier if more else Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(window.view.viewport(), LEFT, keys, place(window, x, y))


def press(window: SplitWindow, name: str) -> None:
    assert window.panel.buttons[name].isEnabled()
    QTest.mouseClick(window.panel.buttons[name], LEFT)


@pytest.mark.slow
def test_a_frame_is_turned_by_its_grip(window: SplitWindow) -> None:
    first = window.view.frames[2]
    click(window, first.x, first.y)
    view = window.view.viewportTransform()
    start = grip(first, view).toPoint()
    drag(window, start, place(window, first.x + 0.5 * first.height, first.y - 0.5 * first.height))
    turned = window.view.frames[2]
    assert turned.angle == pytest.approx(45, abs=1.5)
    assert (turned.x, turned.y, turned.width) == (first.x, first.y, first.width)


@pytest.mark.slow
def test_a_frame_is_drawn_on_bare_ground_and_is_one_step(window: SplitWindow) -> None:
    before = window.view.frames
    drag(window, place(window, 430, 600), place(window, 600, 820))
    new = window.view.frames[3]
    assert (new.x, new.y) == pytest.approx((515, 710), abs=3)
    assert (new.width, new.height, new.angle) == pytest.approx((170, 220, 0), abs=3)
    assert window.foot.cut.text() == "Cut into 4 pictures"
    window.session.pages.undo_stack.undo()
    assert window.view.frames == before


@pytest.mark.slow
def test_frames_are_joined_cut_in_two_deleted_and_as_found_again(
    qtbot: QtBot, window: SplitWindow
) -> None:
    found = window.view.frames
    for number, frame in enumerate(found[:2]):
        click(window, frame.x, frame.y, more=number > 0)
    assert window.view.chosen == (0, 1)
    press(window, "join")
    assert len(window.view.frames) == 2
    assert window.view.frames[0].area > found[0].area + found[1].area
    press(window, "halve")
    assert len(window.view.frames) == 3
    assert window.view.chosen == (0, 1)
    QTest.keyClick(window.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: window.view.frames == (found[2],), timeout=30_000)
    press(window, "as_found")
    assert window.view.frames == found


@pytest.mark.slow
def test_all_is_done_with_the_keyboard(qtbot: QtBot, window: SplitWindow) -> None:
    view, found = window.view, window.view.frames
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_BracketRight)
    QTest.keyClick(view, Qt.Key.Key_BracketRight)
    assert view.chosen == (1,)
    assert window.panel.title.text() == "Print 2 of 3"
    QTest.keyClick(view, Qt.Key.Key_Left)
    pixel = 1 / view.transform().m11()
    assert view.frames[1].x == pytest.approx(found[1].x - pixel)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert view.frames[1].height == pytest.approx(found[1].height + pixel)
    window.panel.angle_box.setFocus()
    window.panel.angle_box.selectAll()
    QTest.keyClicks(window.panel.angle_box, "12.5")
    QTest.keyClick(window.panel.angle_box, Qt.Key.Key_Return)
    assert view.frames[1].angle == 12.5
    assert view.frames[1].width == found[1].width  # what a box rounds is not changed by it
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Insert)
    qtbot.waitUntil(lambda: view.chosen == (3,), timeout=30_000)
    assert len(view.frames) == 4


@pytest.mark.slow
def test_a_picture_turned_by_a_quarter_is_upright_in_its_file(
    qtbot: QtBot, window: SplitWindow, tmp_path: Path
) -> None:
    cut(qtbot, window)
    lying = read_photo(tmp_path / "prints" / "a_01.png").pixels.astype(int)
    frame = window.view.frames[0]
    click(window, frame.x, frame.y)
    press(window, "right")
    window.foot.folder.setText(str(tmp_path / "turned"))
    cut(qtbot, window)
    turned = read_photo(tmp_path / "turned" / "a_01.png").pixels.astype(int)
    assert np.abs(turned - np.rot90(lying, -1)).max() <= 1


@pytest.mark.slow
def test_pictures_that_are_there_are_replaced_only_when_told(
    qtbot: QtBot, window: SplitWindow, tmp_path: Path
) -> None:
    cut(qtbot, window)
    first = tmp_path / "prints" / "a_01.png"
    first.write_bytes(b"somebody's")
    outcome = cut(qtbot, window)
    assert outcome.pictures == []
    assert first.read_bytes() == b"somebody's"
    assert window.notice_bar.action.text() == "Replace them"
    with qtbot.waitSignal(window.session.ended, timeout=60_000):
        QTest.mouseClick(window.notice_bar.action, LEFT)
    assert read_photo(first).width > 100
    assert window.notice_bar.text.text() == "3 pictures are written."


@pytest.mark.slow
def test_one_bad_page_costs_one_page(
    qtbot: QtBot, make_pages: MakePages, make_split_window: MakeSplitWindow
) -> None:
    pages = make_pages("a.png", "torn.png", "c.png", "gone.png")
    pages[1].write_bytes(pages[0].read_bytes()[:3000])
    window = make_split_window(*pages)
    assert window.strip.count() == 4
    assert "damaged" in window.strip.item(1).text()
    pages[3].unlink()
    outcome = cut(qtbot, window)
    assert [page.path.name for page, _ in outcome.failed] == ["gone.png"]
    assert len(outcome.pictures) == 6
    assert window.notice_bar.text.text() == "1 page could not be cut."


@pytest.mark.slow
def test_stopping_finishes_the_page_in_hand(
    qtbot: QtBot, make_pages: MakePages, make_split_window: MakeSplitWindow, tmp_path: Path
) -> None:
    window = make_split_window(*make_pages("a.png", "b.png", "c.png"))
    # told in the thread that cuts, before the first page is read
    window.session.began.connect(window.session.stop, Qt.ConnectionType.DirectConnection)
    outcome = cut(qtbot, window)
    assert outcome.stopped
    assert [path.name for path in outcome.pictures] == ["a_01.png", "a_02.png", "a_03.png"]
    report = json.loads((tmp_path / "prints" / "split.json").read_text(encoding="utf-8"))
    assert len(report["scans"]) == 1
    assert window.foot.cut.isVisible()
    assert window.notice_bar.text.text() == "Stopped: 3 pictures are written."


@pytest.mark.slow
def test_changed_frames_are_not_lost_by_closing(window: SplitWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window.view, Qt.Key.Key_BracketRight)
    press(window, "delete")
    window.close()
    assert window.isVisible()
    assert window.question is not None
    keep = next(b for b in window.question.buttons() if b.text() == "Keep working")
    QTest.mouseClick(keep, LEFT)
    qtbot.waitUntil(lambda: window.question is None, timeout=30_000)
    assert window.isVisible()
    cut(qtbot, window)
    with qtbot.waitSignal(window.closed, timeout=30_000):
        window.close()


@pytest.mark.slow
def test_every_page_of_a_tiff_is_a_page(
    qtbot: QtBot, page_pixels: np.ndarray, make_split_window: MakeSplitWindow, tmp_path: Path
) -> None:
    path = tmp_path / "book.tif"
    writer = MultiPageTiffWriter(path, None)
    for _ in range(2):
        writer.append(Photo(page_pixels))
    writer.commit()
    window = make_split_window(path)
    assert window.strip.item(1).text() == "book.tif, page 2\n3 prints"
    QTest.keyClick(window, Qt.Key.Key_PageDown)
    assert window.strip.currentRow() == 1
    outcome = cut(qtbot, window)
    assert outcome.pictures[3].name == "book_p002_01.tif"


@pytest.mark.slow
def test_every_control_has_a_name(window: SplitWindow) -> None:
    controls = (QAbstractButton, QAbstractSpinBox, QLineEdit, QListView)
    for widget in (each for kind in controls for each in window.findChildren(kind)):
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        parent = widget.parentWidget()
        if widget.objectName().startswith("qt_") or isinstance(parent, QAbstractSpinBox):
            continue
        assert text or widget.accessibleName() or not widget.isVisible(), widget
    assert window.view.accessibleName()
    assert window.view.focusPolicy() & Qt.FocusPolicy.TabFocus
