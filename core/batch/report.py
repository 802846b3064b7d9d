"""What became of each photo, as rows for programs: JSON lines or CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from core.batch.result_files import result_files
from core.codec import to_plain
from core.errors import AutochromeError
from core.files.atomic import atomic_file
from core.queue.job import Job, JobState

#: One photo: the columns of the CSV, the keys of a JSON line.
Row = Mapping[str, Any]


def report_row(job: Job) -> Row:
    """A job; times are UTC (ISO 8601), ``seconds`` is from its start to its end."""
    ran = job.started is not None and job.finished is not None
    return {
        "source": str(job.source),
        "target": str(job.target),
        "state": job.state.value,
        "error": job.error,
        "error_kind": job.error_kind or None,
        "megapixels": _rounded(job.megapixels),
        "seconds": _rounded((job.finished or 0) - (job.started or 0)) if ran else None,
        "confidence": _rounded(job.confidence),
        "found": job.found,
        "edited": job.edited,
        "mark": job.mark,
        "files": _files(job),
        "attempts": job.attempts,
        "started": _time(job.started),
        "finished": _time(job.finished),
        "provider": job.provider,
        "model_sha256": job.model_sha256,
        "source_sha256": job.source_sha256,
        "settings": to_plain(job.settings),
    }


def source_error_row(error: AutochromeError) -> Row:
    """A source that never became a job: not there, or a folder that cannot be read."""
    empty = dict.fromkeys(_COLUMNS)
    return {
        **empty,
        "source": str(error.path),
        "state": JobState.FAILED.value,
        "error": str(error),
        "error_kind": type(error).__name__,
    }


_COLUMNS = (
    "source", "target", "state", "error", "error_kind", "megapixels", "seconds", "confidence",
    "found", "edited", "mark", "files", "attempts", "started", "finished", "provider",
    "model_sha256", "source_sha256", "settings",
)  # fmt: skip


def write_report(rows: Iterable[Row], path: Path) -> None:
    """Write ``.csv`` or ``.jsonl``, whole or not at all, over an older report.

    Raises:
        UnwritableTargetError: no folder, permission or room.
    """
    write = _write_csv if path.suffix.lower() == ".csv" else _write_json
    with atomic_file(path, overwrite=True) as file:
        # names that are no Unicode go into the CSV as the bytes they are
        text = io.TextIOWrapper(file, "utf-8", errors="surrogateescape", newline="")
        write(rows, text)
        text.flush()
        text.detach()


def _write_json(rows: Iterable[Row], file: io.TextIOWrapper) -> None:
    file.writelines(json.dumps(row) + "\n" for row in rows)


def _write_csv(rows: Iterable[Row], file: io.TextIOWrapper) -> None:
    writer = csv.DictWriter(file, _COLUMNS)
    writer.writeheader()
    for row in rows:
        writer.writerow({**row, **{name: _json(row[name]) for name in ("settings", "files")}})


def _files(job: Job) -> list[str] | None:
    """Of a document whose pages became files."""
    split = job.state is JobState.DONE and job.split_pages is not None
    return [str(file) for file in result_files(job).values()] if split else None


def _json(value: object) -> str | None:
    return None if value is None else json.dumps(value)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _time(seconds: float | None) -> str | None:
    if seconds is None:
        return None
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds")
