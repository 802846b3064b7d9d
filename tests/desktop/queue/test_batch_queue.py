"""The queue at work: nothing else loses time or work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.colorize.ensemble import load_specs
from core.inference.model_choice import ModelChoice
from core.queue.job import JobSettings, NewJob
from core.queue.job_models import job_models
from core.queue.locations import beside_results
from core.queue.open_queue import open_queue
from core.queue.store import JobStore
from desktop.background.requests import LoadModel
from tests.desktop.helpers import MakeAlbum, MakePhoto, MakeWindow
from tests.desktop.queue.queue_helpers import (
    LONG,
    Gate,
    colorize_all,
    drop_paths,
    jobs,
    run_album,
    states,
    wait_for,
    wait_for_rest,
)


def test_the_command_line_knows_the_same_queue(
    qtbot: QtBot, make_window: MakeWindow, album: MakeAlbum, tmp_path: Path
) -> None:
    window = make_window()
    drop_paths(window, album(2))
    wait_for(qtbot, window, "waiting", "waiting")
    with JobStore(beside_results(tmp_path / "Pictures")) as store:
        assert [job.source.name for job in store.jobs()] == ["0.png", "1.png"]


def test_a_photo_that_waits_for_a_person_goes_first(
    qtbot: QtBot, make_window: MakeWindow, album: MakeAlbum, make_photo: MakePhoto, gate: Gate
) -> None:
    """The open photo gets its colours while the queue runs, through the same network."""
    window = make_window()
    run_album(qtbot, window, album(4))
    window.workspace.editor.open_paths([make_photo("mine.png")])

    def colored() -> None:
        document = window.workspace.editor.document
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
    page = window.workspace.queue.page

    def finished_what_was_in_hand() -> None:
        assert set(states(window)) == {"done", "waiting"}

    run_album(qtbot, window, album(14))
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
    page = window.workspace.queue.page
    run_album(qtbot, window, album(6))
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
    page = window.workspace.queue.page
    drop_paths(window, folder)
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


def test_another_model_goes_on_with_the_queue(
    qtbot: QtBot,
    make_window: MakeWindow,
    album: MakeAlbum,
    tiny_model: Callable[..., Path],
    gate: Gate,
) -> None:
    window = make_window()
    own = tiny_model(name="own.onnx", metadata={"name": "grandfather"})
    run_album(qtbot, window, album(3))
    with qtbot.waitSignal(window.workspace.editor.model_changed, timeout=LONG):
        window.workspace.editor.load_model(LoadModel(own, "cpu"))
    gate.open()
    wait_for(qtbot, window, *["done"] * 3)
    wait_for_rest(qtbot, window)
    ready = window.workspace.editor.model
    assert {job.model_sha256 for job in jobs(window)} == {ready.spec.sha256}  # type: ignore[union-attr]
    assert {job.attempts for job in jobs(window)} == {1}


def test_without_a_model_nothing_joins(
    qtbot: QtBot, make_window: MakeWindow, album: MakeAlbum, tmp_path: Path
) -> None:
    window = make_window(model=tmp_path / "nowhere.onnx")
    folder = album(1)
    drop_paths(window, folder)  # before it is known that there is none
    qtbot.waitUntil(lambda: "missing" in window.notice_bar.text.text(), timeout=LONG)
    drop_paths(window, folder)
    QTest.qWait(50)
    assert states(window) == []
    assert "missing" in window.notice_bar.text.text()


def test_another_program_at_the_same_queue_is_a_sentence(
    qtbot: QtBot, make_window: MakeWindow, album: MakeAlbum, tmp_path: Path
) -> None:
    window = make_window()
    drop_paths(window, album(1))
    wait_for(qtbot, window, "waiting")
    with JobStore(beside_results(tmp_path / "Pictures")) as other, other.exclusive():
        colorize_all(qtbot, window)
        qtbot.waitUntil(lambda: "Another Autochrome" in window.notice_bar.text.text(), timeout=LONG)
    wait_for_rest(qtbot, window)
    assert states(window) == ["waiting"]


def queue_by_another_model(tmp_path: Path, model: Path, sources: Sequence[Path]) -> None:
    """What a command line with ``--model`` leaves in the window's folder."""
    out, choices = tmp_path / "Pictures", [ModelChoice(model)]
    models = job_models(choices, load_specs(choices))
    with open_queue(beside_results(out), out) as store:
        store.add([NewJob(path, out / path.name, JobSettings(models=models)) for path in sources])


def test_a_queue_goes_on_with_the_models_its_photos_were_meant_for(
    qtbot: QtBot,
    make_window: MakeWindow,
    album: MakeAlbum,
    tiny_model: Callable[..., Path],
    tmp_path: Path,
) -> None:
    model = tiny_model(name="other.onnx", metadata={"name": "grandfather"})
    folder = album(4)
    first, second, *rest = sorted(folder.iterdir())
    queue_by_another_model(tmp_path, model, [first, second])
    window = make_window()
    qtbot.waitUntil(lambda: len(jobs(window)) == 2, timeout=LONG)
    window.workspace.queue.add(rest)
    wait_for(qtbot, window, *["waiting"] * 4)
    window.workspace.queue.queue.set_options(
        replace(window.workspace.queue.queue.options, quality=80)
    )
    qtbot.waitUntil(lambda: {job.settings.quality for job in jobs(window)} == {80}, timeout=LONG)
    colorize_all(qtbot, window)
    wait_for(qtbot, window, *["done"] * 4)
    wait_for_rest(qtbot, window)
    made = {job.source: job.target.read_bytes() for job in jobs(window)}
    for path in (first, second):
        assert b'ModelName="grandfather"' in made[path]
    for path in rest:
        assert b'ModelName="tiny"' in made[path]


def test_a_model_that_is_missing_is_named_and_its_photos_wait(
    qtbot: QtBot,
    make_window: MakeWindow,
    album: MakeAlbum,
    tiny_model: Callable[..., Path],
    tmp_path: Path,
) -> None:
    model = tiny_model(name="other.onnx", metadata={"name": "grandfather"})
    folder = album(3)
    first, *rest = sorted(folder.iterdir())
    queue_by_another_model(tmp_path, model, [first])
    model.unlink()
    window = make_window()
    window.workspace.queue.add(rest)
    wait_for(qtbot, window, *["waiting"] * 3)
    colorize_all(qtbot, window)
    wait_for(qtbot, window, "waiting", "done", "done")
    wait_for_rest(qtbot, window)
    qtbot.waitUntil(lambda: "grandfather is missing" in window.notice_bar.text.text(), timeout=LONG)


def test_a_run_over_some_photos_takes_all_along_when_that_is_asked(
    qtbot: QtBot, make_window: MakeWindow, album: MakeAlbum, gate: Gate
) -> None:
    window = make_window()
    drop_paths(window, album(3))
    wait_for(qtbot, window, *["waiting"] * 3)
    queue = window.workspace.queue.queue
    queue.start([jobs(window)[1].id])
    qtbot.waitUntil(lambda: states(window) == ["waiting", "running", "waiting"], timeout=LONG)
    qtbot.waitUntil(lambda: window.workspace.queue.progress_view.progress.total == 1, timeout=LONG)
    queue.start([jobs(window)[2].id])
    gate.passes.release()
    qtbot.waitUntil(lambda: states(window)[2] == "running", timeout=LONG)
    assert states(window)[0] == "waiting"
    queue.start()
    gate.open()
    wait_for(qtbot, window, *["done"] * 3)
    wait_for_rest(qtbot, window)
    assert queue.only is None
