"""A whole job on one thread, for engines that spread jobs over processes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from core.batch.disk_gate import bytes_needed
from core.batch.steps import (
    Found,
    Painter,
    Progress,
    Settled,
    coloured,
    look_at,
    paint,
    read_page,
    write_page,
)
from core.errors import AlreadyColoredError, DiskFullError, TargetExistsError
from core.files.disk_space import shortage
from core.photo.photo import Photo
from core.queue.job import Job


@dataclass(frozen=True)
class Moved:
    """Something is at the target and is to stay: whoever keeps the queue names another place."""


def do_job(
    job: Job, painter: Painter, *, max_megapixels: float = 400, disk_reserve_mb: int = 0
) -> Progress | Settled | Moved:
    """Look at it, and read, colorize and write it page by page.

    Photos of more than ``max_megapixels`` fail; ``disk_reserve_mb`` are left free.

    Raises:
        DiskFullError: the result would not fit beside the reserve.
        AutochromeError: as the steps do.
    """
    found = look_at(job, painter.spec.sha256, max_megapixels)
    if isinstance(found, Settled):
        return found
    if found.target != job.target:
        return Moved()
    progress = Progress(found)
    try:
        for page in range(found.pages):
            photo = read_page(job, page, max_megapixels)
            painted = paint(painter, photo, job.settings)
            _check_room(job, found, photo, disk_reserve_mb)
            write_page(job, progress, painted, painter.spec)
    except AlreadyColoredError as error:
        return coloured(progress, error)
    except TargetExistsError:
        # a worker that was thought lost, or an earlier run's, was quicker: the same photo, as well
        again = look_at(
            replace(job, attempts=job.attempts + 1), painter.spec.sha256, max_megapixels
        )
        if isinstance(again, Settled) and again.done:
            return again
        raise
    finally:
        progress.abandon()
    return progress


def _check_room(job: Job, found: Found, photo: Photo, reserve_mb: int) -> None:
    need = bytes_needed(photo, found.format, job.settings.depth)
    if reason := shortage(found.target.parent, need, reserve_mb):
        raise DiskFullError(reason, found.target)
