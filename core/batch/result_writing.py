"""A job's results on the disk: files of their own, pages of a document, sidecars beside them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from core.batch.job_progress import JobProgress
from core.batch.result_files import page_target
from core.files.atomic import unwritable_error
from core.metadata.provenance import Provenance
from core.metadata.xmp_facts import FileFacts
from core.photo.encode import file_facts
from core.photo.multipage_tiff import MultiPageTiffWriter
from core.photo.sidecar_copies import copy_sidecars
from core.photo.streamed_photo import WritablePhoto
from core.photo.write import write_photo
from core.queue.job import Job


def write_result_page(
    job: Job, progress: JobProgress, photo: WritablePhoto, provenance: Provenance | None
) -> None:
    """Write a page into its file, or into its document, which appears with its last page.

    Raises:
        WriteError: it cannot be written.
    """
    found = progress.inspection
    _make_folder(found.target)
    if not progress.is_document or found.is_split:
        write_result_file(job, progress, progress.page, photo, provenance)
    else:
        progress.facts = progress.facts or file_facts(photo, found.format)
        if progress.writer is None:
            progress.writer = MultiPageTiffWriter(
                found.target,
                job.source,
                overwrite=found.overwrite,
                keep_time=job.settings.keep_time,
            )
        progress.writer.append(photo, depth=job.settings.depth, provenance=provenance)
        if progress.page + 1 == found.pages and progress.colorized:
            commit_document(job, progress)
    progress.page += 1
    progress.megapixels += photo.megapixels


def commit_document(job: Job, progress: JobProgress) -> None:
    """Let the document appear, and what stands beside it. Raises: WriteError."""
    progress.commit()
    if progress.facts is not None:
        _copy_sidecars(job, progress, progress.inspection.target, progress.facts)


def write_result_file(
    job: Job,
    progress: JobProgress,
    page: int,
    photo: WritablePhoto,
    provenance: Provenance | None,
) -> None:
    """Write a file of its own, and what stands beside it. Raises: WriteError."""
    found = progress.inspection
    target = page_target(found.target, page, found.pages) if found.is_split else found.target
    options = replace(job.settings.save_options, format=found.format)
    write_photo(photo, target, options, overwrite=found.overwrite, provenance=provenance)
    _copy_sidecars(job, progress, target, file_facts(photo, found.format))


def _copy_sidecars(job: Job, progress: JobProgress, target: Path, facts: FileFacts) -> None:
    if job.settings.copy_sidecars:
        overwrite = progress.inspection.overwrite
        errors = copy_sidecars(job.source, target, facts, overwrite=overwrite)
        progress.notes += map(str, errors)


def _make_folder(target: Path) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable_error(target, error) from error
