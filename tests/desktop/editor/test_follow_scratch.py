"""A faint straight scratch is followed from one click, marked, undone, or said not to be there."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from core.photo.decode import Pixels
from core.photo.photo import Photo
from core.photo.write import write_photo
from core.repair.edits import MarkKind, RepairEdit
from desktop.editor.widgets.repair_tool import Pointing
from desktop.shell.main_window import MainWindow
from tests.desktop.editor.hint_helpers import at
from tests.desktop.editor.repair_helpers import click, repair_of, wait_for_repair
from tests.desktop.helpers import MakeWindow, document_of, wait_for_colors

#: Of the scratch, in a photo of 400 x 300.
COLUMN = 250


@pytest.fixture
def window(qtbot: QtBot, make_window: MakeWindow, detector: Path, tmp_path: Path) -> MainWindow:
    """A window that shows a photo with grain and one faint scratch from top to bottom."""
    rng = np.random.default_rng(5)
    pixels: Pixels = rng.normal(110, 3, (300, 400)).clip(0, 255).astype(np.uint8)
    pixels[:, COLUMN] += 14
    window = make_window(write_photo(Photo(pixels), tmp_path / "film.png"))
    wait_for_colors(qtbot, window)
    click(qtbot, window.photo_page.repair_panel.choice(Pointing.SCRATCH))
    return window


def point(qtbot: QtBot, window: MainWindow, place: QPoint) -> None:
    qtbot.mouseClick(window.photo_page.view, Qt.MouseButton.LeftButton, pos=place)


def test_a_click_follows_it_from_edge_to_edge_and_it_is_repaired(
    qtbot: QtBot, window: MainWindow
) -> None:
    assert window.photo_page.view.tool is window.photo_page.repair.tool
    before = document_of(window).photo.pixels
    point(qtbot, window, at(window, (COLUMN + 1) / 400, 0.4))
    qtbot.waitUntil(lambda: bool(repair_of(window).marks), timeout=30_000)
    (mark,) = repair_of(window).marks
    assert mark.kind is MarkKind.MORE
    assert {round(400 * x - 0.5) for x, _ in mark.places} <= {COLUMN - 1, COLUMN, COLUMN + 1}
    assert {mark.places[0][1], mark.places[-1][1]} == {0.0, 1.0}
    assert window.photo_page.repair.marks.names == ["Repair mark 1 of 1: This is damaged too"]
    click(qtbot, window.photo_page.repair_panel.apply)
    wait_for_repair(qtbot, window)
    after = document_of(window).repaired.photo.pixels
    assert after[:, COLUMN].mean() < before[:, COLUMN].mean() - 8
    np.testing.assert_array_equal(after[:, : COLUMN - 5], before[:, : COLUMN - 5])
    for _ in range(2):
        window.actions_by_name["undo"].trigger()
    assert repair_of(window) == RepairEdit()
    wait_for_repair(qtbot, window)


def test_where_none_is_that_is_said_and_nothing_is_marked(qtbot: QtBot, window: MainWindow) -> None:
    point(qtbot, window, at(window, 0.2, 0.5))
    qtbot.waitUntil(window.notice_bar.isVisible, timeout=30_000)
    assert window.notice_bar.text.text().startswith("No straight scratch was found there.")
    assert repair_of(window) == RepairEdit()
    assert not document_of(window).undo_stack.canUndo()


def test_another_photo_is_opened_meanwhile(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    other = write_photo(Photo(np.full((60, 80), 90, np.uint8)), tmp_path / "other.png")
    point(qtbot, window, at(window, COLUMN / 400, 0.4))
    window.workspace.editor.open_path(other)
    qtbot.waitUntil(lambda: document_of(window).name == "other.png", timeout=30_000)
    qtbot.waitUntil(lambda: not window.workspace.editor.tasks.busy, timeout=30_000)
    assert repair_of(window) == RepairEdit()


def test_a_click_has_no_width(qtbot: QtBot, window: MainWindow) -> None:
    """The brush's ring is not drawn for it; it is again for what is drawn."""
    place = at(window, 0.3, 0.3)
    radius = window.photo_page.repair.tool.radius

    def ring_seen() -> bool:
        qtbot.mouseMove(window.photo_page.view, place + QPoint(1, 0))
        qtbot.mouseMove(window.photo_page.view, place)
        shown = window.photo_page.view.grab().toImage()
        across = [place + QPoint(x, 0) for x in range(radius - 2, radius + 3)]
        return max(shown.pixelColor(each).lightness() for each in across) > 180

    qtbot.waitUntil(lambda: window.photo_page.view.settled, timeout=30_000)
    assert not ring_seen()
    click(qtbot, window.photo_page.repair_panel.choice(MarkKind.LESS))
    qtbot.waitUntil(ring_seen, timeout=30_000)
