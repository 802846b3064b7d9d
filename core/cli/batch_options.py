"""What ``autochrome batch`` was asked for; see `core.cli.options`."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from core.batch.limits import Limits
from core.cli.batch_parser import USER
from core.cli.engine_parser import DASK
from core.cli.options import ModelOptions, absolute, tint_options
from core.cluster.config import ClusterConfig
from core.planning.name_template import NameTemplate
from core.queue.job import KEEP, IfExists, JobSettings, Pages
from core.queue.locations import beside_results, in_user_data
from core.queue.shard import Shard


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


def _job_settings(arguments: argparse.Namespace) -> JobSettings:
    tint = tint_options(arguments)
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
        like="" if arguments.like is None else str(absolute(arguments.like)),
        consistent=arguments.consistent,
        cut_borders=arguments.cut_borders,
    )


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
