"""A gate before the network."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop.queue.worker_colorizer import WorkerColorizer
from tests.desktop.queue.queue_helpers import Gate


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    made, through = Gate(), WorkerColorizer.colorize

    def wait(self: WorkerColorizer, *args: object, **wishes: object) -> object:
        made.passes.acquire()
        return through(self, *args, **wishes)  # type: ignore[arg-type]

    monkeypatch.setattr(WorkerColorizer, "colorize", wait)
    yield made
    made.open()
