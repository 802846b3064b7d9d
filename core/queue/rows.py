"""Rows of the table ``jobs`` <-> values of `core.queue.job`."""

from __future__ import annotations

import os
import sqlite3
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from core.codec import from_record
from core.queue.job import Job, JobSettings

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
    return from_record(record, Job)


@lru_cache(maxsize=1024)
def _settings(text: str) -> JobSettings:
    """Most jobs of a queue share theirs."""
    return JobSettings.from_json(text)
