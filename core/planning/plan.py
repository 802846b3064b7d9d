"""`make_plan`: photos and what is asked for -> jobs, decided before anything is done."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from core.files.windows_paths import long_path
from core.photo.header import PhotoHeader
from core.planning.name_template import NameTemplate, planned_format
from core.planning.source_photo import SourcePhoto
from core.planning.target_names import TargetNamer
from core.queue.job import IfExists, Job, JobSettings, JobState, NewJob
from core.queue.shard import Shard

_Identity = tuple[Path, Path, JobSettings]
_UNFINISHED: Final = (JobState.WAITING, JobState.RUNNING)


@dataclass(frozen=True)
class PlanOptions:
    """What is asked for, of all photos alike.

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
        done: the jobs that an interrupted run with the same options had done already.
        elsewhere: how many are other shards'.
    """

    jobs: Sequence[NewJob]
    headers: Sequence[PhotoHeader] = ()
    results: int = 0
    done: Sequence[Job] = ()
    elsewhere: int = 0


def make_plan(
    photos: Iterable[SourcePhoto], options: PlanOptions, known: Sequence[Job] = ()
) -> Plan:
    """Give every photo its target and settings.

    Names are given before the photos are shared out, so that shards of one list agree on them.

    Args:
        photos: what was found (`core.planning.walk.Walk`).
        options: of all of them.
        known: the jobs of earlier runs.
    """
    targets = {job.target for job in known}
    all_photos = list(photos)
    sources = [photo for photo in all_photos if not _is_result(photo, options.output, targets)]
    namer = TargetNamer(
        options.output,
        options.template,
        options.format,
        options.model_name,
        _names_in_use(known, options),
    )
    pairs = list(zip(sources, namer.targets(sources), strict=True))
    mine = [pair for pair in pairs if options.shard.holds(pair[0].relative)]
    jobs = [_job(photo, target, options) for photo, target in mine]
    done = _done_already(options, known)
    left = [i for i, job in enumerate(jobs) if _identity(job) not in done]
    return Plan(
        jobs=[jobs[i] for i in left],
        headers=[mine[i][0].header for i in left],
        results=len(all_photos) - len(sources),
        done=[done[_identity(job)] for job in jobs if _identity(job) in done],
        elsewhere=len(pairs) - len(mine),
    )


def is_up_to_date(job: Job, model_sha256: str) -> bool:
    """Whether the `if_exists` rule will skip it, as far as the queue can tell.

    Only a guess, for the time a run will take: the source's content decides.
    """
    if not os.path.lexists(job.target):
        return False
    if job.if_exists is IfExists.SKIP:
        return True
    made = job.result
    return (
        job.if_exists is IfExists.CHANGED
        and made is not None
        and made.model_sha256 == model_sha256
        and made.settings_digest == job.settings.digest()
    )


def _is_result(photo: SourcePhoto, output: Path, targets: set[Path]) -> bool:
    """Whether a photo found is a result: one of the queue's, or a file in `output` that says so."""
    return photo.real in targets or (photo.header.is_result and photo.real.is_relative_to(output))


def _names_in_use(known: Sequence[Job], options: PlanOptions) -> dict[Path, Path]:
    """Targets and their photos. ``rename`` wants new names, but not in the middle of a run."""
    if options.if_exists is IfExists.RENAME and not _is_unfinished(known):
        return {}
    return {job.target: job.source for job in known}


def _is_unfinished(known: Sequence[Job]) -> bool:
    return any(job.state in _UNFINISHED for job in known)


def _job(photo: SourcePhoto, target: Path, options: PlanOptions) -> NewJob:
    name = planned_format(photo, options.format or options.template.format)
    settings = replace(options.settings, format=name, seed=_seed(photo, options))
    source, megapixels = long_path(photo.real), photo.header.megapixels
    return NewJob(source, long_path(target), settings, options.if_exists, megapixels)


def _seed(photo: SourcePhoto, options: PlanOptions) -> int | None:
    """Of the photo, or of its folder: the same in every run and on every computer."""
    if options.settings.seed is None:
        return None  # the model's most plausible colours: common to all photos anyway
    whose = photo.relative.parent if options.consistent else photo.relative
    text = f"{options.settings.seed} ".encode() + os.fsencode(whose.as_posix())
    return int.from_bytes(hashlib.sha256(text).digest()[:4])


def _done_already(options: PlanOptions, known: Sequence[Job]) -> dict[_Identity, Job]:
    """What a run with these very options had done before it was interrupted.

    ``changed`` finds that by content, and ``skip`` by the results; the others would do it twice.
    """
    if options.if_exists not in (IfExists.OVERWRITE, IfExists.RENAME) or not _is_unfinished(known):
        return {}
    return {
        _identity(job): job
        for job in known
        if job.state is JobState.DONE
        and job.model_sha256 == options.model_sha256
        and os.path.lexists(job.target)
    }


def _identity(job: Job | NewJob) -> _Identity:
    return job.source, job.target, job.settings
