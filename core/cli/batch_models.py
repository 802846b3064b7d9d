"""The models of a batch: those that are named, or those its waiting photos were meant for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from core.batch.protocols import BatchEngine
from core.batch.run import run_batch
from core.cli.batch_options import BatchOptions
from core.cli.batch_outcome import photo_count
from core.cli.model_notes import note_models
from core.cluster.run import check_installed, run_on_cluster
from core.colorize.colorizer import Colorizer
from core.colorize.ensemble import load_specs
from core.errors import AutochromeError, ModelError, SessionError
from core.inference.model_choice import ModelChoice
from core.inference.model_spec import ModelSpec
from core.queue import job_models
from core.queue.job import Job, JobModels


@dataclass(frozen=True)
class ModelsInUse:
    """Models that are open, and the engine that runs them.

    Attributes:
        only: the jobs that are theirs; None is every job.
    """

    spec: ModelSpec
    engine: BatchEngine
    only: JobModels | None = None


def named_models(options: BatchOptions) -> ModelsInUse:
    """The models that the command line names, or the default one. Raises: AutochromeError."""
    return _opened(options, options.model.choices(), None)


def recalled_models(
    options: BatchOptions, waiting: Sequence[Job]
) -> Iterator[ModelsInUse | AutochromeError]:
    """The models that waiting jobs were meant for, one after the other.

    Where one of them is missing: the reason, and its photos stay as they are.
    """
    for wanted, number in Counter(job.settings.models for job in waiting).items():
        try:
            choices = job_models.recalled_models(wanted)
            yield _opened(options, choices or options.model.choices(), wanted)
        except (ModelError, SessionError) as error:
            left = photo_count(number)
            yield type(error)(f"{str(error).removesuffix('.')}; {left} of it left waiting.")


def _opened(
    options: BatchOptions, choices: Sequence[ModelChoice], only: JobModels | None
) -> ModelsInUse:
    if options.cluster is not None:
        check_installed()  # before the photos are looked for
        spec = load_specs(choices)
        engine = partial(run_on_cluster, spec=spec, models=choices, config=options.cluster)
        return ModelsInUse(spec, engine, only)
    colorizer = Colorizer(choices, device=options.model.device)
    note_models(colorizer)
    return ModelsInUse(colorizer.spec, partial(run_batch, colorizer=colorizer), only)
