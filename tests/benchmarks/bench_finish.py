"""Which upsampling of chroma is closest to the truth? A Markdown table, smaller errors first.

The true a*, b* of colour photos are averaged down to what a network of a given size returns (a
quarter of its sides) and upsampled again with the photo's own L*::

    python tests/benchmarks/bench_finish.py                         # scikit-image's photos
    python tests/benchmarks/bench_finish.py FOLDER --network 128 64 --limit 200
    python tests/benchmarks/bench_finish.py --sweep                 # the chosen method's constants
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

import cv2
import numpy as np
import skimage
from skimage.color import deltaE_ciede2000

from core.color import F32, rgb_to_lab
from core.colorize.upsample import ChromaField, Taps, chroma_at
from core.photo.read import read_photo
from core.resize import resize_area

SAMPLES = (
    "astronaut.png",
    "chelsea.png",
    "coffee.png",
    "color.png",
    "hubble_deep_field.jpg",
    "ihc.png",
    "motorcycle_left.png",
    "retina.jpg",
    "rocket.jpg",
)
#: rgb (H, W, 3), L (H, W), low-resolution ab (h, w, 2) -> ab (H, W, 2)
Method = Callable[[np.ndarray, F32, F32], F32]


def resized(method: int) -> Method:
    """One of OpenCV's interpolations."""

    def enlarged(_: np.ndarray, L: F32, ab: F32) -> F32:
        return np.asarray(cv2.resize(ab, L.shape[::-1], interpolation=method), np.float32)

    return enlarged


def box(image: F32, radius: int) -> F32:
    """The mean of a square of ``2 radius + 1`` pixels a side; edges are mirrored."""
    side = 2 * radius + 1
    blurred = cv2.blur(image, (side, side), borderType=cv2.BORDER_REFLECT_101)
    return np.asarray(blurred, np.float32)


def guided(share: float) -> Method:
    """He's guided filter over bicubic; its radius is ``share`` low-resolution pixels."""
    bicubic = resized(cv2.INTER_CUBIC)

    def method(_: np.ndarray, L: F32, ab: F32) -> F32:
        radius = max(1, round(share * L.shape[0] / ab.shape[0]))
        ab = bicubic(_, L, ab)

        def mean(image: F32) -> F32:
            return box(image, radius)

        mean_L, mean_ab = mean(L), mean(ab)
        cov = mean(ab * L[..., None]) - mean_ab * mean_L[..., None]
        slope = cov / (mean(L * L) - mean_L**2 + 20)[..., None]
        return mean(slope) * L[..., None] + mean(mean_ab - slope * mean_L[..., None])

    return method


def fast_guided(radius: int) -> Method:
    """He and Sun's fast guided filter: all of the chroma from coefficients at low resolution."""
    bilinear = resized(cv2.INTER_LINEAR)

    def method(_: np.ndarray, L: F32, ab: F32) -> F32:
        def mean(image: F32) -> F32:
            return box(image, radius)

        low = resize_area(L, *ab.shape[:2])[..., None]
        mean_L, mean_ab = mean(low)[..., None], mean(ab)
        slope = (mean(ab * low) - mean_ab * mean_L) / (mean(low * low)[..., None] - mean_L**2 + 20)
        both = mean(np.dstack((slope, mean_ab - slope * mean_L)))
        both = bilinear(_, L, both)
        return both[..., :2] * L[..., None] + both[..., 2:]

    return method


def chosen(rgb: np.ndarray, L: F32, ab: F32) -> F32:
    """What `core.colorize.render` does."""
    field = ChromaField.of(rgb, np.moveaxis(ab, -1, 0))
    rows, columns = ((np.arange(side) + 0.5) / side for side in L.shape)
    across = field.across(columns)
    return np.moveaxis(chroma_at(across, Taps.at(rows, across.shape[1]), L), 0, -1)


METHODS: dict[str, Method] = {
    "nearest": resized(cv2.INTER_NEAREST),
    "bilinear": resized(cv2.INTER_LINEAR),
    "bicubic": resized(cv2.INTER_CUBIC),
    "**bicubic + narrow guided detail** (ours)": chosen,
    "guided filter, narrow (radius 0.5 px of ab)": guided(0.5),
    "guided filter, wide (radius 4 px of ab)": guided(4),
    "fast guided filter, radius 1 px of ab": fast_guided(1),
    "fast guided filter, radius 4 px of ab": fast_guided(4),
}


def with_constants(**constants: float) -> Method:
    """`chosen`, with some of `core.colorize.upsample`'s constants changed."""

    def method(rgb: np.ndarray, L: F32, ab: F32) -> F32:
        with patch.multiple("core.colorize.upsample", **dict[str, Any](constants)):
            return chosen(rgb, L, ab)

    return method


SWEEP: dict[str, Method] = {
    "as chosen": chosen,
    **{f"window sigma {s}": with_constants(_WINDOW_SIGMA=s) for s in (0.45, 0.8, 1.0, 1.5)},
    **{f"noise of L* {n}": with_constants(_NOISE_L=n) for n in (1.0, 2.0, 10.0, 30.0)},
    **{f"noise of ab {n}": with_constants(_NOISE_AB=n) for n in (0.1, 4.0, 16.0)},
    **{f"refinements {n}": with_constants(_REFINEMENTS=n) for n in (0, 1, 3)},
    **{f"Keys' a {a}": with_constants(_KEYS_A=a) for a in (-0.5, -1.0)},
}


def photos(folder: Path | None, limit: int) -> Iterator[np.ndarray]:
    """RGB photos, spread evenly over the folder's names."""
    if folder is None:
        paths = [Path(skimage.__file__).parent / "data" / name for name in SAMPLES]
    else:
        paths = sorted(path for path in folder.iterdir() if path.is_file())
    for path in paths[:: max(1, len(paths) // limit)][:limit]:
        pixels = read_photo(path).pixels
        if pixels.ndim == 3:
            yield pixels


def errors(rgb: np.ndarray, network: int, methods: dict[str, Method]) -> np.ndarray:
    """Mean deltaE2000 and PSNR of ab (peak 255) of each method, (M, 2)."""
    lab = rgb_to_lab(rgb)
    L, ab = np.ascontiguousarray(lab[..., 0]), np.ascontiguousarray(lab[..., 1:])
    scale = network / 4 / min(L.shape)
    low = resize_area(ab, *(max(2, round(side * scale)) for side in L.shape))
    rows = []
    for method in methods.values():
        got = method(rgb, L, low)
        psnr = 10 * np.log10(255**2 / max(np.square(got - ab).mean(), 1e-9))
        rows.append((deltaE_ciede2000(lab, np.dstack((L, got))).mean(), psnr))
    return np.array(rows)


def main() -> None:
    """Print the table of each network size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, help="of colour photos")
    parser.add_argument("--network", nargs="+", type=int, default=[256, 64], metavar="SIZE")
    parser.add_argument("--limit", type=int, default=100, help="photos; default %(default)s")
    parser.add_argument("--sweep", action="store_true", help="constants instead of methods")
    options = parser.parse_args()
    methods = SWEEP if options.sweep else METHODS
    for network in options.network:
        table = [errors(rgb, network, methods) for rgb in photos(options.folder, options.limit)]
        mean = np.mean(table, axis=0)
        print(f"\n{len(table)} photos, network {network} (ab of {network // 4})\n")  # noqa: T201
        print("| method | deltaE2000 | PSNR of ab |\n| --- | ---: | ---: |")  # noqa: T201
        for name, (delta, psnr) in zip(methods, mean, strict=True):
            print(f"| {name} | {delta:.3f} | {psnr:.2f} dB |")  # noqa: T201


if __name__ == "__main__":
    main()
