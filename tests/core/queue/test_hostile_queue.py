"""A queue file by a stranger: read as input, and obeyed in nothing that was not asked for."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from core.batch.report import report_row
from core.batch.run import run_batch
from core.errors import AutochromeError, StoreError
from core.photo.read import read_photo
from core.queue.job import JobSettings, JobState
from core.queue.known_queues import is_known_queue, remember_queue
from core.queue.locations import beside_results
from core.queue.open_queue import open_queue
from core.queue.store import JobStore

Run = Callable[..., tuple[int, str, str]]


def tampered(desk: Any, *statements: str) -> Path:
    """The desk's queue of one photo, after a stranger's statements."""
    desk.add(desk.photo("a.tif"))
    desk.store.close()
    db = sqlite3.connect(desk.root / "queue.sqlite3", isolation_level=None)
    for statement in statements:
        db.execute(statement)
    db.close()
    path: Path = desk.root / "queue.sqlite3"
    return path


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER UPDATE ON jobs BEGIN UPDATE jobs SET target = '/tmp/x'; END",
        "CREATE VIEW v AS SELECT 1",
        "CREATE TABLE more (x)",
        "CREATE INDEX more ON jobs (source)",
        "ALTER TABLE jobs ADD COLUMN more",
        "ALTER TABLE jobs RENAME COLUMN provider TO other",
        "DROP INDEX by_state",
        "DROP TABLE jobs",
        "PRAGMA user_version = 0",
        "PRAGMA user_version = -1",
        "PRAGMA user_version = 1",
        "PRAGMA user_version = 999",
        "PRAGMA application_id = 7",
    ],
)
def test_a_foreign_schema_is_refused(desk: Any, statement: str) -> None:
    path = tampered(desk, statement)
    with pytest.raises(StoreError):
        JobStore(path)


def test_a_view_in_the_place_of_the_table_is_refused(desk: Any) -> None:
    path = tampered(
        desk,
        "ALTER TABLE jobs RENAME TO other",
        "CREATE VIEW jobs AS SELECT * FROM other",
    )
    with pytest.raises(StoreError, match="never made"):
        JobStore(path)


def settings(**changed: object) -> str:
    values = json.dumps(json.loads(JobSettings().to_json()) | changed)
    return f"UPDATE jobs SET settings = '{values}'"  # noqa: S608


@pytest.mark.slow
@pytest.mark.parametrize(
    "statement",
    [
        settings(strength=1e9),
        settings(size=0),
        settings(size=10**9),
        settings(seed=-1),
        settings(quality=101),
        settings(depth=12),
        settings(format="exe"),
        settings(format="../x"),
        settings(more=1),
        "UPDATE jobs SET settings = '[[[['",
        f"UPDATE jobs SET settings = '{'[' * 200_000}'",  # noqa: S608
        "UPDATE jobs SET settings = 7",
        "UPDATE jobs SET if_exists = 'always'",
        "UPDATE jobs SET state = 'ready'",
        "UPDATE jobs SET position = 9e999",
        "UPDATE jobs SET position = 'first'",
        "UPDATE jobs SET started = 1e300",
        "UPDATE jobs SET started = -1e15",
        "UPDATE jobs SET megapixels = -9e999",
        "UPDATE jobs SET confidence = 'much'",
        "UPDATE jobs SET attempts = -3",
        "UPDATE jobs SET attempts = 9223372036854775807",
        "UPDATE jobs SET source = 7",
        "UPDATE jobs SET source = 'relative.jpg'",
        "UPDATE jobs SET target = x'2f00'",
        "UPDATE jobs SET target = '/a/../b.jpg'",
        "UPDATE jobs SET error = zeroblob(900000000)",
        "UPDATE jobs SET made_source = 1",
    ],
)
def test_whatever_a_row_holds_is_a_typed_error_or_a_job(
    desk: Any, colorizer: Any, statement: str
) -> None:
    path = tampered(desk, statement)
    with JobStore(path, desk.out) as store:
        with pytest.raises(StoreError):
            list(map(report_row, store.jobs()))
        with suppress(StoreError):  # what it has been told since may have put it right
            run_batch(store, colorizer)


@pytest.mark.parametrize("how", ["outside", "above", "link"])
def test_nothing_is_written_outside_the_folder_of_the_results(
    desk: Any, colorizer: Any, how: str
) -> None:
    elsewhere = desk.root / "elsewhere"
    elsewhere.mkdir()
    desk.out.mkdir()
    (desk.out / "link").symlink_to(elsewhere)
    part = elsewhere / ".autochrome-0123456789abcdef.part"
    part.write_bytes(b"somebody's")
    target = {
        "outside": elsewhere / "a.png",
        "above": desk.root / "a.png",
        "link": desk.out / "link" / "a.png",
    }[how]
    state = f"UPDATE jobs SET state = 'running', target = '{target}'"  # noqa: S608
    path = tampered(desk, state)
    with JobStore(path, desk.out) as store:
        summary = run_batch(store, colorizer, on_event=desk.events.append)
        (job,) = store.jobs()
    assert (summary.failed, summary.done, summary.left) == (1, 0, 0)
    assert job.state is JobState.FAILED
    assert "not in the folder of the results" in (job.error or "")
    assert [p.name for p in elsewhere.iterdir()] == [part.name]
    assert not target.exists()


def test_a_queue_is_known_where_it_was_filled_and_nowhere_else(tmp_path: Path) -> None:
    path = beside_results(tmp_path / "out")
    assert not is_known_queue(path)
    open_queue(path, tmp_path / "out").close()
    assert is_known_queue(path)
    shutil.copytree(tmp_path / "out", tmp_path / "copy")
    assert not is_known_queue(beside_results(tmp_path / "copy"))
    remember_queue(tmp_path / "nowhere")
    assert not is_known_queue(tmp_path / "nowhere")
    stranger = tmp_path / "stranger"
    shutil.copy(path, stranger)
    stranger.replace(path)
    assert not is_known_queue(path)


def test_a_strangers_queue_is_continued_only_where_its_photos_are_named(
    desk: Any, run: Run, model: Path
) -> None:
    secret, named = desk.photo("secret.tif"), desk.photo("album/named.tif")
    path = beside_results(desk.out)
    mine = (desk.out / "named_color.tif", b"somebody's file")
    with JobStore(path) as store:
        store.add([desk.job(secret), desk.job(named, "named_color.tif")])
    desk.out.mkdir(exist_ok=True)
    mine[0].write_bytes(mine[1])
    db = sqlite3.connect(path)
    db.execute("UPDATE jobs SET made_source = 'a', made_model = 'b', made_settings = 'c'")
    db.commit()
    db.close()

    status, out, err = run("batch", "-o", desk.out, "--model", model)
    assert (status, out) == (2, "")
    assert "name its photos" in err
    status, out, err = run("batch", named.parent, "-o", desk.out, "--model", model)
    # the queue says that the file is a result of ours; that is a stranger's word
    assert status == 1
    assert "exists already and was not made from named.tif" in err
    assert mine[0].read_bytes() == mine[1]
    assert "secret" not in out + err
    with JobStore(path) as store:
        states = {job.source.name: job.state for job in store.jobs()}
    assert states == {"secret.tif": JobState.CANCELLED, "named.tif": JobState.FAILED}
    mine[0].unlink()
    run("queue", "retry", desk.out)
    status, out, err = run("batch", "-o", desk.out, "--model", model)  # known by now
    assert (status, Path(out.strip()).name) == (0, "named_color.tif")
    assert read_photo(mine[0]).pixels.shape == (24, 32, 3)


@pytest.mark.slow
def test_a_torn_file_is_a_typed_error(desk: Any, colorizer: Any) -> None:
    """Bytes of the file changed one stretch after the other."""
    path = tampered(desk, "PRAGMA journal_mode = DELETE")
    whole = path.read_bytes()
    for at in range(0, len(whole), len(whole) // 150):
        for extra in ("-wal", "-shm"):
            path.with_name(path.name + extra).unlink(missing_ok=True)
        path.write_bytes(whole[:at] + b"\xff\x00\x7f" * 3 + whole[at + 9 :])
        try:
            with JobStore(path, desk.out) as store:
                list(map(report_row, store.jobs()))
        except AutochromeError:
            continue
