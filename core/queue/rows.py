"""Rows of the table ``jobs`` <-> values of `core.queue.job`."""

from __future__ import annotations

import os
import sqlite3
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from core.codec import from_record
from core.errors import InvalidDataError
from core.queue.job import Job, JobSettings

#: Seconds since 1970 until the year 5138, and more than any count of megapixels.
_LARGEST: Final = 1e11
#: A classic TIFF cannot hold more.
_MOST_PAGES: Final = 65_536
#: `core.queue.job.Fingerprint`'s fields, in the order of the table's ``made_`` columns.
_MADE: Final = ("source_sha256", "model_sha256", "settings_digest")


def as_text(path: Path) -> str | bytes:
    """Text; bytes for the names (of old disks) that are no Unicode, which sqlite cannot hold."""
    text = str(path)
    try:
        text.encode()
    except UnicodeEncodeError:
        return os.fsencode(path)
    return text


def as_storable(text: str) -> str:
    """A sentence as sqlite takes it: bytes of a name that are no Unicode are spelt out."""
    return text.encode("utf-8", "backslashreplace").decode()


def job_from_row(row: sqlite3.Row) -> Job:
    """A whole row of the table.

    Raises:
        InvalidDataError: it was not written by this program, or by a newer one.
    """
    record: dict[str, Any] = {key: row[key] for key in row.keys()}  # noqa: SIM118 (no dict)
    made = [record[name] for name in ("made_source", "made_model", "made_settings")]
    record["settings"] = _settings(record["settings"])
    record["result"] = dict(zip(_MADE, made, strict=True)) if made[0] else None
    job = from_record(record, Job)
    if trouble := _trouble(job):
        raise InvalidDataError(f"Job: {trouble}.")
    return job


def _trouble(job: Job) -> str | None:
    """What no program of ours writes: the file may be a stranger's, and is read as such."""
    for name, path in (("source", job.source), ("target", job.target)):
        if "\0" in str(path) or ".." in path.parts or not path.is_absolute():
            return f"its {name} is no absolute path"
    numbers = (job.position, job.megapixels, job.added, job.started, job.finished, job.confidence)
    if not all(number is None or abs(number) <= _LARGEST for number in numbers):
        return "a number is beyond all bounds"
    if any(time is not None and time < 0 for time in (job.added, job.started, job.finished)):
        return "a time is before 1970"
    if job.split_pages is not None and not 0 < job.split_pages <= _MOST_PAGES:
        return "its pages are no number of pages"
    return None if 0 <= job.attempts <= _LARGEST else "its attempts are no number of attempts"


@lru_cache(maxsize=1024)
def _settings(text: str) -> JobSettings:
    """Most jobs of a queue share theirs."""
    return JobSettings.from_json(text)
