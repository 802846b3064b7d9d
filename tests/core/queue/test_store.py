"""The durable queue: what it keeps, in which order, and what it says when it cannot."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import StoreBusyError, StoreError, StoreFullError
from core.queue.job import Fingerprint, IfExists, Job, JobSettings, JobState, NewJob
from core.queue.store import JobStore

FINGERPRINT = Fingerprint("s" * 64, "m" * 64, "d" * 64)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[JobStore]:
    with JobStore(tmp_path / ".autochrome" / "queue.sqlite3") as opened:
        yield opened


def new(number: int, **facts: object) -> NewJob:
    source = Path(f"/in/{number}.jpg")
    return NewJob(source, Path(f"/out/{number}.jpg"), **facts)  # type: ignore[arg-type]


def finish(store: JobStore, job: Job, megapixels: float = 2.0) -> Job:
    ended = store.finish(job.id, FINGERPRINT, provider="P", megapixels=megapixels, confidence=0.5)
    assert ended is not None
    return ended


def claimed(store: JobStore) -> Job:
    job = store.claim_next()
    assert job is not None
    return job


def numbers(jobs: list[Job]) -> list[int]:
    return [int(job.source.stem) for job in jobs]


def test_a_job_comes_back_as_it_was_put_in(store: JobStore) -> None:
    settings = JobSettings(strength=0.5, size=128, seed=3, recolor=True, format="png", depth=16)
    put = new(1, settings=settings, if_exists=IfExists.RENAME, megapixels=1.5)
    (job_id,) = store.add([put])
    job = store.get(job_id)
    assert job is not None
    assert (job.source, job.target, job.settings) == (put.source, put.target, settings)
    assert (job.if_exists, job.megapixels) == (IfExists.RENAME, 1.5)
    assert job.state is JobState.WAITING
    assert job.settings.digest() == settings.digest() != JobSettings().digest()


def test_jobs_are_claimed_in_order_and_once(store: JobStore) -> None:
    store.add([new(i) for i in range(3)])
    assert numbers([claimed(store) for _ in range(3)]) == [0, 1, 2]
    assert store.claim_next() is None
    assert store.counts()[JobState.RUNNING] == 3


def test_every_end_is_recorded(store: JobStore) -> None:
    store.add([new(i) for i in range(5)])
    done = finish(store, claimed(store))
    failed = store.fail(claimed(store).id, "no", "PhotoError", "a" * 64)
    skipped = store.skip(claimed(store).id, "same", "Unchanged", FINGERPRINT)
    unsure = store.set_aside(claimed(store).id, "say which", "UnsureTintError")
    assert failed is not None
    assert unsure is not None
    assert skipped is not None
    assert done.state is JobState.DONE
    assert (done.result, done.provider, done.confidence) == (FINGERPRINT, "P", 0.5)
    assert done.added is not None
    assert done.started is not None
    assert done.finished is not None
    assert done.added <= done.started <= done.finished
    assert (failed.state, failed.error, failed.error_kind) == (JobState.FAILED, "no", "PhotoError")
    assert failed.result is None
    assert (skipped.state, skipped.result) == (JobState.SKIPPED, FINGERPRINT)
    assert (unsure.state, unsure.error) == (JobState.UNSURE, "say which")
    counts = store.counts()
    assert [counts[state] for state in JobState] == [1, 0, 1, 1, 1, 1, 0]


def test_everything_survives_closing(tmp_path: Path) -> None:
    path = tmp_path / "q.sqlite3"
    with JobStore(path) as store:
        store.add([new(0), new(1)])
        finish(store, claimed(store))
    with JobStore(path) as store:
        assert store.counts()[JobState.DONE] == 1
        assert numbers(store.jobs([JobState.WAITING])) == [1]


def test_a_running_job_waits_again_after_a_death(store: JobStore) -> None:
    store.add([new(0), new(1)])
    claimed(store)
    assert numbers(store.recover()) == [0]
    assert numbers([claimed(store)]) == [0]


def test_what_was_in_hand_in_three_deaths_goes_last(store: JobStore) -> None:
    store.add([new(0), new(1)])
    for _ in range(3):
        assert numbers([claimed(store)]) == [0]
        store.recover()
    assert numbers([claimed(store), claimed(store)]) == [1, 0]


def test_a_released_job_was_never_begun(store: JobStore) -> None:
    store.add([new(0)])
    job = store.release(claimed(store).id)
    assert job is not None
    assert (job.state, job.attempts, job.started) == (JobState.WAITING, 0, None)


def test_adding_again_keeps_the_place_of_what_waits_and_reopens_what_ended(store: JobStore) -> None:
    ids = store.add([new(0), new(1)])
    finish(store, claimed(store))
    assert store.add([new(1, settings=JobSettings(size=64)), new(0), new(2)])[:2] == ids[::-1]
    waiting = store.jobs([JobState.WAITING])
    assert numbers(waiting) == [1, 0, 2]
    assert waiting[0].settings.size == 64
    assert waiting[1].result == FINGERPRINT


def test_adding_does_not_touch_what_runs(store: JobStore) -> None:
    (job_id,) = store.add([new(0)])
    claimed(store)
    store.add([new(0)])
    assert store.state_of(job_id) is JobState.RUNNING


def test_retry_is_for_failed_jobs_or_those_named(store: JobStore) -> None:
    ids = store.add([new(i) for i in range(3)])
    store.fail(claimed(store).id, "no", "PhotoError")
    store.skip(claimed(store).id, "same", "Unchanged")
    store.cancel([ids[2]])
    assert store.retry_failed() == 1
    assert numbers(store.jobs([JobState.WAITING])) == [0]
    assert store.retry_failed(ids) == 2
    assert [job.error for job in store.jobs([JobState.WAITING])] == [None] * 3


def test_cancel_and_clear(store: JobStore) -> None:
    ids = store.add([new(i) for i in range(3)])
    finish(store, claimed(store))
    assert store.cancel(ids) == 2
    assert store.clear([JobState.DONE, JobState.CANCELLED]) == 3
    assert store.jobs() == []


def test_remove_forgets_those_named_and_leaves_what_runs(store: JobStore) -> None:
    running, waiting, other = store.add([new(1), new(2), new(3)])
    store.claim_next()
    assert store.remove([running, waiting]) == 1
    assert [job.id for job in store.jobs()] == [running, other]


def test_clear_leaves_what_runs(store: JobStore) -> None:
    store.add([new(0), new(1)])
    claimed(store)
    assert store.clear(list(JobState)) == 1
    assert store.counts()[JobState.RUNNING] == 1


@settings(max_examples=20, deadline=None)
@given(moves=st.lists(st.tuples(st.integers(0, 4), st.integers(0, 5)), max_size=12))
def test_reordering_is_that_of_a_list(
    tmp_path_factory: pytest.TempPathFactory, moves: list[tuple[int, int]]
) -> None:
    with JobStore(tmp_path_factory.mktemp("q") / "q.sqlite3") as store:
        ids = store.add([new(i) for i in range(5)])
        order = list(ids)
        for which, where in moves:
            moved, before = ids[which], ids[where] if where < 5 else None
            if moved == before:
                continue
            order.remove(moved)
            order.insert(order.index(before) if before else len(order), moved)
            store.reorder(moved, before)
        assert [job.id for job in store.jobs()] == order


def test_a_gap_never_runs_out(store: JobStore) -> None:
    first, second, third = store.add([new(0), new(1), new(2)])
    for _ in range(60):
        store.reorder(third, second)
        second, third = third, second
    assert numbers(store.jobs())[0] == 0
    assert len({job.position for job in store.jobs()}) == 3
    assert store.jobs()[0].id == first


def test_remaining_megapixels_counts_unknown_photos_as_the_mean(store: JobStore) -> None:
    store.add([new(0, megapixels=4.0), new(1, megapixels=2.0), new(2), new(3)])
    assert store.remaining_megapixels() == pytest.approx(6 + 2 * 3)
    finish(store, claimed(store), megapixels=4.0)
    assert store.remaining_megapixels() == pytest.approx(2 + 2 * 3)


def test_a_job_cleared_meanwhile_is_gone(store: JobStore) -> None:
    (job_id,) = store.add([new(0)])
    claimed(store)
    store.cancel([job_id])
    store.clear([JobState.CANCELLED])
    assert store.fail(job_id, "no", "PhotoError") is None
    assert store.jobs() == []


def test_a_job_may_take_the_name_of_an_older_one(store: JobStore) -> None:
    """``rename`` made a_2.jpg once; the file was deleted, and the name is free again."""
    source = Path("/in/a.jpg")
    store.add([NewJob(source, Path("/out/a_2.jpg"))])
    finish_all(store)
    (job_id,) = store.add([NewJob(source, Path("/out/a.jpg"))])
    store.retarget(job_id, Path("/out/a_2.jpg"))
    assert [(job.id, job.target.name) for job in store.jobs()] == [(job_id, "a_2.jpg")]


def finish_all(store: JobStore) -> None:
    while job := store.claim_next():
        store.finish(job.id, FINGERPRINT, provider="P", megapixels=1.0, confidence=None)


def test_pages_of_the_list(store: JobStore) -> None:
    store.add([new(i) for i in range(10)])
    assert numbers(store.jobs(limit=3, offset=4)) == [4, 5, 6]


@pytest.mark.skipif(os.name == "nt", reason="names there are always Unicode")
def test_names_that_are_no_unicode(store: JobStore) -> None:
    odd = Path(os.fsdecode(b"/in/caf\xe9 \xf0\x9f\x93\xb7.jpg"))
    store.add([NewJob(odd, Path("/out/ß\u0308.jpg")), NewJob(Path("/in/\u00e9"), odd)])
    first, second = store.jobs()
    assert (first.source, second.target) == (odd, odd)


def test_threads_share_one_queue(store: JobStore) -> None:
    store.add([new(i) for i in range(60)])
    seen: list[int] = []

    def work() -> None:
        while job := store.claim_next():
            finish(store, job)
            seen.append(job.id)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(seen) == sorted({job.id for job in store.jobs([JobState.DONE])})
    assert len(seen) == 60


def test_one_engine_at_a_time_and_a_dead_one_does_not_count(store: JobStore) -> None:
    code = (
        "import sys, pathlib; from core.queue.store import JobStore\n"
        "s = JobStore(pathlib.Path(sys.argv[1]))\n"
        "with s.exclusive():\n print('in', flush=True); sys.stdin.read()"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", code, str(store.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[3],
    )
    with child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"in\n"
        with pytest.raises(StoreBusyError, match="another Autochrome"), store.exclusive():
            pass
        child.kill()
    with store.exclusive():
        pass


@pytest.mark.parametrize("damage", ["text", "middle", "another", "newer"])
def test_a_store_that_is_none_says_what_to_do(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "q.sqlite3"
    if damage == "text":
        path.write_bytes(b"this is no database, but it is long enough to be one" * 100)
    elif damage == "middle":
        with JobStore(path) as store:
            store.add([new(i) for i in range(500)])
        content = bytearray(path.read_bytes())
        content[4096:12000] = bytes(12000 - 4096)
        path.write_bytes(content)
    else:
        with sqlite3.connect(path) as db:
            db.execute("CREATE TABLE x (y)")
            if damage == "newer":
                db.execute("PRAGMA application_id=1097036397")
                db.execute("PRAGMA user_version=99")
        db.close()
    words = {"another": "another program", "newer": "newer Autochrome"}.get(damage, "is damaged")
    with pytest.raises(StoreError, match=words) as caught:
        JobStore(path)
    assert caught.value.path == path


def test_no_room_for_the_queue_has_its_own_error(store: JobStore) -> None:
    pages = store.db.execute("PRAGMA page_count").fetchone()[0]
    store.db.execute(f"PRAGMA max_page_count={pages}")
    with pytest.raises(StoreFullError, match="make room"):
        store.add([new(i) for i in range(5000)])
    assert store.jobs() == []


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="cannot be made"):
        JobStore(tmp_path / "file" / "q.sqlite3")


def test_a_run_may_be_about_some_jobs_alone(store: JobStore) -> None:
    store.add([new(number) for number in range(4)])
    claimed = []
    for among in ([3], [3, 2], [], None):  # the second while it runs
        store.claim_among(among)
        while (job := store.claim_next()) is not None:
            claimed.append((among, job.id))
    assert claimed == [([3], 3), ([3, 2], 2), (None, 1), (None, 4)]


def test_an_ask_that_is_not_understood_is_a_sentence(store: JobStore) -> None:
    store.add([new(1)])
    store.db.execute("UPDATE jobs SET asked = 'x'")
    with pytest.raises(StoreError, match="holds a job that is not understood"):
        store.add([new(1)])
    assert len(store.jobs()) == 1
