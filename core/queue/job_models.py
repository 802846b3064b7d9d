"""The models that jobs remember: written down, found again, and followed by what waits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.inference.model_choice import ModelChoice, recalled_model
from core.inference.model_spec import ModelSpec, bundled_model
from core.queue.job import JobModel, JobModels, JobState
from core.queue.store import JobStore


def job_models(choices: Sequence[ModelChoice], spec: ModelSpec) -> JobModels:
    """What jobs remember of their models; nothing of the bundled one alone."""
    if [choice.path for choice in choices] == [bundled_model()]:
        return ()
    return tuple(
        JobModel(used.name, str(choice.path.resolve()), used.sha256, choice.weight)
        for choice, used in zip(choices, spec.used, strict=True)
    )


def recalled_models(models: JobModels) -> list[ModelChoice]:
    """The models that were meant; none where none was named.

    Raises:
        ModelNotFoundError: one of them is not there any more.
    """
    return [recalled_model(m.name, m.file, m.sha256, m.weight) for m in models]


def same_models(one: JobModels, other: JobModels) -> bool:
    """Whether they are the same files with the same shares, wherever those lie."""
    facts = ([(model.sha256, model.weight) for model in models] for models in (one, other))
    return next(facts) == next(facts)


def follow_models(store: JobStore, before: JobModels, after: JobModels) -> int:
    """Let what waits for some models be done by others; how many jobs.

    Raises:
        StoreError: the queue cannot be changed.
    """
    number = 0
    with store.transaction():
        for job in store.jobs([JobState.WAITING, JobState.RUNNING]):
            if job.settings.models and same_models(job.settings.models, before):
                store.change_settings(job, replace(job.settings, models=after))
                number += 1
    return number
