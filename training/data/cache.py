"""The photograph cache: memory-mapped uint8, so that loading never limits a step.

A cache folder holds, per split: ``<split>.u8`` (all photos, RGB, end to end), ``<split>.npz``
(where each one starts, its size, kind and mean chroma, whether people are the subject) and
``manifest.csv`` (every photo considered, with its hash and what became of it).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from core.color import chroma, rgb_to_lab

U8 = npt.NDArray[np.uint8]


class CacheError(FileNotFoundError):
    """There is no such cache, or it holds no photograph; the message says how to make one."""


@dataclass(frozen=True)
class CachedPhoto:
    """One photograph on its way into the cache."""

    name: str
    rgb_u8: U8  # (H, W, 3)
    kind: str
    people: int  # 1: people are a main subject, 0: not, -1: unknown


class PhotoCache:
    """Read access to one split: ``cache[i]`` is an (H, W, 3) uint8 view of the mapped file.

    Raises:
        CacheError: the split is not there, or empty.
    """

    def __init__(self, folder: Path, split: str) -> None:
        self._opened_as = (folder, split)
        index = _read_index(folder, split)
        self.names: npt.NDArray[np.str_] = index["name"]
        self.kinds: npt.NDArray[np.str_] = index["kind"]
        self.people: npt.NDArray[np.int8] = index["people"]
        self.chroma: npt.NDArray[np.float32] = index["chroma"]  # mean C*ab
        self._offsets: npt.NDArray[np.int64] = index["offset"]
        self._shapes: npt.NDArray[np.int32] = index["shape"]  # (N, 2): H, W
        self._bytes: Any = np.memmap(folder / f"{split}.u8", dtype=np.uint8, mode="r")

    def __reduce__(self) -> tuple[type[PhotoCache], tuple[Path, str]]:
        return PhotoCache, self._opened_as  # a worker maps the file; it is not sent the photos

    def __len__(self) -> int:
        return len(self._offsets)

    @property
    def short_sides(self) -> npt.NDArray[np.int32]:
        """Shorter side (N,) of each photo in pixels."""
        sides: npt.NDArray[np.int32] = self._shapes.min(axis=1)
        return sides

    def __getitem__(self, i: int) -> U8:
        height, width = self._shapes[i]
        start = self._offsets[i]
        photo: U8 = self._bytes[start : start + height * width * 3].reshape(height, width, 3)
        return photo


def _read_index(folder: Path, split: str) -> Mapping[str, npt.NDArray[Any]]:
    how = f"make it with: python -m training.prepare_data PHOTOS {folder}"
    try:
        index: Mapping[str, npt.NDArray[Any]] = np.load(folder / f"{split}.npz")
    except FileNotFoundError as error:
        raise CacheError(f"{folder} holds no cache of {split!r} photos: {how}") from error
    if "chroma" not in index:
        raise CacheError(f"{folder} is a cache of an earlier version: {how}")
    if not len(index["offset"]):
        raise CacheError(f"the {split!r} split of {folder} is empty: {how}")
    return index


def write_split(folder: Path, split: str, photos: Iterable[CachedPhoto]) -> list[str]:
    """Write one split; returns the photos' names. The index appears last, when all is there."""
    names, kinds, people, chromas, offsets, shapes = [], [], [], [], [], []
    position = 0
    (folder / f"{split}.npz").unlink(missing_ok=True)  # it describes photos that go now
    with (folder / f"{split}.u8").open("wb") as stream:
        for photo in photos:
            names.append(photo.name)
            kinds.append(photo.kind)
            people.append(photo.people)
            chromas.append(mean_chroma(photo.rgb_u8))
            offsets.append(position)
            shapes.append(photo.rgb_u8.shape[:2])
            position += stream.write(np.ascontiguousarray(photo.rgb_u8).data)
    np.savez(
        folder / f"{split}.npz",
        name=np.array(names, dtype=np.str_),
        kind=np.array(kinds, dtype=np.str_),
        people=np.array(people, dtype=np.int8),
        chroma=np.array(chromas, dtype=np.float32),
        offset=np.array(offsets, dtype=np.int64),
        shape=np.array(shapes, dtype=np.int32).reshape(-1, 2),
    )
    return names


def mean_chroma(rgb_u8: U8) -> float:
    """Mean C*ab of a photo (H, W, 3), seen at 64 x 64 pixels."""
    small = cv2.resize(rgb_u8, (64, 64), interpolation=cv2.INTER_AREA).astype(np.uint8)
    return float(chroma(rgb_to_lab(small)[..., 1:]).mean())
