"""Marks of a queue written into the results themselves, as ratings that other programs show."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from core.batch.result_files import result_files
from core.errors import WriteError
from core.metadata.rating import Rating, write_rating
from core.queue.job import Job
from core.queue.mark import Mark

#: A photo that nobody marked has neither.
RATINGS: Final = {
    Mark.GOOD: Rating(5, "Green"),
    Mark.FIXED: Rating(5, "Blue"),
    Mark.REDO: Rating(None, "Yellow"),
    Mark.REJECT: Rating(-1, "Red"),
    None: Rating(),
}


def rate_results(jobs: Iterable[Job]) -> tuple[list[Path], list[WriteError]]:
    """Write what was said of each result into it: the files written, and why others were not."""
    written, errors = list[Path](), list[WriteError]()
    for job in jobs:
        for file in result_files(job).values() if job.has_result else ():
            try:
                written.append(write_rating(file, RATINGS[job.mark]))
            except WriteError as error:
                errors.append(error)
    return written, errors
