"""The order of a job's steps, in its one place: inspect it; read, colorize and write each page.

`job_steps` is a generator. It says which step comes next; an executor does the step, and answers
with its result or throws what it raised. So the order knows neither queues nor threads, and the
executors know no order: `core.batch.run_job` does one step after another on one thread,
`core.batch.pipeline` lets those of neighbouring photos overlap.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from core.batch.disk_room import bytes_needed
from core.batch.fingerprint import batch_provenance
from core.batch.inspect_job import Inspection, NothingToDo, inspect_job
from core.batch.protocols import ColorizationProtocol, ColorizerProtocol
from core.errors import AlreadyColoredError, TargetExistsError
from core.files.atomic import unwritable_error
from core.inference.model_spec import ModelSpec
from core.photo.multipage_tiff import MultiPageTiffWriter
from core.photo.photo import Photo
from core.photo.read import read_photo
from core.photo.write import write_photo
from core.queue.job import Job, JobSettings


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


@dataclass
class JobProgress:
    """What has been made of a job so far."""

    inspection: Inspection
    page: int = 0
    megapixels: float = 0.0
    confidences: list[float] = field(default_factory=list)
    writer: MultiPageTiffWriter | None = None

    @property
    def confidence(self) -> float | None:
        """The mean of all pages."""
        return float(np.mean(self.confidences)) if self.confidences else None

    def abandon(self) -> None:
        """Leave no half document behind."""
        if self.writer is not None:
            self.writer.abandon()
            self.writer = None


#: How a job ends that did not fail.
JobResult = JobProgress | NothingToDo
JobSteps = Generator[Step, Any, JobResult]


def job_steps(job: Job, colorizer: ColorizerProtocol, max_megapixels: float) -> JobSteps:
    """Every step of a job. Photos of more than ``max_megapixels`` fail.

    Raises, where the executor throws them:
        PhotoError: the source cannot be used.
        WriteError: the result cannot be written.
        SessionError: the network cannot be run.
    """
    sha256 = colorizer.spec.sha256
    found = yield Step(StepKind.INSPECT, partial(inspect_job, job, sha256, max_megapixels))
    if isinstance(found, NothingToDo):
        return found
    if found.target != job.target:
        target: Path = yield Step(StepKind.RETARGET, lambda: found.target)
        job, found = replace(job, target=target), replace(found, target=target)
    progress = JobProgress(found)
    try:
        for _ in range(found.pages):
            yield from _page_steps(job, progress, colorizer, max_megapixels)
    except AlreadyColoredError as error:
        return _already_colored(progress, error)
    except TargetExistsError:
        # a worker that was thought lost, or an earlier run's, was quicker: the same photo, as well
        job = replace(job, attempts=job.attempts + 1)
        again = yield Step(StepKind.INSPECT, partial(inspect_job, job, sha256, max_megapixels))
        if isinstance(again, NothingToDo) and again.done:
            return again
        raise
    finally:
        progress.abandon()
    return progress


def _page_steps(
    job: Job, progress: JobProgress, colorizer: ColorizerProtocol, max_megapixels: float
) -> Generator[Step, Any, None]:
    page, found, settings = progress.page, progress.inspection, job.settings
    read = partial(read_page, job, page, max_megapixels)
    photo = yield Step(StepKind.READ, read, page, megapixels=found.page_megapixels)
    need = bytes_needed(photo, found.format, settings.depth)
    colorize = partial(colorize_page, colorizer, photo, settings)
    colorization = yield Step(StepKind.COLORIZE, colorize, page)
    write = partial(write_page, job, progress, colorization, colorizer.spec)
    yield Step(StepKind.WRITE, write, page, bytes_needed=need)


def read_page(job: Job, page: int, max_megapixels: float) -> Photo:
    """Decode one page. Raises: PhotoError."""
    return read_photo(job.source, page=page, max_megapixels=max_megapixels)


def colorize_page(
    colorizer: ColorizerProtocol, photo: Photo, settings: JobSettings
) -> ColorizationProtocol:
    """Run the network. Raises: AutochromeError."""
    return colorizer.colorize(
        photo, size=settings.size, seed=settings.seed, recolor=settings.recolor
    )


def write_page(
    job: Job, progress: JobProgress, colorization: ColorizationProtocol, spec: ModelSpec
) -> None:
    """Render a page at full size and write it; the file appears with its last page.

    Raises:
        WriteError: it cannot be written.
    """
    found, settings = progress.inspection, job.settings
    photo = colorization.render(settings.look)
    source_sha256 = found.fingerprint.source_sha256
    provenance = batch_provenance(spec, settings, source_sha256, colorization.settings)
    _make_folder(found.target)
    if found.pages == 1:
        options = replace(settings.save_options, format=found.format)
        write_photo(photo, found.target, options, overwrite=found.overwrite, provenance=provenance)
    else:
        if progress.writer is None:
            progress.writer = MultiPageTiffWriter(
                found.target, job.source, overwrite=found.overwrite
            )
        progress.writer.append(photo, depth=settings.depth, provenance=provenance)
        if progress.page + 1 == found.pages:
            progress.writer.commit()
            progress.writer = None
    progress.page += 1
    progress.megapixels += photo.megapixels
    if colorization.confidence is not None:
        progress.confidences.append(float(colorization.confidence.mean()))


def _already_colored(progress: JobProgress, error: AlreadyColoredError) -> NothingToDo:
    """A photo with colours that nobody asked to recolor needs nothing."""
    page = f"page {progress.page + 1}: " if progress.inspection.pages > 1 else ""
    return NothingToDo(f"{page}{error}", type(error).__name__)


def _make_folder(target: Path) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable_error(target, error) from error
