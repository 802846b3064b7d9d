"""The order of a job's steps, in its one place: inspect it; read, colorize and write each page.

`job_steps` is a generator. It says which step comes next; an executor does the step, and answers
with its result or throws what it raised. So the order knows neither queues nor threads, and the
executors know no order: `core.batch.run_job` does one step after another on one thread,
`core.batch.pipeline` lets those of neighbouring photos overlap.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass, replace
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Any

from core.batch.disk_room import bytes_needed
from core.batch.fingerprint import batch_provenance
from core.batch.inspect_job import NothingToDo, inspect_job
from core.batch.job_progress import JobProgress
from core.batch.page_edit import page_edit
from core.batch.protocols import ColorizationProtocol, ColorizerProtocol
from core.batch.result_writing import commit_document, write_result_file, write_result_page
from core.colorize.album_folder import album_name
from core.colorize.edits import Edit
from core.colorize.framing import framed_result, turned_photo
from core.colorize.reference_colors import lent_words
from core.colorize.tint import outcome_words
from core.errors import AlreadyColoredError, PhotoError, TargetExistsError, UnsureTintError
from core.inference.model_spec import ModelSpec
from core.photo.photo import Photo
from core.photo.read import read_photo
from core.queue.job import Job, JobSettings
from core.queue.job_edit import job_edit, own_pages
from core.repair.outcome import repair_words
from core.repair.repair import repaired_as


class StepKind(Enum):
    """What a step does, and with it what it has to wait for."""

    INSPECT = "inspect"
    #: The result gets another name, which the queue has to know before anything is written there.
    RETARGET = "retarget"
    READ = "read"
    COLORIZE = "colorize"
    WRITE = "write"


@dataclass(frozen=True)
class Step:
    """One step of a job.

    Attributes:
        call: does it, and returns what the job wants to know.
        page: which page of a document, from 0.
        megapixels: READ: what the page holds in memory until it is written.
        bytes_needed: WRITE: on the disk, at most.
    """

    kind: StepKind
    call: Callable[[], Any]
    page: int = 0
    megapixels: float = 0.0
    bytes_needed: int = 0


#: How a job ends that did not fail.
JobResult = JobProgress | NothingToDo
JobSteps = Generator[Step, Any, JobResult]


def job_steps(
    job: Job, colorizer: ColorizerProtocol, max_megapixels: float, albums: Path | None = None
) -> JobSteps:
    """Every step of a job. Photos of more than ``max_megapixels`` fail.

    ``albums`` is where photos that are to come out alike are remembered between runs.

    Raises, where the executor throws them:
        PhotoError: the source cannot be used.
        WriteError: the result cannot be written.
        SessionError: the network cannot be run.
    """
    inspect = partial(inspect_job, max_megapixels=max_megapixels)
    found = yield Step(StepKind.INSPECT, partial(inspect, job, colorizer.spec))
    if isinstance(found, NothingToDo):
        return found
    if found.target != job.target:
        target: Path = yield Step(StepKind.RETARGET, lambda: found.target)
        job, found = replace(job, target=target), replace(found, target=target)
    progress = JobProgress(found)
    try:
        for _ in range(found.pages):
            yield from _page_steps(job, progress, colorizer, max_megapixels, albums)
        if progress.is_document and (nothing := _nothing_colorized(progress)):
            return nothing
        yield from _last_steps(job, progress, max_megapixels)
    except (AlreadyColoredError, UnsureTintError) as error:
        unsure = isinstance(error, UnsureTintError)
        return NothingToDo(str(error), type(error).__name__, unsure=unsure)
    except TargetExistsError:
        # a worker that was thought lost, or an earlier run's, was quicker: the same photo, as well
        job = replace(job, attempts=job.attempts + 1)
        again = yield Step(StepKind.INSPECT, partial(inspect, job, colorizer.spec))
        if isinstance(again, NothingToDo) and again.done:
            return again
        raise
    finally:
        progress.abandon()
    return progress


def _page_steps(
    job: Job,
    progress: JobProgress,
    colorizer: ColorizerProtocol,
    max_megapixels: float,
    albums: Path | None,
) -> Generator[Step, Any, None]:
    page, found, settings = progress.page, progress.inspection, job.settings
    own = _own_edit(job, progress, page)
    read = partial(read_page, job, page, max_megapixels, own)
    try:
        photo = yield Step(StepKind.READ, read, page, megapixels=found.page_megapixels)
    except PhotoError as error:
        _leave_out(progress, error)
        return
    progress.notes += photo.notes
    need = bytes_needed(photo, found.format, settings.depth)
    edit = page_edit(job, photo, own, varied=bool(colorizer.spec.z_size))
    colorize = partial(colorize_page, colorizer, photo, edit, settings, albums)
    try:
        colorization = yield Step(StepKind.COLORIZE, colorize, page)
    except AlreadyColoredError:
        if not progress.is_document:
            raise
        progress.kept.append(page)
        progress.notes.append(
            f"page {page + 1} of {job.source.name} has colours already and stays as it is."
        )
        write = partial(_keep_page, job, progress, photo)
    else:
        progress.colorized += 1
        write = partial(write_page, job, progress, colorization, colorizer.spec, edit)
    yield Step(StepKind.WRITE, write, page, bytes_needed=need)


def _own_edit(job: Job, progress: JobProgress, page: int) -> Edit:
    """What a person chose for a page."""
    if not page:
        return progress.inspection.own
    return own_pages(job.source, job.settings).get(page, Edit())


def _leave_out(progress: JobProgress, error: PhotoError) -> None:
    """A page that cannot be read takes no others along. Raises: PhotoError: it is the only one."""
    if not progress.is_document:
        raise error
    progress.unread[progress.page] = error
    progress.notes.append(f"page {progress.page + 1} is left out: {error}")
    progress.page += 1


def _nothing_colorized(progress: JobProgress) -> NothingToDo | None:
    """The answer where no page of a document needed colours; raises where none could be read."""
    if progress.colorized:
        return None
    if not progress.kept:
        raise next(iter(progress.unread.values()))
    reason = f"all {len(progress.kept)} pages have colours already: ask to recolor them, if wanted."
    return NothingToDo(reason, AlreadyColoredError.__name__)


def _last_steps(
    job: Job, progress: JobProgress, max_megapixels: float
) -> Generator[Step, Any, None]:
    """The coloured pages of a split document, and the end of one that misses its last page."""
    if progress.inspection.is_split:
        for page in progress.kept:
            own = _own_edit(job, progress, page)
            read = partial(read_page, job, page, max_megapixels, own)
            size = progress.inspection.page_megapixels
            photo = yield Step(StepKind.READ, read, page, megapixels=size)
            write = partial(write_result_file, job, progress, page, photo, None)
            need = bytes_needed(photo, progress.inspection.format, job.settings.depth)
            yield Step(StepKind.WRITE, write, page, bytes_needed=need)
    elif progress.writer is not None:
        yield Step(StepKind.WRITE, partial(commit_document, job, progress), progress.page - 1)


def read_page(job: Job, page: int, max_megapixels: float, own: Edit) -> Photo:
    """Decode one page, repaired where that is asked for, turned as its own edit says.

    Raises: PhotoError.
    """
    salvage = job.settings.salvage
    photo = read_photo(job.source, page=page, max_megapixels=max_megapixels, salvage=salvage)
    repair = repaired_as(photo, job_edit(own, job.settings).repair, page=page)
    repaired = replace(repair.photo, notes=(*photo.notes, *repair.notes))
    return turned_photo(repaired, own.turn)


def colorize_page(
    colorizer: ColorizerProtocol,
    photo: Photo,
    edit: Edit,
    settings: JobSettings,
    albums: Path | None = None,
) -> ColorizationProtocol:
    """Run the network; ``albums`` as in `job_steps`. Raises: AutochromeError."""
    references = edit.references
    if settings.consistent and photo.source is not None:
        album = _album(photo.source.parent, settings, colorizer.spec)
        references = replace(references, album=album, albums=albums)
    return colorizer.colorize(
        photo,
        size=edit.size,
        seed=edit.seed,
        recolor=edit.recolor,
        tint=replace(settings.tint_options, tone=edit.tone, keep_ink=edit.keep_ink),
        hints=edit.hints,
        strokes=edit.strokes,
        references=references,
    )


def _album(folder: Path, settings: JobSettings, spec: ModelSpec) -> str:
    """The name that photos of one folder share, which one model colours with one intention."""
    return album_name(folder, spec.sha256, settings.like_sha256, settings.seed, settings.size)


def write_page(
    job: Job,
    progress: JobProgress,
    colorization: ColorizationProtocol,
    spec: ModelSpec,
    edit: Edit,
) -> None:
    """Render a page at full size and write it; the file appears with its last page.

    Raises:
        WriteError: it cannot be written.
    """
    made_of = progress.inspection.fingerprint
    photo = framed_result(colorization.stream(edit.look), edit)
    provenance = batch_provenance(spec, edit.look, made_of, colorization.settings)
    write_result_page(job, progress, photo, provenance)
    said = colorization.settings
    words = (*repair_words(said), *outcome_words(said), *lent_words(said))
    progress.found += [each for each in words if each not in progress.found]
    if colorization.confidence is not None:
        progress.confidences.append(float(colorization.confidence.mean()))


def _keep_page(job: Job, progress: JobProgress, photo: Photo) -> None:
    """Put a page with colours into a document as it is; split ones come last, if at all."""
    if progress.inspection.is_split:
        progress.page += 1
    else:
        write_result_page(job, progress, photo, None)
