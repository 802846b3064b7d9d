"""A part of a photo at a scale, before and after: `View` says which, `Patch` has its pixels."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from core.colorize.colorization import Colorization
from core.colorize.look import Look
from core.colorize.render import compose_region
from core.resize import resize_area
from desktop.background.pyramid import Pyramid
from desktop.background.qimage import to_qimage


@dataclass(frozen=True, eq=False)
class View:
    """What is to be seen: a part of a photo at a scale.

    Attributes:
        colorization: None shows the photo alone.
        visible: in pixels of the photo.
        scale: pixels of the screen for one of the photo; the patch has at most one for one.
        coarse: whether a quick, coarser picture may come first.
    """

    pyramid: Pyramid
    colorization: Colorization | None
    look: Look
    visible: QRectF
    scale: float
    coarse: bool = True


@dataclass(frozen=True, eq=False)
class Patch:
    """The pixels of a `View`: ``rect`` in pixels of the photo, a little more than was asked for."""

    view: View
    rect: QRectF
    before: QImage
    after: QImage | None


def render(view: View) -> Patch:
    """Render both pictures of a view, at its scale (at most the photo's own)."""
    scale = min(1.0, view.scale)
    level = view.pyramid.level_for(scale)
    photo = view.pyramid.photo
    fx, fy = level.width / photo.width, level.height / photo.height
    seen = view.visible
    left, top = int(seen.left() * fx), int(seen.top() * fy)
    right = min(level.width, int(seen.right() * fx) + 1)
    bottom = min(level.height, int(seen.bottom() * fy) + 1)
    left, top = min(left, level.width - 1), min(top, level.height - 1)
    share = min(1.0, scale / fx)
    height, width = (max(1, round(side * share)) for side in (bottom - top, right - left))
    before = to_qimage(resize_area(level.pixels[top:bottom, left:right], height, width))
    after = None
    if (made := view.colorization) is not None:
        rect = (left, top, right - left, bottom - top)
        pixels = compose_region(
            level,
            made.ab,
            view.look,
            rect=rect,
            scale=share,
            field=made.field,
            underlay=made.underlay,
            painted=made.painted,
        )
        after = to_qimage(pixels)
    rect_f = QRectF(left / fx, top / fy, (right - left) / fx, (bottom - top) / fy)
    return Patch(view, rect_f, before, after)
