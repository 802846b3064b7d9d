"""The order of a job's steps, which every executor follows."""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile

from core.batch import pipeline, run_job, steps
from core.batch.disk_room import bytes_needed
from core.batch.events import Noticed
from core.batch.fingerprint import stated_fingerprint
from core.batch.inspect_job import NothingToDo
from core.batch.job_progress import JobProgress
from core.batch.report import report_row
from core.batch.result_files import result_files
from core.batch.run import run_batch
from core.batch.run_job import TargetTaken
from core.batch.steps import StepKind, job_steps
from core.colorize.edits import Edit
from core.colorize.sidecar import Work, write_work
from core.errors import AlreadyColoredError, DiskFullError, UnreadablePhotoError
from core.photo.read import read_photo
from core.queue.job import IfExists, JobSettings, JobState, Pages
from core.repair.edits import MarkKind, RepairEdit, RepairMark
from tests.core.metadata.test_embedded import xmp

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
    with pytest.raises(UnreadablePhotoError):
        told(photo, colorizer, None, UnreadablePhotoError("damaged."))
    full = DiskFullError("no room.")
    with pytest.raises(DiskFullError):
        told(pages, colorizer, None, None, None, None, None, None, full)
    assert desk.results() == []  # the page that was written went with its document


def refuse_page(colorizer: Any, *numbers: int) -> None:
    """Let pages have colours, by the order in which they come."""
    seen: list[Any] = []

    def before(photo: Any) -> None:
        seen.append(photo)
        if len(seen) - 1 in numbers:
            raise AlreadyColoredError(f"{photo.source.name} has colours already.", photo.source)

    colorizer.before = before


def test_each_page_is_coloured_as_it_was_left_in_the_window(desk: Any, colorizer: Any) -> None:
    source = document(desk)
    desk.add(source)
    assert run_batch(desk.store, colorizer).done == 1
    write_work(source, Work(Edit(seed=4)))
    write_work(source, Work(Edit(seed=9)), page=2)
    desk.store.add([desk.job(source)])
    assert run_batch(desk.store, colorizer).done == 1
    assert [asked["seed"] for _, asked in colorizer.seen[-3:]] == [4, None, 9]
    desk.store.add([desk.job(source)])
    assert run_batch(desk.store, colorizer).skipped == 1  # nothing has changed since
    write_work(source, Work(Edit(seed=8)), page=2)
    desk.store.add([desk.job(source)])
    assert run_batch(desk.store, colorizer).done == 1


def test_pages_with_colours_stay_as_they_are(desk: Any, colorizer: Any) -> None:
    source = document(desk)
    desk.add(source)
    refuse_page(colorizer, 0)
    assert run_batch(desk.store, colorizer, on_event=desk.events.append).done == 1
    assert [event.words for event in desk.of_kind(Noticed)] == [
        "page 1 of pages.tif has colours already and stays as it is."
    ]
    with tifffile.TiffFile(desk.out / "pages.tif") as result:
        shapes = [page.shape for page in result.pages]
    with tifffile.TiffFile(source) as was:
        expected = [page.shape for page in was.pages]
        first = was.pages[0].asarray()
    assert shapes == [expected[0], (*expected[1], 3), (*expected[2], 3)]
    np.testing.assert_array_equal(tifffile.imread(desk.out / "pages.tif", key=0), first)
    # it is known again, though its first page says nothing of it
    again = stated_fingerprint(desk.out / "pages.tif")
    assert again is not None
    assert again.settings_digest == JobSettings().digest()


@pytest.mark.parametrize("pages", list(Pages))
def test_a_document_of_nothing_but_colours_is_skipped(
    desk: Any, colorizer: Any, pages: Pages
) -> None:
    desk.add(document(desk), settings=JobSettings(pages=pages))
    refuse_page(colorizer, 0, 1, 2)
    assert run_batch(desk.store, colorizer).skipped == 1
    assert desk.results() == []


@pytest.mark.parametrize("unread", [(0,), (1,), (2,), (0, 2)])
def test_a_page_that_cannot_be_read_takes_no_others_along(
    desk: Any, colorizer: Any, monkeypatch: pytest.MonkeyPatch, unread: tuple[int, ...]
) -> None:
    def read(job: Any, page: int, limit: float, own: Edit) -> Any:
        if page in unread:
            raise UnreadablePhotoError(f"{job.source.name} is damaged.", job.source)
        return read_page(job, page, limit, own)

    read_page = steps.read_page
    monkeypatch.setattr(steps, "read_page", read)
    desk.add(document(desk))
    assert run_batch(desk.store, colorizer, on_event=desk.events.append).done == 1
    assert [event.words for event in desk.of_kind(Noticed)] == [
        f"page {page + 1} is left out: pages.tif is damaged." for page in unread
    ]
    with tifffile.TiffFile(desk.out / "pages.tif") as result:
        assert len(result.pages) == 3 - len(unread)


def test_pages_become_files(desk: Any, colorizer: Any) -> None:
    settings = JobSettings(pages=Pages.SPLIT, format="jpeg")
    job = desk.job(document(desk), "pages.jpg", settings=settings)
    desk.store.add([job])
    refuse_page(colorizer, 1)
    assert run_batch(desk.store, colorizer).done == 1
    assert desk.results() == ["pages_1.jpg", "pages_2.jpg", "pages_3.jpg"]
    assert read_photo(desk.out / "pages_2.jpg").is_grey
    assert not read_photo(desk.out / "pages_3.jpg").is_grey
    (made,) = desk.store.jobs()
    files = [desk.out / f"pages_{number}.jpg" for number in (1, 2, 3)]
    assert list(result_files(made).values()) == files
    assert report_row(made)["files"] == [str(file) for file in files]
    desk.store.add([job])
    colorizer.before = lambda _: pytest.fail("it is done already")
    assert run_batch(desk.store, colorizer).skipped == 1
    (again,) = desk.store.jobs()
    assert list(result_files(again).values()) == files
    files[1].unlink()
    assert list(result_files(again)) == [0, 2]


@pytest.mark.parametrize("coloured", [0, 1])
def test_a_page_of_a_split_document_that_stays_in_colour_is_repaired_as_marked(
    desk: Any, colorizer: Any, coloured: int
) -> None:
    source = desk.inside / "pages.tif"
    scratched = np.full((60, 80), 30_000, np.uint16)
    scratched[28:32, 38:42] = 65_535
    tifffile.imwrite(source, np.stack((scratched, scratched)), photometric="minisblack")
    healed = RepairEdit(marks=(RepairMark(((0.5, 0.5),), 0.1, MarkKind.HEAL),))
    write_work(source, Work(Edit(repair=healed, turn=1)), page=coloured)
    desk.store.add([desk.job(source, settings=JobSettings(pages=Pages.SPLIT))])
    refuse_page(colorizer, coloured)
    assert run_batch(desk.store, colorizer).done == 1
    kept = read_photo(desk.out / f"pages_{coloured + 1}.tif")
    assert kept.is_grey
    assert kept.pixels.shape == (80, 60)
    assert kept.pixels.max() < 40_000


def test_a_split_document_replaces_nobody_elses_file(desk: Any, colorizer: Any) -> None:
    desk.out.mkdir()
    (desk.out / "pages_2.tif").write_bytes(b"mine")
    desk.store.add([desk.job(document(desk), settings=JobSettings(pages=Pages.SPLIT))])
    assert run_batch(desk.store, colorizer).failed == 1
    assert desk.results() == ["pages_2.tif"]


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


@pytest.mark.parametrize("pages", [1, 3])
def test_the_files_time_and_what_stands_beside_it_come_along(
    desk: Any, colorizer: Any, pages: int
) -> None:
    source = document(desk, pages)
    os.utime(source, ns=(10**18, 10**18 + 123_456_700))
    source.with_name("pages.tif.xmp").write_bytes(xmp('xmp:Rating="4"'))
    settings = JobSettings(keep_time=True, copy_sidecars=True)
    desk.add(source, settings=settings)
    assert run_batch(desk.store, colorizer).done == 1
    assert desk.results() == ["pages.tif", "pages.tif.xmp"]
    assert (desk.out / "pages.tif").stat().st_mtime_ns == source.stat().st_mtime_ns
    again = stated_fingerprint(desk.out / "pages.tif")
    assert again is not None
    assert again.settings_digest == settings.digest() != JobSettings().digest()


def test_pages_of_a_split_document_have_its_time_each(desk: Any, colorizer: Any) -> None:
    source = document(desk, 2)
    os.utime(source, (10**9, 10**9))
    source.with_name("pages.xmp").write_bytes(b"no XML")
    settings = JobSettings(pages=Pages.SPLIT, keep_time=True, copy_sidecars=True)
    desk.add(source, settings=settings)
    assert run_batch(desk.store, colorizer, on_event=desk.events.append).done == 1
    assert desk.results() == ["pages_1.tif", "pages_2.tif"]
    assert {path.stat().st_mtime for path in desk.out.iterdir()} == {10**9}
    assert any("pages.xmp beside the photo" in event.words for event in desk.of_kind(Noticed))
