"""The white border of a print: how wide it is on each side, and where the paper ends.

A border is as wide on one side as on the others. So where paper lies on a ground of its own
colour, or on another print's border, its edge is known from the sides on which it shows.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

import cv2
import numpy as np
import numpy.typing as npt

from core.color import rgb_to_lab
from core.photo.frame import Frame, axes, folded

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
Pixels = npt.NDArray[np.uint8 | np.uint16]

#: A border is at most this part of the short side.
WIDEST: Final = 0.16
#: CIE76 within which paper is one colour.
_ALIKE: Final = 6.0
#: L* of paper, at least.
LIGHT: Final = 60.0
#: Of a border that another print hides, what must lie on that one.
_OWN: Final = 0.6
#: A print's long side in the pixels that its border is measured on.
_ENOUGH: Final = 600

#: Width, Lab of the paper, how abruptly the picture begins in 0..1.
Band = tuple[float, F64, float]


def straightened(lab: F32, frame: Frame, around: int = 0) -> F32:
    """The frame's pixels (h, w, 3), upright, with ``around`` pixels of what lies about it."""
    size = (max(2, round(frame.width)) + 2 * around, max(2, round(frame.height)) + 2 * around)
    own = axes(frame.angle)
    start = np.array((frame.x, frame.y)) - 0.5
    start = start - (size[0] - 1) / 2 * own[0] - (size[1] - 1) / 2 * own[1]
    matrix = np.column_stack([own[0], own[1], start])
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return cv2.warpAffine(lab, matrix, size, flags=flags, borderMode=cv2.BORDER_REPLICATE)  # type: ignore[return-value]


def bands(lab: F32, frame: Frame) -> list[Band | None]:
    """The border on the left, upper, right and lower side, where there is one."""
    picture = straightened(lab, frame)
    views = (
        picture.transpose(1, 0, 2),
        picture,
        picture[:, ::-1].transpose(1, 0, 2),
        picture[::-1],
    )
    deepest = max(4, round(WIDEST * min(picture.shape[:2])))
    return [_band(view[:deepest]) for view in views]


def _band(rows: F32) -> Band | None:
    """Of rows (d, n, 3) from the side inwards; the first of them may lie in a shadow."""
    trim = max(1, rows.shape[1] // 12)
    rows = rows[:, trim:-trim]
    for start in (1, 3):
        paper = np.median(rows[start : start + 2].reshape(-1, 3), 0)
        alike = (((rows - paper) ** 2).sum(2) < _ALIKE**2).mean(1)
        ends = np.flatnonzero(alike[start:] < 0.6) + start
        if len(ends) and ends[0] > start:
            begins = alike[ends[0] - 1] - alike[min(len(alike) - 1, ends[0] + 3)]
            return float(ends[0]), paper.astype(np.float64), float(begins)
    return None


def completed(lab: F32, frame: Frame) -> Frame:
    """The frame with its border on all four sides, where it has one on two or more."""
    found = bands(lab, frame)
    agreeing = agreeing_bands(found)
    if len(agreeing) < 2:
        return frame
    width = float(np.mean([band[0] for band in agreeing]))
    paper = np.median([band[1] for band in agreeing], 0)
    grow = [
        0.0
        if _has(band, width, paper)
        or _is_paper(lab, frame, side, width, paper, inside=True)
        or not _is_paper(lab, frame, side, width, paper)
        else width
        for side, band in enumerate(found)
    ]
    return grown(frame, *grow)


def surrounded(lab: F32, bare: Mask, frame: Frame) -> Frame:
    """The frame with the border around it, where the picture alone was found.

    On two sides at least the border ends, as far out on each; on the others its paper goes on as
    far, or further where another print's begins. ``bare`` (H, W) is where the ground lies.
    """
    if len(agreeing_bands(bands(lab, frame))) > 2:
        return frame
    deepest = max(4, round(WIDEST * min(frame.width, frame.height))) + 2
    wide = straightened(lab, frame, deepest)
    ground = straightened(bare.astype(np.float32), frame, deepest) > 0.5
    outside = [_outwards(wide, side, deepest) for side in range(4)]
    found = [
        None if _outwards(ground, side, deepest)[1:3].mean() > 0.5 else _band(rows)
        for side, rows in enumerate(outside)
    ]
    agreeing = agreeing_bands(found)
    if len(agreeing) < 2:
        return frame
    width = float(np.median([band[0] for band in agreeing]))
    paper = np.median([band[1] for band in agreeing], 0)
    depth = max(2, round(0.8 * width))
    near = [
        (((rows[1:depth] - paper) ** 2).sum(2) < (1.5 * _ALIKE) ** 2).mean() for rows in outside
    ]
    return grown(frame, *(width,) * 4) if width >= 2 and min(near) > 0.75 else frame


def _outwards(picture: npt.NDArray[Any], side: int, around: int) -> npt.NDArray[Any]:
    """Rows from a side outwards, of a picture with ``around`` pixels about the frame."""
    return from_side(picture, side)[:around, around:-around][::-1]


def agreeing_bands(found: list[Band | None]) -> list[Band]:
    """Those of one width and one paper: the most there are. A picture's sky is a band, too."""
    light = [band for band in found if band is not None and band[1][0] > LIGHT]

    def like(one: Band) -> list[Band]:
        near = max(1.5, 0.35 * one[0])
        return [
            band
            for band in light
            if abs(band[0] - one[0]) <= near and np.linalg.norm(band[1] - one[1]) < _ALIKE
        ]

    return max(map(like, light), key=len, default=[])


def without_border(pixels: Pixels, frame: Frame) -> Frame:
    """The picture alone, where paper shows on three sides or more; else the frame itself.

    ``pixels`` is the page (H, W[, 3]), ``frame`` in its pixels.
    """
    scale = min(1.0, _ENOUGH / max(frame.width, frame.height))
    small = Frame(
        frame.width * scale / 2, frame.height * scale / 2, frame.width * scale, frame.height * scale
    )
    picture = straightened(pixels, frame)  # type: ignore[arg-type]
    size = (max(2, round(small.width)), max(2, round(small.height)))
    picture = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)  # type: ignore[assignment]
    lab = rgb_to_lab(picture if picture.ndim == 3 else np.dstack([picture] * 3)).astype(np.float32)
    found = bands(lab, small)
    if sum(band is not None and band[1][0] > LIGHT for band in found) < 3:
        return frame
    return grown(frame, *(-(band[0] + 1) / scale if band else 0.0 for band in found))


def _has(band: Band | None, width: float, paper: F64) -> bool:
    return band is not None and band[0] > 0.5 * width and bool(np.linalg.norm(band[1] - paper) < 12)


def _is_paper(
    lab: F32, frame: Frame, side: int, width: float, paper: F64, *, inside: bool = False
) -> bool:
    """Whether what lies beside a side, or within it, is of the paper's colour, a border wide."""
    around = max(2, round(width) + 1)
    wide = straightened(lab, frame, around)
    view = from_side(wide, side)
    rows = max(1, round(width))
    strip = view[around + 1 : around + rows] if inside else view[around - rows : around - 1]
    strip = strip[:, around:-around]
    if not strip.size:
        return False
    return bool((((strip - paper) ** 2).sum(2) < (1.5 * _ALIKE) ** 2).mean() > 0.75)


def grown(frame: Frame, left: float, top: float, right: float, bottom: float) -> Frame:
    """The frame with its sides moved outwards."""
    shift = np.array((right - left, bottom - top)) / 2 @ axes(frame.angle)
    return replace(
        frame,
        x=frame.x + float(shift[0]),
        y=frame.y + float(shift[1]),
        width=frame.width + left + right,
        height=frame.height + top + bottom,
    )


def from_side(picture: npt.NDArray[Any], side: int) -> npt.NDArray[Any]:
    """Rows from a side inwards: 0 left, 1 upper, 2 right, 3 lower."""
    if side in (0, 2):
        picture = np.swapaxes(picture, 0, 1)
    return picture if side in (0, 1) else picture[::-1]


def settled(lab: F32, before: list[Frame], after: list[Frame]) -> list[Frame]:
    """Frames whose borders are completed at nobody's cost.

    Where a completed border would lie on another print that shows a border of its own there, it
    is hidden below that and is not grown on that side; where the other took it for its own, that is
    trimmed.
    """
    answer = list(after)
    for number, owner in enumerate(after):
        if owner.area < 1.005 * before[number].area:
            continue
        for other, frame in enumerate(before):
            side = None if other == number else _shared_side(frame, owner)
            if side is None or _shared_side(frame, before[number]) == side:
                continue
            facing = _facing(before[number], frame)
            if _cuts(frame, owner)[side] < _OWN * _growth(owner, before[number])[facing]:
                continue  # they overlap a little; a border is never hidden in part by one side
            if _ends_there(lab, frame, side):
                answer[number] = _not_grown(answer[number], before[number], facing)
            else:
                answer[other] = _trimmed(answer[other], owner, side)
    return answer


def _not_grown(after: Frame, before: Frame, side: int) -> Frame:
    """The grown frame with one side where it was before."""
    back = [0.0] * 4
    back[side] = -_growth(after, before)[side]
    return grown(after, *back)


def _growth(after: Frame, before: Frame) -> tuple[float, float, float, float]:
    """How far each side was moved outwards: left, upper, right, lower."""
    dx, dy = axes(before.angle) @ np.array((after.x - before.x, after.y - before.y))
    wider, taller = (after.width - before.width) / 2, (after.height - before.height) / 2
    return float(wider - dx), float(taller - dy), float(wider + dx), float(taller + dy)


def _facing(frame: Frame, other: Frame) -> int:
    """Which side of a frame faces another one."""
    x, y = axes(frame.angle) @ np.array((other.x - frame.x, other.y - frame.y))
    if abs(x) / frame.width > abs(y) / frame.height:
        return 2 if x > 0 else 0
    return 3 if y > 0 else 1


def _ends_there(lab: F32, frame: Frame, side: int) -> bool:
    """Whether the frame's border is no wider on a side than on the others."""
    found = bands(lab, frame)
    band = found[side]
    widths = [each[0] for each in found if each is not None]
    return band is None or len(widths) < 3 or band[0] < 1.6 * float(np.median(widths))


def _cuts(frame: Frame, owner: Frame) -> F64:
    """How far the owner reaches into the frame from its left, upper, right and lower side."""
    corners = (owner.corners() - (frame.x, frame.y)) @ axes(frame.angle).T
    (left, top), (right, bottom) = corners.min(0), corners.max(0)
    w, h = frame.width / 2, frame.height / 2
    if min(right, w) - max(left, -w) <= 1 or min(bottom, h) - max(top, -h) <= 1:
        return np.zeros(4)
    return np.array((right + w, bottom + h, w - left, h - top))


def _shared_side(frame: Frame, owner: Frame) -> int | None:
    """The side along which the owner takes a narrow strip of the frame; None where it does not."""
    if abs(folded(frame.angle - owner.angle)) > 2.5:
        return None
    cuts = _cuts(frame, owner)
    side = int(np.argmin(cuts))
    return side if 1 < cuts[side] < WIDEST * min(frame.width, frame.height) else None


def _trimmed(frame: Frame, owner: Frame, side: int) -> Frame:
    """The frame less the strip along a side that is the owner's."""
    shrink = [0.0] * 4
    shrink[side] = -float(_cuts(frame, owner)[side])
    return grown(frame, *shrink)
