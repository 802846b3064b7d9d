"""Photographs on disk -> a seeded, filtered, listed split in a compact cache.

    python -m training.prepare_data PHOTOS CACHE [--train 8000 --val 2000] [--size 192] [--seed 0]

PHOTOS is a folder (searched recursively; COCO's ``train2017`` gives the reference's 8,000/2,000)
or a manifest CSV with a column ``file`` and, optionally, ``split``, ``kind`` and ``people``. A
manifest with splits is kept as it is split; of other photos a fifth is for validation, as in the
reference. Missing, unreadable, near-grey (mean chroma below 5) and duplicate photos are left out,
and ``CACHE/manifest.csv`` says which and why.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path

import cv2
import numpy as np
import pyvips
from rich.console import Console
from rich.progress import track

from core.color import chroma, rgb_to_lab
from training.data.cache import U8, CachedPhoto, write_split

SUFFIXES = {".jpg", ".jpeg", ".png", ".webp", ".avif", ".tif", ".tiff"}

#: Mean C*ab under which a photo teaches the network that the world is grey.
NEAR_GREY = 5.0

#: Fingerprints of 144 bits that differ in at most so many are of one photo. Copies at 60 % of the
#: size, saved as JPEG again, differ by 0 to 9 (99.7 % of 677 photos); other photos by 22 and more.
SAME_PHOTO = 10

#: Share of a folder's photos that is for validation: the reference's 2,000 of 10,000.
_VALIDATION_SHARE = 0.2


@dataclass(frozen=True)
class Source:
    """A photograph to consider."""

    path: Path
    split: str
    kind: str = "unknown"
    people: int = -1


@dataclass
class Filter:
    """Says why a photo is left out; remembers what it has seen."""

    min_chroma: float = NEAR_GREY
    seen: list[bytes] = field(default_factory=list)

    def reason_against(self, rgb_u8: U8) -> str | None:
        """A word for the manifest, or None for a photo to keep."""
        small = cv2.resize(rgb_u8, (64, 64), interpolation=cv2.INTER_AREA).astype(np.uint8)
        if chroma(rgb_to_lab(small)[..., 1:]).mean() < self.min_chroma:
            return "near-grey"
        fingerprint = difference_hash(small)
        if self._has_seen(fingerprint):
            return "duplicate"
        self.seen.append(fingerprint)
        return None

    def _has_seen(self, fingerprint: bytes) -> bool:
        length = len(fingerprint)
        known = np.frombuffer(b"".join(self.seen), np.uint8).reshape(-1, length)  # (photos, bytes)
        differing = np.bitwise_count(known ^ np.frombuffer(fingerprint, np.uint8)).sum(axis=1)
        return bool((differing <= SAME_PHOTO).any())


def difference_hash(rgb_u8: U8, side: int = 12) -> bytes:
    """Signs of horizontal luminance differences on a grid: nearly equal for copies of other sizes.

    The same idea as dHash (N. Krawetz, 2013), at 144 bits so that unlike skies do not collide.
    """
    grey = cv2.cvtColor(rgb_u8, cv2.COLOR_RGB2GRAY)
    grey = cv2.resize(grey, (side + 1, side), interpolation=cv2.INTER_AREA)
    return np.packbits(grey[:, 1:] > grey[:, :-1]).tobytes()


def read_small(path: Path, short_side: int) -> U8:
    """The photo as (H, W, 3) sRGB uint8 whose shorter side is ``short_side``.

    Raises:
        pyvips.Error: the file is not a readable picture.
    """
    header = pyvips.Image.new_from_file(str(path)).autorot()
    scale = short_side / min(header.width, header.height)
    # thumbnail() decodes at reduced size where the format can, and applies orientation and profile
    image = pyvips.Image.thumbnail(
        str(path),
        round(header.width * scale),
        height=round(header.height * scale),
        size="both",
        fail_on="truncated",  # or the rest of a picture that is cut short is taken for grey
    )
    rgb = image.colourspace("srgb").flatten() if image.hasalpha() else image.colourspace("srgb")
    return np.ascontiguousarray(rgb[:3].numpy().astype(np.uint8))


def read_manifest(path: Path) -> list[Source]:
    """Rows of a manifest CSV; ``file`` is relative to the manifest."""
    with path.open(newline="", encoding="utf-8") as stream:
        return [
            Source(
                path.parent / row["file"],
                row.get("split") or "",
                row.get("kind") or "unknown",
                int(row.get("people") or -1),
            )
            for row in csv.DictReader(stream)
        ]


def find_photos(folder: Path) -> list[Source]:
    """Every photo below a folder, sorted, so that a seed means the same everywhere."""
    files = sorted(p for p in folder.rglob("*") if p.suffix.lower() in SUFFIXES)
    return [Source(path, "") for path in files]


def shuffled(sources: list[Source], seed: int) -> list[Source]:
    """The sources in the seed's order."""
    order = np.random.default_rng(seed).permutation(len(sources))
    return [sources[i] for i in order]


def _decode(source: Source, short_side: int) -> U8 | None:
    try:
        return read_small(source.path, short_side)
    except pyvips.Error:
        return None  # the manifest says "unreadable"


@dataclass
class Preparation:
    """One run: decodes, filters, and remembers what became of every photo."""

    root: Path
    keep: Filter = field(default_factory=Filter)
    digests: dict[str, str] = field(default_factory=dict)
    left_out: dict[str, str] = field(default_factory=dict)

    def photos(self, sources: list[Source], short_side: int) -> Iterator[CachedPhoto]:
        """The photos of ``sources`` that pass, in their order."""
        with ThreadPoolExecutor() as pool:
            for start in range(0, len(sources), 64):  # bounded: never the whole data set in memory
                part = sources[start : start + 64]
                decoded = pool.map(partial(_decode, short_side=short_side), part)
                for source, rgb_u8 in zip(part, decoded, strict=True):
                    photo = self._consider(source, rgb_u8)
                    if photo is not None:
                        yield photo

    def _consider(self, source: Source, rgb_u8: U8 | None) -> CachedPhoto | None:
        name = source.path.relative_to(self.root).as_posix()
        if not source.path.is_file():
            self.digests[name], self.left_out[name] = "", "missing"
            return None
        self.digests[name] = hashlib.sha256(source.path.read_bytes()).hexdigest()
        reason = "unreadable" if rgb_u8 is None else self.keep.reason_against(rgb_u8)
        if rgb_u8 is None or reason:
            self.left_out[name] = reason or ""
            return None
        return CachedPhoto(name, rgb_u8, source.kind, source.people)

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


def prepare(photos: Path, cache: Path, plans: list[SplitPlan], seed: int) -> dict[str, int]:
    """Build the cache; returns the number of photos in each split.

    Splits are filled in the order of ``plans``. Put validation first: a duplicate is then dropped
    from training and never from the figures.
    """
    cache.mkdir(parents=True, exist_ok=True)
    sources = read_manifest(photos) if photos.is_file() else find_photos(photos)
    work = Preparation(photos.parent if photos.is_file() else photos)
    ready_split = any(source.split for source in sources)
    rest = shuffled(sources, seed)
    split_of: dict[str, str] = {}
    for plan in plans:
        mine = [s for s in sources if s.split == plan.name] if ready_split else rest
        count = plan.count
        if count is None and plan.name == "val" and not ready_split:
            count = round(_VALIDATION_SHARE * len(sources))
        stream = islice(work.photos(mine, plan.short_side), count)
        total = len(mine) if count is None else count
        shown = track(stream, plan.name, total=total, console=Console(stderr=True))
        names = write_split(cache, plan.name, shown)
        split_of |= dict.fromkeys(names, plan.name)
        rest = [s for s in rest if s.path.relative_to(work.root).as_posix() not in work.digests]
    work.write_manifest(cache / "manifest.csv", split_of)
    return Counter(split_of.values())


def main(argv: list[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(prog="training.prepare_data", description=__doc__)
    parser.add_argument("photos", type=Path, help="folder of photographs, or a manifest CSV")
    parser.add_argument("cache", type=Path, help="folder to write")
    parser.add_argument("--size", type=int, default=192, help="short side of training photos")
    parser.add_argument("--val-size", type=int, default=256, help="the same, to evaluate on")
    parser.add_argument("--train", type=int, default=None, help="photos to train on (all)")
    parser.add_argument("--val", type=int, default=None, help="photos to evaluate on (a fifth)")
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args(argv)
    plans = [
        SplitPlan("val", args.val, args.val_size),
        SplitPlan("train", args.train, args.size),
    ]
    written = prepare(args.photos, args.cache, plans, args.seed)
    for split, count in written.items():
        print(f"{split}: {count} photos")  # noqa: T201 - a command line speaks


if __name__ == "__main__":
    main()
