"""Rows of the queue's table <-> values of `core.queue.job`."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Any

from core.queue.job import Fingerprint, IfExists, Job, JobSettings, JobState


def as_text(path: Path) -> str | bytes:
    """Text; bytes for the names (of old disks) that are no Unicode, which sqlite cannot hold."""
    text = str(path)
    try:
        text.encode()
    except UnicodeEncodeError:
        return os.fsencode(path)
    return text


def as_words(text: str) -> str:
    """A sentence as sqlite takes it: bytes of a name that are no Unicode are spelt out."""
    return text.encode("utf-8", "backslashreplace").decode()


def as_path(value: str | bytes) -> Path:
    """Back again."""
    return Path(os.fsdecode(value))


def job_of(row: sqlite3.Row) -> Job:
    """A whole row of the table."""
    facts: dict[str, Any] = {key: row[key] for key in row.keys()}  # noqa: SIM118 (a Row, no dict)
    made = [facts.pop(name) for name in ("made_source", "made_model", "made_settings")]
    facts["source"], facts["target"] = as_path(facts["source"]), as_path(facts["target"])
    facts["settings"] = JobSettings.from_json(facts["settings"])
    facts["if_exists"] = IfExists(facts["if_exists"])
    facts["state"] = JobState(facts["state"])
    return Job(**facts, result=Fingerprint(*made) if made[0] else None)
