"""One step of a stage, as in pix2pix: forward, the discriminator's turn, the generator's."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import torch
from lightning_fabric import Fabric
from torch import Tensor, nn
from torch.optim import AdamW, Optimizer

from training.config import RunConfig, StageConfig
from training.data.samples import Batch
from training.engine.checkpoint import Progress
from training.engine.networks import Networks
from training.engine.schedule import rate_factor
from training.losses.consistency import predict_at
from training.losses.registry import loss_terms
from training.losses.task import ColorizationTask, Losses
from training.losses.term import FeatureExtractor, LossInputs, LossParts, Teacher
from training.models.backbones import freeze
from training.models.color_bins import ColorBins
from training.models.color_features import ColorFeatureMaps, ColorFeatures
from training.models.discriminator import Discriminator
from training.models.generator import Generator
from training.models.latent_encoder import LatentEncoder


class TrainingError(RuntimeError):
    """Training cannot go on; the message says why and what to change."""


@dataclass
class TrainingStep:
    """The task of a stage with the optimizers that serve it."""

    task: ColorizationTask
    stage: StageConfig
    fabric: Fabric
    networks: Networks
    seed: int
    optimizer_g: Optimizer
    optimizer_d: Optimizer | None

    def optimizers(self) -> dict[str, Optimizer]:
        """For the checkpoint."""
        named = {"generator": self.optimizer_g, "discriminator": self.optimizer_d}
        return {name: optimizer for name, optimizer in named.items() if optimizer is not None}

    def __call__(self, batch: Batch, progress: Progress, total: int) -> Losses:
        """One step at ``progress`` of a stage of ``total`` images; every loss term, and ``total``.

        Raises:
            TrainingError: a loss or gradient is no longer finite; no weight has been touched by it.
        """
        torch.manual_seed(step_seed(self.seed, progress.steps, self.fabric.global_rank))
        since = progress.optimizer_since
        factor = rate_factor(self.stage, progress.stage_images, total, since=since)
        set_rate(self.optimizer_g, self.stage.lr_generator * factor)
        inputs = self.task.predict(batch)
        judged: Losses = {}
        if self.optimizer_d is not None:
            set_rate(self.optimizer_d, self.stage.lr_discriminator * factor)
            judged = self._train_discriminator(inputs, self.optimizer_d)
        terms = self.task.generator_losses(inputs)
        loss = self.task.total(terms)
        self._descend(loss, self.optimizer_g)
        self.networks.ema.update(self.networks.generator, progress.steps)
        reported = terms | judged | {"total": loss}
        return {name: term.detach() for name, term in reported.items()}

    def _train_discriminator(self, inputs: LossInputs, optimizer: Optimizer) -> Losses:
        discriminator = self.networks.discriminator
        discriminator.let_learn(learning=True)
        terms = self.task.discriminator_losses(inputs)
        self._descend((terms["d_real"] + terms["d_fake"]) / 2, optimizer)
        discriminator.let_learn(learning=False)  # the generator's turn passes through it
        return terms

    def _descend(self, loss: Tensor, optimizer: Optimizer) -> None:
        optimizer.zero_grad()
        self.fabric.backward(loss)
        norm = self.fabric.clip_gradients(
            self.networks.generator,  # only sharded strategies read it
            optimizer,
            max_norm=self.stage.clip_norm or math.inf,
            error_if_nonfinite=False,
        )
        self._check(loss, norm)
        optimizer.step()

    def _check(self, loss: Tensor, norm: Tensor | None) -> None:
        # float16 overflows now and then: its scaler then skips the step and takes a smaller scale
        judged = [loss] if scales_gradients(self.fabric) or norm is None else [loss, norm]
        if not all(torch.isfinite(value) for value in judged):
            raise TrainingError(
                f"The loss or its gradient is no longer a finite number in stage"
                f" {self.stage.name!r}: lower its learning rates or set clip_norm in the recipe."
                " The last checkpoint is from before."
            )


def set_up_step(
    config: RunConfig,
    stage: StageConfig,
    networks: Networks,
    fabric: Fabric,
    bins: ColorBins,
    prior: Tensor,
) -> TrainingStep:
    """Freeze what the stage freezes, wrap what it trains, and make its optimizers."""
    terms = loss_terms(config, stage)
    needed = {part for term in terms for part in term.needs}
    networks.generator.train()
    freeze(networks.generator.backbone_stages(), stage.frozen_stages)
    networks.discriminator.let_learn(learning=True)  # the last stage may have left it off
    learners: list[nn.Module] = [networks.generator]
    if "latent_encoder" in needed and networks.latent_encoder is not None:
        learners.append(networks.latent_encoder)
    backbone = networks.generator.backbone_stages()
    optimizer_g = _adam(learners, stage, stage.lr_generator, fabric, backbone)
    (generator, *encoder), optimizer_g = _wrap(fabric, learners, optimizer_g)
    discriminator, optimizer_d = None, None
    if "discriminator" in needed:
        optimizer_d = _adam([networks.discriminator], stage, stage.lr_discriminator, fabric)
        (discriminator,), optimizer_d = _wrap(fabric, [networks.discriminator], optimizer_d)
    parts = LossParts(
        bins,
        prior,
        features=_feature_extractor(fabric) if "features" in needed else None,
        teacher=_teacher(fabric, networks, stage) if "teacher" in needed else None,
        discriminator=cast("Discriminator | None", discriminator),
    )
    task = ColorizationTask(
        terms,
        parts,
        generator=cast("Generator", generator),
        latent_encoder=cast("LatentEncoder", encoder[0]) if encoder else None,
        noise_size=config.generator.noise_size,
    )
    return TrainingStep(task, stage, fabric, networks, config.seed, optimizer_g, optimizer_d)


def _feature_extractor(fabric: Fabric) -> FeatureExtractor:
    """`ColorFeatures` in the run's precision; Fabric wraps only what learns."""
    network = fabric.to_device(ColorFeatures()).to(memory_format=torch.channels_last)

    def extract(L: Tensor, ab: Tensor) -> ColorFeatureMaps:
        with fabric.autocast():
            return cast("ColorFeatureMaps", network(L, ab))

    return extract


def _teacher(fabric: Fabric, networks: Networks, stage: StageConfig) -> Teacher:
    """What the moving average says at the stage's size, in the run's precision."""
    average = cast("Generator", networks.ema.module)

    def predict(L: Tensor) -> Tensor:
        with fabric.autocast():
            return predict_at(average, L, stage.size)

    return predict


def _adam(
    modules: list[nn.Module],
    stage: StageConfig,
    rate: float,
    fabric: Fabric,
    backbone: Sequence[nn.Module] = (),
) -> Optimizer:
    """AdamW, which without weight decay is the Adam of the reference."""
    slower = {p for module in backbone for p in module.parameters()}
    learning = [p for module in modules for p in module.parameters() if p.requires_grad]
    groups = [
        {"params": [p for p in learning if p not in slower], "share": 1.0},
        {"params": [p for p in learning if p in slower], "share": stage.backbone_rate},
    ]
    used = [group for group in groups if group["params"]]
    # the fused one unscales half-precision gradients itself, and then they cannot be clipped
    fused = not scales_gradients(fabric)
    return AdamW(used, rate, stage.betas, weight_decay=stage.weight_decay, fused=fused)


def _wrap(
    fabric: Fabric, modules: list[nn.Module], optimizer: Optimizer
) -> tuple[list[nn.Module], Optimizer]:
    """Fabric's wrappers: they place modules, cast and scale for mixed precision, sync gradients."""
    wrapped: list[nn.Module] = [fabric.setup_module(module) for module in modules]
    return wrapped, cast("Optimizer", fabric.setup_optimizers(optimizer))


def scales_gradients(fabric: Fabric) -> bool:
    """Whether gradients are scaled, as float16 needs."""
    return getattr(fabric.strategy.precision, "scaler", None) is not None


def set_rate(optimizer: Optimizer, rate: float) -> None:
    """Set the learning rate of every group: its share of ``rate``."""
    for group in optimizer.param_groups:
        group["lr"] = rate * group["share"]


def step_seed(seed: int, step: int, rank: int) -> int:
    """A seed for each step and process: z and dropout are then the same after a resume."""
    return (seed * 1_000_003 + step) * 1009 + rank
