"""The mask of a colour point's reach, as a picture to lay over the photo."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtGui import QColor, QImage

from core.colorize.hints import ColorHint
from core.colorize.reach import Likeness, Reach

#: Of the veil over what a point does not reach.
_OPAQUE: Final = 150


class ReachPreview:
    """Makes the picture; the distances of the point that was asked for last are kept."""

    def __init__(self) -> None:
        self._known: tuple[Likeness, float, float] | None = None
        self._reach: Reach | None = None

    def image(self, likeness: Likeness, hint: ColorHint) -> QImage:
        """A dark veil with what the point reaches left open; 20 ms for a new place, else 1."""
        wanted = (likeness, hint.x, hint.y)
        if self._reach is None or self._known != wanted:
            self._known, self._reach = wanted, likeness.reach_from(hint.x, hint.y)
        mask = self._reach.mask(hint.reach)
        height, width = mask.shape
        alpha_u8 = np.ascontiguousarray(np.rint((1 - mask) * _OPAQUE).astype(np.uint8))
        veil = QImage(alpha_u8.data, width, height, width, QImage.Format.Format_Alpha8)
        veil = veil.convertToFormat(QImage.Format.Format_ARGB32)
        return _tinted(veil, QColor(20, 20, 24))


def _tinted(veil: QImage, color: QColor) -> QImage:
    """The same transparency, of another colour."""
    height, width = veil.height(), veil.width()
    bgra_u8 = np.frombuffer(veil.constBits(), np.uint8).reshape(height, width, 4).copy()
    bgra_u8[..., :3] = (color.blue(), color.green(), color.red())
    image = QImage(bgra_u8.data, width, height, 4 * width, QImage.Format.Format_ARGB32)
    return image.copy()
