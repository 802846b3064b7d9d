"""What is to be done where something is at the target already: decided by content."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from core.batch.events import (
    JobFailed,
    JobFinished,
    JobSkipped,
)
from core.batch.run import run_batch
from core.colorize.edits import Edit
from core.colorize.hints import ColorHint
from core.colorize.look import Look
from core.colorize.sidecar import write_sidecar
from core.colorize.strokes import Stroke, StrokeKind
from core.photo.read import read_photo
from core.queue.job import EARLIER_MODEL, IfExists, JobSettings, JobState, Pages


def run(desk: Any, colorizer: Any, **options: Any) -> Any:
    options.setdefault("on_event", desk.events.append)
    return run_batch(desk.store, colorizer, **options)


def again(desk: Any, colorizer: Any, source: Path, **facts: Any) -> Any:
    desk.add(source, **facts)
    return run(desk, colorizer)


def written(path: Path) -> tuple[int, int, int]:
    """Which file it is and when it was written; that it was read, it may tell."""
    stat = path.stat()
    return stat.st_ino, stat.st_mtime_ns, stat.st_size


def test_changed_is_decided_by_content_model_and_settings(desk: Any, colorizer: Any) -> None:
    source = desk.photo("a.png")
    assert again(desk, colorizer, source).done == 1
    first = written(desk.out / "a.png")
    source.touch()
    assert again(desk, colorizer, source).skipped == 1
    assert desk.of_kind(JobSkipped)[0].job.error_kind == "Unchanged"
    assert written(desk.out / "a.png") == first
    assert again(desk, colorizer, source, settings=JobSettings(warmth=0.5)).done == 1
    desk.photo("a.png", value=7)
    assert again(desk, colorizer, source, settings=JobSettings(warmth=0.5)).done == 1
    colorizer.spec.sha256 = "cd" * 32
    assert again(desk, colorizer, source, settings=JobSettings(warmth=0.5)).done == 1
    assert again(desk, colorizer, source, settings=JobSettings(warmth=0.5)).skipped == 1
    (desk.out / "a.png").unlink()
    assert again(desk, colorizer, source, settings=JobSettings(warmth=0.5)).done == 1


def test_what_an_earlier_model_made_stays_until_it_is_asked_for(desk: Any, colorizer: Any) -> None:
    source, out = desk.photo("a.png"), desk.out / "a.png"
    assert again(desk, colorizer, source).done == 1
    first, old = out.read_bytes(), colorizer.spec.sha256
    colorizer.spec.sha256, colorizer.spec.earlier = "cd" * 32, frozenset({old})
    assert again(desk, colorizer, source).skipped == 1
    skipped = desk.of_kind(JobSkipped)[0].job
    assert (skipped.error_kind, skipped.model_sha256) == (EARLIER_MODEL, old)
    assert out.read_bytes() == first
    assert again(desk, colorizer, source, if_exists=IfExists.UPDATE).done == 1
    assert out.read_bytes() != first
    assert again(desk, colorizer, source, if_exists=IfExists.UPDATE).skipped == 1
    assert desk.of_kind(JobSkipped)[-1].job.error_kind == "Unchanged"


def test_other_settings_are_asked_for_whatever_model_there_was(desk: Any, colorizer: Any) -> None:
    source = desk.photo("a.png")
    assert again(desk, colorizer, source).done == 1
    colorizer.spec.earlier = frozenset({colorizer.spec.sha256})
    colorizer.spec.sha256 = "cd" * 32
    assert again(desk, colorizer, source, settings=JobSettings(warmth=0.5)).done == 1


@pytest.mark.parametrize("if_exists", [IfExists.CHANGED, IfExists.UPDATE])
def test_pages_of_an_earlier_model_are_left_or_made_anew_together(
    if_exists: IfExists, desk: Any, colorizer: Any
) -> None:
    pages = [Image.fromarray(np.full((24, 32), value, np.uint8)) for value in (80, 160)]
    source = desk.photo("a.png").with_name("pages.tif")
    pages[0].save(source, save_all=True, append_images=pages[1:])
    split = JobSettings(pages=Pages.SPLIT, format="png")
    desk.store.add([desk.job(source, "pages.png", settings=split)])
    assert run(desk, colorizer).done == 1
    colorizer.spec.earlier = frozenset({colorizer.spec.sha256})
    colorizer.spec.sha256 = "cd" * 32
    desk.store.add([desk.job(source, "pages.png", settings=split, if_exists=if_exists)])
    summary = run(desk, colorizer)
    assert (summary.done, summary.skipped) == ((0, 1) if if_exists is IfExists.CHANGED else (1, 0))


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.tif", "a.webp", "a.avif"])
def test_a_result_is_known_without_the_queue(desk: Any, colorizer: Any, name: str) -> None:
    source = desk.photo("a.png")
    for _ in range(2):
        desk.store.add([desk.job(source, name)])
        run(desk, colorizer)
        desk.store.clear(list(JobState))
    assert [type(e) for e in desk.events if isinstance(e, JobFinished | JobSkipped)] == [
        JobFinished,
        JobSkipped,
    ]


def test_changed_leaves_a_strangers_file_alone(desk: Any, colorizer: Any) -> None:
    source, other = desk.photo("a.png"), desk.photo("b.png", value=3)
    desk.out.mkdir()
    stranger = desk.out / "a.png"
    stranger.write_bytes(other.read_bytes())
    assert again(desk, colorizer, source).failed == 1
    assert stranger.read_bytes() == other.read_bytes()
    assert desk.of_kind(JobFailed)[0].job.error_kind == "TargetExistsError"
    stranger.unlink()
    desk.store.add([desk.job(other, "a.png")])
    assert run(desk, colorizer).done == 1
    assert again(desk, colorizer, source).failed == 1


def test_skip_rename_and_overwrite(desk: Any, colorizer: Any) -> None:
    source = desk.photo("a.png")
    desk.out.mkdir()
    (desk.out / "a.png").write_bytes(b"mine")
    assert again(desk, colorizer, source, if_exists=IfExists.SKIP).skipped == 1
    assert again(desk, colorizer, source, if_exists=IfExists.RENAME).done == 1
    assert desk.results() == ["a.png", "a_2.png"]
    assert (desk.out / "a.png").read_bytes() == b"mine"
    assert again(desk, colorizer, source, if_exists=IfExists.OVERWRITE).done == 1
    assert read_photo(desk.out / "a.png").width == 32


def test_photos_in_flight_are_not_renamed_alike(desk: Any, colorizer: Any) -> None:
    desk.out.mkdir()
    (desk.out / "a.png").write_bytes(b"mine")
    sources = [desk.photo(f"{i}/a.png", value=i) for i in range(5)]
    desk.store.add([desk.job(s, "a.png", if_exists=IfExists.RENAME) for s in sources])
    assert run(desk, colorizer).done == 5
    assert desk.results() == ["a.png", *(f"a_{i}.png" for i in range(2, 7))]


@pytest.mark.parametrize("rule", list(IfExists))
def test_what_a_dead_run_had_written_is_not_done_twice(
    desk: Any, colorizer: Any, rule: IfExists
) -> None:
    """The process died between the rename of the file and the note in the queue."""
    source = desk.photo("a.png")
    again(desk, colorizer, source, if_exists=rule)
    (job,) = desk.store.jobs()
    desk.store.db.execute(
        "UPDATE jobs SET state = 'running', made_source = NULL, attempts = 1, finished = NULL"
    )
    assert run(desk, colorizer).done == 1
    assert len(colorizer.seen) == 1
    assert desk.store.jobs()[0].result == job.result
    assert desk.results() == ["a.png"]


def test_the_source_is_never_the_target(desk: Any, colorizer: Any) -> None:
    source = desk.photo("a.png")
    before = source.read_bytes()
    desk.out.mkdir()
    (desk.out / "link.png").hardlink_to(source)
    for target in (source, desk.out / "link.png"):
        desk.store.add([desk.job(source, str(target), if_exists=IfExists.OVERWRITE)])
    assert run(desk, colorizer).failed == 2
    assert source.read_bytes() == before


def test_what_a_person_chose_in_the_window_counts(desk: Any, colorizer: Any) -> None:
    source = desk.photo("a.png")
    desk.add(source)
    run_batch(desk.store, colorizer)
    hint, stroke = ColorHint(0.5, 0.5, (10, 20)), Stroke(((0.5, 0.5),), 0.1, StrokeKind.GREY)
    write_sidecar(source, Edit(Look(saturation=2.0), (hint,), seed=5, strokes=(stroke,)))
    desk.store.add([desk.job(source)])
    assert run_batch(desk.store, colorizer).done == 1
    _, asked = colorizer.seen[-1]
    assert (asked["hints"], asked["strokes"], asked["seed"]) == ((hint,), (stroke,), 5)
    desk.store.add([desk.job(source)])
    assert run_batch(desk.store, colorizer).skipped == 1  # nothing has changed since
    desk.store.add([desk.job(source, settings=JobSettings(ignore_edits=True))])
    assert run_batch(desk.store, colorizer).done == 1
    assert colorizer.seen[-1][1]["hints"] == ()
