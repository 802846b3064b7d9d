"""How often is a colour photo taken for a tinted one, and a tinted one for a colour photo?

::

    python tests/benchmarks/bench_tint.py FOLDER_OF_COLOUR_PHOTOS --limit 300

Every photo is asked about as it is, and every third one also toned in ten ways, as a JPEG.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import cv2
import numpy as np
from bench_finish import photos

from core.color import encode, lab_to_linear, rgb_to_L
from core.colorize.tint import Tint, tint_of

#: Black point, white point, and how far red's and blue's curves bend apart.
TONES = {
    "sepia": ((0.10, 0.05, 0.02), (1.0, 0.95, 0.82), 0.25),
    "faded yellow": ((0.25, 0.20, 0.12), (0.93, 0.86, 0.62), 0.15),
    "cyanotype": ((0.02, 0.08, 0.20), (0.93, 0.97, 0.98), -0.5),
    "selenium": ((0.06, 0.03, 0.07), (0.98, 0.97, 0.99), 0.03),
}
#: The usual "sepia filter" of programs, on encoded RGB; it clips in the lights.
SEPIA_MATRIX = np.array([[0.393, 0.769, 0.189], [0.349, 0.686, 0.168], [0.272, 0.534, 0.131]])


def toned(grey: np.ndarray, tone: str) -> np.ndarray:
    """(H, W) in 0..1 -> (H, W, 3)."""
    black, white, bend = TONES[tone]
    span = np.array(white) - black
    return np.asarray(black + span * grey[..., None] ** np.array([1 - bend, 1, 1 + bend]))


def variants(rgb: np.ndarray, rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Ten toned copies (H, W, 3) in 0..1, with grain."""
    L = rgb_to_L(rgb)
    grey = encode(lab_to_linear(np.dstack((L, 0 * L, 0 * L))))[..., 1]
    grey = np.clip(grey + rng.normal(0, 0.02, grey.shape), 0, 1)
    y, x = (grid / max(grid.max(), 1) for grid in np.mgrid[: grey.shape[0], : grey.shape[1]])
    place = np.clip(((x - 0.3) ** 2 + (y - 0.6) ** 2) * 1.2, 0, 1)[..., None]
    fresh = toned(grey, "selenium")
    edge = np.minimum.reduce([x, 1 - x, y, 1 - y])[..., None] < 0.08
    sepia = toned(grey, "sepia")
    return {
        **{tone: toned(grey, tone) for tone in TONES},
        "uneven yellowing": fresh * (1 - place) + toned(grey, "faded yellow") * place,
        "sepia, colour noise": sepia + rng.normal(0, 0.03, sepia.shape),
        "sepia, paper border": np.where(edge, (0.97, 0.95, 0.9), sepia),
        "sepia, black border": np.where(edge, 0.02, sepia),
        "sepia filter, clipped": rgb / 255 @ SEPIA_MATRIX.T,
        "grey": np.dstack([grey] * 3),
    }


def as_jpeg(rgb: np.ndarray) -> np.ndarray:
    """Through JPEG at quality 85."""
    codes = np.rint(np.clip(rgb, 0, 1) * 255).astype(np.uint8)
    _, blob = cv2.imencode(".jpg", codes[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, 85])
    decoded = cv2.imdecode(blob, cv2.IMREAD_COLOR)
    assert decoded is not None
    return np.ascontiguousarray(decoded[..., ::-1], np.uint8)


def main() -> None:
    """Print the share of wrong answers of each kind."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--limit", type=int, default=300)
    options = parser.parse_args()
    rng = np.random.default_rng(0)
    wrong: dict[str, list[bool]] = {"colour, untouched": []}
    for index, rgb in enumerate(photos(options.folder, options.limit)):
        wrong["colour, untouched"].append(tint_of(rgb) is not Tint.COLORED)
        for name, copy in variants(rgb, rng).items() if index % 3 == 0 else ():
            wrong.setdefault(name, []).append(tint_of(as_jpeg(copy)) is Tint.COLORED)
    print("| photos | number | wrong |\n| --- | ---: | ---: |")  # noqa: T201
    for name, answers in wrong.items():
        print(f"| {name} | {len(answers)} | {np.mean(answers):.1%} |")  # noqa: T201


if __name__ == "__main__":
    main()
