"""Adds photos to the queue's file as jobs, and plans waiting ones anew. Runs in the pool."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from pathlib import Path

from core.errors import PhotoError, StoreError
from core.photo.header import PhotoHeader
from core.photo.probe import probe
from core.planning.plan import PlanRequest, make_plan
from core.planning.source_photo import SourcePhoto
from core.planning.target_names import TargetNamer
from core.planning.walk import Walk
from core.queue.job import Job, JobState, NewJob
from core.queue.locations import beside_results, in_user_data
from core.queue.open_queue import open_queue
from core.queue.store import JobStore

#: Shows what a template does while there is no photo to show it with.
_SAMPLE = SourcePhoto(
    Path("Album/Scan 12.tif"),
    Path("Album/Scan 12.tif"),
    Path("Scan 12.tif"),
    PhotoHeader("tiff"),
)


@dataclass(frozen=True)
class Enqueued:
    """What `enqueue` has added to the queue.

    Attributes:
        ids: of the jobs that wait now because of it.
        found: real path -> what was found there, to plan it anew when the options change.
        passed: how many files were met that are no photos to be done.
        troubles: folders that could not be read, names that lead nowhere.
    """

    ids: Sequence[int]
    found: Mapping[Path, SourcePhoto] = field(default_factory=dict)
    passed: int = 0
    troubles: Sequence[PhotoError] = ()


def existing_store(output: Path) -> Path | None:
    """Path of the queue of this folder of results, where there is one."""
    places = (beside_results(output), in_user_data(output))
    return next((path for path in places if path.is_file()), None)


def watch_file(output: Path) -> Path:
    """Where is kept what a watch for a folder of results is done with: the command line's own."""
    store = existing_store(output) or beside_results(output)
    return store.with_name(f"{store.stem}-watch.jsonl")


def open_store(output: Path) -> JobStore:
    """Open the queue of a folder of results, the command line's own; make it where there is none.

    A folder that cannot hold one (a network disk) has it in the user's data.

    Raises:
        StoreError: it is damaged, or there is no place for it.
    """
    if (there := existing_store(output)) is not None:
        return open_queue(there, output)
    try:
        return open_queue(beside_results(output), output)
    except StoreError:
        return open_queue(in_user_data(output), output)


def enqueue(
    store: JobStore,
    paths: Sequence[Path],
    request: PlanRequest,
    stop: threading.Event | None = None,
) -> Enqueued:
    """Find photos, plan them and add them to a queue; none once ``stop`` is set.

    Raises:
        StoreError: the queue cannot be used.
    """
    stop = stop or threading.Event()
    walk = Walk([str(path) for path in paths], recursive=True, output=request.output)
    photos = list(takewhile(lambda _: not stop.is_set(), _below_its_name(walk, paths)))
    plan = make_plan(photos, request, store.jobs())
    ids = store.add([] if stop.is_set() else plan.jobs)
    found = {photo.real: photo for photo in photos}
    passed = walk.skipped.total() + plan.results
    return Enqueued(ids, found, passed, tuple(walk.troubles))


def plan_again(
    old: JobStore, new: JobStore, request: PlanRequest, found: Mapping[Path, SourcePhoto]
) -> int:
    """Plan the jobs that wait anew; returns how many there are.

    A crash in the middle leaves a photo in the queue twice rather than nowhere.

    Args:
        old: where the photos wait.
        new: the same, or the queue of the other folder the results are to go to now.
        request: how they are to be done.
        found: what is known of them.

    Raises:
        StoreError: a queue cannot be used; StoreBusyError: another program works through it.
    """
    with old.exclusive():
        waiting = old.jobs([JobState.WAITING])
        before = {job.source: job for job in waiting}
        others = [job for job in new.jobs() if job.state is not JobState.WAITING]
        photos = [photo for job in waiting for photo in _found(job, found)]
        jobs = [
            _as_before(job, before.get(job.source))
            for job in make_plan(photos, request, others).jobs
        ]
        ids = new.add(jobs)
        kept = set(ids) if new is old else set[int]()
        old.remove(job.id for job in waiting if job.id not in kept)
    return len(jobs)


def _as_before(job: NewJob, before: Job | None) -> NewJob:
    """A job planned anew: its photo's size is known, its models are no option."""
    if before is None:
        return job
    settings = replace(job.settings, models=before.settings.models)
    return replace(job, megapixels=before.megapixels, settings=settings)


def name_preview(
    request: PlanRequest, source: Path | None, known: Mapping[Path, SourcePhoto]
) -> tuple[str, str]:
    """The name of a photo and what its result will be called, below the folder of the results.

    Args:
        request: how it is to be done.
        source: the photo; None for one that is made up.
        known: what is known of photos.
    """
    photo = known.get(source) if source else _SAMPLE
    if photo is None and source is not None:
        photo = SourcePhoto(source, Path(source.name), source, probe(source))
    assert photo is not None  # noqa: S101
    namer = TargetNamer(request.output, request.template, request.format, request.model_name)
    target = namer.targets([photo])[0].relative_to(request.output)
    return photo.path.name, target.as_posix()


def _found(job: Job, known: Mapping[Path, SourcePhoto]) -> Iterator[SourcePhoto]:
    """What is known of a job's photo; of one from an earlier day what its file says."""
    if job.source in known:
        yield known[job.source]
        return
    again = list(Walk([str(job.source)]))
    yield from again or [SourcePhoto(job.source, Path(job.source.name), job.source)]


def _below_its_name(walk: Walk, paths: Sequence[Path]) -> Iterator[SourcePhoto]:
    """A folder that was dropped alone keeps its name among the results, as one of several does."""
    alone = Path(paths[0].name) if len(paths) == 1 and paths[0].is_dir() else Path()
    for photo in walk:
        yield replace(photo, relative=alone / photo.relative)
