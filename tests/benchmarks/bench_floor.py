"""What Autochrome costs beside decoding and encoding the same photo with the same library.

::

    python tests/benchmarks/bench_floor.py    # a Markdown table; medians in build/benchmarks

A floor is the same work without us, in one process: decode, repeat the grey to three bands, encode
with the result's own options. Each takes its turn (`ratios`). Photos are grey, with grain, from
scikit-image's camera man (`bench_compose.make`); a hundred of several formats and sizes are those
of `bench_batch`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import onnxruntime as ort
import pyvips
from bench_batch import make_photos
from bench_compose import make
from ratios import ROOT, TURNS, Row, compared, environment, ratio_of, report, timed

from core.batch.run import run_batch
from core.colorize.colorizer import Colorizer
from core.colorize.render import compose
from core.inference.optimized_copy import find_copy
from core.photo.encode import codec_options
from core.photo.read import read_photo
from core.photo.save_options import SaveOptions
from core.photo.write import write_photo
from core.queue.job import NewJob
from core.queue.store import JobStore

#: Photos of a batch, and turns of it: each takes some ten seconds.
BATCH = 100
BATCH_TURNS = 2
#: Asks this script for `fresh_floor`.
FLOOR = "--floor"
FORMATS = {".jpg": "jpeg", ".tif": "tiff", ".png": "png", ".webp": "webp"}


def decode_and_encode(source: Path, target: Path) -> None:
    """The floor of a photo."""
    grey = pyvips.Image.new_from_file(str(source)).copy_memory()
    depth = 16 if grey.format == "ushort" else 8
    image = grey.bandjoin([grey, grey]) if grey.bands == 1 else grey
    image = image.copy(interpretation="rgb16" if depth == 16 else "srgb")
    name = FORMATS[target.suffix]
    image.write_to_file(str(target), **codec_options(image, name, SaveOptions().quality, depth))


def colorize(colorizer: Colorizer, source: Path, target: Path) -> None:
    """What an open program does with a photo."""
    result = colorizer.colorize(read_photo(source)).stream()
    write_photo(result, target, overwrite=True)


def whole_process(source: Path, target: Path) -> None:
    """``autochrome colorize`` from its start to its end."""
    words = ["colorize", str(source), "-o", str(target), "--overwrite"]
    command = [sys.executable, "-m", "core.cli", *words]
    subprocess.run(command, cwd=ROOT, env=environment(), check=True, capture_output=True)


def fresh_floor(source: Path, target: Path) -> float:
    """Seconds of the floor in a process that has done nothing yet, but for its imports.

    A process that has encoded such a photo before has the memory for it still.
    """
    command = [sys.executable, __file__, FLOOR, str(source), str(target)]
    said = subprocess.run(command, env=environment(), check=True, capture_output=True, text=True)
    return float(said.stdout)


def _say_floor(source: Path, target: Path) -> None:
    pyvips.Image.black(8, 8).jpegsave_buffer()
    print(timed(partial(decode_and_encode, source, target)))  # noqa: T201


def create_session(copy: Path) -> None:
    """The floor of opening a model: map the optimized file and create its session."""
    options = ort.SessionOptions()
    options.graph_optimization_level = ort.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.log_severity_level = 4
    options.enable_mem_reuse = False
    copy.read_bytes()
    ort.InferenceSession(copy, options, providers=["CPUExecutionProvider"])


def rows(folder: Path) -> Iterator[Row]:
    """Every row of the table."""
    colorizer = Colorizer(device="cpu")
    jpeg, jpeg_floor = folder / "a.jpg", folder / "floor.jpg"
    make(jpeg, 12, 8, 1)
    floor = partial(decode_and_encode, jpeg, jpeg_floor)
    whole = partial(whole_process, jpeg, folder / "b.jpg")
    yield compared("12 MP JPEG, whole process", whole, floor)
    turns = [(timed(whole), fresh_floor(jpeg, jpeg_floor)) for _ in range(TURNS)]
    yield ratio_of("the same, the floor in memory that is new to it, too", turns)
    ours = partial(colorize, colorizer, jpeg, folder / "b.jpg")
    yield compared("12 MP JPEG, open program", ours, floor)
    yield from finishing(colorizer, jpeg)
    yield opening(colorizer)
    tiff = folder / "a.tif"
    make(tiff, 50, 16, 1)
    ours = partial(colorize, colorizer, tiff, folder / "b.tif")
    floor = partial(decode_and_encode, tiff, folder / "floor.tif")
    yield compared("50 MP 16-bit TIFF, open program", ours, floor)
    yield album(folder, colorizer)


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
        with _threads(threads):
            return compose(photo, made.ab, field=made.field)

    for threads in (2, 4):
        name = f"finishing 12 MP, one thread beside {threads}"
        works = partial(finish, 1), partial(finish, threads)
        yield ratio_of(
            name, [(_in_its_stride(works[0]), _in_its_stride(works[1])) for _ in range(TURNS)]
        )
    half = replace(photo, pixels=photo.pixels[: photo.height // 2])
    of_half = colorizer.colorize(half)
    work = partial(compose, half, of_half.ab, field=of_half.field)
    name = "two processes with half of it each, one after the other beside both at once"
    one_by_one = partial(_in_processes, work, at_once=False)
    with _threads(1):
        yield compared(name, one_by_one, partial(_in_processes, work))


def _in_its_stride(work: Callable[[], object]) -> float:
    """Seconds of the second of two: a core that nobody used before is slow to wake.

    In an open program the network has used all of them just before.
    """
    work()
    return timed(work)


@contextmanager
def _threads(number: int) -> Iterator[None]:
    """So many threads finish a photo (`core.processors`)."""
    os.environ["PYTHON_CPU_COUNT"] = str(number)
    try:
        yield
    finally:
        del os.environ["PYTHON_CPU_COUNT"]


def _in_processes(work: Callable[[], object], *, at_once: bool = True) -> None:
    """What two threads could gain at most: processes have no lock in common, only the machine."""
    running = []
    for _ in range(2):
        process = os.fork()
        if process == 0:
            work()
            os._exit(0)
        running.append(process)
        if not at_once:
            os.waitpid(running.pop(), 0)
    for process in running:
        os.waitpid(process, 0)


def album(folder: Path, colorizer: Colorizer) -> Row:
    """A batch beside a pipeline that decodes and encodes on every processor."""
    photos, results = folder / "photos", folder / "results"
    make_photos(photos, BATCH)

    def emptied() -> Path:
        shutil.rmtree(results, ignore_errors=True)
        results.mkdir()
        return results

    def batch() -> None:
        out = emptied()
        with JobStore(out / "queue.sqlite3") as store:
            store.add([NewJob(photo, out / photo.name) for photo in sorted(photos.iterdir())])
            done = run_batch(store, colorizer).done
        if done != BATCH:
            raise SystemExit(f"{BATCH - done} photos of the batch were not done.")

    def pipeline() -> None:
        out = emptied()
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            list(
                pool.map(lambda photo: decode_and_encode(photo, out / photo.name), photos.iterdir())
            )

    return compared(f"{BATCH} photos, batch", batch, pipeline, BATCH_TURNS)


if __name__ == "__main__":
    if sys.argv[1:2] == [FLOOR]:
        _say_floor(*map(Path, sys.argv[2:]))
        sys.exit()
    report(__file__, __doc__, rows)
