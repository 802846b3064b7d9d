"""How many prints of made-up pages are found, and what a large page costs.

    python tests/benchmarks/bench_scans.py                          # the table of docs/scans.md
    python tests/benchmarks/bench_scans.py --seed 7 --dpi 75 300
    python tests/benchmarks/bench_scans.py --photos "folder/*.jpg"  # other pictures on the prints
    python tests/benchmarks/bench_scans.py --cost                   # time and memory at 1,200 dpi

A print counts as found where a frame and it have an intersection over union of 0.95: of its
visible part, each side with its border or without where no edge of it shows.
"""

# ruff: noqa: T201

from __future__ import annotations

import argparse
import glob
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import cv2
import numpy as np

from core.photo.cut import cut_photo
from core.photo.frame import Frame
from core.photo.photo import Photo
from core.photo.read import read_photo
from core.photo.write import write_photo
from core.scans.find import find_prints
from tests.scan_pages.draw import draw
from tests.scan_pages.layout import split_pages
from tests.scan_pages.photos import NAMES
from tests.scan_pages.plan import Page
from tests.scan_pages.truth import truths
from tests.scan_pages.whole import whole_pages

ENOUGH = 0.95
_INCH = 25.4


def main() -> None:
    """Run what the command line says and print it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--dpi", type=float, nargs="+", default=[75, 300])
    parser.add_argument("--count", type=int, default=60, help="pages of each of the two kinds")
    parser.add_argument("--grey", action="store_true", help="every page scanned in grey")
    parser.add_argument("--photos", help="a glob of other pictures for the prints")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--cost", action="store_true", help="time and memory of one large page")
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(cost_of(options.one)))
        return
    if options.cost:
        cost()
        return
    subjects = tuple(sorted(glob.glob(options.photos))) if options.photos else NAMES  # noqa: PTH207
    for dpi in options.dpi:
        print(f"\nseed {options.seed}, {dpi:g} dpi{', grey' if options.grey else ''}\n")
        table(options, dpi, subjects)


def table(options: argparse.Namespace, dpi: float, subjects: tuple[str, ...]) -> None:
    """Found prints by ground and layout, and pages wrongly split by kind."""
    drawn = (options.seed, options.count, subjects)
    pages = split_pages(*drawn) + whole_pages(*drawn)
    if options.grey:
        pages = [replace(page, grey=True) for page in pages]
    good: Counter[str] = Counter()
    total: Counter[str] = Counter()
    with ProcessPoolExecutor(options.processes) as pool:
        for page, answers in zip(pages, pool.map(partial(judge, dpi=dpi), pages), strict=True):
            for key in _keys(page):
                good[key] += sum(answers)
                total[key] += len(answers)
    print("| | right | of | |\n| --- | --- | --- | --- |")
    for key in total:
        print(f"| {key} | {good[key]} | {total[key]} | {100 * good[key] / total[key]:.1f} % |")


def _keys(page: Page) -> Iterator[str]:
    if page.truth == "split":
        _, ground, style, _ = page.name.split("-")
        yield from ("prints found", f"on {ground}", f"laid {style}")
    else:
        yield from ("pages not split", f"not split: {page.name.split('-')[1]}")


def judge(page: Page, dpi: float) -> list[bool]:
    """Whether each print was found; of a page that must not be split, whether it was not."""
    cv2.setNumThreads(1)
    frames = find_prints(draw(page, dpi))
    if page.truth == "whole":
        return [len(frames) <= page.pieces]
    return found(page, frames, dpi)


def found(page: Page, frames: list[Frame], dpi: float) -> list[bool]:
    """Whether each print of a page has a frame of its own."""
    left = [frame.scaled(_INCH / dpi).corners().astype(np.float32) for frame in frames]
    answers = []
    for truth in truths(page):
        ious = [truth.iou(corners) for corners in left]
        best = int(np.argmax(ious)) if ious else -1
        answers.append(best >= 0 and ious[best] >= ENOUGH)
        if answers[-1]:
            del left[best]
    return answers


def cost() -> None:
    """A page of 216 x 297 mm at 1,200 dpi, 8-bit grey: found, cut and written."""
    page = next(p for p in split_pages(3, 60) if (p.width, p.height) == (216, 297))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.tif"
        write_photo(Photo(draw(page, 1200, grey=True)), path)
        command = [sys.executable, __file__, "--one", str(path)]
        facts = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    print(", ".join(f"{name}: {value}" for name, value in facts.items()))


def cost_of(path: Path) -> dict[str, float | int]:
    """Seconds and megabytes; processor seconds say what another load on the machine did not."""
    start = time.perf_counter()
    photo = read_photo(path)
    read = time.perf_counter()
    frames = find_prints(photo.pixels)
    seen = time.perf_counter()
    for number, frame in enumerate(frames):
        write_photo(cut_photo(photo, frame), path.with_name(f"{number}.tif"))
    end = time.perf_counter()
    return {
        "megapixels": round(photo.megapixels),
        "prints": len(frames),
        "seconds to read": round(read - start, 1),
        "to find": round(seen - read, 1),
        "to cut and write": round(end - seen, 1),
        "in all": round(end - start, 1),
        "of the processor": round(time.process_time(), 1),
        "on cores": len(os.sched_getaffinity(0)),
        "peak MB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


if __name__ == "__main__":
    main()
