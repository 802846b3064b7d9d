"""What only a machine with an NVIDIA card can tell, in one go of less than ten minutes.

    make gpu-check [PHOTOS=folder with shards/] [OUT=gpu-check]

Inference by CUDA against the CPU's answers, and the fall-back where there is no card; images a
second in training, bfloat16, with torch.compile and without; a run of as many images as fit in six
minutes, and its portable state. Nothing is downloaded. OUT holds the report (Markdown, for the
docs) and the state. ``--device cpu`` with small ``--side``, ``--batch`` and ``--minutes`` tries all
of it on any machine.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from core.inference.model_file import load_model_spec
from core.inference.model_spec import bundled_model
from core.inference.session import Session, open_session
from training import portable_state
from training.config import RunConfig, StageConfig, load_config
from training.data.cache import CachedPhoto, write_split
from training.data.decode import Decoder
from training.data.samples import Batch
from training.data.sources import find_sources
from training.engine.checkpoint import Progress
from training.engine.networks import build_networks
from training.engine.step import set_up_step
from training.models.color_bins import ColorBins
from training.train import build_fabric, train

ROOT = Path(__file__).parents[1]

RECIPE = ROOT / "training" / "configs" / "hour.toml"  # from the encoder's weights alone
SIZES = (256, 512, 1024)
VALIDATION = 32

#: Largest |difference| of ab, in Lab units, that is rounding and no more.
TOLERANCE = 0.1


def inference(args: argparse.Namespace) -> Iterator[str]:
    """The device's answers and times beside the CPU's."""
    spec = load_model_spec(bundled_model())
    cpu, other = open_session(spec, "cpu"), open_session(spec, args.device)
    yield f"Asked for {args.device}, got {other.device}. {other.fallback_reason or ''}".strip()
    yield "| side (px) | largest difference of ab | CPU (ms) | device (ms) |"
    yield "| --- | --- | --- | --- |"
    for side in (size for size in SIZES if size <= args.largest):
        feeds = _feeds(cpu, side)
        answers = [session.inference.run(["ab"], feeds)[0] for session in (cpu, other)]
        difference = float(np.abs(answers[0] - answers[1]).max())
        if difference > TOLERANCE:
            raise RuntimeError(f"at {side} px the device's ab is {difference:.3f} off the CPU's.")
        times = [_milliseconds(session, feeds) for session in (cpu, other)]
        yield f"| {side} | {difference:.5f} | {times[0]:.1f} | {times[1]:.1f} |"


def _feeds(session: Session, side: int) -> dict[str, np.ndarray]:
    rng = np.random.default_rng(side)
    feeds = {"L": rng.uniform(0, 100, (1, 1, side, side)).astype(np.float32)}
    if session.spec.has_hints:
        feeds["hints"] = np.zeros((1, 3, side, side), np.float32)
    if session.spec.z_size:
        feeds["z"] = np.zeros((1, session.spec.z_size), np.float32)
    return feeds


def _milliseconds(session: Session, feeds: dict[str, np.ndarray], turns: int = 7) -> float:
    taken = []
    for _ in range(turns):
        since = time.perf_counter()
        session.inference.run(["ab"], feeds)
        taken.append(1000 * (time.perf_counter() - since))
    return float(np.median(taken))


def fall_back(args: argparse.Namespace) -> Iterator[str]:
    """Without a card in sight the CPU is taken, with a sentence that says why."""
    del args
    script = (
        "from core.inference.model_file import load_model_spec\n"
        "from core.inference.session import open_session\n"
        "from core.inference.model_spec import bundled_model\n"
        "session = open_session(load_model_spec(bundled_model()), 'cuda')\n"
        "assert session.device == 'cpu', session.device\n"
        "print(session.fallback_reason)\n"
    )
    environment = os.environ | {"CUDA_VISIBLE_DEVICES": "", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(done.stderr.strip().splitlines()[-1])
    yield f"With no card in sight: {done.stdout.strip()}"


def throughput(args: argparse.Namespace) -> Iterator[str]:
    """Images a second in steps of the recipe's stages, with torch.compile and without."""
    yield "| stage | side (px) | batch | compiled | images a second |"
    yield "| --- | --- | --- | --- | --- |"
    config = load_config(RECIPE)
    learn, anneal = config.stages[1:3]  # compiling takes minutes: one of them will do
    for stage, compiled in ((learn, False), (learn, True), (anneal, False)):
        speed = images_per_second(config, stage, args, compiled=compiled)
        word = "yes" if compiled else "no"
        yield f"| {stage.name} | {args.side} | {args.batch} | {word} | {speed:,.1f} |"


def images_per_second(
    config: RunConfig, stage: StageConfig, args: argparse.Namespace, *, compiled: bool
) -> float:
    """Of one stage's step on random pictures that lie on the device."""
    fabric = build_fabric(config, args.device, 1)
    networks = build_networks(config, fabric.device)
    if compiled:
        networks.generator.compile()
    stage = replace(stage, size=args.side, batch_size=args.batch)
    bins = ColorBins().to(fabric.device)
    prior = torch.full((len(bins),), 1 / len(bins), device=fabric.device)
    step = set_up_step(config, stage, networks, fabric, bins, prior)
    batch = _random_batch(args.batch, args.side).to(fabric.device)
    progress = Progress(stage_images=10**6)
    for _ in range(3):  # compiling, choosing algorithms
        step(batch, progress, 10**7)
    since, count = time.perf_counter(), 0
    while time.perf_counter() - since < args.seconds or not count:
        float(step(batch, progress, 10**7)["total"])  # waits for the device
        count += 1
    images: int = count * args.batch
    return images / (time.perf_counter() - since)


def _random_batch(count: int, side: int) -> Batch:
    draw = torch.Generator().manual_seed(0)
    L = torch.rand(count, 1, side, side, generator=draw) * 100
    ab = torch.randn(count, 2, side // 4, side // 4, generator=draw) * 20
    return Batch(L, ab, torch.zeros(count, 3, side, side))


def short_run(args: argparse.Namespace) -> Iterator[str]:
    """As many images as fit in the minutes, from shards; the state is what comes back."""
    cache, run = args.out / "cache", args.out / "run"
    yield _prepare(args.photos, cache, args.limit)
    config = _short_recipe(args, cache)
    since = time.perf_counter()
    train(config, run, build_fabric(config, args.device, 1), max_minutes=args.minutes)
    minutes = (time.perf_counter() - since) / 60
    state = args.out / "state.pt"
    if portable_state.main([str(run / "last.pt"), str(state)]):
        raise RuntimeError("the run has left no checkpoint.")
    images = torch.load(state, weights_only=True)["progress"]["images"]
    yield f"{images:,} images in {minutes:.1f} minutes, evaluation included."
    yield f"Its state: {state.name}, {state.stat().st_size / 1e6:.1f} MB."


def _short_recipe(args: argparse.Namespace, cache: Path) -> RunConfig:
    workers = min(12, (os.cpu_count() or 1) - 1) if args.device != "cpu" else 0
    settings = {
        "data.cache": f"'{cache}'",
        "data.workers": workers,
        "evaluate_photos": VALIDATION,
        "stages.decoder.images": 8 * args.batch,
        "stages.decoder.batch_size": args.batch,
        "stages.learn.batch_size": args.batch,
        "stages.learn.size": args.side,
        "stages.learn.other_sizes": "[]",
    }
    return load_config(RECIPE, [f"{key}={value}" for key, value in settings.items()])


def _prepare(photos: Path, cache: Path, limit: int) -> str:
    """The first photos of a folder or of its shards; a few of them to look at."""
    cache.mkdir(parents=True, exist_ok=True)
    decoded = Decoder(192, "down").photos(find_sources(photos)[:limit])
    kept = [
        CachedPhoto(source.name, rgb_u8, source.kind, source.people)
        for source, _, rgb_u8 in decoded
        if rgb_u8 is not None
    ]
    count = min(VALIDATION, len(kept) // 2)
    write_split(cache, "val", kept[:count])
    write_split(cache, "train", kept[count:])
    return f"{len(kept) - count:,} photographs to train on."


CHECKS: dict[str, Callable[[argparse.Namespace], Iterator[str]]] = {
    "Inference": inference,
    "Fall-back": fall_back,
    "Throughput of training, bfloat16": throughput,
    "A short run": short_run,
}


def parse(argv: list[str] | None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("--photos", type=Path, help="folder with shards/, or of photographs (scikit-image's)")
    add("--out", type=Path, default=Path("gpu-check"))
    add("--device", default="cuda", choices=("cuda", "cpu"))
    add("--side", type=int, default=128, help="side of training samples (128)")
    add("--batch", type=int, default=256, help="samples a step (256)")
    add("--largest", type=int, default=max(SIZES), help="largest side for inference (1024)")
    add("--seconds", type=float, default=10, help="of each measurement of throughput (10)")
    add("--minutes", type=float, default=6, help="of the short run (6)")
    add("--limit", type=int, default=20_000, help="photographs at most (20,000)")
    return parser.parse_args(argv)


def main(argv: list[str] | None = None) -> int:
    """Every check, whatever becomes of the others; exit status 1 where one failed."""
    args = parse(argv)
    if args.photos is None:
        import skimage  # noqa: PLC0415 - only where nothing better was brought along

        args.photos = Path(skimage.data.data_dir)
    args.out.mkdir(parents=True, exist_ok=True)
    card = (
        torch.cuda.get_device_name()
        if args.device == "cuda" and torch.cuda.is_available()
        else "CPU"
    )
    lines, failed = [f"# gpu-check on {card}, torch {torch.__version__}", ""], 0
    for title, check in CHECKS.items():
        lines += [f"## {title}", ""]
        try:
            lines += check(args)
        except (RuntimeError, OSError, ValueError, ImportError) as error:
            lines.append(f"FAILED: {error}")
            failed = 1
        lines.append("")
        (args.out / "gpu-check.md").write_text("\n".join(lines), encoding="utf-8")
    print("\n".join(lines))  # noqa: T201 - a command line speaks
    return failed


if __name__ == "__main__":
    sys.exit(main())
