"""The inference thread: the latest request wins, and nothing stops it but closing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.errors import ModelNotFoundError, SessionError
from core.photo.photo import Photo
from desktop.background.inference_thread import (
    Colorize,
    Colorized,
    ColorizeFailed,
    Event,
    InferenceWorker,
    LoadModel,
    ModelFailed,
    ModelReady,
)
from desktop.background.pool import Tasks
from desktop.editor.document import Edit


@pytest.fixture
def worker(qtbot: QtBot) -> Iterator[InferenceWorker]:
    made = InferenceWorker()
    yield made
    made.close()


@pytest.fixture
def events(worker: InferenceWorker) -> list[Event]:
    heard: list[Event] = []
    worker.answered.connect(heard.append)
    return heard


def _photo(rng: np.random.Generator) -> Photo:
    return Photo(rng.integers(0, 256, (48, 64), dtype=np.uint8))


def test_a_newer_request_of_a_slot_replaces_the_one_that_waits(
    qtbot: QtBot,
    worker: InferenceWorker,
    events: list[Event],
    tiny_model: Callable[..., Path],
    rng: np.random.Generator,
) -> None:
    photo = _photo(rng)
    with worker._change:  # the thread cannot take any of them yet
        worker._waiting = {}
        for seed in range(5):
            worker._waiting["shown"] = Colorize("shown", photo, Edit(seed=seed))
    worker.load(LoadModel(tiny_model()))
    for seed in range(5, 9):
        worker.ask(Colorize("shown", photo, Edit(seed=seed)))
    worker.ask(Colorize("other", photo, Edit(seed=99)))
    qtbot.waitUntil(
        lambda: any(isinstance(e, Colorized) and e.request.slot == "other" for e in events),
        timeout=60_000,
    )
    seeds = [e.request.edit.seed for e in events if isinstance(e, Colorized)]
    assert seeds[-2:] == [8, 99]
    assert len(seeds) < 9
    assert sum(isinstance(event, ModelReady) for event in events) == 1


def test_without_a_model_every_request_says_why(
    qtbot: QtBot, worker: InferenceWorker, events: list[Event], rng: np.random.Generator
) -> None:
    worker.load(LoadModel(Path("nowhere.onnx")))
    worker.ask(Colorize("shown", _photo(rng), Edit()))
    qtbot.waitUntil(lambda: len(events) >= 2, timeout=60_000)
    failed = next(event for event in events if isinstance(event, ColorizeFailed))
    assert any(isinstance(event, ModelFailed) for event in events)
    assert isinstance(failed.error, ModelNotFoundError)


def test_an_error_nobody_expected_does_not_end_the_thread(
    qtbot: QtBot,
    worker: InferenceWorker,
    events: list[Event],
    rng: np.random.Generator,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reported: list[type[BaseException]] = []
    monkeypatch.setattr("sys.excepthook", lambda kind, *_: reported.append(kind))
    monkeypatch.setattr(worker, "_ask", lambda _request: 1 / 0)
    for slot in ("first", "second"):
        worker.ask(Colorize(slot, _photo(rng), Edit()))
    qtbot.waitUntil(lambda: len(events) == 2, timeout=30_000)
    assert reported == [ZeroDivisionError] * 2
    assert all(isinstance(e, ColorizeFailed) and type(e.error) is SessionError for e in events)


def test_what_is_forgotten_is_not_answered(
    qtbot: QtBot, worker: InferenceWorker, events: list[Event], rng: np.random.Generator
) -> None:
    with worker._change:
        worker._waiting["gone"] = Colorize("gone", _photo(rng), Edit())
        worker._waiting.pop("gone")
    worker.forget("never there")
    worker.ask(Colorize("kept", _photo(rng), Edit()))
    qtbot.waitUntil(lambda: len(events) == 1, timeout=30_000)
    assert isinstance(events[0], ColorizeFailed)
    assert events[0].request.slot == "kept"


def test_a_cancelled_task_is_not_heard_of(qtbot: QtBot) -> None:
    tasks, heard = Tasks(), list[int]()
    tasks.run(lambda: 1, heard.append, lambda _error: None).cancel()
    tasks.run(lambda: 2, heard.append, lambda _error: None)
    qtbot.waitUntil(lambda: not tasks.busy, timeout=30_000)
    assert heard == [2]
    tasks.close()
    tasks.run(lambda: 3, heard.append, lambda _error: None)
    assert not tasks.busy
