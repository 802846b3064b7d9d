"""What the grid of results costs with 10,000 jobs: first paint, scrolling, memory.

::

    python tests/benchmarks/bench_review.py [--jobs 10000]

A queue of so many done jobs over a few real pairs of files is shown in the grid, in a process of
its own without a screen. Seconds until the first screenful is painted (with grey squares, and with
its pictures), milliseconds for each step of scrolling from top to end, and megabytes.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

import numpy as np
from PySide6.QtWidgets import QApplication

from core.photo.photo import Photo
from core.photo.write import write_photo
from core.queue.job import IfExists, Job, JobSettings, JobState
from desktop.background.pool import Tasks
from desktop.background.thumbnails import Thumbnails
from desktop.queue.widgets.review_delegate import SIDE
from desktop.queue.widgets.review_page import ReviewPage

_PAIRS = 200
_STEPS = 300


def main() -> None:
    """Print the table of ``docs/album.md``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jobs", type=int, default=10_000)
    options = parser.parse_args()
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        jobs = _jobs(Path(folder), options.jobs)
        before = _megabytes()
        tasks = Tasks(threads=1)
        page = ReviewPage(Thumbnails(tasks, SIDE, square=False))
        page.resize(1240, 820)
        start = time.perf_counter()
        page.show_jobs(jobs)
        page.show()
        app.processEvents()
        page.grab()
        grey = time.perf_counter() - start
        while tasks.busy:
            app.processEvents()
        page.grab()
        pictures = time.perf_counter() - start
        steps = _scrolled(app, page)
        while tasks.busy:
            app.processEvents()
        rows = (
            ("first screen, grey squares", f"{grey:.2f} s"),
            ("first screen, with its pictures", f"{pictures:.2f} s"),
            ("a step of scrolling, median", f"{1000 * statistics.median(steps):.1f} ms"),
            ("a step of scrolling, 99 of 100 below", f"{1000 * sorted(steps)[-4]:.1f} ms"),
            ("memory for it, at most", f"{_megabytes() - before:.0f} MB"),
        )
        lines = [f"| {options.jobs:,} jobs | |", "| --- | --- |"]
        lines += [f"| {words} | {figure} |" for words, figure in rows]
        os.write(1, ("\n".join(lines) + "\n").encode())
        tasks.close()
        page.close()


def _jobs(folder: Path, number: int) -> list[Job]:
    rng = np.random.default_rng(1)
    pairs = []
    for n in range(_PAIRS):
        rgb = rng.integers(0, 255, (40, 60, 3), np.uint8).repeat(20, 0).repeat(20, 1)
        before = write_photo(Photo(rgb[..., 0]), folder / f"{n}.jpg")
        pairs.append((before, write_photo(Photo(rgb), folder / f"{n}_color.jpg")))
    settings = JobSettings()
    return [
        Job(
            i, *pairs[i % _PAIRS], settings, IfExists.CHANGED, JobState.DONE, float(i),
            confidence=float(rng.uniform()),
        )
        for i in range(number)
    ]  # fmt: skip


def _scrolled(app: QApplication, page: ReviewPage) -> list[float]:
    """Seconds of each step from the top to the end, as the window would paint them."""
    bar, steps = page.grid.verticalScrollBar(), list[float]()
    for step in range(_STEPS):
        start = time.perf_counter()
        bar.setValue(bar.maximum() * step // _STEPS)
        app.processEvents()
        page.grid.viewport().grab()
        steps.append(time.perf_counter() - start)
    return steps


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
