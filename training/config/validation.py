"""Validation of recipes: settings that exist and do not fit together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from training.config.schema import START, RunConfig, StageConfig

#: Settings of [generator] that only the Lites have, and what they are about.
_LITE_PARTS: Final = {
    "bins": "colour-bin head",
    "mixing": "global mixing",
    "anchors": "agreement of anchors",
}


def problems(config: RunConfig) -> Iterator[str]:
    """What does not fit together: a loss that nothing answers to would be left out unseen."""
    network = config.generator
    if not config.stages:
        yield "a run needs at least one stage"
    for part, what in _LITE_PARTS.items():
        if getattr(network, part) and not network.is_lite:
            yield f"{network.kind} has no {what}: leave {part} out of [generator]"
    for i, stage in enumerate(config.stages):
        earlier = [before.name for before in config.stages[:i]]
        earlier += [START] if config.start_from else []
        for problem in _about_averaging(stage, earlier) if stage.average else _about_stage(stage):
            yield f"stage {stage.name!r} {problem}"


def _about_stage(stage: StageConfig) -> Iterator[str]:
    if (stage.images is None) == (stage.epochs is None):
        yield "needs either images or epochs"
    for needed in ("size", "batch_size", "losses"):
        if not getattr(stage, needed):
            yield f"needs {needed}"


def _about_averaging(stage: StageConfig, earlier: list[str]) -> Iterator[str]:
    unknown = [name for name in stage.average if name not in earlier]
    if unknown:
        yield f"averages {', '.join(unknown)}, which no stage before it is called"
    if stage.images is not None or stage.epochs is not None:
        yield "averages weights and sees no images: leave images and epochs out"
