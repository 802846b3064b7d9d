"""Colours carried from one photo to another, to what is alike in both by the network's features.

Each place of a photo takes the mean colour of the places of the others whose features are nearest
to its own, weighed by exp(-d / T) of their squared distance d, in nats. How far it may be trusted
falls with the distance to the nearest. ``docs/album.md`` holds the measurements behind the
constants.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, cast

import cv2
import numpy as np

from core.color import F32
from core.colorize.alignment import align
from core.resize import resize_area

#: Places of a photo that are looked at, at most: their distances to another's are a matrix.
_MOST_PLACES: Final = 1600
#: T: how much farther than the nearest a place may be and still count.
_TEMPERATURE: Final = 0.25
#: Squared distance at which a place of another shot of the same scene is trusted by 1/e.
_ALIGNED_REACH: Final = 2.0


@dataclass(frozen=True, eq=False)
class ColorSource:
    """Places of a photo: what they look like to the network, and their colours.

    Attributes:
        features: (N, C).
        shape: height and width of the grid they stand in, N = height x width.
        chroma: a*, b* (2, h, w) of all the photo, on a grid of its own.
    """

    features: F32
    shape: tuple[int, int]
    chroma: F32

    @classmethod
    def of(cls, features: F32, chroma: F32) -> ColorSource:
        """Of features (C, h, w), averaged over a grid, and chroma (2, h', w')."""
        height, width = _grid(features.shape[1], features.shape[2])
        return cls(_places(features, height, width), (height, width), chroma)

    @cached_property
    def ab(self) -> F32:
        """a*, b* (N, 2) of the places."""
        return _places(self.chroma, *self.shape)

    @property
    def planes(self) -> F32:
        """The features as they stand in the photo, (C, height, width)."""
        return np.ascontiguousarray(self.features.T.reshape(-1, *self.shape))

    @cached_property
    def summary(self) -> F32:
        """(2 C,): mean and deviation of each feature, by which likely neighbours are found."""
        return np.concatenate((self.features.mean(axis=0), self.features.std(axis=0)))


@dataclass(frozen=True, eq=False)
class Carried:
    """Colours carried to a photo.

    Attributes:
        ab: a*, b* (2, h, w).
        distance: (h, w) to the nearest place there is, in nats.
    """

    ab: F32
    distance: F32

    def mixed(self, ab: F32, trust: F32) -> F32:
        """These colours over the photo's own (2, h', w'), as far as ``trust`` (h, w) says."""
        height, width = ab.shape[1:]
        share = np.clip(_enlarged(trust[None], height, width), 0, 1)
        mixed: F32 = ab + share * (_enlarged(self.ab, height, width) - ab)
        return mixed


def carry(to: ColorSource, sources: Sequence[ColorSource]) -> Carried:
    """The colours of some photos at the places of another."""
    distances = np.concatenate([_distances(to, source) for source in sources], axis=1)
    colors = np.concatenate([source.ab for source in sources])
    nearest = distances.min(axis=1)
    distances -= nearest[:, None]
    np.exp(distances * np.float32(-1 / _TEMPERATURE), out=distances)
    ab = distances @ colors / distances.sum(axis=1, keepdims=True)
    return Carried(ab.T.reshape(2, *to.shape), nearest.reshape(to.shape))


def carry_aligned(
    to: ColorSource, sources: Sequence[ColorSource], height: int, width: int
) -> tuple[F32, F32]:
    """The colours of those photos that show the same scene, each place from where it lies there.

    Chroma (2, height, width), and how far it may be trusted (height, width) in 0..1: not at all
    where none of them shows the place, or something else stands there.
    """
    total, trusted = np.zeros((2, height, width), np.float32), np.zeros((height, width), np.float32)
    for source in sources:
        found = align(_distances(to, source), to.shape, source.shape)
        if found is None:
            continue
        chroma, shown = found.seen_from(source.chroma, height, width)
        features, _ = found.seen_from(source.planes, *to.shape)
        distance = np.square(features - to.planes).sum(axis=0)
        trust = shown * _enlarged(np.exp(distance / -_ALIGNED_REACH)[None], height, width)[0]
        total += trust * chroma
        trusted += trust
    total /= np.maximum(trusted, np.float32(1e-6))
    return total, np.minimum(trusted, np.float32(1))


def unlikeness(one: ColorSource, other: ColorSource) -> float:
    """Median squared distance of each place to the nearest of the other photo, both ways.

    Of one photo cropped, exposed and grained anew nine of ten are below 0.33; of two photos by
    chance one of fifty is below 0.35, and half are below 0.6.
    """
    distances = _distances(one, other)
    ways = (np.median(distances.min(axis=axis)) for axis in (0, 1))
    return float(sum(ways) / 2)


def _distances(one: ColorSource, other: ColorSource) -> F32:
    """(N, M) squared."""
    products = one.features @ other.features.T
    products *= -2
    products += np.square(one.features).sum(axis=1)[:, None]
    products += np.square(other.features).sum(axis=1)
    return cast("F32", np.maximum(products, 0, out=products))


def _grid(height: int, width: int) -> tuple[int, int]:
    """Half the features' size, or less where those were too many places."""
    scale = min(0.5, (_MOST_PLACES / (height * width)) ** 0.5)
    return max(1, round(height * scale)), max(1, round(width * scale))


def _places(planes: F32, height: int, width: int) -> F32:
    """(C, h, w) -> (height x width, C), averaged, or interpolated where there are fewer."""
    if planes.shape[1] >= height and planes.shape[2] >= width:
        small = np.stack([resize_area(np.ascontiguousarray(p), height, width) for p in planes])
    else:
        small = _enlarged(planes, height, width)
    return np.ascontiguousarray(small.reshape(len(planes), -1).T, np.float32)


def _enlarged(planes: F32, height: int, width: int) -> F32:
    """(C, h, w) -> (C, height, width), between its pixels."""
    return np.stack(
        [
            cast("F32", cv2.resize(plane, (width, height), interpolation=cv2.INTER_LINEAR))
            for plane in planes
        ]
    )
