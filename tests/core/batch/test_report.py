"""Reports as other programs read them."""

from __future__ import annotations

import csv
import json
import os
from datetime import datetime
from pathlib import Path

import pytest

from core.batch.report import report_row, source_error_row, write_report
from core.errors import PhotoNotFoundError, UnwritableTargetError
from core.queue.job import IfExists, Job, JobSettings, JobState

JOB = Job(
    id=1,
    source=Path("/scans/Großmutter, 1920.jpg"),
    target=Path('/colour/"a"\nb.jpg'),
    settings=JobSettings(strength=0.5),
    if_exists=IfExists.CHANGED,
    state=JobState.DONE,
    position=1.0,
    megapixels=12.345678,
    started=1_000_000_000.0,
    finished=1_000_000_002.5,
    attempts=1,
)
ROWS = [report_row(JOB), source_error_row(PhotoNotFoundError("there is nothing.", Path("typo")))]


def test_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    write_report(ROWS, path)
    first, second = map(json.loads, path.read_text().splitlines())
    assert first.keys() == second.keys()
    assert first["source"] == str(JOB.source)
    assert (first["state"], second["state"]) == ("done", "failed")
    assert first["seconds"] == 2.5
    assert first["settings"]["strength"] == 0.5
    assert datetime.fromisoformat(first["finished"]).timestamp() == JOB.finished
    assert second["error_kind"] == "PhotoNotFoundError"


def test_csv_has_the_same_columns(tmp_path: Path) -> None:
    path = tmp_path / "r.CSV"
    write_report(ROWS, path)
    with path.open(newline="", encoding="utf8") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == list(ROWS[0])
    assert rows[0]["target"] == str(JOB.target)
    assert json.loads(rows[0]["settings"])["strength"] == 0.5
    assert rows[1]["megapixels"] == ""


def test_names_that_are_no_unicode(tmp_path: Path) -> None:
    row = {**ROWS[0], "source": os.fsdecode(b"caf\xe9.jpg")}
    write_report([row], tmp_path / "r.csv")
    assert b"caf\xe9.jpg" in (tmp_path / "r.csv").read_bytes()
    write_report([row], tmp_path / "r.jsonl")
    read = json.loads((tmp_path / "r.jsonl").read_text())
    assert os.fsencode(read["source"]) == b"caf\xe9.jpg"


def test_an_older_report_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text("old\n")

    def rows() -> object:
        yield ROWS[0]
        raise UnwritableTargetError("stop here.", path)

    with pytest.raises(UnwritableTargetError):
        write_report(rows(), path)  # type: ignore[arg-type]
    assert path.read_text() == "old\n"
    assert [entry.name for entry in tmp_path.iterdir()] == ["r.jsonl"]
