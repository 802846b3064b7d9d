"""Where on a sheet the photograph is: inside its border, the card or the table it lies on.

Two things are peeled off. Margins, up to four times (control strip, card, border, key line): the
sheet's rim is of one colour, so what is of that colour goes. Surroundings of any pattern: where a
print's straight edges are found, the photograph is what is inside of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from core.color import F32, chroma
from core.colorize.tint.boxes import LEAST_ROWS, Box, Margin
from core.colorize.tint.straight_edges import clearness, inside_edges, steps

#: How far from the rim's middle colour a margin's pixels may be, in L* and in C*ab: card has
#: fibres, and lamps do not light it evenly.
_MARGIN_L: Final = 12.0
_MARGIN_AB: Final = 6.0
#: Share of the rim that has to be of one colour: captions and corners of prints break it.
_RIM_SHARE: Final = 0.6
#: Share of a side of the sheet that is of a margin's colour from which it belongs to the margin.
_GROUND_SHARE: Final = 0.3
#: A row or column belongs to the picture from this share of what a full one holds.
_ROW_SHARE: Final = 0.35
#: A frame's clear edge: the slopes it may have, and the share of rows that take the step.
_UPRIGHT: Final = (-0.02, 0.0, 0.02)
_MARGIN_EDGE: Final = 0.75
#: Share of a sheet that a margin may leave; less than the larger one only with four edges that are
#: as clear as a card's: a clock on a plain wall has none.
_LEAST_LEFT: Final = (0.04, 0.35)
_SMALL_PRINT_EDGE: Final = 1.05
#: A band's edge, over the whole side; and how deep it may be.
_BAND_EDGE: Final = 1.25
_BAND_DEPTH: Final = 0.28
#: What a band shows: a lid without a colour, in C*ab, light or dark; or patches of so many of
#: twelve hues, each of more than a share of it. Sky and floor end in straight edges as well.
_LID_CHROMA: Final = 8.0
_LID_SHARE: Final = 0.9
_LID_L: Final = (15.0, 85.0)
_PATCH_CHROMA: Final = 30.0
_PATCH_SHARE: Final = 0.01
_PATCH_HUES: Final = 4
#: Smallest picture: share of the side that a margin may leave, and of the area inside edges.
_LEAST_SIDE: Final = 0.2
_LEAST_AREA: Final = 0.15


@dataclass(frozen=True, eq=False)
class PictureArea:
    """Where the photograph is on a sheet.

    Attributes:
        box: of the photograph.
        margins: peeled off the sheet, from the outermost in.
        surroundings: what is left then, where the print lies in it with straight edges of its own.
        borders: peeled off that print, from the outermost in.
        edges: how many of the four sides have a straight edge.
    """

    box: Box
    margins: tuple[Margin, ...]
    surroundings: Box | None
    borders: tuple[Margin, ...]
    edges: int


def picture_area(lab: F32) -> PictureArea:
    """Of a sheet's small copy (H, W, 3)."""
    whole = Box(0, lab.shape[0], 0, lab.shape[1])
    margins = _peeled(lab, whole, times=4)
    sheet = margins[-1].inner if margins else whole
    framed = any(margin.is_frame for margin in margins)
    inside, edges = inside_edges(lab, sheet, framed=framed)
    if inside == sheet:
        return PictureArea(sheet, margins, None, (), edges)
    borders = _peeled(lab, inside, times=2)
    box = borders[-1].inner if borders else inside
    if box.area < _LEAST_AREA * sheet.area:
        return PictureArea(sheet, margins, None, (), edges)
    return PictureArea(box, margins, sheet, borders, edges)


def _peeled(lab: F32, box: Box, times: int) -> tuple[Margin, ...]:
    margins: list[Margin] = []
    for _ in range(times):
        margin = _margin(lab, box) or _band(lab, box)
        if margin is None:
            break
        margins.append(margin)
        box = margin.inner
    return tuple(margins)


def _margin(lab: F32, box: Box) -> Margin | None:
    """A frame of the rim's colour, where it ends in straight edges: a plain sky does not."""
    part = box.of(lab)
    height, width = part.shape[:2]
    if min(height, width) < LEAST_ROWS:
        return None
    rim = np.concatenate([
        side.reshape(-1, 3)
        for side in (part[:2], part[-2:], part[2:-2, :2], part[2:-2, -2:])
    ])  # fmt: skip
    middle: F32 = np.median(rim, axis=0)
    if _near(rim, middle).mean() < _RIM_SHARE:
        return None
    other = ~_near(part, middle)
    rows, columns = _filled(other.mean(1)), _filled(other.mean(0))
    if len(rows) < height * _LEAST_SIDE or len(columns) < width * _LEAST_SIDE:
        return None
    inner = Box(int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1)
    left = inner.area / (height * width)
    too_small = inner.shortest < LEAST_ROWS or left < _LEAST_LEFT[0]
    if too_small or _leaves_out(part, inner, middle):
        return None
    if not _ends_straight(part, inner, small=left < _LEAST_LEFT[1]):
        return None
    placed = Box(
        box.top + inner.top, box.top + inner.bottom, box.left + inner.left, box.left + inner.right
    )  # fmt: skip
    return None if placed == box else Margin(box, placed, middle)


def _leaves_out(part: F32, inner: Box, middle: F32) -> bool:
    """Whether a side that is not cut off is of the margin's colour, too: no frame, but a ground."""
    height, width = part.shape[:2]
    whole = [
        *([part[:2]] if inner.top == 0 else []),
        *([part[-2:]] if inner.bottom == height else []),
        *([part[:, :2]] if inner.left == 0 else []),
        *([part[:, -2:]] if inner.right == width else []),
    ]
    return any(_near(side, middle).mean() > _GROUND_SHARE for side in whole)


def _ends_straight(lab: F32, inner: Box, *, small: bool) -> bool:
    """Whether at most one of the sides that a box cuts off has no clear edge; none if `small`."""
    height, width = lab.shape[:2]
    rows, columns = np.arange(inner.top, inner.bottom), np.arange(inner.left, inner.right)
    across, down = steps(lab), steps(lab.transpose(1, 0, 2))
    sides = [
        (across, inner.left, width, rows), (across, inner.right, width, rows),
        (down, inner.top, height, columns), (down, inner.bottom, height, columns),
    ]  # fmt: skip
    vague = 0
    for step, at, length, along in sides:
        if 2 < at < length - 2:
            near = slice(max(0, at - 3), at + 3)
            clear = float(clearness(step, along, _UPRIGHT)[:, near].max())
            vague += clear < (_SMALL_PRINT_EDGE if small else _MARGIN_EDGE)
    return vague <= (0 if small else 1)


def _band(lab: F32, box: Box) -> Margin | None:
    """Something along one whole side, as wide as the sheet: a scanner's strip or its lid."""
    part = box.of(lab)
    height, width = part.shape[:2]
    if min(height, width) < 2 * LEAST_ROWS:
        return None
    turned = part.transpose(1, 0, 2)
    left, right = _bands_of_two_sides(part, steps(part))
    top, bottom = _bands_of_two_sides(turned, steps(turned))
    inner = Box(box.top + top, box.bottom - bottom, box.left + left, box.right - right)
    if inner == box or inner.shortest < LEAST_ROWS:
        return None
    outside = np.ones(part.shape[:2], bool)
    outside[top : height - bottom, left : width - right] = False
    return Margin(box, inner, np.median(part[outside], axis=0))


def _bands_of_two_sides(lab: F32, step: F32) -> tuple[int, int]:
    """Columns of a band at the left and at the right; 0 where there is none."""
    height, width = step.shape[1:]
    (clear,) = clearness(step, np.arange(height), (0.0,))
    reach = int(width * _BAND_DEPTH)
    left = int(clear[:reach].argmax())
    right = int(clear[::-1][:reach].argmax())
    has_left = clear[left] > _BAND_EDGE and _is_lid_or_strip(lab[:, : left + 1])
    has_right = clear[::-1][right] > _BAND_EDGE and _is_lid_or_strip(lab[:, width - right - 1 :])
    return left + 2 if has_left else 0, right + 2 if has_right else 0


def _is_lid_or_strip(band: F32) -> bool:
    L, colours = band[..., 0], chroma(band[..., 1:])
    pale = (colours < _LID_CHROMA) & ((_LID_L[0] > L) | (_LID_L[1] < L))
    if pale.mean() > _LID_SHARE:
        return True
    strong = band[colours > _PATCH_CHROMA]
    hues = np.floor(np.arctan2(strong[:, 2], strong[:, 1]) * (6 / np.pi)).astype(np.intp) % 12
    counts = np.bincount(hues, minlength=12)
    return bool((counts > _PATCH_SHARE * colours.size).sum() >= _PATCH_HUES)


def _near(lab: F32, middle: F32) -> npt.NDArray[np.bool_]:
    off = np.abs(lab - middle)
    near: npt.NDArray[np.bool_] = (off[..., 0] < _MARGIN_L) & (
        np.hypot(off[..., 1], off[..., 2]) < _MARGIN_AB
    )
    return near


def _filled(shares: npt.NDArray[np.floating]) -> npt.NDArray[np.intp]:
    return np.flatnonzero(shares > _ROW_SHARE * np.percentile(shares, 90))
