"""`Look`: strength, saturation and warmth of a colorization, its brightness and contrast."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass, fields
from typing import Final

import numpy as np

from core.color import F32

#: b* that full warmth adds at mid grey: about the step from daylight to a warm lamp.
_WARMTH_B: Final = 20.0
#: C*ab at which the gain of saturation has fallen to half: beyond it colours are vivid already.
_KNEE_CHROMA: Final = 60.0
_RANGES: Final = {
    "strength": (0.0, 1.5),
    "saturation": (0.0, 3.0),
    "warmth": (-1.0, 1.0),
    "brightness": (-1.0, 1.0),
    "contrast": (-1.0, 1.0),
}


@dataclass(frozen=True)
class Look:
    """What a person may change about a colorization; ``Look()`` changes nothing.

    Args:
        strength: 0 is the grey photo, 1 the colour one, up to 1.5; mixes after the other two.
        saturation: gain on chroma, 0..3; vivid colours are raised less than pale ones.
        warmth: -1 (blue) .. 1 (yellow); black and white stay neutral.
        brightness: -1 (darker) .. 1 (lighter); black and white stay as they are.
        contrast: -1 (softer) .. 1 (harder) around mid grey; black and white stay as they are.

    Brightness and contrast alone change the photo's L*; where both are 0 it stays to the last bit.

    Raises:
        ValueError: one of them is out of its range.
    """

    strength: float = 1.0
    saturation: float = 1.0
    warmth: float = 0.0
    brightness: float = 0.0
    contrast: float = 0.0

    def __post_init__(self) -> None:
        for field in fields(self):
            low, high = _RANGES[field.name]
            value = getattr(self, field.name)
            if not (math.isfinite(value) and low <= value <= high):
                raise ValueError(f"{field.name} must be {low:g} to {high:g}, not {value:g}")

    def stated(self) -> dict[str, float]:
        """The values by name: brightness and contrast only where they change the photo.

        So results and files that use neither are what they were before there were any.
        """
        return {
            name: value
            for name, value in asdict(self).items()
            if name not in {"brightness", "contrast"} or value
        }

    def applied(self, L: F32, ab: F32) -> F32:
        """a*, b* (2, ...) of this look, for planes of any one shape; L* in 0..100 is read only."""
        if self.saturation != 1.0:
            ab = ab * self._gain(ab)
        if self.warmth != 0.0:
            warmth = np.float32(_WARMTH_B * 4e-4 * self.warmth)
            ab = np.stack((ab[0], ab[1] + warmth * L * (100 - L)))
        if self.strength != 1.0:
            ab = ab * np.float32(self.strength)
        return ab

    def lit(self, L: F32) -> F32:
        """L* in 0..100 of this look, for a plane of any shape; the plane itself where neutral.

        Brightness raises L*/100 to 2^-brightness; contrast c adds c x (1 - x) (2 x - 1) to it, of
        which the slope is 1 + c/2 at mid grey and 1 - c at both ends: neither changes the order of
        two tones.
        """
        if self.brightness == 0.0 and self.contrast == 0.0:
            return L
        x = L * np.float32(0.01)
        if self.brightness != 0.0:
            x = x ** np.float32(2.0**-self.brightness)
        if self.contrast != 0.0:
            x = x + np.float32(self.contrast) * x * (1 - x) * (2 * x - 1)
        return x * np.float32(100)

    def _gain(self, ab: F32) -> F32 | np.float32:
        """Below 1 a plain factor; above 1 the surplus fades as 1 / (1 + (C/knee)^2).

        C * gain stays increasing in C up to a saturation of 9, so no two chromas change order.
        """
        surplus = np.float32(self.saturation - 1.0)
        if surplus < 0:
            return np.float32(self.saturation)
        a: F32 = ab[0]
        b: F32 = ab[1]
        return 1 + surplus / (1 + (a * a + b * b) * np.float32(_KNEE_CHROMA**-2))
