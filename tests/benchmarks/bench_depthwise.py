"""Does a training step gain by fast depthwise gradients? Lite0's layers, and a whole step.

::

    python tests/benchmarks/bench_depthwise.py --size 128 --batch 32

Forward and backward pass in bfloat16, PyTorch's own gradients and ours taking turns in one run, so
that whatever else the machine does weighs on both; the median of the turns.
"""

# ruff: noqa: T201

from __future__ import annotations

import argparse
import copy
import statistics
import time
from collections.abc import Callable

import timm
import torch
from torch import nn

from training.models.depthwise import DepthwiseConv2d, use_fast_gradients


def seconds(run: Callable[[], None]) -> float:
    """Of one call."""
    begin = time.perf_counter()
    run()
    return time.perf_counter() - begin


def in_turns(first: Callable[[], None], second: Callable[[], None], turns: int) -> list[float]:
    """Median milliseconds of each; the first turn only warms up."""
    times = [(seconds(first), seconds(second)) for _ in range(turns + 1)][1:]
    return [statistics.median(each) * 1e3 for each in zip(*times, strict=True)]


def passes(network: nn.Module, x: torch.Tensor) -> Callable[[], None]:
    """Forward and backward through a network or layer."""

    def run() -> None:
        with torch.autocast("cpu", torch.bfloat16):
            y = network(x)
        y.float().mean().backward()

    return run


def layer_inputs(network: nn.Module, x: torch.Tensor) -> dict[str, torch.Size]:
    """Shape of what each replaceable layer gets."""
    shapes: dict[str, torch.Size] = {}
    replaced = copy.deepcopy(network)
    use_fast_gradients(replaced)
    for name, module in replaced.named_modules():
        if isinstance(module, DepthwiseConv2d):
            module.register_forward_hook(
                lambda _m, given, _out, name=name: shapes.update({name: given[0].shape})
            )
    with torch.no_grad():
        replaced(x)
    return shapes


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=128)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--turns", type=int, default=7)
    args = parser.parse_args()
    network = timm.create_model("tf_efficientnet_lite0", pretrained=False)
    network = network.to(memory_format=torch.channels_last)
    x = torch.rand(args.batch, 3, args.size, args.size).to(memory_format=torch.channels_last)
    print("| layer | input | PyTorch (ms) | ours (ms) | ratio |\n| --- | --- | --- | --- | --- |")
    for name, shape in layer_inputs(network, x).items():
        conv = network.get_submodule(name)
        assert isinstance(conv, torch.nn.Conv2d)
        given = torch.rand(shape, dtype=torch.bfloat16).to(memory_format=torch.channels_last)
        given.requires_grad_()
        both = passes(conv, given), passes(DepthwiseConv2d.like(conv), given)
        report(name, "x".join(map(str, shape)), in_turns(*both, args.turns))
    quick = copy.deepcopy(network)
    use_fast_gradients(quick)
    whole = in_turns(passes(network, x), passes(quick, x), args.turns)
    report("all of Lite0", "x".join(map(str, x.shape)), whole)


def report(name: str, shape: str, times: list[float]) -> None:
    """A row of the table."""
    theirs, ours = times
    print(f"| {name} | {shape} | {theirs:.1f} | {ours:.1f} | {theirs / ours:.1f} |", flush=True)


if __name__ == "__main__":
    main()
