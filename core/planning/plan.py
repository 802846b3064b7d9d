"""Plans a batch: turns photos and a `PlanRequest` into jobs, before anything is done."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from core.files.windows_paths import long_path
from core.photo.header import PhotoHeader
from core.planning.name_template import NameTemplate, planned_format
from core.planning.source_photo import SourcePhoto
from core.planning.target_names import TargetNamer
from core.queue.job import IfExists, Job, JobSettings, JobState, NewJob
from core.queue.job_edit import own_edit, own_pages, settings_digest
from core.queue.mark import KEPT
from core.queue.shard import Shard

_Identity = tuple[Path, Path, JobSettings]
_UNFINISHED: Final = (JobState.WAITING, JobState.RUNNING)


@dataclass(frozen=True)
class PlanRequest:
    """Options of a batch that decide its jobs; the same for all photos.

    Attributes:
        output: the folder of the results, absolute and without links.
        format: of all results; None keeps each photo's own where it can be written.
        settings: how they are made; the format is filled in for each photo, and the seed.
        consistent: photos of one folder share the seed; else each has its own.
        shard: the share of the photos that is to be done here.
        model_name, model_sha256: of the model that will do it.
    """

    output: Path
    template: NameTemplate = field(default_factory=NameTemplate)
    format: str | None = None
    settings: JobSettings = field(default_factory=JobSettings)
    if_exists: IfExists = IfExists.CHANGED
    consistent: bool = False
    shard: Shard = field(default_factory=Shard)
    model_name: str = "model"
    model_sha256: str = ""


@dataclass(frozen=True)
class Plan:
    """What will be done.

    Attributes:
        jobs: in their order.
        headers: what each job's photo says of itself, in the same order.
        results: how many of the files found were results, which are never sources.
        done: the jobs that an interrupted run of the same request had done already.
        elsewhere: how many are other shards'.
    """

    jobs: Sequence[NewJob]
    headers: Sequence[PhotoHeader] = ()
    results: int = 0
    done: Sequence[Job] = ()
    elsewhere: int = 0


def make_plan(
    photos: Iterable[SourcePhoto], request: PlanRequest, known: Sequence[Job] = ()
) -> Plan:
    """Plan the job of every photo: its target and its settings.

    Names are given before the photos are shared out, so that shards of one list agree on them.

    Args:
        photos: what was found (`core.planning.walk.Walk`).
        request: what is asked for.
        known: the jobs of earlier runs.
    """
    targets = {job.target for job in known}
    all_photos = list(photos)
    sources = [photo for photo in all_photos if not _is_result(photo, request.output, targets)]
    namer = TargetNamer(
        request.output,
        request.template,
        request.format,
        request.model_name,
        _names_in_use(known, request),
    )
    pairs = list(zip(sources, namer.targets(sources), strict=True))
    mine = [pair for pair in pairs if request.shard.holds(pair[0].relative)]
    jobs = [_job(photo, target, request) for photo, target in mine]
    done = _done_already(request, known)
    left = [i for i, job in enumerate(jobs) if _identity(job) not in done]
    return Plan(
        jobs=[jobs[i] for i in left],
        headers=[mine[i][0].header for i in left],
        results=len(all_photos) - len(sources),
        done=[done[_identity(job)] for job in jobs if _identity(job) in done],
        elsewhere=len(pairs) - len(mine),
    )


def is_up_to_date(job: Job, model_sha256: str, earlier: Collection[str] = ()) -> bool:
    """Whether the `if_exists` rule will skip it, as far as the queue can tell.

    Only a guess, for the time a run will take: the source's content decides. ``earlier`` is
    `core.inference.model_spec.ModelSpec.earlier`.
    """
    if not os.path.lexists(job.target):
        return False
    if job.if_exists is IfExists.SKIP:
        return True
    made, settings, source = job.result, job.settings, job.source
    if job.if_exists.looks_at_content and job.mark in KEPT:
        return True
    left_alone = earlier if job.if_exists is IfExists.CHANGED else ()
    return (
        job.if_exists.looks_at_content
        and made is not None
        and made.model_sha256 in {model_sha256, *left_alone}
        and made.settings_digest
        == settings_digest(own_edit(source, settings), settings, own_pages(source, settings))
    )


def _is_result(photo: SourcePhoto, output: Path, targets: set[Path]) -> bool:
    """Whether a photo found is a result: one of the queue's, or a file in `output` that says so."""
    return photo.real in targets or (photo.header.is_result and photo.real.is_relative_to(output))


def _names_in_use(known: Sequence[Job], request: PlanRequest) -> dict[Path, Path]:
    """Targets and their photos. ``rename`` wants new names, but not in the middle of a run."""
    if request.if_exists is IfExists.RENAME and not _is_unfinished(known):
        return {}
    return {job.target: job.source for job in known}


def _is_unfinished(known: Sequence[Job]) -> bool:
    return any(job.state in _UNFINISHED for job in known)


def _job(photo: SourcePhoto, target: Path, request: PlanRequest) -> NewJob:
    name = planned_format(photo, request.format or request.template.format)
    settings = replace(request.settings, format=name, seed=_seed(photo, request))
    source, megapixels = long_path(photo.real), photo.header.megapixels
    return NewJob(source, long_path(target), settings, request.if_exists, megapixels)


def _seed(photo: SourcePhoto, request: PlanRequest) -> int | None:
    """Of the photo, or of its folder: the same in every run and on every computer."""
    if request.settings.seed is None:
        return None  # the model's most plausible colours: common to all photos anyway
    whose = photo.relative.parent if request.consistent else photo.relative
    text = f"{request.settings.seed} ".encode() + os.fsencode(whose.as_posix())
    return int.from_bytes(hashlib.sha256(text).digest()[:4])


def _done_already(request: PlanRequest, known: Sequence[Job]) -> dict[_Identity, Job]:
    """What this very request had done before it was interrupted.

    ``changed`` finds that by content, and ``skip`` by the results; the others would do it twice.
    """
    if request.if_exists not in (IfExists.OVERWRITE, IfExists.RENAME) or not _is_unfinished(known):
        return {}
    return {
        _identity(job): job
        for job in known
        if job.state is JobState.DONE
        and job.model_sha256 == request.model_sha256
        and os.path.lexists(job.target)
    }


def _identity(job: Job | NewJob) -> _Identity:
    return job.source, job.target, job.settings
