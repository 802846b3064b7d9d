"""How the cost of a photo grows with its megapixels, in a process of its own.

::

    python tests/benchmarks/bench_growth.py                 # 1 to 200 megapixels
    python tests/benchmarks/bench_growth.py --megapixels 12

``autochrome colorize`` on grey JPEGs, and the floor of `bench_floor` in a process of its own too:
wall-clock seconds of both, in turn, and the most memory that each held. How a queue grows with its
jobs and its workers: ``bench_batch.py --part overhead --jobs N``, ``--part scaling``.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench_compose import make
from ratios import ROOT, environment, ratio_of

MEGAPIXELS = (1, 3, 12, 50, 200)
TURNS = 5
#: Both say their time and their peak (VmHWM: what this process held; a child's maximum resident set
#: begins with its parent's) once they have ended.
_WRAPPED = """
import sys, time
from pathlib import Path
start = time.perf_counter()
{work}
seconds = time.perf_counter() - start
lines = Path("/proc/self/status").read_text().splitlines()
peak = next(line.split()[1] for line in lines if line.startswith("VmHWM"))
print(seconds, peak, file=sys.stderr)
"""
_OURS = """
from core.cli import main
main(["colorize", sys.argv[1], "-o", sys.argv[2], "--overwrite"])
"""
_FLOOR = """
import pyvips
from core.photo.encode import codec_options
grey = pyvips.Image.new_from_file(sys.argv[1]).copy_memory()
image = grey.bandjoin([grey, grey]).copy(interpretation="srgb")
image.write_to_file(sys.argv[2], **codec_options(image, "jpeg", 92, 8))
"""


def measured(work: str, source: Path, target: Path) -> tuple[float, float]:
    """Seconds, from the first import to the written file, and the peak in MB."""
    command = [sys.executable, "-c", _WRAPPED.format(work=work), str(source), str(target)]
    done = subprocess.run(
        command, cwd=ROOT, env=environment(), check=True, capture_output=True, text=True
    )
    seconds, peak = done.stderr.split()[-2:]
    return float(seconds), float(peak) / 1024


def main(arguments: Sequence[str] | None = None) -> None:
    """Print one line for each size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--megapixels", type=float, action="append")
    options = parser.parse_args(arguments)
    print("| photo | Autochrome | floor | ratio | memory | floor's |")  # noqa: T201
    print("| ---: | ---: | ---: | ---: | ---: | ---: |")  # noqa: T201
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for megapixels in options.megapixels or MEGAPIXELS:
            source, target = folder / "a.jpg", folder / "b.jpg"
            make(source, megapixels, 8, 1)
            turns = [
                (measured(_OURS, source, target), measured(_FLOOR, source, target))
                for _ in range(TURNS)
            ]
            row = ratio_of("", [(ours[0], floor[0]) for ours, floor in turns])
            ours_mb, floor_mb = (max(one[1] for one in side) for side in zip(*turns, strict=True))
            print(  # noqa: T201
                f"| {megapixels:g} MP | {row.ours_s:.2f} s | {row.floor_s:.2f} s | {row.ratio:.1f} "
                f"| {ours_mb:,.0f} MB | {floor_mb:,.0f} MB |",
                flush=True,
            )
            source.unlink()


if __name__ == "__main__":
    main()
