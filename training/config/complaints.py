"""What does not fit together in a recipe whose every setting exists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from training.config.schema import GeneratorConfig, RunConfig, StageConfig

#: Settings of [generator] that only the Lites have, and what they are about.
_LITE_PARTS: Final = {
    "bins": "colour-bin head",
    "mixing": "global mixing",
    "anchors": "agreement of anchors",
}


def complaints(config: RunConfig) -> Iterator[str]:
    """What does not fit together: a loss that nothing answers to would be left out unseen."""
    network = config.generator
    if not config.stages:
        yield "a run needs at least one stage"
    for part, what in _LITE_PARTS.items():
        if getattr(network, part) and not network.is_lite:
            yield f"{network.kind} has no {what}: leave {part} out of [generator]"
    for stage in config.stages:
        for complaint in _about_stage(stage, network):
            yield f"stage {stage.name!r} {complaint}"


def _about_stage(stage: StageConfig, network: GeneratorConfig) -> Iterator[str]:
    losses = stage.losses
    if (stage.images is None) == (stage.epochs is None):
        yield "needs either images or epochs"
    if losses.bins and not network.bins:
        yield "has the loss bins, which needs bins = true in [generator]"
    if losses.error and not network.is_lite:
        yield "has the loss error, which only the Lites have a head for"
    if losses.consistency and not set(stage.other_sizes) - {stage.size}:
        yield "has the loss consistency, which needs other_sizes to compare"
    if losses.kl and not network.noise_size:
        yield "has the loss kl, which needs a noise_size in [generator]"
    if losses.kl and stage.batch_size < 2:
        yield "has the loss kl, which needs a batch_size of 2 or more"
