"""Look and points of one photo, taken over to others."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QItemSelectionModel
from pytestqt.qtbot import QtBot

from core.colorize.edits import Edit
from core.colorize.hints import ColorHint
from core.colorize.look import Look
from core.colorize.sidecar import read_sidecar, write_sidecar
from core.repair.edits import MarkKind, RepairEdit, RepairMark
from tests.desktop.helpers import MakeAlbum, MakeWindow, document_of, wait_for_photo
from tests.desktop.queue.queue_helpers import LONG, jobs, wait_for, wait_for_rest

POINT = ColorHint(0.5, 0.5, (30.0, 10.0))
WARM = Edit(look=Look(warmth=0.5), hints=(POINT,))


def test_what_is_chosen_in_the_film_strip_gets_it(
    qtbot: QtBot, make_window: MakeWindow, album: MakeAlbum
) -> None:
    folder = album(3)
    paths = sorted(folder.glob("*.png"))
    write_sidecar(paths[1], Edit(seed=7, look=Look(strength=0.5)))
    window = make_window(*paths)
    wait_for_photo(qtbot, window, "0.png")
    assert not window.actions_by_name["paste_edit"].isEnabled()
    healed = RepairEdit(marks=(RepairMark(((0.5, 0.5),), 0.05, MarkKind.HEAL),))
    document_of(window).change(replace(WARM, repair=healed), "Work")
    window.actions_by_name["copy_edit"].trigger()
    strip = window.workspace.filmstrip
    for row in (1, 2):
        at = strip.photos.index(row)
        strip.selectionModel().select(at, QItemSelectionModel.SelectionFlag.Select)
    with qtbot.waitSignal(window.workspace.clipboard.pasted, timeout=LONG):
        window.actions_by_name["paste_edit"].trigger()
    # colours of its own, its size and its damage stay a photo's own
    assert read_sidecar(paths[1]) == Edit(seed=7, look=WARM.look, hints=WARM.hints)
    assert read_sidecar(paths[2]) == WARM
    assert "2 photos have the settings too." in window.notice_bar.text.text()
    window.workspace.editor.open_path(paths[2])
    wait_for_photo(qtbot, window, "2.png")
    assert document_of(window).edit == WARM


def test_a_photo_that_was_open_before_has_it_too(
    qtbot: QtBot, make_window: MakeWindow, album: MakeAlbum
) -> None:
    folder = album(2)
    first, second = sorted(folder.glob("*.png"))
    window = make_window(first, second)
    wait_for_photo(qtbot, window, "0.png")
    document_of(window).change(Edit(look=Look(strength=0.2)), "Work")
    window.workspace.editor.open_path(second)
    wait_for_photo(qtbot, window, "1.png")
    document_of(window).change(WARM, "Work")
    with qtbot.waitSignal(window.workspace.clipboard.pasted, timeout=LONG):
        window.actions_by_name["apply_to_folder"].trigger()
    window.workspace.editor.open_path(first)
    wait_for_photo(qtbot, window, "0.png")
    assert document_of(window).edit == WARM


def test_pasting_to_the_open_photo_is_a_step_to_undo(
    qtbot: QtBot, make_window: MakeWindow, album: MakeAlbum
) -> None:
    first, second = sorted(album(2).glob("*.png"))
    window = make_window(first, second)
    wait_for_photo(qtbot, window, "0.png")
    document_of(window).change(WARM, "Work")
    window.workspace.clipboard.copy()
    window.workspace.editor.open_path(second)
    wait_for_photo(qtbot, window, "1.png")
    window.workspace.clipboard.paste([])
    assert document_of(window).edit == WARM
    assert document_of(window).undo_stack.undoText() == "Paste the settings"


def test_all_that_was_edited_is_saved_through_the_queue(
    qtbot: QtBot, make_window: MakeWindow, album: MakeAlbum
) -> None:
    paths = sorted(album(3).glob("*.png"))
    write_sidecar(paths[2], WARM)
    window = make_window(*paths)
    wait_for_photo(qtbot, window, "0.png")
    document_of(window).change(WARM, "Work")
    window.actions_by_name["save_edited"].trigger()
    wait_for(qtbot, window, "done", "done")
    wait_for_rest(qtbot, window)
    assert [job.source.name for job in jobs(window)] == ["0.png", "2.png"]
    assert {job.edited for job in jobs(window)} == {"1 point, look"}
