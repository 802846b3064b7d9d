"""Colours carried from one photo to another, to what is alike in both by the network's features.

Each place of a photo takes the mean colour of the places of the others whose features are nearest
to its own, weighed by exp(-d / T) of their squared distance d, in nats. How far it may be trusted
falls with the distance to the nearest. ``docs/album.md`` holds the measurements behind the
constants.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, cast

import cv2
import numpy as np

from core.color import F32
from core.resize import resize_area

#: Places of a photo that are looked at, at most: their distances to another's are a matrix.
_MOST_PLACES: Final = 1600
#: T: how much farther than the nearest a place may be and still count.
_TEMPERATURE: Final = 0.5


@dataclass(frozen=True, eq=False)
class ColorSource:
    """Places of a photo: what they look like to the network, and their colours.

    Attributes:
        features: (N, C).
        ab: a*, b* (N, 2).
        shape: height and width of the grid they stand in, N = height x width.
    """

    features: F32
    ab: F32
    shape: tuple[int, int]

    @classmethod
    def of(cls, features: F32, ab: F32) -> ColorSource:
        """Of features (C, h, w) and chroma (2, h', w'), averaged over one grid."""
        height, width = _grid(features.shape[1], features.shape[2])
        return cls(_places(features, height, width), _places(ab, height, width), (height, width))

    @property
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
