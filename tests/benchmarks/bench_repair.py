"""What the repair of a large photo costs, from the open photo to the repaired one.

    python tests/benchmarks/bench_repair.py --megapixels 12
    python tests/benchmarks/bench_repair.py --megapixels 50 --scratches 200

Processor seconds are of all threads together: on two cores that are free, half of it.
"""

# ruff: noqa: T201

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import cv2
import numpy as np
from skimage import data

from core.files.peak_memory import peak_memory_mb
from core.photo.decode import Pixels
from core.photo.photo import Photo
from core.repair.repair import bundled_repairer


def scan(megapixels: float, scratches: int) -> Pixels:
    """A grey photo (H, W), 3:2, with grain and white scratches of a few pixels."""
    height = round((megapixels * 1e6 / 1.5) ** 0.5)
    size, rng = (round(1.5 * height), height), np.random.default_rng(1)
    grey = cv2.cvtColor(data.astronaut()[:340], cv2.COLOR_RGB2GRAY)
    photo: Pixels = cv2.resize(grey, size, interpolation=cv2.INTER_CUBIC).astype(np.uint8)
    for top in range(0, height, 256):
        rows = photo[top : top + 256]
        rows[:] = np.clip(rng.normal(rows, 3), 0, 255).astype(np.uint8)
    for _ in range(scratches):
        start = rng.integers(0, size)
        end = start + rng.integers(-height // 6, height // 6, 2)
        width = int(rng.integers(2, 9))
        cv2.line(photo, start.tolist(), end.tolist(), 250, width, cv2.LINE_AA)
    return photo


def main() -> None:
    """Run what the command line says and print it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--megapixels", type=float, default=12)
    parser.add_argument("--scratches", type=int, default=40)
    asked = parser.parse_args()
    photo, repairer = Photo(scan(asked.megapixels, asked.scratches)), bundled_repairer()
    before, wall, busy = peak_memory_mb(), time.perf_counter(), time.process_time()
    repair = repairer.repair(photo)
    wall, busy = time.perf_counter() - wall, time.process_time() - busy
    print(f"{photo.megapixels:.0f} megapixels, {repair.share:.2%} repaired")
    print(f"{wall:.1f} s, {busy:.1f} s of the processors")
    print(f"at most {peak_memory_mb():.0f} MB, {before:.0f} MB before")


if __name__ == "__main__":
    main()
