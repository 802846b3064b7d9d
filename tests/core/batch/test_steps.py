"""The order of a job's steps, which every executor follows."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile

from core.batch import pipeline, run_job
from core.batch.disk_room import bytes_needed
from core.batch.inspect_job import NothingToDo
from core.batch.run import run_batch
from core.batch.run_job import TargetTaken
from core.batch.steps import JobProgress, StepKind, job_steps
from core.errors import AlreadyColoredError, DiskFullError, UnreadablePhotoError
from core.queue.job import IfExists, JobSettings, JobState

PAGE = [StepKind.READ, StepKind.COLORIZE, StepKind.WRITE]


def document(desk: Any, pages: int = 3) -> Path:
    path: Path = desk.inside / "pages.tif"
    with tifffile.TiffWriter(path) as tiff:
        for side in range(40, 40 + pages):
            tiff.write(np.full((side, 50), 90, np.uint16))
    return path


def told(job: Any, colorizer: Any, *answers: Any) -> tuple[list[StepKind], Any]:
    """The steps, done one by one; each answer replaces what a step would have said."""
    kinds, going, replaced = [], job_steps(job, colorizer, 400), list(answers)
    try:
        step = next(going)
        while True:
            kinds.append(step.kind)
            result = step.call()
            answer = replaced.pop(0) if replaced else None
            if isinstance(answer, Exception):
                step = going.throw(answer)
            else:
                step = going.send(result if answer is None else answer)
    except StopIteration as end:
        return kinds, end.value


def test_both_executors_go_through_the_same_steps(desk: Any, colorizer: Any) -> None:
    seen: dict[str, list[StepKind]] = {}

    def recorded(job: Any, *rest: Any) -> Generator[Any, Any, Any]:
        going, result = job_steps(job, *rest), None
        kinds = seen.setdefault(str(job.target.relative_to(desk.out)), [])
        try:
            step = next(going)
            while True:
                kinds.append(step.kind)
                result = yield step
                step = going.send(result)
        except StopIteration as end:
            return end.value

    sources = [desk.photo("a.png"), document(desk)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "job_steps", recorded)
        patch.setattr(run_job, "job_steps", recorded)
        desk.store.add([desk.job(source, f"together/{source.name}") for source in sources])
        assert run_batch(desk.store, colorizer).done == 2
        desk.store.add([desk.job(source, f"alone/{source.name}") for source in sources])
        while job := desk.store.claim_next():
            assert isinstance(run_job.run_job(job, colorizer), JobProgress)
    for name, pages in (("a.png", 1), ("pages.tif", 3)):
        expected = [StepKind.INSPECT, *PAGE * pages]
        assert seen[str(Path("together", name))] == seen[str(Path("alone", name))] == expected


def test_what_is_there_already_ends_it_at_once(desk: Any, colorizer: Any) -> None:
    desk.add(desk.photo("a.png"), if_exists=IfExists.SKIP)
    (desk.out).mkdir()
    (desk.out / "a.png").write_bytes(b"mine")
    kinds, result = told(desk.store.claim_next(), colorizer)
    assert kinds == [StepKind.INSPECT]
    assert isinstance(result, NothingToDo)


def test_another_name_is_a_step_of_its_own(desk: Any, colorizer: Any) -> None:
    desk.add(desk.photo("a.png"), if_exists=IfExists.RENAME)
    (desk.out).mkdir()
    (desk.out / "a.png").write_bytes(b"mine")
    job = desk.store.claim_next()
    assert run_job.run_job(job, colorizer) == TargetTaken()
    assert desk.results() == ["a.png"]
    kinds, result = told(job, colorizer, None, desk.out / "b.png")
    assert kinds == [StepKind.INSPECT, StepKind.RETARGET, *PAGE]
    assert result.inspection.target == desk.out / "b.png"
    assert desk.results() == ["a.png", "b.png"]


def test_what_an_executor_throws_ends_the_job(desk: Any, colorizer: Any) -> None:
    desk.add(document(desk), desk.photo("a.png"))
    pages, photo = desk.store.claim_next(), desk.store.claim_next()
    colored = AlreadyColoredError("it has colours already.")
    kinds, result = told(pages, colorizer, None, None, None, None, None, colored)
    assert kinds == [StepKind.INSPECT, *PAGE, *PAGE[:2]]
    assert result == NothingToDo("page 2: it has colours already.", "AlreadyColoredError")
    with pytest.raises(UnreadablePhotoError):
        told(photo, colorizer, None, UnreadablePhotoError("damaged."))
    assert desk.results() == []  # the page that was written went with its document


def test_a_document_that_is_dropped_leaves_nothing_behind(desk: Any, colorizer: Any) -> None:
    desk.add(document(desk))
    going = job_steps(desk.store.claim_next(), colorizer, 400)
    step = next(going)
    while step.page < 2:
        step = going.send(step.call())
    assert list(desk.out.iterdir())
    going.close()
    assert list(desk.out.iterdir()) == []


def test_a_step_says_what_it_needs(desk: Any, colorizer: Any) -> None:
    source = desk.photo("a.png", shape=(1000, 2000))
    desk.add(source, settings=JobSettings(depth=16))
    going = job_steps(desk.store.claim_next(), colorizer, 400)
    read = going.send(next(going).call())
    assert (read.kind, read.megapixels) == (StepKind.READ, 2.0)
    write = going.send(going.send(read.call()).call())
    assert write.kind is StepKind.WRITE
    write.call()
    assert (desk.out / "a.png").stat().st_size <= write.bytes_needed
    assert write.bytes_needed >= 2_000_000 * 3 * 2
    assert bytes_needed(read.call(), "png", 16) == write.bytes_needed


def test_a_result_that_appeared_meanwhile_is_looked_at_again(desk: Any, colorizer: Any) -> None:
    """Another program, which was thought dead, wrote it while this one colorized the photo."""
    desk.out.mkdir()
    ids = desk.add(desk.photo("a.png"), desk.photo("b.png"))
    same = [desk.store.get(number) for number in ids]

    def meddle(photo: Any) -> None:
        if photo.source.name == "a.png":
            run_job.run_job(same[0], type(colorizer)())
        else:
            (desk.out / "b.png").write_bytes(b"mine")

    colorizer.before = meddle
    summary = run_batch(desk.store, colorizer, on_event=desk.events.append)
    assert (summary.done, summary.failed) == (1, 1)
    first, second = desk.store.jobs()
    assert (first.state, first.result is None) == (JobState.DONE, False)
    assert (second.state, second.error_kind) == (JobState.FAILED, "TargetExistsError")
    assert (desk.out / "b.png").read_bytes() == b"mine"


def test_the_serial_executor_leaves_room_on_the_disk(desk: Any, colorizer: Any) -> None:
    desk.add(desk.photo("a.png"))
    with pytest.raises(DiskFullError):
        run_job.run_job(desk.store.claim_next(), colorizer, disk_reserve_mb=10**9)
    assert desk.results() == []
