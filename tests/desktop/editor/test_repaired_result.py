"""A photo in colour is repaired in the window and saved in its own colours."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from core.cli import main
from core.colorize.edits import Crop
from core.photo.read import read_photo
from core.photo.save_options import SaveOptions
from desktop.editor.repaired_result import RepairedResult
from desktop.editor.saving import SaveRequest
from desktop.editor.widgets.save_dialog import SaveDialog
from desktop.shell.main_window import MainWindow
from tests.desktop.editor.hint_helpers import at
from tests.desktop.editor.repair_helpers import click, wait_for_repair
from tests.desktop.helpers import document_of


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[SaveDialog]:
    """The dialog is answered as it stands."""
    dialogs: list[SaveDialog] = []

    def accept(dialog: SaveDialog) -> int:
        dialogs.append(dialog)
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(SaveDialog, "exec", accept)
    return dialogs


def save(qtbot: QtBot, window: MainWindow) -> Path:
    qtbot.waitUntil(window.photo_page.side.save.isEnabled, timeout=30_000)
    with qtbot.waitSignal(window.workspace.editor.saved, timeout=30_000) as saved:
        click(qtbot, window.photo_page.side.save)
    return Path(saved.args[0])


def test_it_is_saved_as_repair_makes_it(
    qtbot: QtBot, repaired_party: MainWindow, party: Path, asked: list[SaveDialog], tmp_path: Path
) -> None:
    made = save(qtbot, repaired_party)
    assert made == tmp_path / "party_repaired.png"
    assert len(asked) == 1
    assert main(["repair", str(party), "-o", str(tmp_path / "theirs.png")]) == 0
    assert made.read_bytes() == (tmp_path / "theirs.png").read_bytes()
    result, before = read_photo(made), read_photo(party)
    assert result.pixels.dtype == np.uint16
    assert result.metadata.texts["Description"] == "The party"
    assert b"of the picture with tiny 1.0" in (result.metadata.xmp or b"")
    changed = (result.pixels != before.pixels).any(axis=(0, 2))
    assert np.flatnonzero(changed).tolist() == [150, 151]


def test_it_is_saved_again_without_asking_and_copied(
    qtbot: QtBot, repaired_party: MainWindow, asked: list[SaveDialog]
) -> None:
    assert save(qtbot, repaired_party) == save(qtbot, repaired_party)
    assert len(asked) == 1
    with qtbot.waitSignal(repaired_party.workspace.editor.copied, timeout=30_000):
        click(qtbot, repaired_party.photo_page.side.copy)
    image = QApplication.clipboard().image()
    assert (image.width(), image.height()) == (300, 200)
    scratch, beside = image.pixelColor(150, 20), image.pixelColor(145, 20)
    assert abs(scratch.lightness() - beside.lightness()) < 60 < 255 - scratch.lightness()


def test_a_strength_of_a_moment_ago_is_saved(
    qtbot: QtBot, repaired_party: MainWindow, party: Path, tmp_path: Path
) -> None:
    window = repaired_party
    window.photo_page.repair_panel.strength.setValue(50)
    assert not document_of(window).has_result
    request = SaveRequest(tmp_path / "half.png", SaveOptions("png"))
    with qtbot.waitSignal(window.workspace.editor.saved, timeout=30_000):
        window.workspace.editor.save(request)
    half = read_photo(tmp_path / "half.png").pixels[:, 150:152].astype(float)
    beside = read_photo(party).pixels[:, 145:147].mean()
    assert abs(half.mean() - (beside + 65_535) / 2) < 4_000


def test_before_and_after_are_seen_and_saved(
    qtbot: QtBot, repaired_party: MainWindow, tmp_path: Path
) -> None:
    window = repaired_party
    qtbot.waitUntil(
        lambda: window.photo_page.view.settled and window.photo_page.view.after_shown,
        timeout=30_000,
    )
    place = at(window, 151 / 300, 0.1)

    def lightness() -> int:
        return window.photo_page.view.grab().toImage().pixelColor(place).lightness()

    qtbot.waitUntil(lambda: lightness() < 200, timeout=30_000)
    qtbot.keyPress(window.photo_page.view, Qt.Key.Key_Space)
    assert lightness() > 240
    qtbot.keyRelease(window.photo_page.view, Qt.Key.Key_Space)
    request = SaveRequest(tmp_path / "p_repaired.png", SaveOptions("png"), before_after=True)
    with qtbot.waitSignal(window.workspace.editor.saved, timeout=30_000):
        window.workspace.editor.save(request)
    both = read_photo(tmp_path / "p_before_after.png").pixels
    assert both[:, 150:152].min() == 65_535
    assert both[:, both.shape[1] // 2 :].mean() < both[:, : both.shape[1] // 2].mean()


def test_where_nothing_is_repaired_nothing_is_saved(
    qtbot: QtBot, repaired_party: MainWindow
) -> None:
    window = repaired_party
    assert window.photo_page.side.save.isEnabled()
    window.actions_by_name["undo"].trigger()
    wait_for_repair(qtbot, window)
    qtbot.waitUntil(lambda: not window.photo_page.side.save.isEnabled(), timeout=30_000)
    assert document_of(window).made is None
    assert not window.actions_by_name["copy"].isEnabled()
    qtbot.waitUntil(
        lambda: window.photo_page.view.settled and not window.photo_page.view.after_shown,
        timeout=30_000,
    )


def test_it_can_be_coloured_anew_all_the_same(qtbot: QtBot, repaired_party: MainWindow) -> None:
    window = repaired_party
    click(qtbot, window.photo_page.tint_panel.decide)
    qtbot.waitUntil(lambda: document_of(window).has_colors, timeout=30_000)
    assert not isinstance(document_of(window).made, RepairedResult)
    click(qtbot, window.photo_page.tint_panel.decide)
    qtbot.waitUntil(lambda: isinstance(document_of(window).made, RepairedResult), timeout=30_000)


def test_it_is_cut_as_its_frame_says_and_so_is_a_version(
    qtbot: QtBot, repaired_party: MainWindow, tmp_path: Path
) -> None:
    window = repaired_party
    document = document_of(window)
    turned = replace(document.edit, turn=1, crop=Crop(0.0, 0.0, 0.5, 1.0))
    document.change(turned, "Turn")
    window.workspace.editor.keep_version("half")
    click(qtbot, window.photo_page.repair_panel.levels)
    wait_for_repair(qtbot, window)
    qtbot.waitUntil(lambda: document_of(window).has_result, timeout=30_000)
    request = SaveRequest(tmp_path / "p_repaired.png", SaveOptions("png"), versions=("half",))
    with qtbot.waitSignal(window.workspace.editor.saved, timeout=30_000):
        window.workspace.editor.save(request)
    for name in ("p_repaired.png", "p_repaired_half.png"):
        made = read_photo(tmp_path / name)
        assert (made.width, made.height) == (100, 300)
        assert made.pixels.max() < 65_535
