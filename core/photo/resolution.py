"""The resolution that a picture is said to have."""

from __future__ import annotations

import pyvips

from core.metadata.metadata import MOST_PER_MM


def with_resolution(image: pyvips.Image, x: float, y: float, unit: str = "in") -> pyvips.Image:
    """The image with so many pixels per millimetre across and down, told in ``in`` or ``cm``.

    As it was where they are none, or more than libvips holds: files say what they like.
    """
    if not all(0 < value <= MOST_PER_MM for value in (x, y)):
        return image
    image = image.copy(xres=x, yres=y)
    image.set_type(pyvips.GValue.gstr_type, "resolution-unit", unit)
    return image
