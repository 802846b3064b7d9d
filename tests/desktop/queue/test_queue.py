"""The queue in the window: a folder falls in, photos come out; nothing else loses time or work."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.queue.job import Job, JobState
from core.queue.locations import beside_results
from core.queue.store import JobStore
from desktop.background.requests import LoadModel
from desktop.queue.events import QueueState
from desktop.queue.job_model import Column
from desktop.queue.options import QueueOptions
from desktop.queue.worker_colorizer import WorkerColorizer
from desktop.settings import Settings, SettingsFile
from desktop.shell.main_window import MainWindow

MakeWindow = Callable[..., MainWindow]
MakePhoto = Callable[..., Path]
MakeAlbum = Callable[..., Path]
LONG = 60_000


@pytest.fixture
def album(tmp_path: Path, make_photo: MakePhoto) -> MakeAlbum:
    """``album(3)`` -> a folder ``album`` with ``0.png``, ``1.png``, ``2.png``."""

    def make(number: int) -> Path:
        folder = tmp_path / "album"
        folder.mkdir()
        for n in range(number):
            make_photo(f"album/{n}.png", width=64 + n, height=48)
        return folder

    return make


class Gate:
    """Lets the network see one photo at a time."""

    def __init__(self) -> None:
        self.passes = threading.Semaphore(0)

    def open(self) -> None:
        for _ in range(1000):
            self.passes.release()

    def shut(self) -> None:
        while self.passes.acquire(blocking=False):
            pass


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    made, through = Gate(), WorkerColorizer.colorize

    def wait(self: WorkerColorizer, *args: object, **wishes: object) -> object:
        made.passes.acquire()
        return through(self, *args, **wishes)  # type: ignore[arg-type]

    monkeypatch.setattr(WorkerColorizer, "colorize", wait)
    yield made
    made.open()


def drop(window: MainWindow, *paths: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    how = (
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(50, 50), *how))
    QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), *how))


def jobs(window: MainWindow) -> list[Job]:
    return list(window.queue.page.jobs.jobs)


def states(window: MainWindow) -> list[str]:
    return [job.state.value for job in jobs(window)]


def wait_for(qtbot: QtBot, window: MainWindow, *wanted: str) -> None:
    def so() -> None:
        assert states(window) == list(wanted)

    qtbot.waitUntil(so, timeout=LONG)


def wait_for_rest(qtbot: QtBot, window: MainWindow) -> None:
    def rests() -> None:
        assert window.queue.queue.state is QueueState.RESTING
        assert "running" not in states(window)

    qtbot.waitUntil(rests, timeout=LONG)


def colorize_all(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.mouseClick(window.queue.page.start, Qt.MouseButton.LeftButton)


def test_a_dropped_folder_is_colorized(
    qtbot: QtBot, make_window: MakeWindow, album: MakeAlbum, tmp_path: Path
) -> None:
    window, folder = make_window(), album(3)
    (folder / "broken.jpg").write_bytes(b"\xff\xd8\xff nothing more")
    (folder / "notes.txt").write_text("no photo")
    drop(window, folder)
    wait_for(qtbot, window, *["waiting"] * 4)
    assert window.queue.is_shown
    assert "joined the queue" in window.notice_bar.text.text()
    assert not (tmp_path / "Pictures" / "album").exists()
    colorize_all(qtbot, window)
    wait_for(qtbot, window, "done", "done", "done", "failed")
    wait_for_rest(qtbot, window)
    for n in range(3):
        with Image.open(tmp_path / "Pictures" / "album" / f"{n}_color.png") as result:
            assert result.size == (64 + n, 48)
            assert result.mode == "RGB"
    reason = window.queue.page.list.rows.index(3, Column.REASON).data()
    assert "damaged" in reason
    qtbot.waitUntil(lambda: "The queue is done" in window.notice_bar.text.text(), timeout=LONG)
    assert "Failed: 1" in window.notice_bar.text.text()


def test_the_command_line_knows_the_same_queue(
    qtbot: QtBot, make_window: MakeWindow, album: MakeAlbum, tmp_path: Path
) -> None:
    window = make_window()
    drop(window, album(2))
    wait_for(qtbot, window, "waiting", "waiting")
    with JobStore(beside_results(tmp_path / "Pictures")) as store:
        assert [job.source.name for job in store.jobs()] == ["0.png", "1.png"]


def test_many_files_join_the_queue_and_few_are_opened(
    qtbot: QtBot, make_window: MakeWindow, album: MakeAlbum
) -> None:
    window, folder = make_window(), album(7)
    drop(window, folder / "0.png", folder / "1.png")
    qtbot.waitUntil(lambda: window.editor.document is not None, timeout=LONG)
    assert states(window) == []
    drop(window, *sorted(folder.iterdir()))
    wait_for(qtbot, window, *["waiting"] * 7)


def test_they_may_be_opened_one_by_one_instead(
    qtbot: QtBot, make_window: MakeWindow, album: MakeAlbum
) -> None:
    window = make_window()
    drop(window, album(2))
    qtbot.waitUntil(window.notice_bar.second.isVisible, timeout=LONG)
    qtbot.mouseClick(window.notice_bar.second, Qt.MouseButton.LeftButton)
    wait_for(qtbot, window)
    qtbot.waitUntil(lambda: window.editor.document is not None, timeout=LONG)
    assert not window.queue.is_shown
    assert len(window.editor.photos) == 2


def test_an_empty_folder_says_so(qtbot: QtBot, make_window: MakeWindow, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    window = make_window()
    drop(window, tmp_path / "empty")
    qtbot.waitUntil(lambda: "no photo" in window.notice_bar.text.text(), timeout=LONG)


def test_a_photo_that_waits_for_a_person_goes_first(
    qtbot: QtBot, make_window: MakeWindow, album: MakeAlbum, make_photo: MakePhoto, gate: Gate
) -> None:
    """The open photo gets its colours while the queue runs, through the same network."""
    window = make_window()
    drop(window, album(4))
    wait_for(qtbot, window, *["waiting"] * 4)
    colorize_all(qtbot, window)
    qtbot.waitUntil(lambda: "running" in states(window), timeout=LONG)
    window.editor.open_paths([make_photo("mine.png")])

    def colored() -> None:
        document = window.editor.document
        assert document is not None
        assert document.colorization is not None

    qtbot.waitUntil(colored, timeout=LONG)
    assert "done" not in states(window)
    gate.open()
    wait_for(qtbot, window, *["done"] * 4)
    wait_for_rest(qtbot, window)


def test_pause_resume_and_stop(
    qtbot: QtBot, make_window: MakeWindow, album: MakeAlbum, gate: Gate
) -> None:
    window = make_window()
    page = window.queue.page

    def finished_what_was_in_hand() -> None:
        assert set(states(window)) == {"done", "waiting"}

    drop(window, album(14))
    wait_for(qtbot, window, *["waiting"] * 14)
    colorize_all(qtbot, window)
    qtbot.waitUntil(lambda: "running" in states(window), timeout=LONG)
    assert not page.panel.template.isEnabled()
    qtbot.mouseClick(page.pause, Qt.MouseButton.LeftButton)
    assert "paused" in window.strip.queue.text()
    gate.open()
    qtbot.waitUntil(finished_what_was_in_hand, timeout=LONG)
    gate.shut()
    qtbot.mouseClick(page.pause, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "running" in states(window), timeout=LONG)
    qtbot.mouseClick(page.stop, Qt.MouseButton.LeftButton)
    gate.passes.release()
    wait_for_rest(qtbot, window)
    finished_what_was_in_hand()
    assert "waiting" in window.strip.queue.text()
    gate.open()
    colorize_all(qtbot, window)
    wait_for(qtbot, window, *["done"] * 14)
    wait_for_rest(qtbot, window)


def test_what_is_cancelled_is_not_done_and_can_be_had_back(
    qtbot: QtBot, make_window: MakeWindow, album: MakeAlbum, gate: Gate
) -> None:
    window = make_window()
    page = window.queue.page
    drop(window, album(6))
    wait_for(qtbot, window, *["waiting"] * 6)
    colorize_all(qtbot, window)
    qtbot.waitUntil(lambda: "running" in states(window), timeout=LONG)
    page.list.selectRow(5)
    page.list.job_actions["cancel"].trigger()
    qtbot.waitUntil(lambda: states(window)[5] == "cancelled", timeout=LONG)
    qtbot.mouseClick(page.cancel_all, Qt.MouseButton.LeftButton)
    gate.open()
    wait_for_rest(qtbot, window)
    assert "waiting" not in states(window)
    page.list.selectRow(5)
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: states(window)[5] == "waiting", timeout=LONG)
    page.list.selectRow(4)
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(jobs(window)) == 5, timeout=LONG)


def test_failed_ones_are_tried_again_and_finished_ones_cleared(
    qtbot: QtBot, make_window: MakeWindow, album: MakeAlbum, make_photo: MakePhoto
) -> None:
    window, folder = make_window(), album(1)
    (folder / "late.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    page = window.queue.page
    drop(window, folder)
    wait_for(qtbot, window, "waiting", "waiting")
    colorize_all(qtbot, window)
    wait_for(qtbot, window, "done", "failed")
    wait_for_rest(qtbot, window)
    (folder / "late.png").unlink()
    make_photo("album/late.png")
    qtbot.mouseClick(page.retry_all, Qt.MouseButton.LeftButton)
    wait_for(qtbot, window, "done", "waiting")
    colorize_all(qtbot, window)
    wait_for(qtbot, window, "done", "done")
    wait_for_rest(qtbot, window)
    qtbot.mouseClick(page.clear, Qt.MouseButton.LeftButton)
    wait_for(qtbot, window)


def test_other_options_are_taken_up_by_what_waits(
    qtbot: QtBot, make_window: MakeWindow, album: MakeAlbum, tmp_path: Path
) -> None:
    window = make_window()
    page = window.queue.page
    drop(window, album(2))
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


def test_another_model_goes_on_with_the_queue(
    qtbot: QtBot,
    make_window: MakeWindow,
    album: MakeAlbum,
    tiny_model: Callable[..., Path],
    gate: Gate,
) -> None:
    window = make_window()
    own = tiny_model(name="own.onnx", metadata={"name": "grandfather"})
    drop(window, album(3))
    wait_for(qtbot, window, *["waiting"] * 3)
    colorize_all(qtbot, window)
    qtbot.waitUntil(lambda: "running" in states(window), timeout=LONG)
    with qtbot.waitSignal(window.editor.model_changed, timeout=LONG):
        window.editor.load_model(LoadModel(own, "cpu"))
    gate.open()
    wait_for(qtbot, window, *["done"] * 3)
    wait_for_rest(qtbot, window)
    ready = window.editor.model
    assert {job.model_sha256 for job in jobs(window)} == {ready.spec.sha256}  # type: ignore[union-attr]
    assert {job.attempts for job in jobs(window)} == {1}


def test_closing_asks_finishes_what_is_in_hand_and_goes(
    qtbot: QtBot, make_window: MakeWindow, album: MakeAlbum, gate: Gate, tmp_path: Path
) -> None:
    window = make_window()
    drop(window, album(6))
    wait_for(qtbot, window, *["waiting"] * 6)
    colorize_all(qtbot, window)
    qtbot.waitUntil(lambda: "running" in states(window), timeout=LONG)
    guard = window.queue.close_guard
    assert not window.close()
    assert guard.question is not None
    buttons = {button.text(): button for button in guard.question.buttons()}
    qtbot.mouseClick(buttons["Keep working"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: guard.question is None, timeout=LONG)
    assert window.queue.queue.state is QueueState.RUNNING
    assert not window.close()
    buttons = {button.text(): button for button in guard.question.buttons()}
    qtbot.mouseClick(buttons["Stop and close"], Qt.MouseButton.LeftButton)
    gate.passes.release(2)
    qtbot.waitUntil(window.isHidden, timeout=LONG)
    with JobStore(beside_results(tmp_path / "Pictures")) as store:
        counts = store.counts()
        assert counts[JobState.RUNNING] == 0
        assert counts[JobState.DONE] + counts[JobState.WAITING] == 6
        assert counts[JobState.WAITING] > 0


def test_opened_again_it_offers_to_go_on(
    qtbot: QtBot, make_window: MakeWindow, album: MakeAlbum
) -> None:
    first = make_window()
    drop(first, album(2))
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
    options = QueueOptions(when_done="quit")
    SettingsFile(tmp_path / "s.ini").save(Settings(queue=options.to_json()))
    window = make_window(settings=tmp_path / "s.ini")
    drop(window, album(1))
    wait_for(qtbot, window, "waiting")
    colorize_all(qtbot, window)
    qtbot.waitUntil(window.isHidden, timeout=LONG)


def test_without_a_model_nothing_joins(
    qtbot: QtBot, make_window: MakeWindow, album: MakeAlbum, tmp_path: Path
) -> None:
    window = make_window(model=tmp_path / "nowhere.onnx")
    folder = album(1)
    drop(window, folder)  # before it is known that there is none
    qtbot.waitUntil(lambda: "missing" in window.notice_bar.text.text(), timeout=LONG)
    drop(window, folder)
    QTest.qWait(50)
    assert states(window) == []
    assert "missing" in window.notice_bar.text.text()


def test_another_program_at_the_same_queue_is_a_sentence(
    qtbot: QtBot, make_window: MakeWindow, album: MakeAlbum, tmp_path: Path
) -> None:
    window = make_window()
    drop(window, album(1))
    wait_for(qtbot, window, "waiting")
    with JobStore(beside_results(tmp_path / "Pictures")) as other, other.claimed_by_me():
        colorize_all(qtbot, window)
        qtbot.waitUntil(lambda: "Another Autochrome" in window.notice_bar.text.text(), timeout=LONG)
    wait_for_rest(qtbot, window)
    assert states(window) == ["waiting"]


def test_the_queue_is_reached_by_key(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=LONG)
    for shown in (True, False):
        qtbot.keyClick(
            QApplication.focusWidget() or window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier
        )
        assert window.queue.is_shown == shown
        assert window.actions_by_name["queue"].isChecked() == shown


def test_the_window_comes_before_the_heavy_libraries() -> None:
    """ONNX Runtime takes half a second: it is loaded behind a window that is there already."""
    program = "import sys, desktop.app; print('onnxruntime' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.split() == [b"False"]
