"""Two pieces of work that take turns, and the ratio of their times: what a benchmark here reports.

Whatever else the machine does falls on both; the ratio is the median of the turns' ratios.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import onnxruntime as ort
import pyvips

ROOT = Path(__file__).parents[2]
TURNS = 7


@dataclass(frozen=True)
class Row:
    """Some work and its floor: medians in seconds, and the median of their ratios."""

    work: str
    ours_s: float
    floor_s: float
    ratio: float


def timed(work: Callable[[], object]) -> float:
    """Wall-clock seconds."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def compared(
    name: str, ours: Callable[[], object], floor: Callable[[], object], turns: int = TURNS
) -> Row:
    """Both in turn, after one turn of each that is not counted."""
    ours(), floor()
    return ratio_of(name, [(timed(ours), timed(floor)) for _ in range(turns)])


def ratio_of(name: str, turns: list[tuple[float, float]]) -> Row:
    """Of seconds that were measured elsewhere: ours and the floor's of each turn."""
    ours_s, floor_s = (statistics.median(times) for times in zip(*turns, strict=True))
    return Row(name, ours_s, floor_s, statistics.median(a / b for a, b in turns))


def environment() -> dict[str, str]:
    """For a process of its own, as it is started by its user: with compiled modules kept."""
    return {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


def machine() -> dict[str, Any]:
    """What the figures hang on."""
    libraries = (np, ort, pyvips, cv2)
    return {
        "machine": platform.platform(),
        "processors": os.cpu_count(),
        "python": platform.python_version(),
        "libvips": ".".join(str(pyvips.version(part)) for part in range(3)),
        "versions": {library.__name__: library.__version__ for library in libraries},
    }


def report(script: str, what: str, rows: Callable[[Path], Iterator[Row]]) -> None:
    """Print a table of the rows, and write them as JSON with what they hang on.

    Args:
        script: ``__file__`` of the benchmark.
        what: its docstring.
        rows: makes them, given a folder for its files.
    """
    parser = argparse.ArgumentParser(description=what.splitlines()[0])
    kept = ROOT / "build/benchmarks" / f"{Path(script).stem}.json"
    parser.add_argument("--json", type=Path, default=kept, help="where the medians are written")
    options = parser.parse_args()
    print("| work | Autochrome | floor | ratio |\n| --- | ---: | ---: | ---: |", flush=True)  # noqa: T201
    done = []
    with tempfile.TemporaryDirectory() as folder:
        for row in rows(Path(folder)):
            line = f"| {row.work} | {row.ours_s:.2f} s | {row.floor_s:.2f} s | {row.ratio:.2f} |"
            print(line, flush=True)  # noqa: T201
            done.append(asdict(row))
    peak = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    options.json.parent.mkdir(parents=True, exist_ok=True)
    content = {**machine(), "rows": done, "peak_mb": peak}
    options.json.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
