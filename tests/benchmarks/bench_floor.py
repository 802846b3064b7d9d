"""What Autochrome costs beside decoding and encoding the same photo with the same library.

::

    python tests/benchmarks/bench_floor.py                # a Markdown table
    python tests/benchmarks/bench_floor.py --json FILE    # with machine, versions and each median

A floor is the same work without us, in one process: decode, repeat the grey to three bands, encode
with the result's own options. Each takes its turn, so that other work of the machine falls on both;
the ratio is the median of the turns' ratios. Photos are grey, with grain, from scikit-image's
camera man (`tests.benchmarks.bench_compose.make`).
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import onnxruntime as ort
import pyvips

from core.colorize import strips
from core.colorize.colorizer import Colorizer
from core.colorize.render import compose
from core.inference.optimized_copy import find_copy
from core.photo.encode import _codec_options
from core.photo.read import read_photo
from core.photo.save_options import SaveOptions
from core.photo.write import write_photo

sys.path.insert(0, str(Path(__file__).parent))
from bench_compose import make

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


def compared(name: str, ours: Callable[[], object], floor: Callable[[], object]) -> Row:
    """Both in turn, after one turn of each that is not counted."""
    ours(), floor()
    turns = [(timed(ours), timed(floor)) for _ in range(TURNS)]
    ours_s, floor_s = (statistics.median(times) for times in zip(*turns, strict=True))
    return Row(name, ours_s, floor_s, statistics.median(a / b for a, b in turns))


def decode_and_encode(source: Path, target: Path) -> None:
    """The floor of a photo."""
    grey = pyvips.Image.new_from_file(str(source)).copy_memory()
    depth = 16 if grey.format == "ushort" else 8
    image = grey.bandjoin([grey, grey])
    image = image.copy(interpretation="rgb16" if depth == 16 else "srgb")
    name = {".jpg": "jpeg", ".tif": "tiff"}[target.suffix]
    image.write_to_file(str(target), **_codec_options(image, name, SaveOptions().quality, depth))


def colorize(colorizer: Colorizer, source: Path, target: Path) -> None:
    """What an open program does with a photo."""
    result = colorizer.colorize(read_photo(source)).stream()
    write_photo(result, target, overwrite=True)


def whole_process(source: Path, target: Path) -> None:
    """``autochrome colorize`` from its start to its end."""
    words = ["colorize", str(source), "-o", str(target), "--overwrite"]
    command = [sys.executable, "-m", "core.cli", *words]
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)


def create_session(copy: Path) -> None:
    """The floor of opening a model: map the optimized file and create its session."""
    options = ort.SessionOptions()
    options.graph_optimization_level = ort.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.log_severity_level = 4
    copy.read_bytes()
    ort.InferenceSession(copy, options, providers=["CPUExecutionProvider"])


def rows(folder: Path) -> Iterator[Row]:
    """Every row of the table."""
    colorizer = Colorizer(device="cpu")
    jpeg, jpeg_floor = folder / "a.jpg", folder / "floor.jpg"
    make(jpeg, 12, 8, 1)
    floor = partial(decode_and_encode, jpeg, jpeg_floor)
    yield compared(
        "12 MP JPEG, whole process", partial(whole_process, jpeg, folder / "b.jpg"), floor
    )
    ours = partial(colorize, colorizer, jpeg, folder / "b.jpg")
    yield compared("12 MP JPEG, open program", ours, floor)
    yield from finishing(colorizer, jpeg)
    yield opening(colorizer)
    tiff = folder / "a.tif"
    make(tiff, 50, 16, 1)
    ours = partial(colorize, colorizer, tiff, folder / "b.tif")
    floor = partial(decode_and_encode, tiff, folder / "floor.tif")
    yield compared("50 MP 16-bit TIFF, open program", ours, floor)


def opening(colorizer: Colorizer) -> Row:
    """Opening the bundled model beside creating a session of its optimized copy."""
    copy = find_copy(colorizer.spec.sha256)
    if copy is None:
        raise SystemExit("There is no folder to keep an optimized copy in.")
    ours = partial(Colorizer, device="cpu")
    return compared("opening the model", ours, partial(create_session, copy))


def finishing(colorizer: Colorizer, source: Path) -> Iterator[Row]:
    """One thread beside several: here more is better. The machine's own limit beside it."""
    photo = read_photo(source)
    made = colorizer.colorize(photo)

    def finish(threads: int) -> object:
        before, strips._processors = strips._processors, lambda: threads
        try:
            return compose(photo, made.ab, field=made.field)
        finally:
            strips._processors = before

    for threads in (2, 4):
        name = f"finishing 12 MP, one thread beside {threads}"
        yield compared(name, partial(finish, 1), partial(finish, threads))
    name = "the machine: two processes one after the other beside both at once"
    yield compared(name, partial(_two_processes, at_once=False), partial(_two_processes))


def _two_processes(*, at_once: bool = True) -> None:
    program = "import numpy as n; a = n.ones(1 << 15, 'f4')\nfor _ in range(30000): n.add(a, a, a)"
    command = [sys.executable, "-W", "ignore", "-c", program]
    running = []
    for _ in range(2):
        running.append(subprocess.Popen(command))
        if not at_once:
            running[-1].wait()
    for process in running:
        process.wait()


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


def main() -> None:
    """Print the table, or write it with what it hangs on."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", type=Path, help="write machine, versions and medians there")
    options = parser.parse_args()
    print("| work | ours | floor | ratio |\n| --- | --- | --- | --- |")  # noqa: T201
    done = []
    with tempfile.TemporaryDirectory() as folder:
        for row in rows(Path(folder)):
            print(f"| {row.work} | {row.ours_s:.2f} s | {row.floor_s:.2f} s | {row.ratio:.2f} |")  # noqa: T201
            done.append(asdict(row))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"Peak of this process, which holds floors and ours: {peak:.0f} MB")  # noqa: T201
    if options.json:
        content = {**machine(), "rows": done, "peak_mb": round(peak)}
        options.json.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
