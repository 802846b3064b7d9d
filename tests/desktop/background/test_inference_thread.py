"""The inference thread: what it answers, in which order, and that nothing stops it but closing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.colorize.colorization import Colorization
from core.colorize.edits import Edit
from core.colorize.tint import TintOptions
from core.errors import ModelNotFoundError, SessionError
from core.inference.model_file import load_model_spec
from core.photo.photo import Photo
from desktop.background.inference_thread import InferenceWorker
from desktop.background.requests import (
    Colorize,
    Colorized,
    ColorizeFailed,
    ColorizeJob,
    Event,
    LoadModel,
    ModelFailed,
    ModelReady,
    Rank,
)


@pytest.fixture
def worker() -> Iterator[InferenceWorker]:
    """Without a thread: everything asked for happens in `run_pending`."""
    made = InferenceWorker(synchronous=True)
    yield made
    made.close()


@pytest.fixture
def events(worker: InferenceWorker) -> list[Event]:
    heard: list[Event] = []
    worker.answered.connect(heard.append)
    return heard


@pytest.fixture
def photo(rng: np.random.Generator) -> Photo:
    return Photo(rng.integers(0, 256, (48, 64), dtype=np.uint8))


def _note(order: list[str], name: str, _done: Future[Colorization]) -> None:
    order.append(name)


def _seeds(events: list[Event]) -> list[int | None]:
    return [event.request.edit.seed for event in events if isinstance(event, Colorized)]


def test_a_newer_request_of_a_slot_replaces_the_one_that_waits(
    worker: InferenceWorker, events: list[Event], tiny_model: Callable[..., Path], photo: Photo
) -> None:
    for seed in range(9):
        worker.ask(Colorize("shown", photo, Edit(seed=seed)))
    worker.ask(LoadModel(tiny_model()))
    worker.ask(Colorize("other", photo, Edit(seed=99)))
    worker.run_pending()
    assert isinstance(events[0], ModelReady)  # asked for later, needed first
    assert _seeds(events) == [8, 99]


def test_what_a_person_looks_at_goes_before_previews_and_the_queue(
    worker: InferenceWorker, events: list[Event], tiny_model: Callable[..., Path], photo: Photo
) -> None:
    worker.ask(LoadModel(tiny_model()))
    worker.run_pending()
    ready = events.pop()
    assert isinstance(ready, ModelReady)
    answers = [Future[Colorization](), Future[Colorization]()]
    order: list[str] = []
    for name, answer in zip(("first job", "second job"), answers, strict=True):
        answer.add_done_callback(partial(_note, order, name))
        worker.ask(ColorizeJob(ready.spec, photo, Edit(), TintOptions(), answer))
    worker.answered.connect(lambda event: order.append(str(event.request.slot)))
    worker.ask(Colorize("preview", photo, Edit(), rank=Rank.LATER))
    worker.ask(Colorize("shown", photo, Edit()))
    worker.run_pending()
    assert order == ["shown", "preview", "first job", "second job"]
    assert answers[0].result().settings == {"size": 64, "hints": 0, "original": "grey"}


def test_the_answer_is_ready_to_be_rendered(
    worker: InferenceWorker, events: list[Event], tiny_model: Callable[..., Path], photo: Photo
) -> None:
    worker.ask(LoadModel(tiny_model()))
    worker.ask(Colorize("shown", photo, Edit(), size=9999))  # chosen with another model
    worker.run_pending()
    answer = events[-1]
    assert isinstance(answer, Colorized)
    assert answer.colorization.photo is photo
    assert answer.colorization.settings["size"] == 512
    assert "field" in vars(answer.colorization)  # worked out here, not where one waits for it


def test_a_job_of_another_model_is_not_answered(
    worker: InferenceWorker, tiny_model: Callable[..., Path], photo: Photo
) -> None:
    old = load_model_spec(tiny_model(name="old.onnx"))
    worker.ask(LoadModel(tiny_model()))
    answer = Future[Colorization]()
    worker.ask(ColorizeJob(old, photo, Edit(), TintOptions(), answer))
    worker.run_pending()
    assert answer.cancelled()


def test_nobody_waits_for_an_answer_of_a_worker_that_is_closed(
    worker: InferenceWorker, tiny_model: Callable[..., Path], photo: Photo
) -> None:
    spec = load_model_spec(tiny_model())
    before, after = Future[Colorization](), Future[Colorization]()
    worker.ask(ColorizeJob(spec, photo, Edit(), TintOptions(), before))
    worker.close()
    worker.ask(ColorizeJob(spec, photo, Edit(), TintOptions(), after))
    assert before.cancelled()
    assert after.cancelled()


def test_without_a_model_every_request_says_why(
    worker: InferenceWorker, events: list[Event], photo: Photo
) -> None:
    worker.ask(LoadModel(Path("nowhere.onnx")))
    worker.ask(Colorize("shown", photo, Edit()))
    worker.run_pending()
    ready, failed = events
    assert isinstance(ready, ModelFailed)
    assert isinstance(failed, ColorizeFailed)
    assert isinstance(failed.error, ModelNotFoundError)


def test_an_error_nobody_expected_is_an_answer_too(
    worker: InferenceWorker, events: list[Event], photo: Photo, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported: list[type[BaseException]] = []
    monkeypatch.setattr("sys.excepthook", lambda kind, *_: reported.append(kind))
    monkeypatch.setattr(worker, "_colorize", lambda _request: 1 / 0)
    for slot in ("first", "second"):
        worker.ask(Colorize(slot, photo, Edit()))
    worker.run_pending()
    assert reported == [ZeroDivisionError] * 2
    assert [type(e.error) for e in events if isinstance(e, ColorizeFailed)] == [SessionError] * 2


def test_what_is_forgotten_is_not_answered(
    worker: InferenceWorker, events: list[Event], photo: Photo
) -> None:
    worker.ask(Colorize("gone", photo, Edit()))
    worker.ask(Colorize("kept", photo, Edit()))
    worker.forget("gone")
    worker.run_pending()
    (event,) = events
    assert isinstance(event, ColorizeFailed)
    assert event.request.slot == "kept"


def test_on_its_own_thread_events_arrive_on_this_one(qtbot: QtBot, photo: Photo) -> None:
    worker = InferenceWorker()
    with qtbot.waitSignal(worker.answered, timeout=30_000) as heard:
        worker.ask(Colorize("shown", photo, Edit()))
    worker.close()
    assert isinstance(heard.args[0], ColorizeFailed)
