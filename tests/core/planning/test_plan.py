"""From photos and a request to jobs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.metadata.provenance import Provenance
from core.photo.header import PhotoHeader
from core.photo.photo import Photo
from core.photo.write import write_photo
from core.planning.name_template import NameTemplate
from core.planning.plan import PlanRequest, is_up_to_date, make_plan
from core.planning.source_photo import SourcePhoto
from core.planning.walk import Walk
from core.queue.job import Fingerprint, IfExists, Job, JobSettings, JobState, NewJob
from core.queue.shard import Shard

OUT = Path("/results")


def photo(name: str, format: str | None = "jpeg") -> SourcePhoto:  # noqa: A002
    return SourcePhoto(
        Path("/scans") / name, Path(name), Path("/scans") / name, PhotoHeader(format)
    )


def as_done(new: NewJob, state: JobState = JobState.DONE, number: int = 1) -> Job:
    return Job(number, new.source, new.target, new.settings, new.if_exists, state, float(number),
               model_sha256="m")  # fmt: skip


def test_a_job_says_all_that_decides_the_result() -> None:
    request = PlanRequest(
        OUT, settings=JobSettings(strength=0.5, quality=80), if_exists=IfExists.SKIP
    )
    (job,) = make_plan([photo("1920/a.tif", "tiff")], request).jobs
    assert job == NewJob(
        Path("/scans/1920/a.tif"),
        OUT / "1920/a_color.tif",
        JobSettings(strength=0.5, quality=80, format="tiff"),
        IfExists.SKIP,
    )


def test_a_written_ending_or_a_format_decides_for_all() -> None:
    photos = [photo("a.tif", "tiff"), photo("b.jpg")]
    for request in (PlanRequest(OUT, format="png"), PlanRequest(OUT, NameTemplate("{stem}.png"))):
        jobs = make_plan(photos, request).jobs
        assert {(job.target.suffix, job.settings.format) for job in jobs} == {(".png", "png")}


def test_shares_agree_on_names_and_cover_everything() -> None:
    photos = [photo(f"{i // 2}.{'jpg' if i % 2 else 'png'}") for i in range(60)]
    whole = make_plan(photos, PlanRequest(OUT, format="jpeg")).jobs
    plans = [
        make_plan(photos, PlanRequest(OUT, format="jpeg", shard=Shard(i, 4))) for i in (1, 2, 3, 4)
    ]
    assert sorted(job.target for plan in plans for job in plan.jobs) == sorted(
        job.target for job in whole
    )
    assert [plan.elsewhere for plan in plans] == [60 - len(plan.jobs) for plan in plans]


def test_without_a_seed_all_photos_have_the_models_own_colours() -> None:
    jobs = make_plan([photo("a.jpg"), photo("b/c.jpg")], PlanRequest(OUT, consistent=True)).jobs
    assert {job.settings.seed for job in jobs} == {None}


def test_a_seed_is_drawn_for_each_photo_or_for_each_folder() -> None:
    photos = [photo("1920/a.jpg"), photo("1920/b.jpg"), photo("1921/a.jpg")]

    def seeds(*, consistent: bool, seed: int = 7) -> list[int | None]:
        request = PlanRequest(OUT, settings=JobSettings(seed=seed), consistent=consistent)
        return [job.settings.seed for job in make_plan(photos, request).jobs]

    assert len(set(seeds(consistent=False))) == 3
    album = seeds(consistent=True)
    assert album[0] == album[1] != album[2]
    assert seeds(consistent=True, seed=8) != album
    assert seeds(consistent=True) == album


def test_results_are_never_sources(tmp_path: Path) -> None:
    grey = Photo(np.full((8, 8), 99, np.uint8))
    write_photo(grey, tmp_path / "a.png")
    write_photo(grey, tmp_path / "a_color.png", provenance=Provenance("m", "1", "0" * 64, "us"))
    write_photo(grey, tmp_path / "b_color.png")  # of the queue, as its job says
    known = Job(1, tmp_path / "b.png", tmp_path / "b_color.png", JobSettings(), IfExists.CHANGED,
                JobState.DONE, 1.0)  # fmt: skip
    plan = make_plan(Walk([str(tmp_path)]), PlanRequest(tmp_path), [known])
    assert [job.source.name for job in plan.jobs] == ["a.png"]
    assert plan.results == 2
    # elsewhere nobody looks into every photo
    assert len(make_plan(Walk([str(tmp_path)]), PlanRequest(tmp_path / "out")).jobs) == 3


@pytest.mark.parametrize("if_exists", [IfExists.OVERWRITE, IfExists.RENAME])
def test_an_interrupted_run_is_continued_and_a_finished_one_begun_anew(
    if_exists: IfExists, tmp_path: Path
) -> None:
    photos = [photo("a.jpg"), photo("b.jpg")]
    request = PlanRequest(tmp_path, if_exists=if_exists, model_sha256="m")
    first, second = make_plan(photos, request).jobs
    first.target.touch()
    unfinished = [as_done(first), as_done(second, JobState.RUNNING, 2)]
    plan = make_plan(photos, request, unfinished)
    assert (list(plan.jobs), [job.id for job in plan.done]) == ([second], [1])
    finished = [as_done(first), as_done(second, number=2)]
    assert len(make_plan(photos, request, finished).jobs) == 2
    others = replace(request, settings=JobSettings(strength=0.1))
    assert len(make_plan(photos, others, unfinished).jobs) == 2
    assert len(make_plan(photos, replace(request, model_sha256="n"), unfinished).jobs) == 2


def test_what_needs_nothing_as_far_as_one_knows(tmp_path: Path) -> None:
    settings = JobSettings()
    done = as_done(NewJob(Path("/scans/a.jpg"), tmp_path / "a_color.jpg", settings))
    done = replace(done, result=Fingerprint("s", "m", settings.digest()))
    assert not is_up_to_date(done, "m")  # its result is gone
    done.target.touch()
    assert is_up_to_date(done, "m")
    assert not is_up_to_date(done, "another model")
    assert not is_up_to_date(replace(done, settings=JobSettings(strength=0.5)), "m")
    assert not is_up_to_date(replace(done, result=None), "m")
    assert is_up_to_date(replace(done, result=None, if_exists=IfExists.SKIP), "m")
    assert not is_up_to_date(replace(done, if_exists=IfExists.OVERWRITE), "m")


def test_megapixels_are_of_all_pages_and_unknown_where_nothing_can_be_read(
    tmp_path: Path, rng: np.random.Generator
) -> None:
    pages = [Image.fromarray(rng.integers(0, 255, (20, 50), np.uint8)) for _ in range(3)]
    pages[0].save(tmp_path / "a.tif", save_all=True, append_images=pages[1:])
    pages[0].save(tmp_path / "a.jpg")
    (tmp_path / "b.jpg").write_bytes(b"no picture")
    jobs = make_plan(Walk([str(tmp_path)]), PlanRequest(OUT)).jobs
    sizes = {job.source.name: job.megapixels for job in jobs}
    assert sizes == {"a.jpg": pytest.approx(0.001), "a.tif": pytest.approx(0.003), "b.jpg": None}
