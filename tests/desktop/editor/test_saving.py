"""Results are written whole, and never over the original."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.color import rgb_to_L
from core.photo.read import read_photo
from core.photo.save_options import SaveOptions
from desktop.editor.saving import SaveRequest
from desktop.shell.main_window import MainWindow

PNG = SaveOptions("png")


@pytest.mark.parametrize(("name", "depth"), [("jpeg", 8), ("png", 16), ("tiff", 16), ("webp", 8)])
def test_a_result_is_saved_whole(
    qtbot: QtBot, colored: MainWindow, tmp_path: Path, name: str, depth: int
) -> None:
    target = tmp_path / f"result.{name}"
    with qtbot.waitSignal(colored.workspace.editor.saved, timeout=30_000):
        colored.workspace.editor.save(SaveRequest(target, SaveOptions(name, depth=depth)))
    saved = read_photo(target)
    document = colored.workspace.editor.document
    assert document is not None
    assert (saved.height, saved.width, saved.depth) == (64, 96, depth)
    assert b"compositeWithTrained" in (saved.metadata.xmp or b"")
    if name != "webp":  # lossy below full colour resolution
        drift = np.abs(rgb_to_L(saved.pixels) - rgb_to_L(document.photo.pixels))
        assert drift.mean() < 1


def test_a_folder_of_pictures_is_made_but_no_long_path_that_was_a_slip(
    qtbot: QtBot, colored: MainWindow, tmp_path: Path
) -> None:
    first = tmp_path / "Pictures" / "old.png"
    with qtbot.waitSignal(colored.workspace.editor.saved, timeout=30_000):
        colored.workspace.editor.save(SaveRequest(first, PNG))
    assert first.is_file()
    colored.workspace.editor.save(SaveRequest(tmp_path / "Pitcures" / "1920" / "old.png", PNG))
    qtbot.waitUntil(lambda: "cannot be saved" in colored.notice_bar.text.text(), timeout=30_000)
    assert not (tmp_path / "Pitcures").exists()


def test_the_original_is_never_replaced(qtbot: QtBot, colored: MainWindow, tmp_path: Path) -> None:
    before = (tmp_path / "old.png").read_bytes()
    colored.workspace.editor.save(SaveRequest(tmp_path / "old.png", PNG, overwrite=True))
    qtbot.waitUntil(colored.notice_bar.isVisible, timeout=30_000)
    assert "original" in colored.notice_bar.text.text()
    assert (tmp_path / "old.png").read_bytes() == before


def test_before_and_after_in_one_picture(qtbot: QtBot, colored: MainWindow, tmp_path: Path) -> None:
    request = SaveRequest(tmp_path / "old_color.png", PNG, before_after=True)
    with qtbot.waitSignal(colored.workspace.editor.saved, timeout=30_000):
        colored.workspace.editor.save(request)
    both = read_photo(tmp_path / "old_before_after.png")
    assert both.height == 64
    assert both.width > 2 * 96
    left = both.pixels[:, :96].astype(int)
    assert np.ptp(left, axis=2).max() == 0
