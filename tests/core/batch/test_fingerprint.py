"""What a result was made of: an archive made by an older program is not made anew."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from core.batch.events import JobSkipped
from core.batch.fingerprint import stated_fingerprint
from core.batch.run import run_batch
from core.colorize import provenance
from core.queue.job import Fingerprint, JobSettings

HERE = Path(__file__).parent
#: A photo of 8 x 8 pixels, and what `run_batch` of 0.1.0 made of it with default settings and a
#: model whose SHA-256 is ab...ab.
SOURCE, RESULT = HERE / "source_of_0_1_0.png", HERE / "result_of_0_1_0.png"
MODEL = "ab" * 32


@pytest.fixture
def again(desk: Any, colorizer: Any) -> Callable[..., Any]:
    """The same photo once more, with some settings."""
    source = Path(shutil.copy(SOURCE, desk.inside / "photo.png"))

    def call(**settings: Any) -> Any:
        desk.add(source, settings=JobSettings(**settings))
        return run_batch(desk.store, colorizer, on_event=desk.events.append)

    return call


def test_a_result_of_0_1_says_what_it_was_made_of() -> None:
    digest = "18a85cbdeb5ed1a3ba24152463ec1c97e359668d690d660a6a2c4a153d01d527"
    source = hashlib.sha256(SOURCE.read_bytes()).hexdigest()
    assert stated_fingerprint(RESULT) == Fingerprint(source, MODEL, digest)
    assert JobSettings().digest() == digest
    assert stated_fingerprint(SOURCE) is None
    assert stated_fingerprint(HERE / "nothing.png") is None


def test_a_result_of_0_1_is_not_made_anew(desk: Any, again: Callable[..., Any]) -> None:
    desk.out.mkdir()
    target = Path(shutil.copy(RESULT, desk.out / "photo.png"))
    assert again().skipped == 1
    assert desk.of_kind(JobSkipped)[0].job.error_kind == "Unchanged"
    assert target.read_bytes() == RESULT.read_bytes()
    assert again(warmth=0.5).done == 1
    assert target.read_bytes() != RESULT.read_bytes()


def test_a_new_release_alone_makes_nothing_anew(
    desk: Any, again: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(provenance, "__version__", "0.2.0")
    assert again().done == 1
    first = (desk.out / "photo.png").read_bytes()
    assert b"Autochrome 0.2.0" in first
    monkeypatch.setattr(provenance, "__version__", "9.0.0")
    assert again().skipped == 1
    desk.store.clear([job.state for job in desk.store.jobs()])  # nor without the queue
    assert again().skipped == 1
    assert (desk.out / "photo.png").read_bytes() == first
