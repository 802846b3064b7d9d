"""The queue and the window: what joins, what is offered, what happens at the end."""

from __future__ import annotations

from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.queue.locations import beside_results
from core.queue.store import JobStore
from desktop.presets import BUILT_IN
from desktop.queue.job_model import Column
from desktop.queue.options import QueueOptions, WhenDone
from desktop.settings import Settings, SettingsFile
from tests.desktop.helpers import MakeAlbum, MakeWindow, document_of, wait_for_photo
from tests.desktop.queue.queue_helpers import (
    LONG,
    colorize_all,
    drop_paths,
    states,
    wait_for,
    wait_for_rest,
)


def test_a_dropped_folder_is_colorized(
    qtbot: QtBot, make_window: MakeWindow, album: MakeAlbum, tmp_path: Path
) -> None:
    window, folder = make_window(), album(3)
    (folder / "broken.jpg").write_bytes(b"\xff\xd8\xff nothing more")
    (folder / "notes.txt").write_text("no photo")
    drop_paths(window, folder)
    wait_for(qtbot, window, *["waiting"] * 4)
    assert window.workspace.queue.is_shown
    assert "joined the queue" in window.notice_bar.text.text()
    assert not (tmp_path / "Pictures" / "album").exists()
    colorize_all(qtbot, window)
    wait_for(qtbot, window, "done", "done", "done", "failed")
    wait_for_rest(qtbot, window)
    for n in range(3):
        with Image.open(tmp_path / "Pictures" / "album" / f"{n}_color.png") as result:
            assert result.size == (64 + n, 48)
            assert result.mode == "RGB"
    reason = window.workspace.queue.page.list.rows.index(3, Column.REASON).data()
    assert "damaged" in reason
    qtbot.waitUntil(lambda: "The queue is done" in window.notice_bar.text.text(), timeout=LONG)
    assert "Failed: 1" in window.notice_bar.text.text()


def test_many_files_join_the_queue_and_few_are_opened(
    qtbot: QtBot, make_window: MakeWindow, album: MakeAlbum
) -> None:
    window, folder = make_window(), album(7)
    drop_paths(window, folder / "0.png", folder / "1.png")
    qtbot.waitUntil(lambda: window.workspace.editor.document is not None, timeout=LONG)
    assert states(window) == []
    drop_paths(window, *sorted(folder.iterdir()))
    wait_for(qtbot, window, *["waiting"] * 7)


def test_they_may_be_opened_one_by_one_instead(
    qtbot: QtBot, make_window: MakeWindow, album: MakeAlbum
) -> None:
    window = make_window()
    drop_paths(window, album(2))
    qtbot.waitUntil(window.notice_bar.second.isVisible, timeout=LONG)
    qtbot.mouseClick(window.notice_bar.second, Qt.MouseButton.LeftButton)
    wait_for(qtbot, window)
    qtbot.waitUntil(lambda: window.workspace.editor.document is not None, timeout=LONG)
    assert not window.workspace.queue.is_shown
    assert len(window.workspace.editor.photos) == 2


def test_an_empty_folder_says_so(qtbot: QtBot, make_window: MakeWindow, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    window = make_window()
    drop_paths(window, tmp_path / "empty")
    qtbot.waitUntil(lambda: "no photo" in window.notice_bar.text.text(), timeout=LONG)


def test_other_options_are_taken_up_by_what_waits(
    qtbot: QtBot, make_window: MakeWindow, album: MakeAlbum, tmp_path: Path
) -> None:
    window = make_window()
    page = window.workspace.queue.page
    drop_paths(window, album(2))
    wait_for(qtbot, window, "waiting", "waiting")
    page.panel.template.selectAll()
    qtbot.keyClicks(page.panel.template, "{parent} {counter:02d}{ext}")
    page.panel.folder.selectAll()
    qtbot.keyClicks(page.panel.folder, str(tmp_path / "elsewhere"))
    qtbot.keyClick(page.panel.folder, Qt.Key.Key_Return)
    colorize_all(qtbot, window)
    wait_for(qtbot, window, "done", "done")
    wait_for_rest(qtbot, window)
    made = sorted(path.name for path in (tmp_path / "elsewhere" / "album").iterdir())
    assert made == ["album 01.png", "album 02.png"]
    with JobStore(beside_results(tmp_path / "Pictures")) as store:
        assert store.jobs() == []
    assert "elsewhere" in window.settings.value.queue


def test_opened_again_it_offers_to_go_on(
    qtbot: QtBot, make_window: MakeWindow, album: MakeAlbum
) -> None:
    first = make_window()
    drop_paths(first, album(2))
    wait_for(qtbot, first, "waiting", "waiting")
    first.close()
    second = make_window()
    qtbot.waitUntil(lambda: "still wait" in second.notice_bar.text.text(), timeout=LONG)
    qtbot.mouseClick(second.notice_bar.action, Qt.MouseButton.LeftButton)
    wait_for(qtbot, second, "done", "done")
    wait_for_rest(qtbot, second)


def test_the_window_may_quit_when_all_is_done(
    qtbot: QtBot, make_window: MakeWindow, album: MakeAlbum, tmp_path: Path
) -> None:
    options = QueueOptions(when_done=WhenDone.QUIT)
    SettingsFile(tmp_path / "s.ini").save(Settings(queue=options.to_json()))
    window = make_window(settings=tmp_path / "s.ini")
    drop_paths(window, album(1))
    wait_for(qtbot, window, "waiting")
    colorize_all(qtbot, window)
    qtbot.waitUntil(window.isHidden, timeout=LONG)


def test_the_queue_is_reached_by_key(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=LONG)
    for shown in (True, False):
        qtbot.keyClick(
            QApplication.focusWidget() or window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier
        )
        assert window.workspace.queue.is_shown == shown
        assert window.actions_by_name["queue"].isChecked() == shown


def test_a_result_opens_here_in_before_and_after(
    qtbot: QtBot, make_window: MakeWindow, album: MakeAlbum
) -> None:
    window, folder = make_window(), album(2)
    look = window.workspace.queue.page.panel.look
    look.setCurrentIndex(look.findText("Hand-tinted"))
    look.activated.emit(look.currentIndex())
    drop_paths(window, folder)
    wait_for(qtbot, window, "waiting", "waiting")
    colorize_all(qtbot, window)
    wait_for_rest(qtbot, window)
    table = window.workspace.queue.page.list
    table.selectRow(1)
    table.job_actions["open"].trigger()
    wait_for_photo(qtbot, window, "1.png")
    assert not window.workspace.queue.is_shown
    assert window.photo_page.view.isVisible()
    document = document_of(window)
    assert document.edit.look == BUILT_IN["Hand-tinted"]
    assert not document.undo_stack.canUndo()  # it is how the result is, no step of one's own
