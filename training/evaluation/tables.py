"""Raw figures of an evaluation -> its tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from training.evaluation.frechet import frechet_estimates
from training.evaluation.intervals import Estimate, estimate, estimate_statistic
from training.evaluation.report import Column, Table
from training.evaluation.scoring import Scores
from training.evaluation.sections import SIZES, Sureness

Array = npt.NDArray[np.float64]
Arrays = Mapping[str, Array]

_FIDELITY: Final = {
    "psnr": Column("PSNR (dB)"),
    "ssim": Column("SSIM", 4),
    "delta_e": Column("CIEDE2000"),
    "colourfulness": Column("Colourfulness", 1),
    "colourfulness_truth": Column("of the truth", 1),
    "colourfulness_difference": Column("difference", 1),
}
_SEEN: Final = {
    "lite2_fd": Column("Lite2-FD", 3),
    "lite2_pd": Column("Lite2-PD", 4),
    "fid": Column("FID"),
    "lpips": Column("LPIPS", 4),
}
_LITE2_NOTE: Final = (
    "PSNR and SSIM on 8-bit RGB; colourfulness is Hasler and Suesstrunk's M3, signed opponents. "
    "Lite2-FD and Lite2-PD are a Frechet and a perceptual distance on ImageNet features of "
    "EfficientNet-Lite2; they compare with each other, not with FID or LPIPS."
)
_SUBJECTS_NOTE: Final = (
    'By the photographs\' labels, but for what is "seen": there EfficientNet-Lite2, shown the true '
    "colours, finds ImageNet's classes of that subject likelier than all others together."
)


def main_table(
    scores: Scores, absent: Sequence[str], lpips_name: str, seed: int, threads: int
) -> Table:
    """All predictors on all photos."""
    rows = {
        name: {key: estimate(own[key], seed=seed) for key in (*_FIDELITY, *_SEEN) if key in own}
        for name, own in scores.figures.items()
    }
    for measure, features in scores.features.items():
        truth, *others = np.moveaxis(features, 1, 0)
        found = frechet_estimates(truth, others, seed, threads)
        for name, distance in zip(scores.predictors, found, strict=True):
            rows[name][measure] = distance
    seen = {key: column for key, column in _SEEN.items() if key in next(iter(rows.values()))}
    if "lpips" in seen:
        seen["lpips"] = Column(lpips_name, 4)
    note = _LITE2_NOTE
    if absent:
        note += f" {' and '.join(absent)}: not measured, the network's weights are not here."
    return Table("main", "All photographs", "", _FIDELITY | seen, rows, note)


def groups_table(name: str, scores: Scores, seed: int) -> Table:
    """One predictor by what the photos show."""
    own = scores.figures[name]
    keys = ("psnr", "ssim", "delta_e", "colourfulness", "colourfulness_truth", "lite2_pd")
    columns = {key: (_FIDELITY | _SEEN)[key] for key in keys}
    rows = {
        f"{group} ({inside.sum()})": {key: estimate(own[key][inside], seed=seed) for key in columns}
        for group, inside in _groups(scores)
        if inside.any()
    }
    return Table(f"groups/{name}", f"By subject: {name}", "photos", columns, rows, _SUBJECTS_NOTE)


def _groups(scores: Scores) -> Iterable[tuple[str, npt.NDArray[np.bool_]]]:
    yield "all", np.ones(len(scores.kinds), dtype=bool)
    yield "people", scores.people == 1
    yield "no people", scores.people == 0
    for kind in np.unique(scores.kinds):
        yield str(kind), scores.kinds == kind
    yield from scores.subjects.items()


def neutrals_table(scores: Scores, seed: int) -> Table:
    """Colour put on what has none."""
    tones = ("all", "black", "grey", "white")
    rows = {
        name: {
            tone: estimate(own[f"{tone}_chroma"], own[f"{tone}_pixels"], seed=seed)
            for tone in tones
            if own[f"{tone}_pixels"].any()
        }
        for name, own in scores.figures.items()
    }
    columns = dict(zip(tones, map(Column, ("All", "L* < 25", "25-75", "L* >= 75")), strict=True))
    note = "Mean C* of the result over all pixels whose true C* is below 3."
    return Table("neutrals", "Chroma where the truth has none", "", columns, rows, note)


def section_table(
    key: str, title: str, columns: Mapping[str, Column], found: Mapping[str, Arrays], seed: int
) -> Table:
    """Means over the section's photos; predictors are rows."""
    rows = {
        name: {figure: estimate(own[figure], seed=seed) for figure in columns}
        for name, own in found.items()
    }
    photos = len(next(iter(next(iter(found.values())).values())))
    return Table(key, f"{title} ({photos} photos)", "", columns, rows)


def hint_columns(counts: Sequence[int]) -> dict[str, Column]:
    """PSNR without hints, then gain and CIEDE2000 for each number of hints."""
    columns = {"psnr_0": Column("Automatic (dB)")}
    for count in counts:
        columns[f"gain_{count}"] = Column(f"gain of {count} (dB)")
        columns[f"delta_e_{count}"] = Column(f"CIEDE2000 with {count}")
    return columns


DEGRADED_COLUMNS: Final = {
    "psnr_clean": Column("Clean (dB)"),
    "psnr_degraded": Column("Degraded (dB)"),
    "loss": Column("Loss (dB)"),
    "delta_e_clean": Column("CIEDE2000 clean"),
    "delta_e_degraded": Column("degraded"),
    "colourfulness_degraded": Column("Colourfulness degraded", 1),
}
STABILITY_COLUMNS: Final = {
    "all": Column(f"CIEDE2000 between {', '.join(map(str, SIZES))}"),
    f"{SIZES[1]}_{SIZES[2]}": Column(f"{SIZES[1]} and {SIZES[2]}"),
    f"{SIZES[0]}_{SIZES[-1]}": Column(f"{SIZES[0]} and {SIZES[-1]}"),
    "copies": Column("copies of the photo at those sizes"),
    "flip": Column("photo and mirror image"),
}
VARIETY_COLUMNS: Final = {
    "pairwise": Column("CIEDE2000 between samples"),
    "psnr_default": Column("Default (dB)"),
    "psnr_sample": Column("A sample (dB)"),
    "psnr_best": Column("Best sample (dB)"),
    "best_gain": Column("Gain of the best (dB)"),
}


def confidence_table(scores: Scores, seed: int) -> Table:
    """Whether the photos a predictor is unsure of are the ones it gets wrong."""
    rows = {}
    for name, told in scores.sureness.items():
        confidence = np.array([photo.confidence for photo in told])
        error = np.array([photo.error for photo in told])
        rows[name] = _confidence_row(confidence, error, seed)
    columns = {
        "least": Column("Error of the least sure tenth"),
        "most": Column("of the most sure tenth"),
        "ratio": Column("Ratio"),
        "correlation": Column("Rank correlation"),
        "confidence": Column("Mean confidence"),
    }
    note = "Error is a photo's mean CIEDE2000, confidence the mean over its pixels."
    return Table("confidence", "Confidence", "", columns, rows, note)


def _confidence_row(confidence: Array, error: Array, seed: int) -> dict[str, Estimate]:
    def extremes(photos: npt.NDArray[np.int64]) -> tuple[float, float]:
        ordered = photos[np.argsort(confidence[photos], kind="stable")]
        tenth = max(1, len(ordered) // 10)
        return float(error[ordered[:tenth]].mean()), float(error[ordered[-tenth:]].mean())

    def ratio(photos: npt.NDArray[np.int64]) -> float:
        least, most = extremes(photos)
        return least / most

    def correlation(photos: npt.NDArray[np.int64]) -> float:
        ranks = _ranks(confidence[photos]), _ranks(error[photos])
        constant = any(np.ptp(rank) == 0 for rank in ranks)
        return 0.0 if constant else float(np.corrcoef(*ranks)[0, 1])

    n = len(confidence)
    return {
        "least": estimate_statistic(lambda photos: extremes(photos)[0], n, seed),
        "most": estimate_statistic(lambda photos: extremes(photos)[1], n, seed),
        "ratio": estimate_statistic(ratio, n, seed),
        "correlation": estimate_statistic(correlation, n, seed),
        "confidence": estimate(confidence, seed=seed),
    }


def _ranks(values: Array) -> Array:
    """Ranks with ties shared: a resample holds photos twice."""
    _, index, counts = np.unique(values, return_inverse=True, return_counts=True)
    ranks: Array = (np.cumsum(counts) - (counts - 1) / 2)[index]
    return ranks


def reliability(told: Sequence[Sureness]) -> tuple[tuple[Array, Array], tuple[Array, Array]]:
    """(confidence, error) of pixels in bins of confidence, and of photos in tenths.

    A bin counts where it holds a thousandth of the pixels.
    """
    number, confidence, error = np.sum([photo.pixels for photo in told], axis=0)
    kept = number > number.sum() / 1000
    pixels = (confidence[kept] / number[kept], error[kept] / number[kept])
    each = np.array([(photo.confidence, photo.error) for photo in told])
    tenths = np.array_split(each[np.argsort(each[:, 0])], 10)
    means = np.array([tenth.mean(axis=0) for tenth in tenths if len(tenth)])
    return pixels, (means[:, 0], means[:, 1])
