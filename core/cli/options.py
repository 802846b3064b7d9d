"""What a command was asked for, as frozen values: nothing below the parser sees argparse.

Made by `core.cli.program` where a command begins; `core.cli.parser` alone must stay light.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Self

from core.batch.limits import Limits
from core.cli.batch_parser import USER
from core.cli.engine_parser import DASK
from core.cluster.config import ClusterConfig
from core.colorize.look import Look
from core.colorize.tint.options import TintOptions, ToneOption, WhenUnsure
from core.inference.model_choice import ModelChoice, chosen_models
from core.photo.save_options import SaveOptions
from core.planning.name_template import NameTemplate
from core.queue.job import KEEP, IfExists, JobSettings, Pages
from core.queue.locations import beside_results, in_user_data
from core.queue.shard import Shard
from core.repair.edits import RepairEdit


@dataclass(frozen=True)
class ModelOptions:
    """Which models, and on what.

    Attributes:
        names: of models, or their files, each with its share; none is the default one.
        device: one of `core.inference.devices.DEVICES`.
    """

    names: tuple[str, ...] = ()
    device: str = "auto"

    @classmethod
    def of(cls, arguments: argparse.Namespace) -> Self:
        """``--model`` and ``--device``."""
        return cls(tuple(arguments.models), arguments.device)

    def choices(self) -> list[ModelChoice]:
        """The models. Raises: ModelError: one of them is not there."""
        return chosen_models(self.names)


@dataclass(frozen=True)
class ColorizeOptions:
    """``autochrome colorize``.

    Attributes:
        photos: paths; ``-`` is standard input.
        output: a file, a folder, ``-`` for standard output; None is beside each photo.
        hints: colours of places, as `core.colorize.hints.parse_hint` reads them.
        like: a photo whose colours they borrow, absolute.
    """

    photos: Sequence[str]
    output: str | None
    save: SaveOptions
    overwrite: bool
    before_after: bool
    look: Look
    hints: Sequence[str]
    seed: int | None
    size: int | None
    recolor: bool
    tint: TintOptions
    salvage: bool
    ignore_edits: bool
    model: ModelOptions
    copy_sidecars: bool = False
    cut_borders: bool = False
    print0: bool = False
    json: bool = False
    repair: RepairEdit = field(default_factory=RepairEdit)
    like: Path | None = None

    @classmethod
    def of(cls, arguments: argparse.Namespace) -> Self:
        """The command line's arguments."""
        return cls(
            photos=tuple(arguments.photos),
            output=arguments.output,
            save=SaveOptions(arguments.format, arguments.quality, keep_time=arguments.keep_time),
            overwrite=arguments.overwrite,
            before_after=arguments.before_after,
            look=_look(arguments),
            hints=tuple(arguments.hints),
            seed=arguments.seed,
            size=arguments.size,
            recolor=arguments.recolor,
            tint=_tint(arguments),
            salvage=arguments.salvage,
            ignore_edits=arguments.ignore_edits,
            model=ModelOptions.of(arguments),
            copy_sidecars=arguments.copy_sidecars,
            cut_borders=arguments.cut_borders,
            print0=arguments.print0,
            json=arguments.json,
            repair=RepairEdit.automatic(repair=arguments.repair, levels=arguments.auto_levels),
            like=_absolute(arguments.like),
        )


@dataclass(frozen=True)
class BatchOptions:
    """``autochrome batch``.

    Attributes:
        sources: files, folders, globs; none continues the queue.
        output: the folder of the results, absolute, without links: a queue knows one name for each
            file.
        format: of all results; None keeps each photo's own.
        settings: the format is filled in for each photo, and the seed.
        store: the queue's file.
        cluster: the workers that do it; None: this process.
    """

    sources: Sequence[str]
    recursive: bool
    include: Sequence[str]
    exclude: Sequence[str]
    shard: Shard
    output: Path
    template: NameTemplate
    format: str | None
    settings: JobSettings
    if_exists: IfExists
    consistent: bool
    model: ModelOptions
    dry_run: bool
    store: Path
    limits: Limits
    cluster: ClusterConfig | None
    quiet: bool
    json: bool
    print0: bool
    report: Path | None
    contact_sheet: Path | None

    @classmethod
    def of(cls, arguments: argparse.Namespace) -> Self:
        """The command line's arguments."""
        output = Path(os.path.realpath(arguments.output))
        return cls(
            sources=tuple(arguments.sources),
            recursive=arguments.recursive,
            include=tuple(arguments.include),
            exclude=tuple(arguments.exclude),
            shard=arguments.shard,
            output=output,
            template=arguments.name,
            format=None if arguments.format == KEEP else arguments.format,
            settings=_job_settings(arguments),
            if_exists=IfExists.UPDATE if arguments.update_model else IfExists(arguments.if_exists),
            consistent=arguments.consistent,
            model=ModelOptions.of(arguments),
            dry_run=arguments.dry_run,
            store=_store(arguments, output),
            limits=Limits(
                disk_reserve_mb=arguments.disk_reserve,
                max_megapixels=arguments.max_megapixels,
                when_disk_full="stop",
            ),
            cluster=_cluster(arguments),
            quiet=arguments.quiet,
            json=arguments.json,
            print0=arguments.print0,
            report=arguments.report,
            contact_sheet=arguments.contact_sheet,
        )


@dataclass(frozen=True)
class SplitOptions:
    """``autochrome split``.

    Attributes:
        scans: files, folders, globs.
        output: the folder of the pictures.
        save: a format of None keeps each scan's own.
        cut_borders: white borders are cut off too.
    """

    scans: Sequence[str]
    recursive: bool
    output: Path
    save: SaveOptions
    cut_borders: bool
    overwrite: bool

    @classmethod
    def of(cls, arguments: argparse.Namespace) -> Self:
        """The command line's arguments."""
        return cls(
            scans=tuple(arguments.scans),
            recursive=arguments.recursive,
            output=arguments.output,
            save=SaveOptions(
                None if arguments.format == KEEP else arguments.format, arguments.quality
            ),
            cut_borders=arguments.cut_borders,
            overwrite=arguments.overwrite,
        )


@dataclass(frozen=True)
class InfoOptions:
    """``autochrome info``."""

    model: ModelOptions
    json: bool

    @classmethod
    def of(cls, arguments: argparse.Namespace) -> Self:
        """The command line's arguments."""
        return cls(ModelOptions.of(arguments), arguments.json)


def _tint(arguments: argparse.Namespace) -> TintOptions:
    return TintOptions(WhenUnsure(arguments.tinted), ToneOption(arguments.tone), arguments.keep_ink)


def _look(arguments: argparse.Namespace) -> Look:
    return Look(**{field.name: getattr(arguments, field.name) for field in fields(Look)})


def _job_settings(arguments: argparse.Namespace) -> JobSettings:
    tint = _tint(arguments)
    return JobSettings(
        strength=arguments.strength,
        saturation=arguments.saturation,
        warmth=arguments.warmth,
        brightness=arguments.brightness,
        contrast=arguments.contrast,
        size=arguments.size,
        seed=arguments.seed,
        recolor=arguments.recolor,
        quality=arguments.quality,
        tinted=tint.when_unsure,
        tone=tint.tone,
        keep_ink=tint.keep_ink,
        salvage=arguments.salvage,
        pages=Pages(arguments.pages),
        ignore_edits=arguments.ignore_edits,
        keep_time=arguments.keep_time,
        copy_sidecars=arguments.copy_sidecars,
        repair=arguments.repair,
        auto_levels=arguments.auto_levels,
        like="" if arguments.like is None else str(_absolute(arguments.like)),
        consistent=arguments.consistent,
        cut_borders=arguments.cut_borders,
    )


def _absolute(path: Path | None) -> Path | None:
    """Links stay: a queue outlives the folder it was started in, not the names of its photos."""
    return None if path is None else Path(os.path.abspath(path))  # noqa: PTH100  (links stay)


def _cluster(arguments: argparse.Namespace) -> ClusterConfig | None:
    if arguments.engine != DASK:
        return None
    return ClusterConfig(
        scheduler=arguments.scheduler,
        workers=arguments.workers or 0,
        gpus_per_worker=arguments.gpus_per_worker or 0,
        device="cuda" if arguments.gpus_per_worker else arguments.device,
    )


def _store(arguments: argparse.Namespace, output: Path) -> Path:
    if arguments.store == USER:
        return in_user_data(output, arguments.shard)
    return Path(arguments.store) if arguments.store else beside_results(output, arguments.shard)
