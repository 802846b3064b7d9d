"""What of a photo's own colours stays under the network's: its tone, and its ink.

Both are known at a small size (`core.colorize.tint`). A stroke of ink is narrower than a pixel of
that: where the small mask allows it, each pixel of the photo says itself how far its colour is
from the tone, and keeps it in that measure.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from core.color import F32, rgb_to_lab
from core.colorize.tint import Evidence
from core.colorize.tint.regions import grown
from core.colorize.upsample import Taps, sampled_across, sampled_down

#: C*ab beyond the tone's at which a pixel begins to keep its own colour, and keeps all of it.
_INK_BEGINS: Final = 4.0
_INK_IS_ALL: Final = 10.0


@dataclass(frozen=True, eq=False)
class Underlay:
    """``planes`` (3, h, w): the tone's a*, b*, and where ink may be, 0..1.

    Attributes:
        keep_tone: whether the tone is added to the network's colours.
    """

    planes: F32
    keep_tone: bool

    @classmethod
    def of(cls, evidence: Evidence, *, keep_tone: bool, keep_ink: bool) -> Underlay | None:
        """Of what was found on a sheet; None where nothing is to stay."""
        keep_ink = keep_ink and bool(evidence.marks.any())
        if not (keep_tone or keep_ink):
            return None
        ink = grown(evidence.marks, 1) if keep_ink else np.zeros_like(evidence.marks)
        planes = np.stack((evidence.tone[..., 0], evidence.tone[..., 1], ink)).astype(np.float32)
        return cls(planes, keep_tone)

    def at(
        self, columns: npt.NDArray[np.float64], rows: npt.NDArray[np.float64]
    ) -> UnderlayOfPicture:
        """At the rows and columns of a picture, as 0..1 of the photo's height and width."""
        across = sampled_across(self.planes, columns)
        return UnderlayOfPicture(across, Taps.at(rows, across.shape[1]), self.keep_tone)


@dataclass(frozen=True, eq=False)
class UnderlayOfPicture:
    """An `Underlay` at the pixels of a picture: ``planes`` (3, h, N) at its columns."""

    planes: F32
    rows: Taps
    keep_tone: bool

    def laid_under(self, ab: F32, pixels: npt.NDArray[np.uint8 | np.uint16], strip: slice) -> F32:
        """The network's a*, b* (2, R, N) with what stays, in rows of the picture's ``pixels``."""
        tone_and_ink = sampled_down(self.planes, self.rows, strip)
        tone, allowed = tone_and_ink[:2], tone_and_ink[2]
        if self.keep_tone:
            ab = ab + tone
        if allowed.max() < 0.01:
            return ab
        own_ab = np.moveaxis(rgb_to_lab(pixels[strip])[..., 1:], -1, 0)
        beyond = np.hypot(*(own_ab - tone))
        own: F32 = np.clip((beyond - _INK_BEGINS) / (_INK_IS_ALL - _INK_BEGINS), 0, 1)
        own *= np.clip(1.5 * allowed, 0, 1)
        return ab + own * (own_ab - ab)
