"""An album, and a gate before the network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.queue.worker_colorizer import WorkerColorizer
from tests.desktop.helpers import MakePhoto
from tests.desktop.queue.queue_helpers import (
    Gate,
    MakeAlbum,
)


@pytest.fixture
def album(tmp_path: Path, make_photo: MakePhoto) -> MakeAlbum:
    """``album(3)`` -> a folder ``album`` with ``0.png``, ``1.png``, ``2.png``."""

    def make(number: int) -> Path:
        folder = tmp_path / "album"
        folder.mkdir()
        for n in range(number):
            make_photo(f"album/{n}.png", width=64 + n, height=48)
        return folder

    return make


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    made, through = Gate(), WorkerColorizer.colorize

    def wait(self: WorkerColorizer, *args: object, **wishes: object) -> object:
        made.passes.acquire()
        return through(self, *args, **wishes)  # type: ignore[arg-type]

    monkeypatch.setattr(WorkerColorizer, "colorize", wait)
    yield made
    made.open()
