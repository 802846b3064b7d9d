"""How long the command line takes to answer: the median of several starts, and bare Python's."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
STARTS = 9


def median_ms(*arguments: str) -> float:
    """Median wall-clock time of a start, in milliseconds."""
    times = []
    for _ in range(STARTS):
        start = time.perf_counter()
        subprocess.run([sys.executable, *arguments], cwd=ROOT, check=True, capture_output=True)
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times)


def main() -> None:
    """Print one line for each command."""
    bare = median_ms("-c", "pass")
    for command in ("--version", "--help"):
        taken = median_ms("-m", "core.cli", command)
        print(f"autochrome {command}: {taken:.0f} ms, Python alone {bare:.0f} ms")  # noqa: T201


if __name__ == "__main__":
    main()
