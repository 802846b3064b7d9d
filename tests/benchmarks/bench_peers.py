"""What networks of the peers' shapes cost beside ours: time, memory and size.

It says nothing of how well any of them colours.

::

    python tests/benchmarks/bench_peers.py                     # 256 and 512 px, a Markdown table
    python tests/benchmarks/bench_peers.py --sides 256 --turns 3

The peers' weights are random (`peers`), and cost does not depend on them. Every network is exported
to ONNX and run by ONNX Runtime with the session options of `core.inference.session`, in turn, each
in a process of its own, whose peak memory is that of one network; a time is the median of its runs,
the ratio that to ours of the same turn. Needs ``.[train]``.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))

RUNS: Final = 3
OURS: Final = "Autochrome"


def peers() -> dict[str, Callable[[], Any]]:
    """Name -> the network."""
    from peers.ddcolor import DDColor  # noqa: PLC0415  (who measures a session needs no torch)
    from peers.deoldify import DeOldify  # noqa: PLC0415
    from peers.zhang import Eccv16, Siggraph17  # noqa: PLC0415

    return {
        "eccv16": Eccv16,
        "siggraph17": Siggraph17,
        "DDColor, ConvNeXt-T": lambda: DDColor(large=False),
        "DDColor, ConvNeXt-L": lambda: DDColor(large=True),
        "DeOldify artistic": lambda: DeOldify(artistic=True),
        "DeOldify stable": lambda: DeOldify(artistic=False),
    }


def export(network: Any, target: Path, side: int) -> None:
    """Write the ONNX file of a network for pictures of ``side`` px."""
    import torch  # noqa: PLC0415

    inputs = _inputs(side, network.CHANNELS)
    names = [f"x{number}" for number in range(len(inputs))]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the exporter that needs no further package is an old one
        torch.onnx.export(network.eval(), inputs, target, input_names=names, dynamo=False)


def size_of(network: Any, side: int, channels: tuple[int, ...]) -> dict[str, float]:
    """Parameters in millions, and GFLOPs: a multiplication and an addition are two."""
    from torch.utils.flop_counter import FlopCounterMode  # noqa: PLC0415

    network.eval().requires_grad_(False)
    with FlopCounterMode(display=False) as counter:
        network(*_inputs(side, channels))
    parameters = sum(weights.numel() for weights in network.parameters())
    return {"parameters": parameters / 1e6, "gflops": counter.get_total_flops() / 1e9}


def _inputs(side: int, channels: tuple[int, ...]) -> tuple[Any, ...]:
    import torch  # noqa: PLC0415

    return tuple(torch.rand(1, count, side, side) for count in channels)


def measure(model: Path, side: int) -> dict[str, float]:
    """In this process: the median of a few runs in milliseconds, and the peak memory in MB."""
    from core.inference.model_spec import bundled_model  # noqa: PLC0415
    from core.inference.session import _create  # noqa: PLC0415
    from core.inference.session_options import session_options  # noqa: PLC0415

    session = _create(model, "cpu", session_options(0), None)
    rng = np.random.default_rng(0)
    feeds = {}
    for tensor in session.get_inputs():
        shape = [1, tensor.shape[1], side, side][: len(tensor.shape)]
        feeds[tensor.name] = rng.random(shape, dtype=np.float32)
    outputs = ["ab"] if model == bundled_model() else None
    session.run(outputs, feeds)
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        session.run(outputs, feeds)
        times.append(1000 * (time.perf_counter() - start))
    return {"ms": statistics.median(times), "peak": peak_mb()}


def peak_mb() -> float:
    """Of this process since it began; getrusage's figure begins with that of who started it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def measured(model: Path, side: int) -> dict[str, float]:
    """`measure` in a process of its own."""
    command = [sys.executable, __file__, "--inside", str(model), str(side)]
    answer = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(answer.stdout)
    return found


def rows(side: int, turns: int, folder: Path) -> list[str]:
    """The table's rows at one size."""
    from core.inference.model_spec import bundled_model  # noqa: PLC0415

    models = {OURS: (bundled_model(), our_size(side))}
    for name, make in peers().items():
        target, network = folder / f"{name} {side}.onnx", make()
        export(network, target, side)
        models[name] = (target, size_of(network, side, network.CHANNELS))
    all_turns = [
        {name: measured(model, side) for name, (model, _) in models.items()} for _ in range(turns)
    ]
    table = []
    for name, (model, size) in models.items():
        ms = statistics.median(turn[name]["ms"] for turn in all_turns)
        ratio = statistics.median(turn[name]["ms"] / turn[OURS]["ms"] for turn in all_turns)
        peak = statistics.median(turn[name]["peak"] for turn in all_turns)
        table.append(
            f"| {name} | {size['parameters']:.1f} M | {size['gflops']:.1f} | "
            f"{model.stat().st_size / 1e6:.0f} MB | {ms:.0f} ms | {ratio:.1f} | {peak:.0f} MB |"
        )
    return table


def our_size(side: int) -> dict[str, float]:
    """Of the network that the bundled model was exported from."""
    from core.inference.model_file import load_model_spec  # noqa: PLC0415
    from core.inference.model_spec import bundled_model  # noqa: PLC0415
    from training.config.schema import GeneratorConfig  # noqa: PLC0415
    from training.models.generator import build_generator  # noqa: PLC0415

    config = load_model_spec(bundled_model()).config["run"]["generator"]
    generator = build_generator(GeneratorConfig(**config))
    return size_of(generator, side, (1, 3))


def main() -> None:
    """Print a table for each size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sides", type=int, nargs="+", default=[256, 512])
    parser.add_argument("--turns", type=int, default=5)
    parser.add_argument("--inside", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        model, side = options.inside
        print(json.dumps(measure(Path(model), int(side))))  # noqa: T201
        return
    for side in options.sides:
        print(f"\n{side} px:\n")  # noqa: T201
        print("| network | parameters | GFLOPs | file | time | beside ours | peak memory |")  # noqa: T201
        print("| --- | --- | --- | --- | --- | --- | --- |")  # noqa: T201
        with tempfile.TemporaryDirectory() as folder:
            print("\n".join(rows(side, options.turns, Path(folder))), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
