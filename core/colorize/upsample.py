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

from dataclasses import dataclass
from itertools import pairwise
from typing import Final, cast

import cv2
import numpy as np
import numpy.typing as npt

from core.color import F32, rgb_to_L
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

Taps = tuple[npt.NDArray[np.intp], F32]


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


def chroma_at(across: F32, rows: npt.NDArray[np.float64], L: F32) -> tuple[F32, F32]:
    """a*, b* (R, N) at R places down (0..1 of the height) of `ChromaField.across`; L* is (R, N)."""
    a, b, slope_a, slope_b, L_low = sampled_down(across, rows)
    detail = np.subtract(L, L_low, out=L_low)
    a += np.multiply(slope_a, detail, out=slope_a)
    b += np.multiply(slope_b, detail, out=slope_b)
    return a, b


def sampled_across(planes: F32, columns: npt.NDArray[np.float64]) -> F32:
    """Planes (P, h, w) at N places across, 0..1 of the width -> (P, h, N), bicubic."""
    index, weights = _taps(columns, planes.shape[2])
    # `take` and not planes[:, :, index]: that one's answer has its rows scattered in memory
    out: F32 = np.take(planes, index[0], axis=2) * weights[0]
    for tap in range(1, 4):
        out += np.take(planes, index[tap], axis=2) * weights[tap]
    return out


def sampled_down(across: F32, rows: npt.NDArray[np.float64]) -> F32:
    """(P, h, N) at R places down, 0..1 of the height -> (P, R, N), bicubic."""
    index, weights = _taps(rows, across.shape[1])
    first, last = int(index.min()), int(index.max()) + 1
    mixing = np.zeros((len(rows), last - first), np.float32)
    for tap in range(4):
        mixing[np.arange(len(rows)), index[tap] - first] += weights[tap]
    mixed: F32 = np.einsum("rk,pkn->prn", mixing, across[:, first:last])
    return mixed


def _taps(places: npt.NDArray[np.float64], size: int) -> Taps:
    """Bicubic taps at places in 0..1 of an axis: indices (4, N), clamped, and weights (4, N)."""
    source = places * size - 0.5
    whole = np.floor(source)
    index = np.clip(whole.astype(np.intp) + np.arange(-1, 3)[:, None], 0, size - 1)
    distance = np.abs(source - whole - np.arange(-1, 3)[:, None])
    near = ((_KEYS_A + 2) * distance - (_KEYS_A + 3)) * distance**2 + 1
    far = ((distance - 5) * distance + 8) * distance * _KEYS_A - 4 * _KEYS_A
    return index, np.where(distance <= 1, near, far).astype(np.float32)


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
