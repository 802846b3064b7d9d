"""How long exported models take for one picture on the CPU, and each against the first.

::

    python tests/benchmarks/bench_network.py resources/model/colorizer.onnx older.onnx --threads 2

The models take turns in one run, so that whatever else the machine does weighs on all; the median
of the turns, and the median of the turns' ratios.
"""

# ruff: noqa: T201

from __future__ import annotations

import argparse
import statistics
import time
from pathlib import Path

from core.inference.model_file import load_model_spec
from core.inference.session import Session, open_session, run_once


def seconds(session: Session, size: int) -> float:
    """Of the second of two runs: the first one brings its weights into the caches again."""
    run_once(session.inference, session.spec, size)
    begin = time.perf_counter()
    run_once(session.inference, session.spec, size)
    return time.perf_counter() - begin


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("models", type=Path, nargs="+", metavar="X.onnx")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--size", type=int, default=256, help="sides of a square picture (256)")
    parser.add_argument("--turns", type=int, default=25)
    args = parser.parse_args()
    sessions = [open_session(load_model_spec(p), "cpu", threads=args.threads) for p in args.models]
    turns = [[seconds(s, args.size) for s in sessions] for _ in range(args.turns + 1)][1:]
    print("| model | ms | of the first |\n| --- | --- | --- |")
    for path, times, ratios in zip(
        args.models,
        zip(*turns, strict=True),
        zip(*([own / turn[0] for own in turn] for turn in turns), strict=True),
        strict=True,
    ):
        print(
            f"| {path} | {statistics.median(times) * 1e3:.1f} | {statistics.median(ratios):.2f} |"
        )


if __name__ == "__main__":
    main()
