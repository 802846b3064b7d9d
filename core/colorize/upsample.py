"""Joint upsampling of low-resolution chroma along the edges of the photo's luminance.

Bicubic interpolation plus a narrow guided part. Around each low-resolution pixel a* and b* are
regressed on L*; where they follow it, the fine detail of L*, which bicubic cannot know, carries
chroma with it::

    ab(x) = bicubic(ab)(x) + bicubic(slope)(x) * (L(x) - bicubic(L_low)(x))

It differs from the fast guided filter (He & Sun, "Fast Guided Filter", arXiv:1505.00996) in that
only the *detail* is guided: the filter's own smoothing never touches the chroma.
``docs/finishing.md`` holds the measurements behind each constant.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final, cast

import cv2
import numpy as np
import numpy.typing as npt

from core.color import F32, rgb_to_L
from core.colorize.strips import on_all_processors, strips
from core.resize import resize_area, resize_area_cached

#: Standard deviation of the regression's window, in low-resolution pixels: its 3 x 3 neighbours.
_WINDOW_SIGMA: Final = 0.6
#: Variance of L* taken for noise (2.2 L* of grain): flatter places follow bicubic alone.
_NOISE_L: Final = 5.0
#: The same for a* and b*, which the network makes and which carry no grain.
_NOISE_AB: Final = 1.0
#: The network's H/4 chroma is refined to H/2 and to H before the photo's own resolution.
_REFINEMENTS: Final = 2
#: Parameter of the bicubic kernel (Keys 1981), OpenCV's own.
_KEYS_A: Final = -0.75
_ALL: Final = slice(None)


@dataclass(frozen=True, eq=False)
class Taps:
    """Bicubic taps of N places along an axis.

    ``index`` (4, N) of the samples on both sides, clamped to the axis; ``weights`` (4, N) of each.
    """

    index: npt.NDArray[np.intp]
    weights: F32

    @classmethod
    def at(cls, places: npt.NDArray[np.float64], size: int) -> Taps:
        """Of places in 0..1 of an axis of ``size`` samples."""
        source = places * size - 0.5
        whole = np.floor(source)
        index = np.clip(whole.astype(np.intp) + np.arange(-1, 3)[:, None], 0, size - 1)
        distance = np.abs(source - whole - np.arange(-1, 3)[:, None])
        near = ((_KEYS_A + 2) * distance - (_KEYS_A + 3)) * distance**2 + 1
        far = ((distance - 5) * distance + 8) * distance * _KEYS_A - 4 * _KEYS_A
        return cls(index, np.where(distance <= 1, near, far).astype(np.float32))

    def runs(self, places: slice) -> Iterator[tuple[slice, slice, F32]]:
        """Neighbouring places that lie between the same samples, of some places in their order.

        For each run: its places, counted from the first of ``places``, the samples, and the weight
        of each for each, (samples, places).
        """
        first = bisect_right(self._starts, places.start) - 1
        for start, samples, mixing in self._runs[first : bisect_left(self._starts, places.stop)]:
            begin, end = max(start, places.start), min(start + mixing.shape[1], places.stop)
            cut = slice(begin - places.start, end - places.start)
            yield cut, samples, mixing[:, begin - start : end - start]

    @cached_property
    def _starts(self) -> list[int]:
        """The first place of each run."""
        new = np.flatnonzero(np.diff(self.index).any(axis=0)) + 1
        return [0, *new.tolist()]

    @cached_property
    def _runs(self) -> list[tuple[int, slice, F32]]:
        """Of all places, found once: threads that look for theirs would wait for each other."""
        return [
            self._run(start, end) for start, end in pairwise([*self._starts, self.index.shape[1]])
        ]

    def _run(self, start: int, end: int) -> tuple[int, slice, F32]:
        first, *_, last = samples = self.index[:, start].tolist()
        mixing = self.weights[:, start:end]
        if last - first < 3:  # at the axis' ends, where samples are clamped
            mixing = np.zeros((last - first + 1, end - start), np.float32)
            np.add.at(mixing, np.subtract(samples, first), self.weights[:, start:end])
        return start, slice(first, last + 1), mixing


@dataclass(frozen=True, eq=False)
class ChromaField:
    """Low-resolution planes from which the chroma of any pixel is interpolated.

    ``planes`` (5, h, w): a*, b*, their two slopes on L*, and L* itself.
    """

    planes: F32

    @classmethod
    def of(
        cls, pixels: npt.NDArray[np.uint8 | np.uint16], ab: F32, refinements: int = _REFINEMENTS
    ) -> ChromaField:
        """The field of a photo ``(H, W[, 3])`` and its low-resolution a*, b* ``(2, h, w)``.

        The size of ``ab`` is doubled ``refinements`` times along the photo's edges.
        """
        height, width = pixels.shape[:2]
        ab_hw2 = np.ascontiguousarray(np.moveaxis(ab, 0, -1), dtype=np.float32)
        ab_hw2 = resize_area(ab_hw2, min(ab.shape[1], height), min(ab.shape[2], width))
        sizes = [ab_hw2.shape[:2]]
        while len(sizes) <= refinements and 2 * sizes[-1][0] < height:
            sizes.append((2 * sizes[-1][0], min(2 * sizes[-1][1], width)))
        L = rgb_to_L(resize_area_cached(pixels, *sizes[-1]))
        levels = [resize_area(L, *size) for size in sizes]
        for coarse, fine in pairwise(levels):
            ab_hw2 = _refined(ab_hw2, coarse, fine)
        slopes = _slopes(ab_hw2, L)
        return cls(np.ascontiguousarray(np.moveaxis(np.dstack((ab_hw2, slopes, L)), -1, 0)))

    def across(self, columns: npt.NDArray[np.float64]) -> F32:
        """Planes (5, h, N) at N places across, given as 0..1 of the photo's width."""
        return sampled_across(self.planes, columns)


def enlarged(ab: F32, L: F32, height: int, width: int) -> F32:
    """a*, b* (2, h, w) -> (2, height, width), along the edges of L* (H, W) of any larger size."""
    ab_hw2 = np.ascontiguousarray(np.moveaxis(ab, 0, -1), dtype=np.float32)
    coarse, fine = resize_area(L, *ab.shape[1:]), resize_area(L, height, width)
    return np.ascontiguousarray(np.moveaxis(_refined(ab_hw2, coarse, fine), -1, 0))


def chroma_at(
    across: F32, rows: Taps, L: F32, places: slice = _ALL, room: F32 | None = None
) -> F32:
    """a*, b* (2, R, N) at R places down of `ChromaField.across`; L* is (R, N).

    ``places`` are some of ``rows``; ``room`` (5, R, N) is where it works and what its answer is a
    part of.
    """
    planes = sampled_down(across, rows, places, room)
    ab, slopes, L_low = planes[:2], planes[2:4], planes[4]
    detail = np.subtract(L, L_low, out=L_low)
    ab += np.multiply(slopes, detail, out=slopes)
    return ab


def sampled_across(planes: F32, columns: npt.NDArray[np.float64]) -> F32:
    """Planes (P, h, w) at N places across, 0..1 of the width -> (P, h, N), bicubic."""
    taps = Taps.at(columns, planes.shape[2])
    lines = planes.reshape(-1, planes.shape[2])
    out: F32 = np.empty((len(lines), len(columns)), np.float32)

    def mix(block: slice) -> None:
        for strip in strips(block, len(columns)):
            np.take(lines[strip], taps.index[0], axis=1, out=out[strip], mode="clip")
            np.multiply(out[strip], taps.weights[0], out=out[strip])
            for tap in range(1, 4):
                term = np.take(lines[strip], taps.index[tap], axis=1, mode="clip")
                np.multiply(term, taps.weights[tap], out=term)
                np.add(out[strip], term, out=out[strip])

    on_all_processors(mix, len(lines), len(columns))
    return out.reshape(*planes.shape[:2], len(columns))


def sampled_down(across: F32, rows: Taps, places: slice = _ALL, out: F32 | None = None) -> F32:
    """(P, h, N) at R places down, some of ``rows`` -> (P, R, N), bicubic."""
    places = slice(*places.indices(rows.index.shape[1]))
    if out is None:
        height = places.stop - places.start
        out = np.empty((across.shape[0], height, across.shape[2]), np.float32)
    for run, samples, weights in rows.runs(places):
        np.einsum("kr,pkn->prn", weights, across[:, samples], out=out[:, run])
    return out


def _slopes(ab: F32, L: F32) -> F32:
    """Slopes (h, w, 2) of a*, b* on L* in each neighbourhood, shrunk by how well they explain it.

    The regularised least-squares slope, times the squared correlation: where chroma does not
    follow L*, as in texture, the photo's detail must not colour it.
    """
    mean_L, mean_ab = _window(L)[..., None], _window(ab)
    var_L = np.maximum(_window(L * L)[..., None] - mean_L**2, 0) + _NOISE_L
    var_ab = np.maximum(_window(ab * ab) - mean_ab**2, 0) + _NOISE_AB
    cov = _window(ab * L[..., None]) - mean_ab * mean_L
    return _window((cov / var_L) * (cov**2 / (var_L * var_ab)))


def _window(image: F32) -> F32:
    blurred = cv2.GaussianBlur(image, (0, 0), _WINDOW_SIGMA, borderType=cv2.BORDER_REFLECT_101)
    return cast("F32", blurred)


def _refined(ab: F32, L_coarse: F32, L_fine: F32) -> F32:
    """(h, w, 2) at L_coarse's size -> at L_fine's."""
    size = (L_fine.shape[1], L_fine.shape[0])
    stack = np.dstack((ab, _slopes(ab, L_coarse), L_coarse))
    larger = cv2.resize(stack, size, interpolation=cv2.INTER_CUBIC)
    detail = (L_fine - larger[..., 4])[..., None]
    return cast("F32", larger[..., :2] + larger[..., 2:4] * detail)
