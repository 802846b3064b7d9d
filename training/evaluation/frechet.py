"""The Frechet distance between two sets of features, by eigenvalues instead of a matrix root.

|m1 - m2|^2 + tr(S1 + S2 - 2 (S1 S2)^(1/2)) (Dowson & Landau, 1982; Heusel et al., 2017, for FID).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

import numpy as np
import torch
from torch import Tensor

from core.color import F32
from training.evaluation.intervals import Estimate, resampling_counts
from training.evaluation.parallel import side_by_side

#: A resample costs a second; 20 give the standard error to about a sixth of itself.
_RESAMPLES: Final = 20


class Gaussian:
    """Mean, and a factor R of the covariance R^T R, of weighted features; float64."""

    def __init__(self, features: Tensor, counts: Tensor) -> None:
        self.mean = counts @ features / counts.sum()
        centred = (features - self.mean) * (counts / (counts.sum() - 1)).sqrt()[:, None]  # (N, D)
        n, d = centred.shape
        # with fewer photos than features the photos themselves are the smaller factor
        self.factor = centred if n <= d else torch.linalg.qr(centred, mode="r").R

    def distance(self, other: Gaussian) -> float:
        """The trace of (S1 S2)^(1/2) is the sum of the singular values of R1 R2^T."""
        cross = self.factor @ other.factor.T
        gram = cross @ cross.T if len(cross) <= cross.shape[1] else cross.T @ cross
        common = torch.linalg.eigvalsh(gram).clamp_min(0).sqrt().sum()
        spread = self.factor.square().sum() + other.factor.square().sum()
        return float((self.mean - other.mean).square().sum() + spread - 2 * common)


def _gaussian(features: F32, counts: Tensor | None = None) -> Gaussian:
    rows = torch.from_numpy(features).double()
    return Gaussian(rows, torch.ones(len(rows), dtype=torch.float64) if counts is None else counts)


def frechet_distance(features: F32, other: F32) -> float:
    """Between two feature matrices (N, D) and (M, D)."""
    return _gaussian(features).distance(_gaussian(other))


def frechet_estimates(
    truth: F32, others: Sequence[F32], seed: int = 0, threads: int = 1
) -> list[Estimate]:
    """Distances of several sets from the truth, (N, D) each, photo by photo the same.

    The interval is value +- 1.96 bootstrap standard errors: a resample holds photos twice, which
    lifts every distance, so its percentiles would not lie around the value.
    """
    n = len(truth)
    counts = np.concatenate((np.ones((1, n)), resampling_counts(n, _RESAMPLES, seed)))
    work = partial(_distances, truth, others)
    values, *drawn = side_by_side(work, list(torch.from_numpy(counts)), threads, "Frechet")
    reach = 1.96 * np.std(drawn, axis=0, ddof=1)
    return [Estimate(v, v - r, v + r) for v, r in zip(values, reach.tolist(), strict=True)]


def _distances(truth: F32, others: Sequence[F32], counts: Tensor) -> list[float]:
    real = _gaussian(truth, counts)
    return [real.distance(_gaussian(other, counts)) for other in others]
