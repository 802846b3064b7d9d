"""Results looked through in the window: marked by a key, shown one by one, put right by hand."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import tifffile
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.colorize.edits import Edit
from core.colorize.look import Look
from core.colorize.sidecar import read_sidecar
from core.photo.read import read_photo
from core.photo.write import write_photo
from core.queue.locations import beside_results
from core.queue.mark import Mark
from desktop.background.qimage import from_qimage
from desktop.editor.saved_result import SavedResult
from desktop.queue.options import QueueOptions, WhenDone
from desktop.queue.queue_controller import QueueController
from desktop.shell.main_window import MainWindow
from tests.desktop.helpers import MakeAlbum, MakeWindow, document_of, wait_for_photo
from tests.desktop.queue.queue_helpers import (
    LONG,
    colorize_all,
    drop_paths,
    jobs,
    wait_for,
    wait_for_rest,
)

ExifTool = Callable[[Path], dict[str, Any]]


def reviewed(qtbot: QtBot, window: MainWindow, folder: Path) -> QueueController:
    """The results of an album in the grid, the first one the current."""
    drop_paths(window, folder)
    number = len(list(folder.iterdir()))
    wait_for(qtbot, window, *["waiting"] * number)
    colorize_all(qtbot, window)
    wait_for(qtbot, window, *["done"] * number)
    wait_for_rest(qtbot, window)
    window.actions_by_name["review"].trigger()
    grid = window.workspace.queue.page.review.grid
    grid.go_to(0)
    assert grid.hasFocus()
    return window.workspace.queue


def marks(window: MainWindow) -> list[Mark | None]:
    """In the order of the grid."""
    pairs = window.workspace.queue.page.review.pairs
    return [pairs.job(row).mark for row in range(pairs.rowCount())]


def test_a_key_marks_what_is_chosen(
    qtbot: QtBot, make_window: MakeWindow, album: MakeAlbum, tmp_path: Path
) -> None:
    window = make_window()
    actions = window.actions_by_name
    assert not actions["mark_good"].isEnabled()  # there is nothing to mark
    queue = reviewed(qtbot, window, album(3))
    grid = queue.page.review.grid
    qtbot.keyClick(grid, Qt.Key.Key_K)
    qtbot.waitUntil(lambda: marks(window)[0] is Mark.GOOD, timeout=LONG)
    grid.selectAll()
    qtbot.keyClick(grid, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: marks(window) == [Mark.REJECT] * 3, timeout=LONG)
    assert queue.page.review.count.text() == "3 of 3 looked at"
    with closing(sqlite3.connect(beside_results(tmp_path / "Pictures"))) as db:
        assert db.execute("SELECT DISTINCT mark FROM jobs").fetchall() == [("reject",)]
    qtbot.keyClick(grid, Qt.Key.Key_U)
    qtbot.waitUntil(lambda: marks(window) == [None] * 3, timeout=LONG)


def test_marks_are_stars_in_the_files_where_that_is_wanted(
    qtbot: QtBot, make_window: MakeWindow, album: MakeAlbum, tmp_path: Path
) -> None:
    window = make_window()
    queue = reviewed(qtbot, window, album(1))
    result = jobs(window)[0].target
    qtbot.keyClick(queue.page.review.grid, Qt.Key.Key_K)
    qtbot.waitUntil(lambda: marks(window) == [Mark.GOOD], timeout=LONG)
    assert b"xmp:Rating" not in result.read_bytes()
    queue.page.panel.rate.click()
    qtbot.keyClick(queue.page.review.grid, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: marks(window) == [Mark.REJECT], timeout=LONG)
    assert b'xmp:Rating="-1"' in result.read_bytes()


def test_page_down_goes_from_one_to_the_next_at_full_size(
    qtbot: QtBot, make_window: MakeWindow, album: MakeAlbum
) -> None:
    window = make_window()
    queue = reviewed(qtbot, window, album(3))
    grid, pairs = queue.page.review.grid, queue.page.review.pairs
    names = [pairs.job(row).source.name for row in range(3)]
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    wait_for_photo(qtbot, window, names[0])
    assert not queue.is_shown
    assert window.photo_page.review_bar.isVisible()
    assert window.photo_page.review_bar.words.text().startswith("1 of 3")
    for name in names[1:]:
        qtbot.keyClick(window.photo_page.view, Qt.Key.Key_PageDown)
        wait_for_photo(qtbot, window, name)
    slider = window.photo_page.look_panel.slider("saturation")
    slider.setFocus()  # wherever the keys go
    qtbot.keyClick(slider, Qt.Key.Key_PageUp)
    wait_for_photo(qtbot, window, names[1])
    assert document_of(window).edit.look == Look()
    qtbot.keyClick(window.photo_page.view, Qt.Key.Key_K)
    qtbot.waitUntil(lambda: marks(window) == [None, Mark.GOOD, None], timeout=LONG)
    assert window.photo_page.review_bar.words.text().endswith("Good")
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert queue.is_reviewing
    assert grid.currentIndex().row() == 1


def test_saving_replaces_the_result_and_marks_it(
    qtbot: QtBot, make_window: MakeWindow, album: MakeAlbum
) -> None:
    window = make_window()
    queue = reviewed(qtbot, window, album(2))
    grid = queue.page.review.grid
    job = grid.current_job()
    assert job is not None
    before = read_photo(job.target).pixels
    qtbot.keyClick(grid, Qt.Key.Key_E)
    wait_for_photo(qtbot, window, job.source.name)
    window.workspace.editor.set_look(Look(warmth=1.0), "Warmth")
    window.actions_by_name["save"].trigger()
    wait_for(qtbot, window, "done", "done")
    qtbot.waitUntil(lambda: marks(window)[0] is Mark.FIXED, timeout=LONG)
    wait_for_rest(qtbot, window)
    after = read_photo(job.target).pixels
    assert (before[..., 2].astype(int) - after[..., 2]).mean() > 3  # warmer: less blue
    assert read_sidecar(job.source) == Edit(look=Look(warmth=1.0))
    assert jobs(window)[0].edited == "look"
    # and put right once more: as the look was before
    window.workspace.editor.undo()
    window.actions_by_name["save"].trigger()
    qtbot.waitUntil(lambda: jobs(window)[0].edited is None, timeout=LONG)
    wait_for_rest(qtbot, window)
    assert (read_photo(job.target).pixels == before).all()


def reds(window: MainWindow) -> tuple[int, int]:
    """The least red and the most green that the compare view has in the photo's first row."""
    patch = window.photo_page.view._pictures.near
    if patch is None or patch.after is None or not window.photo_page.view.settled:
        return 0, 255
    row = from_qimage(patch.after)[0][0]
    return int(row[:, 0].min()), int(row[:, 1].max())


def test_the_saved_file_is_what_is_seen_until_something_is_changed(
    qtbot: QtBot, make_window: MakeWindow, album: MakeAlbum
) -> None:
    window = make_window()
    queue = reviewed(qtbot, window, album(2))
    grid = queue.page.review.grid
    job = grid.current_job()
    assert job is not None
    saved = read_photo(job.target)
    marked = saved.pixels.copy()
    marked[:4] = (255, 0, 0)  # what no model would make
    write_photo(replace(saved, pixels=marked, source=None), job.target, overwrite=True)
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    wait_for_photo(qtbot, window, job.source.name)
    qtbot.waitUntil(lambda: reds(window) == (255, 0), timeout=LONG)
    with qtbot.waitSignal(
        window.workspace.editor.copied, timeout=LONG
    ) as told:  # and so it is copied
        window.actions_by_name["copy"].trigger()
    assert (from_qimage(told.args[0])[0] == marked).all()
    window.workspace.editor.set_look(Look(saturation=1.5), "Saturation")
    document = document_of(window)
    assert document.shown is document.colorization
    qtbot.waitUntil(lambda: window.photo_page.view.settled and reds(window)[1] > 0, timeout=LONG)
    window.workspace.editor.undo()
    qtbot.waitUntil(lambda: reds(window) == (255, 0), timeout=LONG)


def test_pages_of_a_document_are_put_right_one_by_one(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    folder = tmp_path / "album"
    folder.mkdir()
    with tifffile.TiffWriter(folder / "pages.tif") as tiff:
        for side in (64, 80):
            row = np.linspace(40, 200, 96).astype(np.uint8)
            tiff.write(np.repeat(row[None], side, axis=0))
    window = make_window()
    window.workspace.queue.page.panel.set_options(QueueOptions(saturation=0.5))
    reviewed(qtbot, window, folder)
    (job,) = jobs(window)
    first, second = (read_photo(job.target, page=page).pixels for page in (0, 1))
    window.actions_by_name["fix"].trigger()
    wait_for_photo(qtbot, window, "pages.tif")
    window.actions_by_name["next_page"].trigger()
    qtbot.waitUntil(lambda: document_of(window).page == 1, timeout=LONG)
    document = document_of(window)
    qtbot.waitUntil(lambda: document.colorization is not None, timeout=LONG)
    assert document.edit.look == Look(saturation=0.5)
    assert isinstance(document.shown, SavedResult)
    assert (document.shown.pyramid.photo.pixels == second).all()
    window.workspace.editor.set_look(Look(saturation=0.5, warmth=1.0), "Warmth")
    window.actions_by_name["save"].trigger()
    qtbot.waitUntil(lambda: jobs(window)[0].mark is Mark.FIXED, timeout=LONG)
    wait_for(qtbot, window, "done")
    wait_for_rest(qtbot, window)
    assert (read_photo(job.target, page=0).pixels == first).all()
    warmer = read_photo(job.target, page=1).pixels
    assert (second[..., 2].astype(int) - warmer[..., 2]).mean() > 3  # less blue


def test_a_result_that_is_gone_is_said_and_made_anew_on_the_screen(
    qtbot: QtBot, make_window: MakeWindow, album: MakeAlbum
) -> None:
    window = make_window()
    queue = reviewed(qtbot, window, album(1))
    job = jobs(window)[0]
    job.target.unlink()
    qtbot.keyClick(queue.page.review.grid, Qt.Key.Key_Return)
    wait_for_photo(qtbot, window, job.source.name)
    qtbot.waitUntil(lambda: job.target.name in window.notice_bar.text.text(), timeout=LONG)
    assert document_of(window).shown is document_of(window).colorization


def test_only_what_was_asked_is_done(
    qtbot: QtBot, make_window: MakeWindow, album: MakeAlbum, tmp_path: Path
) -> None:
    """Putting one result right begins no queue that waits beside it, and ends nothing."""
    options = QueueOptions(when_done=WhenDone.QUIT)
    window = make_window()
    queue = reviewed(qtbot, window, album(1))
    more = tmp_path / "more"
    more.mkdir()
    for name in ("x.png", "y.png"):
        shutil.copy(jobs(window)[0].source, more / name)
    drop_paths(window, more)
    wait_for(qtbot, window, "done", "waiting", "waiting")
    queue.page.panel.set_options(options)
    window.actions_by_name["review"].trigger()
    review = queue.page.review
    qtbot.keyClick(review.grid, Qt.Key.Key_R)
    qtbot.waitUntil(review.redo.isVisible, timeout=LONG)
    qtbot.mouseClick(review.redo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: jobs(window)[0].settings.seed == 1, timeout=LONG)
    wait_for(qtbot, window, "done", "waiting", "waiting")
    wait_for_rest(qtbot, window)
    qtbot.waitUntil(lambda: queue.progress_view.progress.waiting == 2, timeout=LONG)
    assert not window.isHidden()
    colorize_all(qtbot, window)
    wait_for(qtbot, window, "done", "done", "done")


def test_what_is_marked_is_made_again_in_other_colours(
    qtbot: QtBot, make_window: MakeWindow, album: MakeAlbum, tiny_model: Callable[..., Path]
) -> None:
    window = make_window()
    queue = reviewed(qtbot, window, album(2))
    review = queue.page.review
    assert not review.redo.isVisible()
    qtbot.keyClick(review.grid, Qt.Key.Key_R)
    qtbot.waitUntil(review.redo.isVisible, timeout=LONG)
    qtbot.mouseClick(review.redo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: jobs(window)[0].settings.seed == 1, timeout=LONG)
    wait_for(qtbot, window, "done", "done")
    assert marks(window) == [None, None]


def test_another_photo_ends_the_review(
    qtbot: QtBot, make_window: MakeWindow, album: MakeAlbum, tmp_path: Path
) -> None:
    window, folder = make_window(), album(2)
    reviewed(qtbot, window, folder)
    qtbot.keyClick(window.workspace.queue.page.review.grid, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.workspace.editor.document is not None, timeout=LONG)
    shown = document_of(window).name
    other = next(path for path in sorted(folder.glob("*.png")) if path.name != shown)
    window.workspace.editor.open_paths([other])
    wait_for_photo(qtbot, window, other.name)
    assert not window.photo_page.review_bar.isVisible()
    assert not window.actions_by_name["mark_good"].isEnabled()
