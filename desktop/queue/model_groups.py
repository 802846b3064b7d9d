"""`ModelGroups`: the waiting photos of the queue by the models they are meant for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from core.errors import AutochromeError
from core.photo.photo import Photo
from core.planning.plan import is_up_to_date
from core.queue.job import Job, JobModels
from core.queue.job_models import job_models, recalled_models, same_models
from core.queue.store import JobStore
from desktop.background.inference_thread import InferenceWorker
from desktop.background.requests import ModelReady
from desktop.queue.events import MissingModel
from desktop.queue.worker_colorizer import WorkerColorizer


@dataclass(frozen=True, eq=False)
class ModelGroup:
    """Photos that are meant for the same models, as they are written down, and who colours them."""

    models: JobModels
    colorizer: WorkerColorizer


class ModelGroups:
    """Finds one group of photos after the other.

    Args:
        ready: the model that is open; what names no model is its.
        reached: as `WorkerColorizer.on_progress`.

    Attributes:
        missing: the models that could not be found.
    """

    def __init__(
        self, worker: InferenceWorker, ready: ModelReady, reached: Callable[[Photo, bool], None]
    ) -> None:
        self._worker, self._ready, self._reached = worker, ready, reached
        self._own = job_models(ready.choices, ready.spec) if ready.choices else ()
        self._known: dict[JobModels, ModelGroup | None] = {}
        self._last: dict[JobModels, frozenset[int]] = {}
        self.missing: list[MissingModel] = []

    def settled(self, store: JobStore) -> frozenset[int]:
        """The jobs that need nothing, as far as one knows."""
        found = ((job, self._group(job.settings.models)) for job in store.claimable())
        specs = ((job, group.colorizer.spec) for job, group in found if group is not None)
        return frozenset(
            job.id for job, spec in specs if is_up_to_date(job, spec.sha256, spec.earlier)
        )

    def next(self, store: JobStore) -> ModelGroup | None:
        """The group of the first photo that waits, as long as that leads anywhere."""
        waiting = store.claimable()
        for models in dict.fromkeys(job.settings.models for job in waiting):
            group = self._group(models)
            ids = _ids(waiting, models)
            if group is not None and self._last.get(models) != ids:
                self._last[models] = ids
                return group
        return None

    def open_group(self) -> ModelGroup:
        """That of the open model."""
        return ModelGroup((), WorkerColorizer(self._worker, self._ready, self._reached))

    def _group(self, models: JobModels) -> ModelGroup | None:
        if models not in self._known:
            self._known[models] = self._found(models)
        return self._known[models]

    def _found(self, models: JobModels) -> ModelGroup | None:
        colorizer = self.open_group().colorizer
        if models and not same_models(models, self._own):
            try:
                choices = tuple(recalled_models(models))
                colorizer = WorkerColorizer(
                    self._worker, self._ready, self._reached, choices=choices
                )
            except AutochromeError as error:
                names = " + ".join(model.name for model in models)
                self.missing.append(MissingModel(names, error))
                return None
        return ModelGroup(models, colorizer)


def _ids(jobs: list[Job], models: JobModels) -> frozenset[int]:
    return frozenset(job.id for job in jobs if job.settings.models == models)
