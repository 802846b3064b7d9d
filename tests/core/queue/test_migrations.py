"""A queue of an older program: brought up to date, whole, and as it was."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from core.errors import StoreError
from core.queue import migrations
from core.queue.job import Fingerprint, IfExists, Job, JobSettings, JobState, NewJob
from core.queue.mark import Mark
from core.queue.review import set_mark
from core.queue.store import JobStore

#: Written by 0.1.0, of jobs in every state.
DUMP = Path(__file__).with_name("queue_of_0_1_0.sql")
FULL = JobSettings(
    strength=0.5, saturation=1.25, warmth=-0.35, size=128, seed=3, recolor=True, format="png",
    quality=85, depth=16,
)  # fmt: skip
MODEL = "ab" * 32


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """The file of a queue of version 1."""
    path = tmp_path / "queue.sqlite3"
    db = sqlite3.connect(path)
    db.executescript(DUMP.read_text(encoding="utf-8"))
    db.close()
    return path


def schema(path: Path) -> tuple[int, int, list[tuple[str, str, str]]]:
    """Version, application, and every table and index as it was made, but for its spaces."""
    db = sqlite3.connect(path)
    try:
        (version,) = db.execute("PRAGMA user_version").fetchone()
        (application,) = db.execute("PRAGMA application_id").fetchone()
        rows = db.execute("SELECT type, name, sql FROM sqlite_master ORDER BY name").fetchall()
    finally:
        db.close()
    return (
        version,
        application,
        [(kind, name, " ".join((sql or "").split())) for kind, name, sql in rows],
    )


def climbing(monkeypatch: pytest.MonkeyPatch, *more: Sequence[str]) -> None:
    """A later program, whose ladder is higher."""
    monkeypatch.setattr(migrations, "LADDER", (*migrations.LADDER, *more))


def test_every_job_is_what_it_was(old: Path) -> None:
    assert schema(old)[0] == 1
    with JobStore(old) as store:
        jobs = {job.id: job for job in store.jobs()}
        order = list(jobs)
    assert order == [1, 5, 2, 3, 4, 6]
    done, failed, skipped, running, strange, cancelled = (jobs[number] for number in range(1, 7))
    assert done == Job(
        1, Path("/in/done.jpg"), Path("/out/done.jpg"), JobSettings(), IfExists.CHANGED,
        JobState.DONE, 1.0, "5a" * 32, MODEL, "CPUExecutionProvider", 2.5, 0.75, None, None,
        1700000000.5, 1700000001.0, 1700000001.5, 1,
        Fingerprint("5a" * 32, MODEL, JobSettings().digest()),
    )  # fmt: skip
    assert (failed.state, failed.error_kind) == (JobState.FAILED, "UnreadablePhotoError")
    assert failed.error == "failed.jpg is damaged: copy it again from its source."
    assert (skipped.settings, skipped.if_exists) == (FULL, IfExists.RENAME)
    assert skipped.result == Fingerprint("5b" * 32, MODEL, FULL.digest())
    assert (running.state, running.attempts) == (JobState.RUNNING, 2)
    assert running.settings.to_json() == JobSettings(strength=1).to_json()
    assert (strange.state, strange.if_exists) == (JobState.WAITING, IfExists.OVERWRITE)
    assert cancelled.state is JobState.CANCELLED
    if sys.platform != "win32":
        assert os.fsencode(strange.source) == b"/in/caf\xe9.jpg"


def test_an_old_file_ends_with_the_schema_of_a_new_one(old: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.sqlite3"
    for path in (old, new):
        JobStore(path).close()
    assert schema(old) == schema(new)
    assert schema(old)[0] == len(migrations.LADDER) == 6
    assert ("index", "by_position", "CREATE INDEX by_position ON jobs (position)") in schema(old)[2]


def test_the_marks_came_with_version_5(old: Path) -> None:
    """Jobs of before have none, and the program of before refuses the file."""
    with JobStore(old) as store:
        assert {(job.mark, job.edited) for job in store.jobs()} == {(None, None)}
        assert set_mark(store, [1, 2], Mark.GOOD) == 1  # the other has no result
    with JobStore(old) as store:
        assert [job.mark for job in store.jobs() if job.id == 1] == [Mark.GOOD]
    assert schema(old)[0] == 6


def test_a_program_of_version_4_refuses_the_marks(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    JobStore(old).close()
    monkeypatch.setattr(migrations, "LADDER", migrations.LADDER[:4])
    with pytest.raises(StoreError, match="made by a newer Autochrome"):
        JobStore(old)


def test_the_work_goes_on_where_it_was(old: Path) -> None:
    with JobStore(old) as store:
        assert [job.id for job in store.recover()] == [4]
        claimed = [store.claim_next(), store.claim_next(), store.claim_next()]
        assert [job and job.id for job in claimed] == [5, 4, None]
        assert store.retry_failed() == 1
        again = NewJob(Path("/in/done.jpg"), Path("/out/done.jpg"))
        assert store.add([again]) == [1]
    with JobStore(old) as store:  # and is not migrated twice
        known = store.get(1)
        assert known is not None
        assert known.result == Fingerprint("5a" * 32, MODEL, JobSettings().digest())


def test_a_later_version_adds_a_column(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    JobStore(old).close()
    climbing(monkeypatch, ("ALTER TABLE jobs ADD COLUMN stars TEXT NOT NULL DEFAULT 'none'",))
    with JobStore(old) as store:
        assert len(store.jobs()) == 6  # a column that this program does not know is passed over
        marks = store.db.execute("SELECT DISTINCT stars FROM jobs").fetchall()
    assert [tuple(row) for row in marks] == [("none",)]
    assert schema(old)[0] == len(migrations.LADDER)
    monkeypatch.undo()
    with pytest.raises(StoreError, match="made by a newer Autochrome"):
        JobStore(old)


@pytest.mark.parametrize("versions", [1, 2])
def test_a_migration_that_fails_changes_nothing(
    old: Path, monkeypatch: pytest.MonkeyPatch, versions: int
) -> None:
    if versions == 2:
        JobStore(old).close()
    before = schema(old)
    with monkeypatch.context() as patch:
        climbing(patch, ("CREATE TABLE more (id)", "CREATE INDEX broken ON nothing (at_all)"))
        with pytest.raises(StoreError, match="cannot be used"):
            JobStore(old)
    assert schema(old) == before
    with JobStore(old) as store:
        assert len(store.jobs()) == 6


def test_another_process_may_have_been_quicker(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both saw version 1; the second finds the last one when its turn comes."""
    migrate = migrations.migrate

    def late(db: sqlite3.Connection) -> None:
        migrate(db)
        migrate(db)

    monkeypatch.setattr(migrations, "migrate", late)
    JobStore(old).close()
    assert schema(old)[0] == len(migrations.LADDER)


@pytest.mark.parametrize(
    "column", ["settings = '{\"denoise\":1}'", "settings = 'x'", "state = 'lost'", "position = 'x'"]
)
def test_a_row_of_another_program_is_a_sentence(old: Path, column: str) -> None:
    with JobStore(old) as store:
        store.db.execute(f"UPDATE jobs SET {column} WHERE id = 1")  # noqa: S608
        with pytest.raises(StoreError, match="holds a job that is not understood"):
            store.jobs()
        with pytest.raises(StoreError, match="Use the Autochrome that made it"):
            store.get(1)
