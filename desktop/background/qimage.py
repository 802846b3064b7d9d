"""numpy <-> QImage: the only conversion."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage

from core.photo.decode import to_u8

Pixels = npt.NDArray[np.uint8 | np.uint16]
U8 = npt.NDArray[np.uint8]


def to_qimage(pixels: Pixels) -> QImage:
    """Copy grey (H, W) or RGB (H, W, 3) codes into a QImage that owns its pixels."""
    codes = np.ascontiguousarray(to_u8(pixels))
    height, width = codes.shape[:2]
    grey = codes.ndim == 2
    stored = QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGB888
    view = QImage(codes.data, width, height, width * (1 if grey else 3), stored)
    return view.convertToFormat(QImage.Format.Format_RGB32)


def from_qimage(image: QImage) -> tuple[U8, U8 | None]:
    """Copy a QImage into RGB (H, W, 3), or grey (H, W), and its alpha (H, W) or None."""
    if image.isGrayscale() and not image.hasAlphaChannel():
        grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
        return _rows(grey, 1)[..., 0], None
    rgba_u8 = _rows(image.convertToFormat(QImage.Format.Format_RGBA8888), 4)  # (H, W, 4)
    alpha = np.ascontiguousarray(rgba_u8[..., 3]) if image.hasAlphaChannel() else None
    return np.ascontiguousarray(rgba_u8[..., :3]), alpha


def _rows(image: QImage, channels: int) -> U8:
    """(H, W, channels) without the padding Qt puts at the end of a row."""
    height, width = image.height(), image.width()
    flat = np.frombuffer(image.constBits(), np.uint8).reshape(height, image.bytesPerLine())
    return flat[:, : width * channels].reshape(height, width, channels).copy()
