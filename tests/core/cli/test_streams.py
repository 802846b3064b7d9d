"""Every command does its work whatever its standard streams are: closed, or on a full disk."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="a shell's redirections"),
]
STREAMS = ["<&- >&- 2>&-", ">&-", "2>&-", ">/dev/full", "2>/dev/full", ">/dev/full 2>&1"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two photos, and one file that is none."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    folder = tmp_path / "scans"
    folder.mkdir()
    codes = (np.add.outer(np.arange(96) * 2, np.arange(128)) % 256).astype(np.uint8)
    for name in ("a.png", "b.png"):
        Image.fromarray(codes).save(folder / name)
    (folder / "bad.png").write_bytes(b"\x89PNG\r\n\x1a\nand nothing more")
    return folder


def run(streams: str, *arguments: object) -> int:
    words = " ".join(f"'{word}'" for word in arguments)
    made = subprocess.run(
        ["sh", "-c", f"exec '{sys.executable}' -m core.cli {words} {streams}"],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[3],
    )
    assert "Traceback" not in made.stderr + made.stdout
    assert "Exception ignored" not in made.stderr
    return made.returncode


@pytest.mark.parametrize("streams", STREAMS)
@pytest.mark.parametrize("how", ["", "--json"])
def test_batch_and_queue(folder: Path, tmp_path: Path, model: Path, streams: str, how: str) -> None:
    out = tmp_path / "out"
    said = [how] if how else []
    asked = ["batch", folder, "-o", out, "--model", model, "--report", tmp_path / "r.csv", *said]
    assert run(streams, *asked, "--store", tmp_path / "queue") == 1  # the bad one
    results = [out / "a_color.png", out / "b_color.png"]
    for result in results:  # nothing of what was said went into a photo
        assert np.asarray(Image.open(result)).shape == (96, 128, 3)
    assert len((tmp_path / "r.csv").read_text().splitlines()) == 4
    store = ["--store", tmp_path / "queue"]
    assert run(streams, "queue", "list", *said, *store) == 0
    assert run(streams, "queue", "retry", *store) == 0
    assert run(streams, "queue", "clear", *store) == 0
    assert run(streams, *asked[:-1] if how else asked, "--dry-run", *store) == 1


@pytest.mark.parametrize("streams", STREAMS)
def test_info_and_split(folder: Path, tmp_path: Path, model: Path, streams: str) -> None:
    assert run(streams, "info", "--model", model) == 0
    assert run(streams, "info", "--json", "--model", model) == 0
    out = tmp_path / "out"
    assert run(streams, "split", folder, "-o", out) == 1  # the bad one
    assert sorted(path.name for path in out.glob("*.png")) == ["a_01.png", "b_01.png"]
    assert (out / "split.json").exists()
