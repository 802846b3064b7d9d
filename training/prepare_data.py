"""Photographs on disk -> a seeded, filtered, listed split in a compact cache.

    python -m training.prepare_data PHOTOS CACHE [--train 8000 --val 2000] [--size 192] [--seed 0]

PHOTOS is a folder (searched recursively; COCO's ``train2017`` gives the reference's 8,000/2,000),
a collection packed in shards (see ``training.data.sources``), or a manifest CSV with a column
``file`` and, optionally, ``split``, ``kind`` and ``people``. What has splits is kept as it is
split; of other photos a fifth is for validation, as in the reference. Missing, unreadable,
near-grey (mean chroma below 5) and duplicate photos are left out, but for the last two among the
packed ones, whose maker has done so; ``CACHE/manifest.csv`` says which and why. The cache takes at
most three quarters of the memory that is free, so that training never waits for the disk.
"""

from __future__ import annotations

import argparse
import csv
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

import psutil
from rich.console import Console
from rich.progress import track

from core.processors import usable_processors
from training.data.cache import CachedPhoto, write_split
from training.data.decode import Decoded, Decoder
from training.data.filters import Filter
from training.data.sources import ShardError, Source, find_sources, shuffled

#: Share of a folder's photos that is for validation: the reference's 2,000 of 10,000.
_VALIDATION_SHARE = 0.2

#: Share of the free memory that a cache may take.
_MEMORY_SHARE = 0.75


@dataclass
class Preparation:
    """One run: filters, keeps within its room, and remembers what became of every photo."""

    room: float  # bytes that are left for pixels
    keep: Filter = field(default_factory=Filter)
    digests: dict[str, str] = field(default_factory=dict)
    left_out: dict[str, str] = field(default_factory=dict)

    def photos(self, decoded: Iterator[Decoded]) -> Iterator[CachedPhoto]:
        """Those that pass, in their order, until there is no more room."""
        for each in decoded:
            photo = self._consider(each)
            if photo is None:
                continue
            self.room -= photo.rgb_u8.nbytes
            if self.room < 0:
                self.left_out[photo.name] = "no room"
                return
            yield photo

    def _consider(self, photo: Decoded) -> CachedPhoto | None:
        source, digest, rgb_u8 = photo
        self.digests[source.name] = digest
        if rgb_u8 is None:
            self.left_out[source.name] = "unreadable" if digest else "missing"
            return None
        reason = None if source.filtered else self.keep.reason_against(rgb_u8)
        if reason:
            self.left_out[source.name] = reason
            return None
        return CachedPhoto(source.name, rgb_u8, source.kind, source.people)

    def write_manifest(self, path: Path, split_of: dict[str, str]) -> None:
        """List every photo considered: its hash, its split, or why it is left out."""
        with path.open("w", newline="", encoding="utf-8") as stream:
            writer = csv.writer(stream)
            writer.writerow(("file", "sha256", "split", "left_out"))
            for name, digest in self.digests.items():
                writer.writerow((name, digest, split_of.get(name, ""), self.left_out.get(name, "")))


@dataclass(frozen=True)
class SplitPlan:
    """What one split is to hold."""

    name: str
    count: int | None  # None: all there are, or a fifth for validation where nothing is split yet
    short_side: int


@dataclass(frozen=True)
class SplitReport:
    """What came of it, and how fast."""

    name: str
    photos: int
    gigabytes: float
    seconds: float
    waited: float  # seconds for decoding
    full: bool  # there was no room for more

    def __str__(self) -> str:
        decoding = self.waited > self.seconds / 2
        limit = f"decoding on {usable_processors()} cores" if decoding else "writing"
        told = (
            f"{self.name}: {self.photos:,} photos, {self.gigabytes:.2f} GB,"
            f" {self.photos / self.seconds:,.0f} a second, limited by {limit}"
        )
        return f"{told}; there was no memory for more" if self.full else told


def prepare(
    photos: Path, cache: Path, plans: list[SplitPlan], seed: int, *, room: float = float("inf")
) -> list[SplitReport]:
    """Build a cache of at most ``room`` bytes of pixels; returns a report on each split.

    Splits are filled in the order of ``plans``. Put validation first: a duplicate is then dropped
    from training and never from the figures.

    Raises:
        ShardError: a packed shard is damaged.
    """
    cache.mkdir(parents=True, exist_ok=True)
    sources = find_sources(photos)
    work = Preparation(room)
    ready_split = any(source.split for source in sources)
    rest = shuffled(sources, seed)
    split_of: dict[str, str] = {}
    reports = []
    for plan in plans:
        mine = [s for s in sources if s.split == plan.name] if ready_split else rest
        count = plan.count
        if count is None and plan.name == "val" and not ready_split:
            count = round(_VALIDATION_SHARE * len(sources))
        names, report = _fill(cache, plan, work, mine, count)
        split_of |= dict.fromkeys(names, plan.name)
        reports.append(report)
        rest = [source for source in rest if source.name not in work.digests]
    work.write_manifest(cache / "manifest.csv", split_of)
    return reports


def _fill(
    cache: Path, plan: SplitPlan, work: Preparation, sources: list[Source], count: int | None
) -> tuple[list[str], SplitReport]:
    """Write one split of the cache; the names of its photos, and the report."""
    # what is enlarged to train on takes room and tells nothing
    decoder = Decoder(plan.short_side, "both" if plan.name == "val" else "down")
    since = time.perf_counter()
    stream = islice(work.photos(decoder.photos(sources)), count)
    total = len(sources) if count is None else count
    names = write_split(
        cache,
        plan.name,
        track(stream, plan.name, total=total, console=Console(stderr=True, soft_wrap=True)),
    )
    seconds = time.perf_counter() - since
    size = (cache / f"{plan.name}.u8").stat().st_size
    report = SplitReport(plan.name, len(names), size / 1e9, seconds, decoder.waited, work.room < 0)
    return names, report


def parse(argv: list[str] | None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(
        prog="training.prepare_data",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("photos", type=Path, help="folder of photographs, packed collection, or manifest CSV")
    add("cache", type=Path, help="folder to write")
    add("--size", type=int, default=192, help="largest short side of training photos")
    add("--val-size", type=int, default=256, help="short side of those to evaluate on")
    add("--train", type=int, default=None, help="photos to train on (all)")
    add("--val", type=int, default=None, help="photos to evaluate on (a fifth)")
    add("--max-gb", type=float, help="size of the cache (three quarters of the free memory)")
    add("--seed", type=int, default=0)
    return parser.parse_args(argv)


def main(argv: list[str] | None = None) -> int:
    """Command line; exit status 1 where the photographs cannot be read."""
    args = parse(argv)
    plans = [
        SplitPlan("val", args.val, args.val_size),
        SplitPlan("train", args.train, args.size),
    ]
    free = psutil.virtual_memory().available
    room = _MEMORY_SHARE * free if args.max_gb is None else args.max_gb * 1e9
    try:
        reports = prepare(args.photos, args.cache, plans, args.seed, room=room)
    except (ShardError, FileNotFoundError) as error:
        print(f"training.prepare_data: {error}", file=sys.stderr)  # noqa: T201 - a command line speaks
        return 1
    for report in reports:
        print(report)  # noqa: T201 - a command line speaks
    return 0


if __name__ == "__main__":
    sys.exit(main())
