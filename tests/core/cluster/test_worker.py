"""The task of a Dask worker, without Dask: what the scheduler is told, and what it remembers."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from core.batch.inspect_job import NothingToDo
from core.batch.job_progress import JobProgress
from core.batch.limits import Limits
from core.cluster import worker
from core.cluster.megapixel_budget import MegapixelBudget
from core.colorize.colorizer import Colorizer


def test_a_result_that_is_lost_with_its_worker_is_no_death(
    desk: Any, model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    colorizer = worker.SharedColorizer(Colorizer(model, device="cpu"))
    plugin = SimpleNamespace(
        colorizer=colorizer,
        info=worker.WorkerInfo("here"),
        budget=MegapixelBudget(100),
        limits=Limits(),
        albums=None,
    )
    kept: dict[tuple[str, ...], Any] = {}

    def ask(_: Any, what: str, *, keys: list[str], **more: Any) -> Any:
        if what == "set_metadata":
            kept[tuple(keys)] = more["value"]
        return kept.get(tuple(keys), more.get("default"))

    dask_worker = SimpleNamespace(plugins={"run": plugin})
    monkeypatch.setattr(worker, "get_worker", lambda: dask_worker)
    monkeypatch.setattr(worker, "_call_scheduler", ask)
    desk.add(desk.photo("a.png"))
    job = desk.store.claim_next()
    first, *again = [worker.run_task("run", 7, job) for _ in range(5)]
    assert isinstance(first.result, JobProgress)
    for outcome in again:  # what is there already is found, not made anew beside it
        assert isinstance(outcome.result, NothingToDo)
        assert outcome.result.done
        assert outcome.deaths == 0
    assert desk.results() == ["a.png"]
