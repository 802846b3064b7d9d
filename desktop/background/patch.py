"""A part of a photo at a scale, before and after: `View` says which, `Patch` has its pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from core.colorize.look import Look
from core.colorize.render import Rect
from core.photo.photo import Photo
from core.resize import resize_area
from desktop.background.pyramid import Pyramid
from desktop.background.qimage import Pixels, to_qimage


class ShownRegion(Protocol):
    """A part of a picture in colours, at the size that is shown."""

    def render(self, look: Look) -> Pixels:
        """Its pixels (h, w, 3)."""


class Shown(Protocol):
    """A photo's colours: a `core.colorize.colorization.Colorization`, or a file made of it."""

    def region(self, rect: Rect, scale: float, *, level: Photo) -> ShownRegion:
        """A rectangle of a level of the photo's pyramid, at a scale of at most 1."""


@dataclass(frozen=True, eq=False)
class View:
    """What is to be seen: a part of a photo at a scale.

    Attributes:
        colorization: None shows the photo alone.
        visible: in pixels of the photo.
        scale: pixels of the screen for one of the photo; the patch has at most one for one.
        coarse: whether a quick, coarser picture may come first.
        original: what is seen before the colours, of the same size; None is the photo itself.
    """

    pyramid: Pyramid
    colorization: Shown | None
    look: Look
    visible: QRectF
    scale: float
    coarse: bool = True
    original: Pyramid | None = None


@dataclass(frozen=True, eq=False)
class Patch:
    """The pixels of a `View`: ``rect`` in pixels of the photo, a little more than was asked for."""

    view: View
    rect: QRectF
    before: QImage
    after: QImage | None


@dataclass(frozen=True, eq=False)
class Stage:
    """What of a `View` is the same whatever its look: a slider that moves changes nothing of it."""

    view: View
    rect: QRectF
    before: QImage
    region: ShownRegion | None

    @classmethod
    def of(cls, view: View) -> Stage:
        """Find the part of the photo, at the view's scale (at most the photo's own)."""
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
        before_of, region = level, None
        if view.colorization is not None:
            before_of = (view.original or view.pyramid).level_for(scale)
            rect = (left, top, right - left, bottom - top)
            region = view.colorization.region(rect, share, level=level)
        before = to_qimage(resize_area(before_of.pixels[top:bottom, left:right], height, width))
        rect_f = QRectF(left / fx, top / fy, (right - left) / fx, (bottom - top) / fy)
        return cls(view, rect_f, before, region)

    def is_of(self, view: View) -> bool:
        """Whether it serves another view: one that differs in its look alone."""
        mine = self.view
        return (
            mine.pyramid is view.pyramid
            and mine.colorization is view.colorization
            and mine.visible == view.visible
            and mine.scale == view.scale
        )

    def patch(self, view: View) -> Patch:
        """Both pictures of a view."""
        region = self.region
        after = None if region is None else to_qimage(region.render(view.look))
        return Patch(view, self.rect, self.before, after)
