"""Curves of a run as PNG: ``python -m training.plots runs/autochrome``.

Reads ``history.jsonl``; a loss that the recipe does not have is left out, and a picture without any
curve is not written.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from matplotlib.axes import Axes
from matplotlib.figure import Figure

F64 = npt.NDArray[np.float64]
Record = dict[str, Any]

#: A curve is smoothed until about this many independent values are left in it.
_SMOOTH_TO: Final = 50


@dataclass(frozen=True)
class Panel:
    """One axis of a picture: the terms drawn in it, and their names in the legend."""

    title: str
    terms: dict[str, str]


@dataclass(frozen=True)
class Picture:
    """One PNG: of the steps' records, or of the evaluations'."""

    name: str
    panels: tuple[Panel, ...]
    evaluation: bool = False


_REAL_FAKE: Final = {"d_real": "D on real", "d_fake": "D on fake"}

#: The pictures of the reference, then ours.
PICTURES: Final = (
    Picture("discriminator", (Panel("Discriminator loss", _REAL_FAKE),)),
    Picture("generator", (Panel("Generator's adversarial loss", {"gan": "G"}),)),
    Picture(
        "generator-discriminator",
        (Panel("Generator against discriminator", {"gan": "G", "d": "D (mean of real and fake)"}),),
    ),
    Picture("l1", (Panel("L1 of ab/110", {"l1": "L1"}),)),
    Picture(
        "losses",
        tuple(
            Panel(title, {term: title})
            for term, title in {
                "total": "Total",
                "huber": "Huber",
                "gradient": "Gradient",
                "perceptual": "Perceptual",
                "semantic": "Semantic",
                "consistency": "Consistency of sizes",
                "bins": "Colour bins",
                "error": "Own error",
                "kl": "KL of z",
            }.items()
        ),
    ),
    Picture(
        "evaluation",
        (
            Panel("PSNR (dB)", {"psnr": "PSNR"}),
            Panel("CIEDE2000", {"delta_e": "mean"}),
            Panel("Colourfulness", {"colourfulness": "predicted", "colourfulness_truth": "true"}),
            Panel("L1 of ab/110", {"l1": "L1"}),
        ),
        evaluation=True,
    ),
    Picture(
        "speed",
        (
            Panel("Learning rate", {"lr_generator": "generator"}),
            Panel("Images a second", {"images_per_s": "images/s"}),
        ),
    ),
)


def read_history(run: Path) -> list[Record]:
    """The records of a run, oldest first; a last line that is cut short is left out."""
    lines = (run / "history.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    return [json.loads(line) for line in lines if line.endswith("\n")]


def write_plots(run: Path) -> list[Path]:
    """Write the pictures that the run's history has something for; returns their paths.

    Raises:
        FileNotFoundError: the folder has no ``history.jsonl``.
    """
    records = read_history(run)
    written = []
    for picture in PICTURES:
        mine = [r for r in records if bool(r.get("evaluation")) == picture.evaluation]
        panels = [p for p in picture.panels if any(len(curve(mine, term)[0]) for term in p.terms)]
        if panels:
            path = run / f"{picture.name}.png"
            _draw(path, panels, mine, points=picture.evaluation)
            written.append(path)
    return written


def curve(records: Sequence[Record], term: str) -> tuple[F64, F64]:
    """Images seen and values of a term, where it is a finite number; ``d`` is D's whole loss."""
    pairs = [(record["images"], _value(record, term)) for record in records]
    table = np.array(pairs, dtype=np.float64).reshape(-1, 2)
    table = table[np.isfinite(table).all(axis=1)]
    return table[:, 0], table[:, 1]


def _value(record: Record, term: str) -> float:
    if term == "d" and "d_real" in record:
        return float(record["d_real"] + record["d_fake"]) / 2
    return float(record.get(term, np.nan))


def smoothed(values: F64) -> F64:
    """Running mean over a fiftieth of the curve each way; the window shrinks towards both ends."""
    window = max(1, len(values) // _SMOOTH_TO)
    box = np.ones(2 * window - 1)
    counts = np.convolve(np.ones_like(values), box, mode="same")
    return np.convolve(values, box, mode="same") / counts


def stage_starts(records: Sequence[Record]) -> list[float]:
    """Images seen when each stage but the first began."""
    return [
        float(after["images"])
        for before, after in pairwise(record for record in records if "stage" in record)
        if after["stage"] != before["stage"]
    ]


def _draw(path: Path, panels: Sequence[Panel], records: list[Record], *, points: bool) -> None:
    columns = min(2, len(panels))
    rows = -(-len(panels) // columns)
    figure = Figure(figsize=(7 * columns, 3.6 * rows), layout="constrained")
    axes = figure.subplots(rows, columns, squeeze=False)
    for axis, panel in zip(axes.flat, panels, strict=False):
        _draw_panel(axis, panel, records, points=points)
    for axis in axes.flat[len(panels) :]:
        axis.remove()
    figure.savefig(path, dpi=110)


def _draw_panel(axis: Axes, panel: Panel, records: list[Record], *, points: bool) -> None:
    for number, (term, label) in enumerate(panel.terms.items()):
        images, values = curve(records, term)
        if not len(images):
            continue
        color = f"C{number}"
        if points:
            axis.plot(images / 1000, values, "o-", color=color, markersize=3, label=label)
        else:
            axis.plot(images / 1000, values, color=color, alpha=0.2, linewidth=0.7)
            axis.plot(images / 1000, smoothed(values), color=color, label=label)
    for start in stage_starts(records):
        axis.axvline(start / 1000, color="0.6", linestyle=":", linewidth=1)
    axis.set(title=panel.title, xlabel="images seen (thousands)")
    axis.grid(alpha=0.3)
    axis.legend()


def draw_reliability(path: Path, confidence: F64, error: F64, per_photo: tuple[F64, F64]) -> None:
    """Error against confidence: of pixels in bins of confidence, and of photos in tenths.

    Args:
        path: PNG to write.
        confidence: mean confidence (B,) of the bins of pixels.
        error: their mean CIEDE2000 (B,).
        per_photo: the same two for the tenths of the photos.
    """
    figure = Figure(figsize=(6, 4.2), layout="constrained")
    axis = figure.subplots()
    axis.plot(confidence, error, "o-", markersize=4, label="pixels")
    axis.plot(*per_photo, "s--", markersize=5, label="photos, in tenths")
    axis.set(xlabel="confidence", ylabel="CIEDE2000 to the true photo", ylim=(0, None))
    axis.set_title("Reliability: where confidence is high, the error is low")
    axis.grid(alpha=0.3)
    axis.legend()
    figure.savefig(path, dpi=110)


def main(argv: list[str] | None = None) -> int:
    """Command line; exit status 1 where there is no run."""
    parser = argparse.ArgumentParser(prog="training.plots", description=__doc__)
    parser.add_argument("run", type=Path, help="folder of a run")
    args = parser.parse_args(argv)
    try:
        written = write_plots(args.run)
    except FileNotFoundError as error:
        message = f"training.plots: {error.filename} is missing: name the folder of a run."
        print(message, file=sys.stderr)  # noqa: T201 - a command line speaks
        return 1
    for path in written:
        print(path)  # noqa: T201 - a command line speaks
    return 0


if __name__ == "__main__":
    sys.exit(main())
