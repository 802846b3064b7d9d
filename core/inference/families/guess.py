"""Which conventions a foreign network follows, where its signature leaves that open: by a sample.

A network that answers with a picture repeats the photo's lightness where it is fed and read right:
the conventions with the least error of L* are taken. One that answers with a*, b* gives colours
that a photo may have: neither none, nor those of a saturated network. The first candidate for
which that holds is taken, and it is said that it was a guess.

One that takes colour points is told of some: of the masks that are known the one is taken under
which it does best as it is told.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

import numpy as np
import numpy.typing as npt

from core.color import F32
from core.errors import ModelContractError
from core.inference.families.conventions import Conventions, OutputKind

#: Conventions, L* (H, W) -> what the network answers, (C, h, w).
Run = Callable[[Conventions, F32], F32]

#: The same, told of colour points: a*, b* and the mask (1, 3, H, W).
RunTold = Callable[[Conventions, F32, F32], F32]

Starts = npt.NDArray[np.intp]

#: Blocks down and across of which lightness is compared.
_BLOCKS: Final = 16
#: An answer within it is no a*, b* in Lab units but a share of some 110.
_SHARES: Final = 1.5
#: Chroma that photos have on average: less is no colour, more is a network that saturates.
_LEAST_CHROMA: Final = 0.5
_MOST_CHROMA: Final = 60.0
#: Off and on of the masks of points that are known: ``mask_cent`` 0 and 0.5 of the authors' own
#: https://github.com/junyanz/interactive-deep-colorization.
_MASKS: Final = ((0.0, 1.0), (-0.5, 0.5))
#: What a network is told, a*, b*, and how much better it must obey another mask than the usual.
_TOLD: Final = ((40.0, -40.0), (-40.0, 40.0))
_BETTER: Final = 0.9


def sample_L(height: int, width: int) -> F32:
    """A picture (H, W) of a sky, a ground with texture and a round thing, L* in 0..100."""
    down, right = np.mgrid[0:height, 0:width].astype(np.float32)
    down, right = down / height, right / width
    sky = 85 - 25 * down + 4 * np.sin(9 * right)
    ground = 35 + 10 * np.sin(40 * right + 25 * down) * np.cos(31 * down)
    thing = np.hypot(down - 0.55, (right - 0.4) * width / height)
    L = np.where(down < 0.5, sky, ground)
    L = np.where(thing < 0.22, 70 - 120 * thing + 6 * np.sin(60 * right), L)
    clipped: F32 = np.clip(L, 2, 98).astype(np.float32)
    return clipped


def guess_conventions(candidates: Sequence[Conventions], run: Run, L: F32) -> Conventions:
    """The one of several conventions that a sample speaks for.

    Raises:
        ModelContractError: the network gives no numbers for any of them.
    """
    if len(candidates) == 1:
        return candidates[0]
    found = [(each, output) for each in candidates if _is_number(output := run(each, L))]
    if not found:
        raise ModelContractError("the model gives no colours for a sample picture.")
    if candidates[0].output is OutputKind.RGB:
        return min(found, key=lambda pair: _lightness_error(pair[0], pair[1], L))[0]
    plausible = (each for each, output in found if _is_plausible(each, output))
    return next(plausible, found[0][0])


def guess_mask(
    candidates: Sequence[Conventions], run: Run, told: RunTold, L: F32
) -> tuple[Conventions, ...]:
    """The candidates with the mask of colour points that a sample speaks for.

    Raises:
        ModelContractError: the network gives no numbers for any of them.
    """
    found = list[tuple[float, tuple[Conventions, ...]]]()
    for off, on in _MASKS:
        masked = tuple(replace(each, mask_off=off, mask_on=on) for each in candidates)
        error = _disobedience(guess_conventions(masked, run, L), told, L)
        if not found or error < _BETTER * found[0][0]:
            found.append((error, masked))
    return found[-1][1]


def _disobedience(conventions: Conventions, told: RunTold, L: F32) -> float:
    """Mean distance in a*, b* to what the network is told, where it is told."""
    height, width = L.shape
    rows, columns = np.arange(height) * _BLOCKS // height, np.arange(width) * _BLOCKS // width
    places = (rows[:, None] % 4 == 1) & (columns % 4 == 1)
    errors = []
    for color in _TOLD:
        hints = np.zeros((1, 3, height, width), np.float32)
        hints[0, :2, places], hints[0, 2, places] = color, 1
        made = conventions.decode(told(conventions, L, hints))
        at = places[_centres(made.shape[1], height)[:, None], _centres(made.shape[2], width)]
        off = made[:, at] - np.array(color, np.float32)[:, None]
        errors.append(float(np.hypot(*off).mean()) if np.isfinite(off).all() else np.inf)
    return float(np.mean(errors))


def _centres(side: int, whole: int) -> Starts:
    """Where the middles of a side's pixels lie in a larger one's."""
    return ((np.arange(side) + 0.5) * whole / side).astype(np.intp)


def _is_number(output: F32) -> bool:
    return bool(np.isfinite(output).all())


def _lightness_error(conventions: Conventions, output: F32, L: F32) -> float:
    """Mean error of L*, by blocks: the answer may be smaller than the picture."""
    made = conventions.lab(output)[0]
    return float(np.abs(_blocks(made) - _blocks(L)).mean())


def _blocks(plane: F32) -> F32:
    """Means of 16 x 16 blocks."""
    rows, columns = map(_starts, plane.shape)
    sums = np.add.reduceat(np.add.reduceat(plane, rows, axis=0), columns, axis=1)
    height, width = (
        np.diff([*starts, side]) for starts, side in zip((rows, columns), plane.shape, strict=True)
    )
    means: F32 = (sums / np.outer(height, width)).astype(np.float32)
    return means


def _starts(side: int) -> Starts:
    """Where the blocks of a side begin."""
    return np.linspace(0, side, _BLOCKS + 1).astype(np.intp)[:-1]


def _is_plausible(conventions: Conventions, output: F32) -> bool:
    """Whether a*, b* may be a photo's, and the scale is that of the numbers."""
    is_share = bool(np.abs(output).max() <= _SHARES)
    if is_share != (conventions.scale > 1):
        return False
    chroma = float(np.hypot(*conventions.decode(output)).mean())
    return _LEAST_CHROMA <= chroma <= _MOST_CHROMA
