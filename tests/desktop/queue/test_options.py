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


def test_they_become_plan_options(tiny_model: Callable[..., Path], tmp_path: Path) -> None:
    spec = load_model_spec(tiny_model())
    options = QueueOptions(
        str(tmp_path), "{stem}.tif", "", 80, IfExists.RENAME, 0.5, 2.0, -0.5, True
    )
    plan_options = options.plan_options(spec, 128)
    assert plan_options.output == tmp_path.resolve()
    assert (plan_options.template.text, plan_options.format, plan_options.if_exists) == (
        "{stem}.tif",
        None,
        "rename",
    )
    assert plan_options.settings.look == Look(0.5, 2.0, -0.5)
    assert (
        plan_options.settings.size,
        plan_options.settings.quality,
        plan_options.settings.recolor,
    ) == (128, 80, True)
    assert (plan_options.model_name, plan_options.model_sha256) == ("tiny", spec.sha256)
