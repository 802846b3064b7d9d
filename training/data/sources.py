"""Where photographs come from: a folder, a manifest, or a collection packed in shards.

A packed collection is a folder with ``shards/manifest.csv.gz``, which lists the photos of
``shards/*.tar.gz``; those of ``train/manifest.csv`` are larger copies of some of them, and
``val/manifest.csv`` lists the photos to evaluate on.
"""

from __future__ import annotations

import csv
import gzip
import io
import tarfile
import zlib
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Final

import numpy as np

SUFFIXES: Final = {".jpg", ".jpeg", ".png", ".webp", ".avif", ".tif", ".tiff"}

#: What makes a folder a packed collection.
_SHARD_LIST: Final = Path("shards", "manifest.csv.gz")


class ShardError(ValueError):
    """A packed shard that cannot be read; the message names it."""


@dataclass(frozen=True)
class Source:
    """A photograph to consider."""

    name: str  # in the cache's manifest
    path: Path  # its file, or the shard that holds it
    split: str = ""
    kind: str = "unknown"
    people: int = -1  # 1: people are a main subject, 0: not, -1: unknown
    packed: bool = False  # in a shard, under its name
    filtered: bool = False  # by its maker, of near-grey ones and duplicates

    def read(self) -> bytes:
        """The picture file's bytes.

        Raises:
            FileNotFoundError: it is not there.
            ShardError: the shard is damaged.
        """
        if not self.packed:
            return self.path.read_bytes()
        try:
            return shard_members(self.path)[self.name]
        except KeyError as error:
            raise FileNotFoundError(f"{self.path} holds no {self.name}") from error


# two: while threads end one shard, others have begun the next
@lru_cache(maxsize=2)
def shard_members(shard: Path) -> dict[str, bytes]:
    """Every file of a .tar.gz by its name: a few megabytes, read from end to end once."""
    members = {}
    try:
        with tarfile.open(shard, "r:gz") as archive:
            for member in archive:
                content = archive.extractfile(member)
                if content is not None:
                    members[member.name] = content.read()
    except (tarfile.TarError, EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise ShardError(f"{shard} is damaged or cut short ({error}): copy it again.") from error
    return members


def find_sources(photos: Path) -> list[Source]:
    """The photographs of a manifest, of a packed collection, or of any other folder."""
    if photos.is_file():
        return read_manifest(photos)
    if (photos / _SHARD_LIST).is_file():
        return read_collection(photos)
    return find_photos(photos)


def read_manifest(path: Path) -> list[Source]:
    """Rows of a manifest CSV, which may be gzipped; ``file`` is relative to the manifest."""
    return [
        Source(
            row["file"],
            path.parent / row["file"],
            row.get("split") or "",
            row.get("kind") or "unknown",
            int(row.get("people") or -1),
        )
        for row in read_rows(path)
    ]


def read_collection(folder: Path) -> list[Source]:
    """The photos to evaluate on, then those of the shards; a larger copy takes a photo's place."""
    larger = folder / "train" / "manifest.csv"
    copies = {s.name: s.path for s in read_manifest(larger)} if larger.is_file() else {}
    packed = [
        Source(
            row["file"],
            copies.get(row["file"], folder / "shards" / row["shard"]),
            row["split"],
            row["kind"],
            int(row["people"] or -1),
            packed=row["file"] not in copies,
            filtered=True,
        )
        for row in read_rows(folder / _SHARD_LIST)
    ]
    evaluation = folder / "val" / "manifest.csv"
    to_evaluate = read_manifest(evaluation) if evaluation.is_file() else []
    return [replace(source, name=f"val/{source.name}") for source in to_evaluate] + packed


def read_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV, which may be gzipped."""
    content = path.read_bytes()
    text = (gzip.decompress(content) if path.suffix == ".gz" else content).decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def find_photos(folder: Path) -> list[Source]:
    """Every photo below a folder, sorted, so that a seed means the same everywhere."""
    files = sorted(p for p in folder.rglob("*") if p.suffix.lower() in SUFFIXES)
    return [Source(path.relative_to(folder).as_posix(), path) for path in files]


def shuffled(sources: list[Source], seed: int) -> list[Source]:
    """The sources in the seed's order."""
    order = np.random.default_rng(seed).permutation(len(sources))
    return [sources[i] for i in order]
