"""What the tests of the command line share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from skimage import data

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A black-and-white JPEG, 160 x 120."""
    path = tmp_path / "grandma.jpg"
    Image.fromarray(data.camera()).resize((160, 120)).save(path, quality=95)
    return path


@pytest.fixture
def scans(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three photos in a tree, in a folder that is the current one's child."""
    folder = tmp_path / "scans"
    (folder / "1920").mkdir(parents=True)
    grey = Image.fromarray(data.camera()).resize((80, 60))
    for name in ("a.jpg", "b.png", "1920/c.tif"):
        grey.save(folder / name)
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.fixture
def run_tiny(run: Run, model: Path) -> Run:
    """``run("batch", ...)`` -> exit status, standard output, standard error; on the tiny model."""

    def call(command: str, *arguments: object) -> tuple[int, str, str]:
        is_named = "--model" in arguments
        own = ["--model", model] if command == "batch" and not is_named else []
        return run(command, *own, *arguments)

    return call
