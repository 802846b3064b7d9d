"""What a fixed square costs, and which way into it costs least: prints a table of docs/models.md.

    python -m tests.models.measure_fit [FOLDER]

This program's own network is put into a wrapper that takes squares of one size alone, as many
exports do. Each photo's luminance goes through it squashed, padded and in tiles, and beside that
as the network is meant to be used. What comes out is laid over the photo at full size and compared
with its own colours. Without a folder of colour photos: those that skimage brings.
"""

# ruff: noqa: T201

from __future__ import annotations

import argparse
import math
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from skimage import data
from skimage.color import deltaE_ciede2000

from core.color import F32, rgb_to_lab
from core.colorize.network_input import network_L, network_shape
from core.colorize.render import compose
from core.inference.fit import Fit, run_fitted
from core.inference.model_spec import bundled_model
from core.inference.network import Network
from core.inference.session import open_model
from core.photo.photo import Photo
from core.photo.read import read_photo

SIDES = (256, 512)
#: Larger photos show no other colours and take long.
LARGEST = 4_000_000
Way = Callable[[Photo], F32]


def photos(folder: Path | None, most: int) -> Iterator[Photo]:
    """Colour photos: of a folder, or those that everybody has."""
    if folder is not None:
        endings = {".jpg", ".png", ".avif", ".tif", ".webp"}
        paths = sorted(path for path in folder.rglob("*") if path.suffix in endings)
        for path in paths[:: max(1, len(paths) // most)]:
            yield read_photo(path)
        return
    astronaut, coffee, cat = data.astronaut(), data.coffee(), data.chelsea()
    # shapes that photos have: a postcard, a panorama, a portrait
    shapes = (astronaut[:, 80:400], astronaut[20:300], coffee[100:300], cat[:, 100:250])
    for pixels in (astronaut, coffee, cat, *shapes):
        yield Photo(np.ascontiguousarray(pixels))


def cut(photo: Photo, shape: float) -> Photo:
    """The middle of a photo, ``shape`` times as long as high."""
    height = min(photo.height, round(photo.width / shape))
    width = min(photo.width, round(height * shape))
    top, left = (photo.height - height) // 2, (photo.width - width) // 2
    pixels = photo.pixels[top : top + height, left : left + width]
    return Photo(np.ascontiguousarray(pixels))


def through_square(network: Network, side: int, fit: Fit) -> Way:
    """The network behind a wrapper that takes ``side`` x ``side`` alone."""
    fixed = (side, side)

    def way(photo: Photo) -> F32:
        L = network_L(photo.pixels, *fit.shape(photo.height, photo.width, fixed))
        return run_fitted(L, fixed, lambda picture, _part: network.answer(picture).ab)

    return way


def error(photo: Photo, way: Way) -> tuple[float, float, float]:
    """Mean CIEDE2000 of the whole result, mean error of chroma, and seconds."""
    begin = time.perf_counter()
    ab = way(photo)
    seconds = time.perf_counter() - begin
    lab = rgb_to_lab(compose(photo, ab).pixels)
    truth = rgb_to_lab(photo.pixels)
    off = deltaE_ciede2000(truth.astype(float), lab.astype(float))
    chroma = np.hypot(lab[..., 1], lab[..., 2]) - np.hypot(truth[..., 1], truth[..., 2])
    return float(off.mean()), float(chroma.mean()), seconds


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--most", type=int, default=200, help="photos of the folder (200)")
    parser.add_argument("--shape", type=float, help="cut each to so many times as long as high")
    parser.add_argument("--sides", type=int, nargs="+", default=SIDES, help="of the square")
    args = parser.parse_args()
    session = open_model(bundled_model(), "cpu")
    spec, network = session.spec, session.network
    ways: dict[str, Way] = {}
    for side in args.sides:
        size = replace(spec, default_size=side)
        ways[f"free, short side {side}"] = lambda photo, size=size, side=side: (
            network.answer(  # type: ignore[misc]
                network_L(photo.pixels, *network_shape(photo.height, photo.width, side, size))
            ).ab
        )
        for fit in (Fit.SQUASH, Fit.PAD, Fit.TILES):
            ways[f"{fit}, {side} x {side}"] = through_square(network, side, fit)
    found: dict[str, list[tuple[float, float, float]]] = {name: [] for name in ways}
    shapes = []
    for photo in photos(args.folder, args.most):
        if photo.pixels.ndim != 3 or photo.pixels.size > 3 * LARGEST:
            continue
        photo = cut(photo, args.shape) if args.shape else photo  # noqa: PLW2901
        shapes.append(max(photo.width, photo.height) / min(photo.width, photo.height))
        for name, way in ways.items():
            found[name].append(error(photo, way))
    print(f"{len(shapes)} photos, long side {_mean(shapes):.2f} times the short one\n")
    print("| way | CIEDE2000 | ± | chroma | ms |\n| --- | --- | --- | --- | --- |")
    for name, each in found.items():
        off, chroma, seconds = (np.array(values) for values in zip(*each, strict=True))
        deviation = off.std(ddof=1) / math.sqrt(len(off))
        figures = f"{off.mean():.2f} | {deviation:.2f} | {chroma.mean():+.1f}"
        print(f"| {name} | {figures} | {seconds.mean() * 1000:.0f} |")
    sides = args.sides
    base = {side: np.array([e[0] for e in found[f"squash, {side} x {side}"]]) for side in sides}
    for side in sides:
        for fit in (Fit.PAD, Fit.TILES):
            apart = np.array([e[0] for e in found[f"{fit}, {side} x {side}"]]) - base[side]
            error_of = apart.std(ddof=1) / math.sqrt(len(apart))
            print(f"{fit} less squash at {side}: {apart.mean():+.2f} ± {error_of:.2f}")


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


if __name__ == "__main__":
    main()
