"""What is chosen for the queue: remembered, checked, and turned into a plan."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from core.colorize.look import Look
from core.inference.model_file import load_model_spec
from core.queue.job import IfExists
from desktop.queue.options import QueueOptions, WhenDone


def test_they_are_remembered() -> None:
    options = QueueOptions(
        "/out", "{stem}{ext}", "png", 80, IfExists.SKIP, 1.1, 1.5, 0.05, True, WhenDone.OPEN
    )
    assert QueueOptions.from_json(options.to_json()) == options


@pytest.mark.parametrize(
    "broken",
    [
        "", "{", "[1]", '{"quality": 400}', '{"quality": "92"}', '{"format": "exe"}',
        '{"template": "../{stem}"}', '{"strength": 9.0}', '{"when_done": "explode"}',
        '{"if_exists": 3, "unknown": 1}',
    ],
)  # fmt: skip
def test_what_is_broken_is_the_default(broken: str) -> None:
    assert QueueOptions.from_json(broken) == QueueOptions()


def test_they_become_a_wish(tiny_model: Callable[..., Path], tmp_path: Path) -> None:
    spec = load_model_spec(tiny_model())
    options = QueueOptions(
        str(tmp_path), "{stem}.tif", "", 80, IfExists.RENAME, 0.5, 2.0, -0.5, True
    )
    request = options.plan_request(spec, 128)
    assert request.output == tmp_path.resolve()
    assert (request.template.text, request.format, request.if_exists) == (
        "{stem}.tif",
        None,
        "rename",
    )
    assert request.settings.look == Look(0.5, 2.0, -0.5)
    assert (request.settings.size, request.settings.quality, request.settings.recolor) == (
        128,
        80,
        True,
    )
    assert (request.model_name, request.model_sha256) == ("tiny", spec.sha256)
