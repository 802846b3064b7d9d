"""Marks on results, and results that are made anew."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from core.batch.report import report_row
from core.batch.run import run_batch
from core.colorize.edits import Edit, edit_words
from core.colorize.hints import ColorHint
from core.colorize.look import Look
from core.colorize.sidecar import write_sidecar
from core.colorize.tint.options import ToneOption, WhenUnsure
from core.queue.job import IfExists, JobSettings, JobState
from core.queue.mark import Mark
from core.queue.review import by_mark, do_again, other_colors, redo_marked, set_mark

WARM = JobSettings(warmth=0.5)


def done(desk: Any, colorizer: Any, *sources: Path, **facts: Any) -> Any:
    desk.add(*sources, **facts)
    return run_batch(desk.store, colorizer, on_event=desk.events.append)


def test_only_results_are_marked_and_the_mark_goes_again(desk: Any, colorizer: Any) -> None:
    good, broken = desk.photo("a.png"), desk.photo("b.png")
    broken.write_bytes(b"no photo")
    done(desk, colorizer, good, broken)
    assert set_mark(desk.store, [1, 2], Mark.GOOD) == 1
    assert [job.mark for job in desk.store.jobs()] == [Mark.GOOD, None]
    assert set_mark(desk.store, [1], None) == 1
    assert desk.store.get(1).mark is None


@pytest.mark.parametrize("mark", [Mark.GOOD, Mark.FIXED])
def test_changed_leaves_what_a_person_kept(desk: Any, colorizer: Any, mark: Mark) -> None:
    source = desk.photo("a.png")
    done(desk, colorizer, source)
    set_mark(desk.store, [1], mark)
    before = (desk.out / "a.png").read_bytes()
    colorizer.spec.sha256 = "cd" * 32
    assert done(desk, colorizer, source, settings=WARM).skipped == 1
    job = desk.store.get(1)
    assert (job.error_kind, job.mark, job.has_result) == ("Marked", mark, True)
    assert mark in job.error
    assert (desk.out / "a.png").read_bytes() == before
    # asked for by name it is made anew, and what was said of the other picture is forgotten
    assert done(desk, colorizer, source, settings=WARM, if_exists=IfExists.OVERWRITE).done == 1
    assert desk.store.get(1).mark is (Mark.FIXED if mark is Mark.FIXED else None)


@pytest.mark.parametrize("mark", [Mark.REDO, Mark.REJECT])
def test_changed_minds_no_other_marks(desk: Any, colorizer: Any, mark: Mark) -> None:
    source = desk.photo("a.png")
    done(desk, colorizer, source)
    set_mark(desk.store, [1], mark)
    assert done(desk, colorizer, source).skipped == 1
    assert done(desk, colorizer, source, settings=WARM).done == 1
    assert desk.store.get(1).mark is None


def test_a_kept_result_that_is_gone_is_made_anew(desk: Any, colorizer: Any) -> None:
    source = desk.photo("a.png")
    done(desk, colorizer, source)
    set_mark(desk.store, [1], Mark.GOOD)
    (desk.out / "a.png").unlink()
    assert done(desk, colorizer, source).done == 1


def test_what_is_done_again_comes_first_and_replaces_its_file(desk: Any, colorizer: Any) -> None:
    sources = [desk.photo(f"{name}.png") for name in "abc"]
    done(desk, colorizer, *sources, settings=JobSettings(seed=2**32 - 1))
    desk.add(desk.photo("d.png"))
    assert do_again(desk.store, [2, 3, 4], Mark.REDO, other_colors) == 2  # d waits as it is
    waiting = desk.store.jobs([JobState.WAITING])
    assert [job.source.stem for job in waiting] == ["b", "c", "d"]
    assert [job.settings.seed for job in waiting] == [0, 0, None]
    run_batch(desk.store, colorizer)
    seeds = {photo.source.stem: options["seed"] for photo, options in colorizer.seen[3:]}
    assert seeds == {"b": 0, "c": 0, "d": None}
    assert desk.results() == ["a.png", "b.png", "c.png", "d.png"]
    assert {job.mark for job in desk.store.jobs()} == {None}


@pytest.mark.parametrize("seed", [None, 40])
def test_changed_leaves_other_colours_that_were_asked_for(
    desk: Any, colorizer: Any, seed: int | None
) -> None:
    source, settings = desk.photo("a.png"), JobSettings(seed=seed, consistent=True)
    done(desk, colorizer, source, settings=settings)
    for times in (1, 2):
        set_mark(desk.store, [1], Mark.REDO)
        redo_marked(desk.store)
        run_batch(desk.store, colorizer)
        wanted = (seed or 0) + times
        assert colorizer.seen[-1][1]["seed"] == wanted
        assert colorizer.seen[-1][1]["references"].album == ""  # else its neighbours' once more
        assert done(desk, colorizer, source, settings=settings).skipped == 1
        assert desk.store.get(1).error_kind == "Unchanged"
    # whatever is asked for all of them, this one has other colours
    done(desk, colorizer, source, settings=JobSettings(seed=7, warmth=0.5))
    assert colorizer.seen[-1][1]["seed"] == 7 + 2


def test_changed_leaves_what_was_rescued_and_decided(desk: Any, colorizer: Any) -> None:
    source = desk.photo("a.png")
    desk.add(source)
    desk.store.fail(desk.store.claim_next().id, "it is cut short.", "UnreadablePhotoError")
    asked = JobSettings(salvage=True, tinted=WhenUnsure.COLORIZE)
    assert desk.store.retry_with([1], lambda _: asked) == 1
    run_batch(desk.store, colorizer)
    assert done(desk, colorizer, source).skipped == 1
    assert desk.store.get(1).settings == asked


@pytest.mark.parametrize("seed", [None, 7])
def test_what_was_put_right_by_hand_forgets_the_other_colours(
    desk: Any, colorizer: Any, seed: int | None
) -> None:
    source, settings = desk.photo("a.png"), JobSettings(seed=seed)
    done(desk, colorizer, source, settings=settings)
    do_again(desk.store, [1], Mark.REDO, other_colors)
    run_batch(desk.store, colorizer)
    do_again(desk.store, [1], Mark.FIXED, lambda _: JobSettings())
    run_batch(desk.store, colorizer)
    done(desk, colorizer, source, settings=settings, if_exists=IfExists.OVERWRITE)
    assert colorizer.seen[-1][1]["seed"] == seed


def test_a_strangers_queue_asks_for_nothing(desk: Any, colorizer: Any) -> None:
    source = desk.photo("a.png")
    done(desk, colorizer, source)
    do_again(desk.store, [1], Mark.REDO, other_colors)
    desk.store.disown()
    desk.add(source)
    assert desk.store.get(1).settings == JobSettings()


def test_a_model_without_variants_is_asked_for_none(desk: Any, colorizer: Any) -> None:
    done(desk, colorizer, desk.photo("a.png"))
    set_mark(desk.store, [1], Mark.REDO)
    assert redo_marked(desk.store) == [1]
    colorizer.spec.z_size = 0
    run_batch(desk.store, colorizer)
    assert colorizer.seen[-1][1]["seed"] is None
    # nor later, when it is made anew for another reason
    assert done(desk, colorizer, desk.inside / "a.png", settings=WARM).done == 1
    assert colorizer.seen[-1][1]["seed"] is None


def test_what_was_fixed_is_done_with_its_sidecar_and_stays_marked(
    desk: Any, colorizer: Any
) -> None:
    source = desk.photo("a.png")
    done(desk, colorizer, source)
    write_sidecar(source, Edit(hints=(ColorHint(0.5, 0.5, (20.0, 10.0)),)))
    do_again(desk.store, [1], Mark.FIXED, lambda settings: settings)
    run_batch(desk.store, colorizer)
    job = desk.store.get(1)
    assert (job.state, job.mark, job.edited) == (JobState.DONE, Mark.FIXED, "1 point")
    assert len(colorizer.seen[-1][1]["hints"]) == 1
    row = report_row(job)
    assert (row["mark"], row["edited"]) == ("fixed", "1 point")


def test_the_words_of_an_edit() -> None:
    assert edit_words(Edit()) == ""
    hints = tuple(ColorHint(0.1 * x, 0.5, (1.0, 2.0)) for x in range(3))
    edit = Edit(look=Look(warmth=0.2), hints=hints, seed=4, tone=ToneOption.KEEP, keep_ink=False)
    assert edit_words(edit) == "3 points, look, variation, tone, ink"


def test_results_marked_alike_stand_together(desk: Any, colorizer: Any) -> None:
    sources = [desk.photo(f"{number}.png", value=10 * number) for number in range(1, 6)]
    done(desk, colorizer, *sources)
    for number, mark in ((1, Mark.FIXED), (2, Mark.GOOD), (5, Mark.GOOD), (4, Mark.REJECT)):
        set_mark(desk.store, [number], mark)
    order = [job.id for job in sorted(desk.store.jobs(), key=by_mark)]
    assert order == [2, 5, 4, 1, 3]  # of two that are alike the one that was doubted more
