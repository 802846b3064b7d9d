"""An exception of any class, in every step that touches a photo's bytes, costs that photo only."""

from __future__ import annotations

import errno
from typing import Any

import pytest

from core.batch.events import JobStarted
from core.batch.limits import Limits
from core.batch.run import run_batch
from core.photo.probe import probe
from core.planning.plan import PlanRequest, make_plan
from core.planning.walk import Walk
from core.queue.job import JobState
from tests.core.faults import BATCH, ERRORS, FEW, READING, WRITING, sabotaged


@pytest.mark.parametrize("step", READING)
def test_probe_answers_whatever_is_raised(
    desk: Any, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    photo = desk.photo("photo.tif")
    raised: list[BaseException] = []
    sabotaged(monkeypatch, step, lambda: raised[-1] if raised else None)
    for error in ERRORS:
        raised.append(error)
        header = probe(photo)
        if header.error is not None:
            assert "photo.tif" in str(header.error) or "made up" in str(header.error)


@pytest.mark.slow
@pytest.mark.parametrize("step", [*READING, *WRITING, *BATCH])
def test_a_batch_ends_as_documented(
    desk: Any, colorizer: Any, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """The photo in hand fails with a sentence; its neighbours are done."""
    state: dict[str, Any] = {"error": None}
    reached = sabotaged(monkeypatch, step, lambda: state["error"])
    expected = 0
    for number, error in enumerate(FEW):
        if getattr(error, "errno", None) == errno.ENOSPC:
            continue  # a full disk stops a run, which test_full_disk tries

        def started(event: Any, error: BaseException = error) -> None:
            if isinstance(event, JobStarted):
                state["error"] = error if "bad" in event.job.source.name else None

        names = [f"{number}-{name}.tif" for name in ("before", "bad", "behind")]
        ids = desk.add(*(desk.photo(name) for name in names))
        was = len(reached)
        summary = run_batch(
            desk.store,
            colorizer,
            on_event=started,
            limits=Limits(workers=1, max_photos_in_flight=1),
        )
        jobs = [desk.store.get(job_id) for job_id in ids]
        assert (summary.stopped, summary.left) == (None, 0)
        assert [jobs[0].state, jobs[2].state] == [JobState.DONE, JobState.DONE], error
        if len(reached) > was:
            expected += 1
            assert jobs[1].state is JobState.FAILED, error
            assert jobs[1].error.endswith("."), jobs[1].error
            assert "\n" not in jobs[1].error
    state["error"] = None
    assert expected or "probe" in step, "the step was never reached"
    assert not [name for name in desk.results() if name.endswith(".part")]


@pytest.mark.parametrize("step", READING)
def test_planning_goes_on_whatever_is_raised(
    desk: Any, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    for name in ("a.tif", "b.tif"):
        desk.photo(name)
    raised: list[BaseException] = []
    sabotaged(monkeypatch, step, lambda: raised[-1] if raised else None)
    for error in ERRORS:
        raised.append(error)
        plan = make_plan(Walk([str(desk.inside)]), PlanRequest(desk.out))
        assert [job.source.name for job in plan.jobs] == ["a.tif", "b.tif"], error
