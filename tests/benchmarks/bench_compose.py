"""How long a colorization takes at full size, how much memory it needed, and whether L* was kept.

::

    python tests/benchmarks/bench_compose.py --megapixels 50 --depth 16
    python tests/benchmarks/bench_compose.py --megapixels 12 --depth 8 --format jpeg --to avif

A grey-toned photo is made, written, and then read, colorized, rendered and written by a process of
its own, whose peak is what is printed.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import cv2
import numpy as np
from skimage import data

from core.color import rgb_to_L
from core.colorize.colorizer import Colorizer
from core.colorize.look import Look
from core.photo.photo import Photo
from core.photo.read import read_photo
from core.photo.write import write_photo

FORMATS = ("tiff", "png", "jpeg", "webp", "avif")


def make(target: Path, megapixels: float, depth: int, channels: int) -> None:
    """A photo of so many megapixels, 3:2, with grain."""
    height = round((megapixels * 1e6 / 1.5) ** 0.5)
    size = (round(height * 1.5), height)
    code = 257 if depth == 16 else 1
    grey = cv2.resize(data.camera()[:342], size, interpolation=cv2.INTER_CUBIC)
    noise = np.random.default_rng(0).integers(-6, 7, (512, 512), dtype=np.int16)
    tiles = np.tile(noise, (height // 512 + 1, size[0] // 512 + 1))[:height, : size[0]]
    grey = np.clip(grey + tiles, 0, 255).astype(np.uint16 if depth == 16 else np.uint8) * code
    write_photo(Photo(grey if channels == 1 else np.dstack([grey] * 3)), target)


def work(source: Path, target: Path, model: Path | None, look: Look) -> None:
    """Read, colorize, render, write; prints the time of each and the peak."""
    clock = [(time.perf_counter(), time.process_time())]

    def lap(name: str) -> None:
        clock.append((time.perf_counter(), time.process_time()))
        wall, cpu = np.subtract(clock[-1], clock[-2])
        print(f"{name} {wall:.2f} s (cpu {cpu:.2f} s)", end=", ")  # noqa: T201

    colorizer = Colorizer(model, device="cpu")
    lap("open model")
    photo = read_photo(source)
    lap("read")
    colorization = colorizer.colorize(photo)
    lap("colorize")
    result = colorization.render(look)
    lap("render")
    write_photo(result, target)
    lap("write")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak of the process {peak:.0f} MB")  # noqa: T201
    print(f"|dL*| {drift(photo, result)}; as written {drift(photo, read_photo(target))}")  # noqa: T201


def drift(photo: Photo, result: Photo) -> str:
    """How far the lightness of every eighth strip of 64 rows is off."""
    drifts = [
        np.abs(rgb_to_L(result.pixels[i : i + 64]) - rgb_to_L(photo.pixels[i : i + 64]))
        for i in range(0, photo.height, 512)
    ]
    mean, worst = np.mean([d.mean() for d in drifts]), max(d.max() for d in drifts)
    return f"mean {mean:.4f}, max {worst:.3f}"


def main() -> None:
    """Make the photo, then start the process that is measured."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--megapixels", type=float, default=50)
    parser.add_argument("--depth", type=int, choices=(8, 16), default=16)
    parser.add_argument("--channels", type=int, choices=(1, 3), default=3)
    parser.add_argument("--format", choices=FORMATS, default="tiff", help="of the photo")
    parser.add_argument("--to", choices=FORMATS, help="of the result; default: the photo's")
    parser.add_argument("--saturation", type=float, default=1.0)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--inside", nargs=2, type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        source, target = options.inside
        work(source, target, options.model, Look(saturation=options.saturation))
        return
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"a.{options.format}"
        target = Path(folder) / f"b.{options.to or options.format}"
        make(source, options.megapixels, options.depth, options.channels)
        command = [sys.executable, __file__, *sys.argv[1:], "--inside", str(source), str(target)]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
