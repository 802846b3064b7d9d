"""Photos on their way into the queue's file, and planned anew."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from core.errors import StoreBusyError
from core.inference.model_file import load_model_spec
from core.planning.plan import PlanRequest
from core.queue.job import JobState
from core.queue.locations import beside_results, in_user_data
from core.queue.store import JobStore
from desktop.queue.enqueue import enqueue, existing_store, name_preview, open_store, plan_again
from desktop.queue.options import QueueOptions
from tests.desktop.helpers import MakePhoto

MakeRequest = Callable[..., PlanRequest]


@pytest.fixture
def plan_request(tmp_path: Path, tiny_model: Callable[..., Path]) -> MakeRequest:
    spec = load_model_spec(tiny_model())
    return lambda output="out", **changes: QueueOptions(
        str(tmp_path / str(output)), **changes
    ).plan_request(spec)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[JobStore]:
    with open_store(tmp_path / "out") as opened:
        yield opened


@pytest.fixture
def album(tmp_path: Path, make_photo: MakePhoto) -> Path:
    for name in ("album", "album/1920", "album/.hidden"):
        (tmp_path / name).mkdir()
    for name in ("a.png", "1920/b.jpg", ".hidden/c.png"):
        make_photo(f"album/{name}")
    (tmp_path / "album" / "notes.txt").write_text("no photo")
    return tmp_path / "album"


def targets(store: JobStore, tmp_path: Path) -> list[str]:
    return [job.target.relative_to(tmp_path).as_posix() for job in store.jobs()]


def test_a_folder_keeps_its_name_and_its_folders(
    store: JobStore, album: Path, plan_request: MakeRequest, tmp_path: Path
) -> None:
    filled = enqueue(store, [album], plan_request())
    assert len(filled.ids) == 2
    assert filled.passed == 2
    assert targets(store, tmp_path) == ["out/album/a_color.png", "out/album/1920/b_color.jpg"]
    assert {job.megapixels for job in store.jobs()} == {96 * 64 / 1e6}


def test_files_go_where_they_are_told(
    store: JobStore, album: Path, plan_request: MakeRequest, tmp_path: Path
) -> None:
    enqueue(
        store, [album / "a.png", album / "1920" / "b.jpg", tmp_path / "gone.png"], plan_request()
    )
    assert targets(store, tmp_path) == ["out/a_color.png", "out/b_color.jpg"]


def test_nothing_joins_when_the_window_closes_meanwhile(
    store: JobStore, album: Path, plan_request: MakeRequest
) -> None:
    stop = threading.Event()
    stop.set()
    assert enqueue(store, [album], plan_request(), stop).ids == []
    assert store.jobs() == []


def test_what_waits_is_planned_anew_what_is_done_is_not(
    store: JobStore, album: Path, plan_request: MakeRequest, tmp_path: Path
) -> None:
    found = enqueue(store, [album], plan_request()).found
    claimed = store.claim_next()
    assert claimed is not None
    store.fail(claimed.id, "no.", "OSError")
    assert plan_again(store, store, plan_request(template="{stem}.tif"), found) == 1
    assert targets(store, tmp_path) == ["out/album/a_color.png", "out/album/1920/b.tif"]
    assert store.jobs()[1].megapixels == 96 * 64 / 1e6


def test_other_settings_keep_the_places(
    store: JobStore, album: Path, plan_request: MakeRequest
) -> None:
    found = enqueue(store, [album], plan_request()).found
    before = [(job.id, job.position) for job in store.jobs()]
    plan_again(store, store, plan_request(quality=50), found)
    assert [(job.id, job.position) for job in store.jobs()] == before
    assert {job.settings.quality for job in store.jobs()} == {50}


def test_another_folder_is_another_queue(
    store: JobStore, album: Path, plan_request: MakeRequest, tmp_path: Path
) -> None:
    found = enqueue(store, [album], plan_request()).found
    with open_store(tmp_path / "new") as new:
        assert plan_again(store, new, plan_request("new"), found) == 2
        assert store.jobs() == []
        assert targets(new, tmp_path) == ["new/album/a_color.png", "new/album/1920/b_color.jpg"]


def test_photos_of_an_earlier_day_are_looked_at_again(
    store: JobStore, album: Path, plan_request: MakeRequest
) -> None:
    enqueue(store, [album], plan_request())
    plan_again(store, store, plan_request(template="{stem}.tif"), {})
    waiting = store.jobs([JobState.WAITING])
    assert sorted(job.target.name for job in waiting) == ["a.tif", "b.tif"]


def test_a_queue_another_program_works_through_is_left_alone(
    store: JobStore, album: Path, plan_request: MakeRequest, tmp_path: Path
) -> None:
    enqueue(store, [album], plan_request())
    before = targets(store, tmp_path)
    with JobStore(store.path) as other, other.exclusive(), pytest.raises(StoreBusyError):
        plan_again(store, store, plan_request(template="{stem}.tif"), {})
    assert targets(store, tmp_path) == before


def test_a_folder_that_holds_no_queue_has_it_in_the_users_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    output = tmp_path / "out"
    output.mkdir()
    (output / ".autochrome").write_text("in the way")
    assert existing_store(output) is None
    with open_store(output) as opened:
        assert opened.path == in_user_data(output)
    assert existing_store(output) == in_user_data(output)
    assert not beside_results(output).exists()


def test_a_preview_shows_the_name_of_the_result(plan_request: MakeRequest, album: Path) -> None:
    assert name_preview(plan_request(), None, {}) == ("Scan 12.tif", "Album/Scan 12_color.tif")
    photo = album / "a.png"
    named = name_preview(plan_request(template="{parent}/{counter:03d}_{stem}.jpg"), photo, {})
    assert named == ("a.png", "album/001_a.jpg")


def test_a_file_is_opened_once_to_be_queued(
    store: JobStore, album: Path, plan_request: MakeRequest, count_opens: Any
) -> None:
    photos = [album / "a.png", album / "1920" / "b.jpg"]
    with count_opens(photos) as opens:
        enqueue(store, [album], plan_request(template="{date}/{stem}{ext}", output=album.parent))
    assert opens == dict.fromkeys(photos, 1)
