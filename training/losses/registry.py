"""The loss terms by the names that recipes give them; adding one is its file and a line here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import dacite

from training.config import ConfigError, RunConfig, StageConfig
from training.losses.adversarial import AdversarialLoss
from training.losses.bin_cross_entropy import BinLoss
from training.losses.color_distance import GradientLoss, HuberLoss, L1Loss
from training.losses.consistency import ConsistencyLoss
from training.losses.error_estimate import ErrorEstimateLoss
from training.losses.feature_distance import PerceptualLoss, SemanticLoss
from training.losses.latent_divergence import LatentDivergence
from training.losses.term import LossTerm

TERMS: Final[dict[str, type[LossTerm]]] = {
    term.name: term
    for term in (
        L1Loss,
        HuberLoss,
        GradientLoss,
        PerceptualLoss,
        SemanticLoss,
        ConsistencyLoss,
        BinLoss,
        ErrorEstimateLoss,
        AdversarialLoss,
        LatentDivergence,
    )
}


def loss_terms(run: RunConfig, stage: StageConfig) -> list[LossTerm]:
    """The terms of a stage: ``{ huber = 4.0, gan = { weight = 0.1, mode = "hinge" } }``.

    L1 is always among them, if only to be shown: every run can be compared by it.

    Raises:
        ConfigError: there is no such term or setting, or the recipe lacks what a term needs.
    """
    return list(_terms(run, stage))


def _terms(run: RunConfig, stage: StageConfig) -> Iterator[LossTerm]:
    where = f"stage {stage.name!r} of {run.name!r} has the loss"
    for name, settings in ({L1Loss.name: 0.0} | stage.losses).items():
        if name not in TERMS:
            raise ConfigError(f"{where} {name}: there are {', '.join(TERMS)}.")
        term = _term(TERMS[name], settings, f"{where} {name}")
        if not term.weight and name != L1Loss.name:
            continue
        problem = term.problem(run, stage)
        if problem is not None:
            raise ConfigError(f"{where} {name}, which {problem}.")
        yield term


def _term(kind: type[LossTerm], settings: object, where: str) -> LossTerm:
    table: Any = settings if isinstance(settings, dict) else {"weight": settings}
    try:
        return dacite.from_dict(kind, table, dacite.Config(strict=True, type_hooks={float: float}))
    except (dacite.DaciteError, TypeError, ValueError) as error:
        raise ConfigError(f"{where}: {error}") from error
