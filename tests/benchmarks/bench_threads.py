"""What numpy's own threads cost or save: rendering with one for each core, and with one alone.

The two are processes of their own, in turn, so that other work of the machine falls on both. 1.0
means that nothing of `core.colorize.render` goes through numpy's BLAS. On a machine that is busy
otherwise a BLAS with a thread for each core once cost five times the processor time.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

import cv2
import numpy as np

from core.colorize.render import compose
from core.photo.photo import Photo

ROOT = Path(__file__).parents[2]
ROUNDS = 5


def render() -> None:
    """Print wall-clock and processor seconds of 6 megapixels, grey, 8 bits."""
    rng = np.random.default_rng(0)
    grey = cv2.GaussianBlur(rng.integers(0, 256, (2000, 3000), dtype=np.uint8), (0, 0), 8)
    chroma = 3 * cv2.GaussianBlur(rng.normal(0, 60, (64, 96, 2)).astype(np.float32), (0, 0), 3)
    photo = Photo(np.asarray(grey, np.uint8))
    ab = np.ascontiguousarray(np.moveaxis(chroma, -1, 0), np.float32)
    compose(photo, ab)  # tables and caches
    start = time.perf_counter(), time.process_time()
    compose(photo, ab)
    print(time.perf_counter() - start[0], time.process_time() - start[1])  # noqa: T201


def seconds(**environment: str) -> np.ndarray:
    """Of `render` in a process with this environment: (2,)."""
    inherited = {name: value for name, value in os.environ.items() if "_NUM_THREADS" not in name}
    command = [sys.executable, __file__, "--inside"]
    done = subprocess.run(
        command, env=inherited | environment, cwd=ROOT, check=True, capture_output=True, text=True
    )
    return np.array(done.stdout.split(), float)


def main() -> None:
    """Print the median ratios."""
    if sys.argv[1:] == ["--inside"]:
        render()
        return
    pairs = [(seconds(), seconds(OPENBLAS_NUM_THREADS="1")) for _ in range(ROUNDS)]
    wall, cpu = (statistics.median(many[i] / one[i] for many, one in pairs) for i in range(2))
    print(f"default threads / one thread: {wall:.2f} in time, {cpu:.2f} in processor time")  # noqa: T201


if __name__ == "__main__":
    main()
