"""Several pictures of one file: pages of a document and named versions, looked at and saved."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageSequence
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from skimage import data

from core.colorize.edits import Edit
from core.colorize.look import Look
from core.colorize.sidecar import load_sidecar
from core.errors import SessionError
from core.photo.multipage_tiff import MultiPageTiffWriter
from core.photo.photo import Photo
from core.photo.read import read_photo
from core.repair.edits import MarkKind, RepairEdit, RepairMark
from desktop.editor.widgets.save_dialog import SaveDialog
from desktop.shell.main_window import MainWindow
from tests.desktop.helpers import MakeWindow, document_of, wait_for_colors

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def album(tmp_path: Path) -> Path:
    """Three pages of different sizes; the second has colours already."""
    path = tmp_path / "album.tif"
    writer = MultiPageTiffWriter(path, None)
    for page in range(3):
        ramp = np.linspace(40, 220, 96 + 8 * page) * np.linspace(0.5, 1, 64)[:, None]
        pixels = ramp.astype(np.uint8)
        if page == 1:
            pixels = data.chelsea()[100:164, 150:254]  # a photo in colour
        writer.append(Photo(pixels))
    writer.commit()
    return path


@pytest.fixture
def reading(qtbot: QtBot, make_window: MakeWindow, album: Path) -> MainWindow:
    """A window that shows the first page."""
    window = make_window(album)
    wait_for_colors(qtbot, window)
    return window


def wait_for_page(qtbot: QtBot, window: MainWindow, page: int) -> None:
    def arrived() -> None:
        document = document_of(window)
        assert document.page == page
        assert document.colorization is not None or document.refusal is not None

    qtbot.waitUntil(arrived, timeout=60_000)


def save(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, **choices: Any) -> Path:
    """Press Ctrl+Shift+S and answer the dialog: ``all_pages``, ``format``."""

    def answer(dialog: SaveDialog) -> int:
        if choices.get("all_pages"):
            dialog.extent.all_pages.click()
        if name := choices.get("format"):
            dialog.format.setCurrentIndex(dialog.format.findData(name))
        assert dialog.save_button.isEnabled()
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(SaveDialog, "exec", answer)
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    with qtbot.waitSignal(window.workspace.editor.saved, timeout=60_000) as saved:
        qtbot.keyClick(window, Qt.Key.Key_S, modifiers)
    assert not window.workspace.editor.saving
    assert saved.args is not None
    return Path(saved.args[0])


def test_pages_are_turned_by_arrows_and_keys(qtbot: QtBot, reading: MainWindow) -> None:
    bar = reading.photo_page.page_bar
    assert bar.isVisible()
    assert bar.words.text() == "Page 1 of 3"
    assert not bar.previous.isEnabled()
    qtbot.mouseClick(bar.following, LEFT)
    wait_for_page(qtbot, reading, 1)
    assert bar.words.text() == "Page 2 of 3"
    qtbot.keyClick(reading, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    wait_for_page(qtbot, reading, 2)
    assert document_of(reading).photo.width == 112
    assert not bar.following.isEnabled()
    qtbot.mouseClick(bar.previous, LEFT)
    wait_for_page(qtbot, reading, 1)


def test_the_whole_screen_is_the_photos(qtbot: QtBot, reading: MainWindow) -> None:
    qtbot.keyClick(reading, Qt.Key.Key_F)
    assert not reading.photo_page.page_bar.isVisible()
    reading.workspace.editor.step_page(1)
    wait_for_page(qtbot, reading, 1)
    assert not reading.photo_page.page_bar.isVisible()
    qtbot.keyClick(reading, Qt.Key.Key_Escape)
    assert reading.photo_page.page_bar.isVisible()


def test_a_photo_alone_has_no_pages(qtbot: QtBot, colored: MainWindow) -> None:
    assert not colored.photo_page.page_bar.isVisible()
    assert not colored.actions_by_name["next_page"].isEnabled()


def test_each_page_keeps_its_own_work(qtbot: QtBot, reading: MainWindow, album: Path) -> None:
    reading.photo_page.look_panel.slider("warmth").setValue(40)
    qtbot.mouseClick(reading.photo_page.page_bar.following, LEFT)
    wait_for_page(qtbot, reading, 1)
    qtbot.mouseClick(reading.photo_page.page_bar.following, LEFT)
    wait_for_page(qtbot, reading, 2)
    assert document_of(reading).edit == Edit()
    reading.photo_page.look_panel.slider("strength").setValue(50)
    qtbot.keyClick(reading, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    wait_for_page(qtbot, reading, 1)
    qtbot.keyClick(reading, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    wait_for_page(qtbot, reading, 0)
    assert document_of(reading).edit == Edit(Look(warmth=0.4))
    reading.actions_by_name["undo"].trigger()
    reading.actions_by_name["redo"].trigger()
    reading.close()
    kept = load_sidecar(album)
    assert kept is not None
    assert kept.work.edit == Edit(Look(warmth=0.4))
    assert {page: work.edit for page, work in kept.pages.items()} == {2: Edit(Look(0.5))}


def test_all_pages_become_one_tiff(
    qtbot: QtBot,
    reading: MainWindow,
    tmp_path: Path,
    album: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reading.photo_page.look_panel.slider("strength").setValue(0)
    target = save(qtbot, reading, monkeypatch, all_pages=True)
    assert target == tmp_path / "album_color.tif"
    with Image.open(target) as image:
        pages = [np.asarray(page.convert("RGB")) for page in ImageSequence.Iterator(image)]
    assert [page.shape[1] for page in pages] == [96, 104, 112]
    assert np.ptp(pages[0].astype(int), axis=2).max() <= 2  # its own strength: none
    np.testing.assert_array_equal(pages[1], read_photo(album, page=1).pixels)
    assert np.ptp(pages[2].astype(int), axis=2).max() > 2
    assert read_photo(target, page=2).metadata.xmp


def test_a_page_in_colour_that_was_repaired_is_so_among_all_pages(
    qtbot: QtBot, reading: MainWindow, album: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading.workspace.editor.step_page(1)
    wait_for_page(qtbot, reading, 1)
    spot = RepairMark(((0.5, 0.5),), 0.1, MarkKind.HEAL)
    reading.workspace.editor.set_repair(RepairEdit(marks=(spot,)), "Heal a spot")
    qtbot.waitUntil(lambda: document_of(reading).has_result, timeout=30_000)
    qtbot.waitUntil(reading.actions_by_name["save_as"].isEnabled, timeout=30_000)
    alone = save(qtbot, reading, monkeypatch)
    assert alone.name == "album_repaired_2.tif"
    together = save(qtbot, reading, monkeypatch, all_pages=True)
    assert together.name == "album_color.tif"
    repaired, before = read_photo(together, page=1).pixels, read_photo(album, page=1).pixels
    np.testing.assert_array_equal(repaired, read_photo(alone).pixels)
    rows, columns = np.nonzero((repaired != before).any(axis=2))
    assert abs(rows - 31.5).max() < 8
    assert abs(columns - 51.5).max() < 8


def test_all_pages_become_a_file_each(
    qtbot: QtBot, reading: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(qtbot, reading, monkeypatch, all_pages=True, format="jpeg")
    names = sorted(path.name for path in tmp_path.glob("album_color*"))
    assert names == [f"album_color_{page}.jpg" for page in (1, 2, 3)]


def test_one_page_alone_is_numbered(
    qtbot: QtBot, reading: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.keyClick(reading, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    wait_for_page(qtbot, reading, 1)
    reading.workspace.editor.step_page(1)
    wait_for_page(qtbot, reading, 2)
    assert save(qtbot, reading, monkeypatch) == tmp_path / "album_color_3.tif"
    with Image.open(tmp_path / "album_color_3.tif") as image:
        assert (image.size, getattr(image, "n_frames", 1)) == ((112, 64), 1)


def test_a_page_that_cannot_be_read_is_left_out_and_said(
    qtbot: QtBot, reading: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, album: Path
) -> None:
    with Image.open(album) as image:
        image.seek(2)
        start, length = (image.tag_v2[tag][0] for tag in (273, 279))  # type: ignore[attr-defined]
    content = bytearray(album.read_bytes())
    content[start : start + length] = bytes(length)
    album.write_bytes(content)
    target = save(qtbot, reading, monkeypatch, all_pages=True)
    with Image.open(target) as image:
        assert getattr(image, "n_frames", 1) == 2
    assert "album.tif" in reading.notice_bar.text.text() + reading.notice_bar.details.text()


def test_nothing_is_left_where_the_network_fails(
    qtbot: QtBot, reading: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    colorizer = reading.workspace.editor.worker._colorizer
    assert colorizer is not None

    def refuse(*_: object, **__: object) -> None:
        raise SessionError("ONNX Runtime could not colorize the photo.")

    monkeypatch.setattr(colorizer, "colorize", refuse)

    def answer(dialog: SaveDialog) -> int:
        dialog.extent.all_pages.click()
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(SaveDialog, "exec", answer)
    with qtbot.waitSignal(reading.workspace.editor.saving_ended, timeout=60_000):
        reading.workspace.file_dialogs.save_as()
    assert list(tmp_path.glob("album_color*")) == []
    assert "ONNX Runtime" in reading.notice_bar.text.text() + reading.notice_bar.details.text()


def test_versions_are_saved_as_files_of_their_own(
    qtbot: QtBot, colored: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    colored.photo_page.look_panel.slider("strength").setValue(0)
    colored.workspace.editor.keep_version("grey: 1/2")
    colored.photo_page.look_panel.slider("strength").setValue(100)
    colored.workspace.editor.take_variation(colored.photo_page.variation_panel.variations[1])
    colored.workspace.editor.keep_version("another")
    colored.workspace.editor.start_afresh()
    document = document_of(colored)
    qtbot.waitUntil(lambda: colored.photo_page.view.settled, timeout=30_000)
    target = save(qtbot, colored, monkeypatch)
    assert sorted(path.name for path in tmp_path.glob("old_color*")) == [
        "old_color.png", "old_color_another.png", "old_color_grey_ 1_2.png"
    ]  # fmt: skip
    grey = np.asarray(Image.open(tmp_path / "old_color_grey_ 1_2.png").convert("RGB")).astype(int)
    assert np.ptp(grey, axis=2).max() <= 2
    plain = np.asarray(Image.open(target).convert("RGB"))
    other = np.asarray(Image.open(tmp_path / "old_color_another.png").convert("RGB"))
    assert (plain != other).any()
    assert not document.would_be_lost
    again = save_like_last_time(qtbot, colored)
    assert again == target
    colored.workspace.editor.keep_version("a third")
    assert save(qtbot, colored, monkeypatch) == target  # asked again: there is a new file
    assert (tmp_path / "old_color_a third.png").exists()


def save_like_last_time(qtbot: QtBot, window: MainWindow) -> Path:
    with qtbot.waitSignal(window.workspace.editor.saved, timeout=60_000) as saved:
        qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert saved.args is not None
    return Path(saved.args[0])
