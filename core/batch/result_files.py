"""The files of a job's result: one, or one for each page of a document that was split."""

from __future__ import annotations

import os
from pathlib import Path

from core.files.names import with_tail
from core.queue.job import Job


def page_target(target: Path, page: int, pages: int) -> Path:
    """The file of one page, from 0, of a document that is split: ``album_03.tif``."""
    return with_tail(target, f"_{page + 1:0{len(str(pages))}d}")


def result_files(job: Job) -> dict[int, Path]:
    """Page, from 0 -> its file; pages that could not be read have none."""
    if job.split_pages is None:
        return {0: job.target}
    files = {
        page: page_target(job.target, page, job.split_pages) for page in range(job.split_pages)
    }
    return {page: file for page, file in files.items() if os.path.lexists(file)}
