"""What ``autochrome watch`` was asked for; see `core.cli.options`."""

from __future__ import annotations

import argparse
import hashlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from core.cli.batch_options import BatchOptions
from core.cli.split_options import SplitOptions
from core.photo.save_options import SaveOptions


@dataclass(frozen=True)
class WatchOptions:
    """``autochrome watch``.

    Attributes:
        batch: how each photo is done, and where its result goes.
        new_only: what was there at the first start is left alone.
        split: pages are cut into their prints first.
    """

    batch: BatchOptions
    new_only: bool = False
    split: bool = False

    @classmethod
    def of(cls, arguments: argparse.Namespace) -> Self:
        """The command line's arguments."""
        batch = BatchOptions.of(arguments)
        # a watch is left alone for days: it waits for room instead of ending
        limits = replace(batch.limits, when_disk_full="wait")
        return cls(replace(batch, limits=limits), arguments.new_only, arguments.split)

    @property
    def memory(self) -> Path:
        """Where is kept what is done with: beside the queue."""
        return self.batch.store.with_name(f"{self.batch.store.stem}-watch.jsonl")

    def recipe(self, model_sha256: str) -> str:
        """64 hexadecimal digits, equal for watches that make equal results."""
        batch = self.batch
        decides = (
            model_sha256, batch.settings.to_json(), batch.template.text, batch.format,
            batch.if_exists.value, batch.consistent, self.split,
        )  # fmt: skip
        return hashlib.sha256(repr(decides).encode()).hexdigest()

    def splitting(self, folder: Path) -> SplitOptions:
        """How pages are cut: losslessly kept as they are, into ``folder`` below ``OUT/prints``."""
        return SplitOptions(
            scans=(),
            recursive=False,
            output=self.batch.output / "prints" / folder,
            save=SaveOptions(),
            cut_borders=False,
            overwrite=True,
        )
