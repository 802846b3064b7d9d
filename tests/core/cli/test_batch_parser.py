"""The arguments of ``autochrome batch`` and ``autochrome queue``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from core.cli.batch_parser import IF_EXISTS
from core.cli.queue_parser import MARKS, STATES
from core.queue.job import IfExists, JobState
from core.queue.mark import Mark

Run = Callable[..., tuple[int, str, str]]
ROOT = Path(__file__).parents[3]


@pytest.fixture
def run(run_tiny: Run) -> Run:
    """``run("batch", ...)`` on the tiny model."""
    return run_tiny


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["x", "-o", "o", "--name", "{size}"], "{size} is not one of stem"),
        (["x", "-o", "o", "--name", "../{stem}"], "no name below the folder"),
        (["x", "-o", "o", "--name", "{stem}.png", "--format", "jpeg"], "give one of them"),
        (["x", "-o", "o", "--shard", "17/16"], "17/16 is not a share"),
        (["x", "-o", "o", "--report", "r.txt"], "must end in .jsonl or .csv"),
        (["x", "-o", "o", "--contact-sheet", "s.txt"], "does not write a TXT file"),
        (["x", "-o", "o", "--quiet", "--json"], "not allowed with"),
        (["-", "-o", "o"], "use colorize for standard input"),
        (["x"], "-o/--output"),
        (["x", "-o", "scans/a.jpg"], "is a file"),
        (["x", "-o", "o", "--workers", "2"], "--workers needs --engine dask"),
        (["x", "-o", "o", "--scheduler", "tcp://h:1"], "--scheduler needs --engine dask"),
        (
            ["x", "-o", "o", "--engine", "dask", "--scheduler", "tcp://h:1", "--gpus-per-worker"],
            "--gpus-per-worker is for workers started here",
        ),
        (
            ["x", "-o", "o", "--engine", "dask", "--gpus-per-worker", "2", "--device", "cpu"],
            "is for --device cuda",
        ),
    ],
)
def test_arguments_that_make_no_sense(
    run: Run, scans: Path, arguments: list[str], words: str
) -> None:
    status, out, err = run("batch", *arguments)
    assert (status, out) == (2, "")
    assert words in err
    assert err.count("\n") == 1


def test_the_parser_knows_the_engines_words() -> None:
    assert set(IF_EXISTS) == set(IfExists)
    assert IfExists(IF_EXISTS[0]) is IfExists.CHANGED
    assert set(STATES) == set(JobState)
    assert set(MARKS) == {*Mark, "none"}


def test_the_manual_knows_every_option_and_status(run: Run) -> None:
    manual = (ROOT / "docs" / "batch.md").read_text(encoding="utf-8")
    helps = [["batch"], *(["queue", action] for action in ("list", "retry", "mark", "clear"))]
    for arguments in helps:
        text = run(arguments[0], *arguments[1:], "--help")[1]
        options = {word.strip("[],;:") for word in text.split() if word.lstrip("[")[:2] == "--"}
        assert {option for option in options if f"`{option}" not in manual} == {"--help"}
    for status in range(7):
        assert f"| {status} |" in manual
