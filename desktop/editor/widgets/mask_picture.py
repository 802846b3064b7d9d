"""The places that are marked to be repaired, as a picture to be laid over the photo."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from core.repair.edits import MarkKind, RepairMark
from core.resize import resize_area
from desktop.editor.widgets.line_tool import draw_corners, round_pen

#: Longest side in pixels: it is only looked at.
_SIDE: Final = 2048
_COLOR: Final = QColor(220, 30, 30, 150)
#: Share of a reduced pixel that is damaged from which on it shows: a hair is finer than that pixel.
_SHOWS: Final = 0.02


def mask_picture(mask: npt.NDArray[np.bool_]) -> QImage:
    """What was found, (H, W), as a picture of the same shape; takes a while, so in the pool."""
    scale = min(1.0, _SIDE / max(mask.shape))
    height, width = (max(1, round(side * scale)) for side in mask.shape)
    shows = resize_area(mask.astype(np.float32), height, width) > _SHOWS
    rgba = np.zeros((height, width, 4), np.uint8)
    rgba[shows] = _COLOR.getRgb()
    found = QImage(rgba.data, width, height, 4 * width, QImage.Format.Format_RGBA8888)
    picture: QImage = found.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    return picture


def empty_picture(width: int, height: int) -> QImage:
    """Nothing found, in a photo of so many pixels."""
    scale = min(1.0, _SIDE / max(width, height))
    shown = (max(1, round(side * scale)) for side in (width, height))
    picture = QImage(QSize(*shown), QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(0)
    return picture


def with_marks_drawn(found: QImage, marks: Iterable[RepairMark]) -> QImage:
    """The picture with marks in the order they were drawn; healed spots are marked no more."""
    picture = QImage(found)
    painter = QPainter(picture)
    width, height = picture.width(), picture.height()
    for mark in marks:
        if mark.kind is MarkKind.HEAL:
            continue
        more = mark.kind is MarkKind.MORE
        mode = QPainter.CompositionMode
        painter.setCompositionMode(
            mode.CompositionMode_Source if more else mode.CompositionMode_Clear
        )
        painter.setPen(round_pen(_COLOR, max(1.0, 2 * mark.radius * min(width, height))))
        draw_corners(painter, [QPointF(x * width, y * height) for x, y in mark.places])
    painter.end()
    return picture
