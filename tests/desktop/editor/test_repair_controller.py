"""Damage found in the background, looked at, marked larger and smaller, repaired and saved."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import tifffile
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from core.color import F32, rgb_to_L
from core.colorize.sidecar import read_sidecar
from core.inference.damage_model import DamageModel
from core.photo.decode import Pixels
from core.photo.photo import Photo
from core.photo.read import read_photo
from core.photo.save_options import SaveOptions
from core.photo.write import write_photo
from core.repair.edits import MarkKind, RepairEdit
from core.repair.fill import filled
from core.repair.find import Mask
from desktop.editor.saving import SaveRequest
from desktop.editor.widgets.compare_types import Tool
from desktop.shell.main_window import MainWindow
from tests.desktop.editor.hint_helpers import at
from tests.desktop.editor.repair_helpers import (
    click,
    drag,
    find,
    repair_of,
    wait_for_repair,
)
from tests.desktop.helpers import (
    SCRATCH,
    MakeWindow,
    document_of,
    wait_for_colors,
    wait_for_photo,
)


@pytest.fixture
def window(qtbot: QtBot, make_window: MakeWindow, detector: Path, scratched: Path) -> MainWindow:
    """A window that shows the scratched photo in colours."""
    window = make_window(scratched)
    wait_for_colors(qtbot, window)
    return window


def lightness_now(window: MainWindow) -> F32:
    return rgb_to_L(document_of(window).repaired.photo.pixels)


def shown_red(window: MainWindow, x: float, y: float) -> bool:
    """Whether the view shows a place as marked."""
    color = window.photo_page.view.grab().toImage().pixelColor(at(window, x, y))
    return color.red() > color.green() + 60


def test_what_is_found_is_shown_and_nothing_is_repaired_yet(
    qtbot: QtBot, window: MainWindow
) -> None:
    before, colors = lightness_now(window), document_of(window).colorization
    assert not window.photo_page.repair_panel.apply.isEnabled()
    find(qtbot, window)
    assert window.photo_page.repair_panel.words.text() == (
        "2.5 % of the photo looks damaged. Check the marked places, then repair."
    )
    qtbot.waitUntil(lambda: shown_red(window, 0.512, 0.5), timeout=30_000)
    assert not shown_red(window, 0.8, 0.5)
    np.testing.assert_array_equal(lightness_now(window), before)
    assert document_of(window).colorization is colors
    click(qtbot, window.photo_page.repair_panel.show_marked)
    qtbot.waitUntil(lambda: not shown_red(window, 0.512, 0.5), timeout=30_000)


def test_it_is_repaired_undone_and_done_again(qtbot: QtBot, window: MainWindow) -> None:
    find(qtbot, window)
    click(qtbot, window.photo_page.repair_panel.apply)
    wait_for_repair(qtbot, window)
    assert repair_of(window) == RepairEdit(find=True, applied=True)
    assert lightness_now(window).max() < 60
    assert not window.photo_page.repair_panel.show_marked.isChecked()
    assert window.photo_page.repair_panel.apply.text() == "Take the repair back"
    window.actions_by_name["undo"].trigger()
    wait_for_repair(qtbot, window)
    assert lightness_now(window).max() == pytest.approx(100, abs=0.1)
    window.actions_by_name["redo"].trigger()
    wait_for_repair(qtbot, window)
    assert lightness_now(window).max() < 60
    click(qtbot, window.photo_page.repair_panel.apply)
    wait_for_repair(qtbot, window)
    assert lightness_now(window).max() == pytest.approx(100, abs=0.1)


def test_the_brush_makes_the_mask_larger_and_smaller(qtbot: QtBot, window: MainWindow) -> None:
    find(qtbot, window)
    click(qtbot, window.photo_page.repair_panel.choice(MarkKind.MORE))
    assert window.photo_page.view.tool is window.photo_page.repair.tool
    assert window.actions_by_name["heal"].isChecked()
    drag(qtbot, window, at(window, 0.185, 0.25))
    click(qtbot, window.photo_page.repair_panel.choice(MarkKind.LESS))
    drag(qtbot, window, at(window, 0.512, 0.0), at(window, 0.512, 0.4))
    assert [mark.kind for mark in repair_of(window).marks] == [MarkKind.MORE, MarkKind.LESS]
    qtbot.waitUntil(lambda: shown_red(window, 0.185, 0.25), timeout=30_000)
    assert not shown_red(window, 0.512, 0.2)
    assert shown_red(window, 0.512, 0.7)
    click(qtbot, window.photo_page.repair_panel.apply)
    wait_for_repair(qtbot, window)
    L = lightness_now(window)
    assert L[20:25, 20:25].min() > 30
    assert L[:30, SCRATCH].min() > 99
    assert L[50:, SCRATCH].max() < 60


def test_a_spot_is_healed_at_once(qtbot: QtBot, window: MainWindow) -> None:
    click(qtbot, window.photo_page.repair_panel.choice(MarkKind.HEAL))
    drag(qtbot, window, at(window, 0.185, 0.25))
    wait_for_repair(qtbot, window)
    L = lightness_now(window)
    assert L[20:25, 20:25].min() > 30
    assert L[:, SCRATCH].min() > 99
    assert not repair_of(window).applied
    window.actions_by_name["undo"].trigger()
    wait_for_repair(qtbot, window)
    assert lightness_now(window)[22, 22] == 0


def share_found(window: MainWindow) -> float:
    found = document_of(window).damage
    return 0.0 if found is None else found.share


def test_a_more_sensitive_search_finds_more_and_is_kept(
    qtbot: QtBot, make_window: MakeWindow, detector: Path, tmp_path: Path
) -> None:
    pixels: Pixels = np.full((90, 120), 110, np.uint8)
    pixels[:, SCRATCH] = 255
    pixels[20:25, 20:25] = 239  # L* 94.4: nearly what the detector takes for damage
    photo = write_photo(Photo(pixels), tmp_path / "faint.png")
    window = make_window(photo)
    wait_for_colors(qtbot, window)
    panel = window.photo_page.repair_panel
    assert not panel.sensitivity.isEnabled()
    find(qtbot, window)
    first = share_found(window)
    panel.sensitivity.setFocus()
    for _ in range(5):
        qtbot.keyClick(panel.sensitivity, Qt.Key.Key_PageUp)
    assert window.workspace.editor.repairs.busy
    assert panel.words.text() == "One moment…"
    qtbot.waitUntil(lambda: share_found(window) > first, timeout=30_000)
    assert repair_of(window) == RepairEdit(find=True, sensitivity=1.0)
    qtbot.waitUntil(lambda: shown_red(window, 0.185, 0.25), timeout=30_000)
    click(qtbot, panel.apply)
    wait_for_repair(qtbot, window)
    assert lightness_now(window).max() < 60
    window.actions_by_name["undo"].trigger()
    window.actions_by_name["undo"].trigger()  # all five steps of one slider
    assert repair_of(window) == RepairEdit(find=True)
    assert panel.sensitivity.value() == 50
    qtbot.waitUntil(lambda: share_found(window) == first, timeout=30_000)
    window.actions_by_name["redo"].trigger()
    window.close()
    kept = read_sidecar(photo)
    assert kept is not None
    assert kept.repair.sensitivity == 1.0


def test_an_infrared_picture_leaves_the_search_nothing_to_be_sensitive_about(
    qtbot: QtBot, make_window: MakeWindow, detector: Path, tmp_path: Path
) -> None:
    codes = np.random.default_rng(3).integers(60, 160, (90, 120), np.uint8)
    infrared = np.full((90, 120), 200, np.uint8)
    infrared[:, SCRATCH] = 20
    codes[:, SCRATCH] = 240
    scan = tmp_path / "scan.tif"
    layers = np.dstack([codes, codes, codes, infrared])
    tifffile.imwrite(scan, layers, photometric="rgb", metadata=None, extrasamples=["unspecified"])
    window = make_window(scan)
    wait_for_photo(qtbot, window, "scan.tif")
    find(qtbot, window)
    damage = document_of(window).damage
    assert damage is not None
    assert damage.damage.by == "the scanner's infrared picture"
    panel = window.photo_page.repair_panel
    assert panel.apply.isEnabled()
    assert not panel.sensitivity.isEnabled()


def test_both_sliders_are_undone_each_by_itself(qtbot: QtBot, window: MainWindow) -> None:
    find(qtbot, window)
    click(qtbot, window.photo_page.repair_panel.apply)
    wait_for_repair(qtbot, window)
    for slider in (
        window.photo_page.repair_panel.strength,
        window.photo_page.repair_panel.sensitivity,
    ):
        slider.setFocus()
        qtbot.keyClick(slider, Qt.Key.Key_PageDown)
    wanted = RepairEdit(find=True, applied=True, strength=0.9, sensitivity=0.4)
    assert repair_of(window) == wanted
    window.actions_by_name["undo"].trigger()
    assert repair_of(window) == RepairEdit(find=True, applied=True, strength=0.9)
    wait_for_repair(qtbot, window)


def test_half_strength_and_a_look_at_it_without(qtbot: QtBot, window: MainWindow) -> None:
    find(qtbot, window)
    panel = window.photo_page.repair_panel
    assert not panel.strength.isEnabled()
    click(qtbot, panel.apply)
    wait_for_repair(qtbot, window)
    panel.strength.setFocus()
    for _ in range(5):
        qtbot.keyClick(panel.strength, Qt.Key.Key_PageDown)
    wait_for_repair(qtbot, window)
    assert repair_of(window).strength == 0.5
    assert 60 < lightness_now(window)[:, SCRATCH].mean() < 85
    document = document_of(window)
    qtbot.mousePress(panel.compare, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.photo_page.view.settled, timeout=30_000)
    assert shown_lightness(window) > 90
    qtbot.mouseRelease(panel.compare, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: window.photo_page.view.settled and shown_lightness(window) < 90, timeout=30_000
    )
    assert document is document_of(window)


def shown_lightness(window: MainWindow) -> float:
    color = window.photo_page.view.color_at(at(window, 0.512, 0.5).toPointF())
    assert color is not None
    rgb = np.array([[(color.red(), color.green(), color.blue())]], np.uint8)
    return float(rgb_to_L(rgb)[0, 0])


def test_before_is_the_photo_as_it_was(qtbot: QtBot, window: MainWindow) -> None:
    find(qtbot, window)
    click(qtbot, window.photo_page.repair_panel.apply)
    wait_for_repair(qtbot, window)
    qtbot.waitUntil(lambda: window.photo_page.view.settled, timeout=30_000)
    qtbot.keyPress(window.photo_page.view, Qt.Key.Key_Space)
    shown = window.photo_page.view.grab().toImage().pixelColor(at(window, 0.512, 0.5))
    assert min(shown.red(), shown.green(), shown.blue()) > 240
    qtbot.keyRelease(window.photo_page.view, Qt.Key.Key_Space)


def test_it_is_kept_beside_the_photo_and_saved(
    qtbot: QtBot, window: MainWindow, scratched: Path, tmp_path: Path, make_window: MakeWindow
) -> None:
    find(qtbot, window)
    click(qtbot, window.photo_page.repair_panel.choice(MarkKind.HEAL))
    drag(qtbot, window, at(window, 0.185, 0.25))
    click(qtbot, window.photo_page.repair_panel.apply)
    wait_for_repair(qtbot, window)
    edit = repair_of(window)
    with qtbot.waitSignal(window.workspace.editor.saved, timeout=30_000) as saved:
        window.workspace.editor.save(SaveRequest(tmp_path / "result.png", SaveOptions("png")))
    result = read_photo(saved.args[0])
    L = rgb_to_L(result.pixels)
    assert 30 < L.min() < L.max() < 60
    words = (result.metadata.xmp or b"").decode()
    assert "of the picture with tiny 1.0 (SHA-256" in words
    assert ") and a brush" in words
    window.close()
    kept = read_sidecar(scratched)
    assert kept is not None
    assert kept.repair == edit
    again = make_window(scratched)
    wait_for_photo(qtbot, again, scratched.name)
    wait_for_repair(qtbot, again)
    np.testing.assert_array_equal(
        document_of(again).repaired.photo.pixels, document_of(window).repaired.photo.pixels
    )


def test_where_the_detector_fails_it_is_said_and_nothing_is_saved_unrepaired(
    qtbot: QtBot, window: MainWindow, detector: Path
) -> None:
    detector.write_bytes(b"no model")
    click(qtbot, window.photo_page.repair_panel.look)
    qtbot.waitUntil(window.notice_bar.isVisible, timeout=30_000)
    qtbot.waitUntil(lambda: not window.workspace.editor.repairs.busy, timeout=30_000)
    assert document_of(window).damage is None
    assert not window.photo_page.repair_panel.apply.isEnabled()


def test_a_clean_photo_is_said_to_be(
    qtbot: QtBot, make_window: MakeWindow, detector: Path, tmp_path: Path
) -> None:
    window = make_window(write_photo(Photo(np.full((60, 80), 90, np.uint8)), tmp_path / "c.png"))
    wait_for_colors(qtbot, window)
    find(qtbot, window)
    assert window.photo_page.repair_panel.words.text().startswith("No damage was found.")
    assert not window.photo_page.repair_panel.apply.isEnabled()


def test_what_is_not_repaired_yet_is_not_saved(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    find(qtbot, window)
    assert window.photo_page.side.save.isEnabled()
    may_go_on = threading.Event()

    def slowly(L: F32, mask: Mask) -> F32:
        may_go_on.wait(60)
        return filled(L, mask)

    monkeypatch.setattr("core.repair.repair.filled", slowly)
    try:
        click(qtbot, window.photo_page.repair_panel.apply)
        assert not window.photo_page.side.save.isEnabled()
        assert not window.actions_by_name["save"].isEnabled()
    finally:
        may_go_on.set()
    wait_for_repair(qtbot, window)
    qtbot.waitUntil(window.photo_page.side.save.isEnabled, timeout=30_000)


def test_another_photo_is_opened_while_damage_is_looked_for(
    qtbot: QtBot,
    window: MainWindow,
    make_photo: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(DamageModel, "find", lambda _self, L: np.ones_like(L))
    other = make_photo("other.png")
    click(qtbot, window.photo_page.repair_panel.look)
    window.workspace.editor.open_path(other)
    wait_for_photo(qtbot, window, other.name)
    qtbot.waitUntil(lambda: not window.workspace.editor.tasks.busy, timeout=30_000)
    assert document_of(window).damage is None
    assert repair_of(window) == RepairEdit()
    assert window.photo_page.repair_panel.words.text() == ""


def test_one_tool_at_a_time_and_escape_puts_it_away(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_B)
    qtbot.keyClick(window, Qt.Key.Key_J)
    tools: list[Tool] = [window.photo_page.hints.tool, window.photo_page.repair.tool]
    assert window.photo_page.view.tool is tools[1]
    assert not window.actions_by_name["brush"].isChecked()
    assert window.photo_page.repair_panel.use.isChecked()
    qtbot.keyClick(window, Qt.Key.Key_P)
    assert window.photo_page.view.tool in tools[:1]
    assert not window.photo_page.repair_panel.use.isChecked()
    qtbot.keyClick(window, Qt.Key.Key_J)
    qtbot.keyClick(window.photo_page.view, Qt.Key.Key_Escape)
    assert window.photo_page.view.tool is None


def test_all_marks_go_at_once_and_come_back(qtbot: QtBot, window: MainWindow) -> None:
    assert not window.photo_page.repair_panel.clear.isEnabled()
    click(qtbot, window.photo_page.repair_panel.choice(MarkKind.MORE))
    for x in (0.2, 0.8):
        drag(qtbot, window, at(window, x, 0.5))
    qtbot.mouseClick(window.photo_page.repair_panel.clear, Qt.MouseButton.LeftButton)
    assert repair_of(window) == RepairEdit()
    window.actions_by_name["undo"].trigger()
    assert len(repair_of(window).marks) == 2


def test_marks_are_in_the_accessibility_tree(qtbot: QtBot, window: MainWindow) -> None:
    click(qtbot, window.photo_page.repair_panel.choice(MarkKind.MORE))
    drag(qtbot, window, at(window, 0.2, 0.5), at(window, 0.4, 0.5))
    tree = QAccessible.queryAccessibleInterface(window.photo_page.view)
    names = [tree.child(at_).text(QAccessible.Text.Name) for at_ in range(tree.childCount())]
    assert "Repair mark 1 of 1: This is damaged too" in names


def test_faded_tones_are_spread_and_given_back(qtbot: QtBot, window: MainWindow) -> None:
    before = lightness_now(window)
    click(qtbot, window.photo_page.repair_panel.choice(MarkKind.MORE))
    drag(qtbot, window, at(window, 0.512, 0.0), at(window, 0.512, 1.0))
    drag(qtbot, window, at(window, 0.185, 0.25))
    click(qtbot, window.photo_page.repair_panel.apply)
    click(qtbot, window.photo_page.repair_panel.levels)
    wait_for_repair(qtbot, window)
    assert repair_of(window).levels
    assert lightness_now(window).std() > 1.3 * before[:, :50][30:].std()
    window.photo_page.repair_panel.clear.click()
    assert repair_of(window) == RepairEdit(levels=True)
    assert window.photo_page.repair_panel.levels.isChecked()
    click(qtbot, window.photo_page.repair_panel.levels)
    wait_for_repair(qtbot, window)
    np.testing.assert_array_equal(lightness_now(window), before)


def test_the_keyboard_alone_finds_and_repairs(qtbot: QtBot, window: MainWindow) -> None:
    for button in (window.photo_page.repair_panel.look, window.photo_page.repair_panel.apply):
        qtbot.waitUntil(button.isEnabled, timeout=30_000)
        button.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.keyClick(button, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: not window.workspace.editor.repairs.busy, timeout=30_000)
    wait_for_repair(qtbot, window)
    assert lightness_now(window).max() < 60
