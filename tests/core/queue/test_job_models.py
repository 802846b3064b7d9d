"""The models that jobs remember."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from core.colorize.ensemble import load_specs
from core.errors import ModelNotFoundError
from core.inference.model_choice import ModelChoice
from core.inference.model_spec import bundled_model
from core.queue.job import JobModel, JobSettings
from core.queue.job_models import follow_models, job_models, recalled_models, same_models


def test_they_are_found_again_by_file_and_hash(
    tiny_model: Callable[..., Path], tmp_path: Path
) -> None:
    files = [tiny_model(name=f"{name}.onnx", metadata={"name": name}) for name in ("one", "two")]
    choices = [ModelChoice(files[0]), ModelChoice(files[1], 0.5)]
    models = job_models(choices, load_specs(choices))
    assert [(model.name, model.weight) for model in models] == [("one", 1.0), ("two", 0.5)]
    assert [(choice.path, choice.weight) for choice in recalled_models(models)] == [
        (files[0], 1.0),
        (files[1], 0.5),
    ]
    files[1].unlink()
    with pytest.raises(ModelNotFoundError, match=r"the model two .* is missing"):
        recalled_models(models)


def test_the_bundled_one_alone_is_nothing_to_remember() -> None:
    alone = [ModelChoice(bundled_model())]
    assert job_models(alone, load_specs(alone)) == ()
    assert recalled_models(()) == []


def test_what_waits_follows_and_nothing_else(desk: Any) -> None:
    ours, theirs = JobModel("a", "/a.onnx", "aa"), JobModel("b", "/b.onnx", "bb")
    moved, heavier = replace(ours, file="/moved.onnx"), replace(ours, weight=2.0)
    assert same_models((ours,), (moved,))
    assert not same_models((ours,), (heavier,))
    for number, models in enumerate([(ours,), (theirs,), (), (moved,), (ours, theirs)]):
        desk.add(desk.photo(f"{number}.png"), settings=JobSettings(models=models, seed=number))
    desk.store.cancel([4])
    assert follow_models(desk.store, (ours,), (theirs,)) == 1
    assert [job.settings.models for job in desk.store.jobs()] == [
        (theirs,), (theirs,), (), (moved,), (ours, theirs),
    ]  # fmt: skip
    assert [job.settings.seed for job in desk.store.jobs()] == [0, 1, 2, 3, 4]
