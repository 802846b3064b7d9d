"""What the batch engine costs and gains.

    python tests/benchmarks/bench_batch.py                       # all of it
    python tests/benchmarks/bench_batch.py --jobs 5000 --photos 20
    python tests/benchmarks/bench_batch.py --part overhead --part overlap

Overhead: jobs whose steps do nothing, queue included, in milliseconds a job. Overlap: mixed photos
one by one and pipelined, in photos and megapixels a second, and the peak memory; once with a
colorizer that does nothing, so that only reading, finishing and writing weigh, and once with the
bundled model on the CPU. Each mode takes its turn at each share of the photos, in a process of its
own, so that whatever else the machine does weighs on both. Scaling: the same photos with the model
on one and on two Dask workers, which take turns likewise.
"""

# ruff: noqa: T201

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import cv2
import numpy as np
import psutil
import skimage.data

from core.batch import steps
from core.batch.events import JobEvent, JobFinished, JobStarted
from core.batch.inspect_job import Inspection
from core.batch.job_progress import JobProgress
from core.batch.run import Limits, run_batch
from core.cluster.config import ClusterConfig
from core.cluster.run import run_on_cluster
from core.colorize.colorization import Colorization
from core.colorize.colorizer import Colorizer
from core.inference.model_file import load_model_spec
from core.inference.model_spec import bundled_model
from core.photo.photo import Photo
from core.photo.write import write_photo
from core.queue.job import Fingerprint, Job, NewJob
from core.queue.store import JobStore

ROOT = Path(__file__).parents[2]
MODES = {"one by one": Limits(max_photos_in_flight=1, workers=1), "pipelined": Limits()}
PARTS = ("overhead", "overlap", "scaling")
WORKERS = (1, 2)
#: Turns each mode takes.
SHARES = 4
#: Format, megapixels, bits: what lies in an archive's folder, in turns.
MIXED = ((".jpg", 2.0, 8), (".jpg", 6.0, 8), (".png", 1.0, 8), (".tif", 3.0, 16), (".webp", 1.5, 8))


@dataclass
class NoNetwork:
    """Colours that come from nowhere, at once."""

    spec: Any = field(
        default_factory=lambda: SimpleNamespace(
            name="none", version="0", sha256="0" * 64, z_size=8, networks=(), conventions=None
        )
    )
    session: Any = field(default_factory=lambda: SimpleNamespace(provider="none"))

    def colorize(self, photo: Photo, **_: object) -> Colorization:
        """A gentle brown."""
        ab = np.full((2, 64, 64), 10, np.float32)
        return Colorization(photo, ab, np.full((64, 64), 0.5, np.float32), {})


def main(arguments: Sequence[str] | None = None) -> None:
    """Run what the command line says and print it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--jobs", type=int, default=100_000)
    parser.add_argument("--photos", type=int, default=100)
    parser.add_argument("--part", action="append", choices=PARTS, help="only these; repeatable")
    parser.add_argument("--one", nargs=4, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.one:
        print(json.dumps(one_run(*options.one)))
        return
    parts = options.part or PARTS
    with tempfile.TemporaryDirectory() as folder:
        if "overhead" in parts:
            overhead(Path(folder), options.jobs)
        if {"overlap", "scaling"} & {*parts}:
            megapixels = make_photos(Path(folder) / "in", options.photos)
        if "overlap" in parts:
            for colorizer in ("nothing", "model"):
                overlap(Path(folder), colorizer, options.photos, megapixels)
        if "scaling" in parts:
            scaling(Path(folder), options.photos, megapixels)


def overhead(folder: Path, jobs: int) -> None:
    """The queue and the engine alone: every step is a function that returns."""
    photo = Photo(np.zeros((8, 8), np.uint8))
    empty = {"inspect_job": _inspect, "read_page": lambda *_: photo, "write_page": _write}
    real = {name: getattr(steps, name) for name in empty}
    for name, step in empty.items():
        setattr(steps, name, step)
    try:
        with JobStore(folder / "overhead.sqlite3") as store:
            start, worked = time.perf_counter(), time.process_time()
            store.add([NewJob(Path(f"/in/{i}.jpg"), folder / f"{i}.jpg") for i in range(jobs)])
            added = time.perf_counter()
            summary = run_batch(store, NoNetwork())
            ended, worked = time.perf_counter(), time.process_time() - worked
    finally:
        for name, step in real.items():
            setattr(steps, name, step)
    print(
        f"overhead of {summary.done:,} jobs: {1000 * (ended - start) / jobs:.3f} ms a job "
        f"({1000 * (added - start) / jobs:.3f} of it for queueing), of which the processor worked "
        f"{1000 * worked / jobs:.3f} ms, "
        f"peak memory {_peak_mb():.0f} MB"
    )


def _inspect(job: Job, model_sha256: str, _: float) -> Inspection:
    fingerprint = Fingerprint("0" * 64, model_sha256, job.settings.digest())
    return Inspection(fingerprint, "jpeg", 1, 6.4e-5, overwrite=False, target=job.target)


def _write(_: Job, progress: JobProgress, *__: object) -> None:
    progress.page += 1


def make_photos(folder: Path, count: int) -> float:
    """Mixed photos of one subject, grey; their megapixels together."""
    folder.mkdir()
    grey = cv2.cvtColor(skimage.data.astronaut(), cv2.COLOR_RGB2GRAY)
    total = 0.0
    for number in range(count):
        suffix, megapixels, bits = MIXED[number % len(MIXED)]
        side = round((megapixels * 1e6) ** 0.5) + number
        codes = cv2.resize(grey, (side, side), interpolation=cv2.INTER_CUBIC)
        grain = np.random.default_rng(number).normal(0, 3, codes.shape)
        codes = np.clip(codes + grain, 0, 255)
        pixels = (codes * 257).astype(np.uint16) if bits == 16 else codes.astype(np.uint8)
        photo = write_photo(Photo(pixels), folder / f"{number:03}{suffix}")
        total += replace(Photo(pixels), source=photo).megapixels
    return total


def overlap(folder: Path, colorizer: str, photos: int, megapixels: float) -> None:
    """Both modes, and how many times faster the second is."""
    runs: dict[str, list[dict[str, float]]] = {mode: [] for mode in MODES}
    for share in range(SHARES):
        for mode in list(MODES)[:: 1 if share % 2 else -1]:
            command = [sys.executable, __file__, "--one", mode, colorizer, str(folder), str(share)]
            answer = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
            runs[mode].append(json.loads(answer.stdout.splitlines()[-1]))
    seconds = {mode: sum(run["seconds"] for run in done) for mode, done in runs.items()}
    for mode, done in runs.items():
        print(
            f"{photos} photos, {megapixels:.0f} megapixels, colorizer {colorizer}, {mode}: "
            f"{photos / seconds[mode]:.2f} photos/s, {megapixels / seconds[mode]:.2f} MP/s "
            f"({sum(run['cpu'] for run in done):.1f} s of processor time in {seconds[mode]:.1f} s),"
            f" peak memory {max(run['peak_mb'] for run in done):.0f} MB"
        )
    print(f"pipelined is {seconds['one by one'] / seconds['pipelined']:.2f} times as fast")


def one_run(mode: str, colorizer: str, folder: str, share: str) -> dict[str, float]:
    """In this process: the seconds of a batch, and the peak memory."""
    painter = NoNetwork() if colorizer == "nothing" else Colorizer(device="cpu")
    mine = _share(Path(folder), int(share))
    out = Path(tempfile.mkdtemp(dir=folder))
    with JobStore(out / "queue.sqlite3") as store:
        store.add([NewJob(photo, out / photo.name) for photo in mine])
        worked = time.process_time()
        summary = run_batch(store, painter, limits=MODES[mode])
        worked = time.process_time() - worked
    if summary.done != len(mine):
        raise SystemExit(f"{mode}: only {summary.done} of {len(mine)} photos were done")
    return {"seconds": summary.seconds, "cpu": worked, "peak_mb": _peak_mb()}


def scaling(folder: Path, photos: int, megapixels: float) -> None:
    """One worker and two: the seconds between the first photo begun and the last one done."""
    seconds: dict[int, float] = dict.fromkeys(WORKERS, 0.0)
    peaks: dict[int, float] = dict.fromkeys(WORKERS, 0.0)
    for share in range(SHARES):
        for workers in WORKERS[:: 1 if share % 2 else -1]:
            taken, peak = cluster_run(folder, share, workers)
            seconds[workers] += taken
            peaks[workers] = max(peaks[workers], peak)
    for workers in WORKERS:
        print(
            f"{photos} photos, {megapixels:.0f} megapixels, colorizer model, {workers} Dask "
            f"worker(s): {photos / seconds[workers]:.2f} photos/s, "
            f"{megapixels / seconds[workers]:.2f} MP/s, peak memory of the workers together "
            f"{peaks[workers]:.0f} MB"
        )
    one, two = (seconds[workers] for workers in WORKERS)
    print(f"two workers are {one / two:.2f} times as fast as one, on {os.cpu_count()} cores")


def cluster_run(folder: Path, share: int, workers: int) -> tuple[float, float]:
    """Seconds, and the workers' peak memory in MB, as sampled at each event."""
    mine = _share(folder, share)
    out = Path(tempfile.mkdtemp(dir=folder))
    times: list[float] = []
    peaks: list[float] = []

    def listen(event: JobEvent) -> None:
        if isinstance(event, JobStarted | JobFinished):
            times.append(time.perf_counter())
            peaks.append(_children_mb())

    with JobStore(out / "queue.sqlite3") as store:
        store.add([NewJob(photo, out / photo.name) for photo in mine])
        config = ClusterConfig(workers=workers, device="cpu")
        summary = run_on_cluster(store, load_model_spec(bundled_model()), config, on_event=listen)
    if summary.done != len(mine):
        raise SystemExit(f"{workers} workers: only {summary.done} of {len(mine)} photos were done")
    return times[-1] - times[0], max(peaks)


def _share(folder: Path, share: int) -> list[Path]:
    photos = sorted((folder / "in").iterdir())
    return photos[share * len(photos) // SHARES : (share + 1) * len(photos) // SHARES]


def _children_mb() -> float:
    children = psutil.Process().children(recursive=True)
    return float(sum(child.memory_info().rss for child in children)) / 1e6


def _peak_mb() -> float:
    """Linux remembers the peak of the program that started this one in `ru_maxrss`."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(row for row in status.read_text().splitlines() if row.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
