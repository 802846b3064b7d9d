"""What the tests of `core` share."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

#: ``exiftool(file)`` -> {"Group:Tag": value}; ``exiftool(file, "-Artist=X")`` writes tags.
ExifTool = Callable[..., dict[str, Any]]


@pytest.fixture(scope="session")
def exiftool() -> Iterator[ExifTool]:
    """The independent reader and writer of metadata; one process, since it starts slowly."""
    program = shutil.which("exiftool")
    if program is None:
        pytest.skip("exiftool is not installed")
    process = subprocess.Popen(
        [program, "-stay_open", "True", "-@", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf8",
    )
    assert process.stdin is not None
    assert process.stdout is not None

    def run(path: Path, *arguments: str) -> dict[str, Any]:
        mode = ["-overwrite_original", *arguments] if arguments else ["-j", "-G1", "-n", "-u"]
        lines = [*mode, "-charset", "filename=utf8", str(path), "-execute"]
        process.stdin.write("\n".join(lines) + "\n")
        process.stdin.flush()
        said = "".join(iter(process.stdout.readline, "{ready}\n"))
        assert "Error" not in said.split("[", 1)[0], said
        return {} if arguments else json.loads(said[said.index("[") :])[0]

    yield run
    process.communicate("-stay_open\nFalse\n", timeout=30)
