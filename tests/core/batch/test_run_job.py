"""A whole job on one thread: what a worker of a cluster does."""

from __future__ import annotations

from typing import Any

import pytest

from core.batch.fingerprint import stated_fingerprint
from core.batch.inspect_job import NothingToDo
from core.batch.job_progress import JobProgress
from core.batch.run import run_batch
from core.batch.run_job import run_job
from core.errors import (
    TargetExistsError,
)


def run(desk: Any, colorizer: Any, **options: Any) -> Any:
    options.setdefault("on_event", desk.events.append)
    return run_batch(desk.store, colorizer, **options)


def test_one_job_alone_makes_the_same_file(desk: Any, colorizer: Any) -> None:
    """What a worker of a cluster does."""
    source = desk.photo("a.png")
    desk.add(source)
    run(desk, colorizer)
    made = (desk.out / "a.png").read_bytes()
    desk.store.add([desk.job(source, "b.png")])
    made_alone = run_job(desk.store.claim_next(), colorizer)
    assert isinstance(made_alone, JobProgress)
    assert made_alone.confidence == desk.store.jobs()[0].confidence
    assert (desk.out / "b.png").read_bytes() == made


def test_another_worker_may_have_been_quicker(desk: Any, colorizer: Any) -> None:
    """One that was thought lost writes the result while this one colorizes the photo again."""
    desk.add(desk.photo("a.png"), desk.photo("b.png"))
    twice, other = desk.store.claim_next(), desk.store.claim_next()
    colorizer.before = lambda photo: run_job(twice, type(colorizer)())
    result = run_job(twice, colorizer)
    assert isinstance(result, NothingToDo)
    assert (result.done, result.fingerprint) == (True, stated_fingerprint(desk.out / "a.png"))
    colorizer.before = lambda photo: (desk.out / "b.png").write_bytes(b"mine")
    with pytest.raises(TargetExistsError):
        run_job(other, colorizer)
    assert (desk.out / "b.png").read_bytes() == b"mine"
