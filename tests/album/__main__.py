"""How alike the colours of made-up series come out, one by one and as an album.

::

    python -m tests.album PHOTOS... --series 20 --shots 10 --seed 1

Of each of some photos, drawn from the folders, a series is made: cropped, exposed and grained
anew. Each series is colorized photo by photo, and then with ``consistent``. What borrowing costs
where photos have nothing in common is measured too: all the photos as one album, against their own
colours. The table for ``docs/album.md`` is printed.
"""

from __future__ import annotations

import argparse
import os
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

import numpy as np

from core.color import F32, rgb_to_lab
from core.colorize.colorizer import Colorizer
from core.colorize.reference_colors import ColorReferences
from core.errors import PhotoError
from core.photo.photo import Photo
from core.photo.read import read_photo
from core.resize import resize_area
from tests.album.series import Shot, differences, grey_codes, series_of

#: Each series is an album of its own.
_NUMBERS = count(1)


@dataclass(frozen=True)
class Measured:
    """Mean CIEDE2000 of a series each way, and its mean chroma."""

    alone: float
    album: float
    chroma_alone: float
    chroma_album: float


def measure(colorizer: Colorizer, grey: np.ndarray, seed: int, shots: int) -> Measured:
    """Of one series."""
    rng = np.random.default_rng(seed)
    made, places = series_of(grey, rng, shots), rng.uniform(size=(1500, 2))
    alone = [_colors(colorizer, shot, ColorReferences()) for shot in made]
    album = ColorReferences(album=f"series {next(_NUMBERS)}")
    together = [_colors(colorizer, shot, album) for shot in made]
    return Measured(
        differences(made, alone, grey, places),
        differences(made, together, grey, places),
        float(np.mean([np.hypot(*ab).mean() for ab in alone])),
        float(np.mean([np.hypot(*ab).mean() for ab in together])),
    )


def errors_by_chance(colorizer: Colorizer, photos: list[Photo]) -> tuple[float, float]:
    """Mean CIEDE2000 to the true colours of photos that share nothing but an album, each way."""
    from skimage.color import deltaE_ciede2000  # noqa: PLC0415  (seldom needed, slow to import)

    found = []
    for references in (ColorReferences(), ColorReferences(album="by chance")):
        errors = []
        for photo in photos:
            ab = colorizer.colorize(photo, recolor=True, references=references).ab
            true = rgb_to_lab(resize_area(photo.pixels, *ab.shape[1:]))
            made = np.dstack((true[..., 0], *ab))
            errors.append(float(deltaE_ciede2000(made, true).mean()))
        found.append(float(np.mean(errors)))
    return found[0], found[1]


def _colors(colorizer: Colorizer, shot: Shot, references: ColorReferences) -> F32:
    return colorizer.colorize(shot.photo, recolor=True, references=references).ab


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("photos", type=Path, nargs="+", help="folders of photos with colours")
    parser.add_argument("--series", type=int, default=20)
    parser.add_argument("--shots", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--side", type=int, help="pixels of a photo's long side before grain is added"
    )
    options = parser.parse_args()
    files = sorted(
        path for folder in options.photos for path in folder.rglob("*") if path.is_file()
    )
    order = np.random.default_rng(options.seed).permutation(len(files))
    found, photos, colorizer = list[Measured](), list[Photo](), Colorizer()
    for number in order:
        try:
            photo = read_photo(files[number])
        except PhotoError:
            continue
        grey = grey_codes(photo.pixels, options.side)
        if photo.pixels.ndim == 3:
            photos.append(replace(photo, source=files[number]))
        found.append(measure(colorizer, grey, options.seed + len(found), options.shots))
        if len(found) == options.series:
            break
    _say(found, errors_by_chance(colorizer, photos), colorizer)


def _say(found: list[Measured], chance: tuple[float, float], colorizer: Colorizer) -> None:
    alone, album = (np.array([getattr(m, name) for m in found]) for name in ("alone", "album"))
    rows = (
        ("mean CIEDE2000 between corresponding places", alone.mean(), album.mean()),
        ("the best series", alone.min(), album.min()),
        ("the worst series", alone.max(), album.max()),
        (
            "mean chroma",
            np.mean([m.chroma_alone for m in found]),
            np.mean([m.chroma_album for m in found]),
        ),
        ("photos by chance: mean CIEDE2000 to their own colours", *chance),
    )
    lines = ["| | one by one | `--consistent` |", "| --- | --- | --- |"]
    lines += [f"| {words} | {one:.2f} | {other:.2f} |" for words, one, other in rows]
    ratio = album.mean() / alone.mean()
    lines.append(f"\n{len(found)} series, {colorizer.spec.name} {colorizer.spec.version}: ")
    os.write(1, ("\n".join(lines) + f"{ratio:.0%} of the difference is left.\n").encode())


if __name__ == "__main__":
    main()
