"""Scores of every predictor on every photograph: the raw figures of the main table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from core.color import F32
from training.evaluation.judge_features import Lite2Features, inception_network, lpips_network
from training.evaluation.photographs import Photograph, Result
from training.evaluation.predictors import Predictor
from training.evaluation.sections import Figures, Sureness, fidelity, neutrals, sureness
from training.evaluation.subjects import shown


class Observers:
    """The feature networks that are on this machine."""

    def __init__(self) -> None:
        self.lite2 = Lite2Features()
        found = lpips_network()
        self.lpips_name = found[0] if found else "LPIPS"
        self.lpips = found[1] if found else None
        self.inception = inception_network()

    def absent(self) -> list[str]:
        """The measures of the reference that cannot be made here."""
        found = {"LPIPS": self.lpips, "FID": self.inception}
        return [name for name, network in found.items() if network is None]

    def look(self, photo: Photograph, results: Sequence[Result]) -> Seen:
        """Features of the truth and the results, distances of the results from the truth."""
        pictures = [result.rgb_u8 for result in results]
        pooled, distances = self.lite2.compare(photo.rgb_u8, pictures)
        seen = Seen({"lite2_fd": pooled}, {"lite2_pd": distances})
        if self.lpips is not None:
            seen.distances["lpips"] = self.lpips(photo.rgb_u8, pictures)
        if self.inception is not None:
            seen.features["fid"] = self.inception([photo.rgb_u8, *pictures])
        return seen

    def subjects(self, features: dict[str, F32]) -> dict[str, npt.NDArray[np.bool_]]:
        """Features (N, 1 + M, D) by measure -> subject -> which of the N truths show it (N,)."""
        return shown(self.lite2.classes(np.ascontiguousarray(features["lite2_fd"][:, 0])))


@dataclass(frozen=True)
class Seen:
    """By measure: features (1 + M, D) with the truth's first, and M distances."""

    features: dict[str, F32]
    distances: dict[str, list[float]]


@dataclass(frozen=True, eq=False)
class PhotoScore:
    """All predictors on one photograph."""

    figures: list[Figures]
    sureness: list[Sureness | None]
    features: dict[str, F32]


def score_photo(
    photo: Photograph, predictors: Sequence[Predictor], observers: Observers, size: int
) -> PhotoScore:
    """Figures of every predictor, in their order."""
    results = [Result(predict, photo, size) for predict in predictors]
    seen = observers.look(photo, results)
    figures = [fidelity(result) | neutrals(result) for result in results]
    for name, distances in seen.distances.items():
        for own, distance in zip(figures, distances, strict=True):
            own[name] = distance
    return PhotoScore(figures, [sureness(result) for result in results], seen.features)


@dataclass(eq=False)
class Scores:
    """All predictors on all photographs."""

    predictors: list[str]
    kinds: npt.NDArray[np.str_]  # (N,)
    people: npt.NDArray[np.int8]  # (N,)
    figures: dict[str, dict[str, npt.NDArray[np.float64]]]  # predictor -> figure -> (N,)
    sureness: dict[str, list[Sureness]]
    features: dict[str, F32] = field(default_factory=dict)  # measure -> (N, 1 + M, D)
    subjects: dict[str, npt.NDArray[np.bool_]] = field(default_factory=dict)  # subject -> (N,)

    @classmethod
    def gather(
        cls,
        names: Sequence[str],
        scores: Sequence[PhotoScore],
        kinds: npt.NDArray[np.str_],
        people: npt.NDArray[np.int8],
        eyes: Observers,
    ) -> Scores:
        """The scores of N photos as arrays."""
        figures, sure = {}, {}
        for i, name in enumerate(names):
            own = [score.figures[i] for score in scores]
            figures[name] = columns(own)
            told = [found for score in scores if (found := score.sureness[i]) is not None]
            if told:
                sure[name] = told
        features = {
            measure: np.stack([score.features[measure] for score in scores])
            for measure in scores[0].features
        }
        subjects = eyes.subjects(features)
        return cls(list(names), kinds, people, figures, sure, features, subjects)


def columns(rows: Sequence[Figures]) -> dict[str, npt.NDArray[np.float64]]:
    """Figures of N photos -> arrays (N,)."""
    return {name: np.array([row[name] for row in rows], dtype=np.float64) for name in rows[0]}
