"""`Viewport`: zoom and place of a photo in its view, and the way from one to the other."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF

#: Room around a fitted photo, in logical pixels.
_MARGIN: Final = 20.0
#: A photo can be enlarged until one of its pixels takes this many of the screen's.
_CLOSEST: Final = 16.0


@dataclass(frozen=True)
class Viewport:
    """A photo seen through a rectangle.

    Attributes:
        view: the rectangle's size in logical pixels.
        photo: the photo's size in its own pixels.
        zoom: logical pixels for one of the photo's.
        centre: the photo's place (in its pixels) that lies in the middle of the view.
        fitted: whether the whole photo is to stay visible when the view changes its size.
        ratio: device pixels for one logical pixel.
    """

    view: QSizeF
    photo: QSizeF
    zoom: float = 1.0
    centre: QPointF = field(default_factory=QPointF)
    fitted: bool = True
    ratio: float = 1.0

    @property
    def fit_zoom(self) -> float:
        """The zoom at which the whole photo is seen; small ones are not enlarged beyond 2:1."""
        room_w = max(1.0, self.view.width() - 2 * _MARGIN)
        room_h = max(1.0, self.view.height() - 2 * _MARGIN)
        fits = min(room_w / self.photo.width(), room_h / self.photo.height())
        return min(fits, 2.0)

    @property
    def scale(self) -> float:
        """Device pixels for one of the photo's: 1 is "100 %"."""
        return self.zoom * self.ratio

    def fit(self) -> Viewport:
        """A viewport with the whole photo, in the middle."""
        middle = QPointF(self.photo.width() / 2, self.photo.height() / 2)
        return replace(self, zoom=self.fit_zoom, centre=middle, fitted=True)

    def resized(self, view: QSizeF, ratio: float) -> Viewport:
        """A viewport of another size, or on another screen, at the same place of the photo."""
        changed = replace(self, view=view, ratio=ratio, zoom=self.zoom * self.ratio / ratio)
        return changed.fit() if self.fitted else changed.inside()

    def zoomed(self, factor: float, at: QPointF) -> Viewport:
        """A viewport ``factor`` times closer; the place under ``at`` (in the view) stays there."""
        lowest = min(self.fit_zoom, 1 / self.ratio)
        zoom = min(max(self.zoom * factor, lowest), _CLOSEST / self.ratio)
        if zoom <= lowest and self.fit_zoom <= lowest:
            return self.fit()
        held = self.to_photo(at)
        moved = replace(self, zoom=zoom, fitted=False)
        off = moved.to_photo(at)
        return replace(moved, centre=self.centre + held - off).inside()

    def panned(self, by: QPointF) -> Viewport:
        """A viewport moved by so many logical pixels."""
        if self.fitted:
            return self
        return replace(self, centre=self.centre - by / self.zoom).inside()

    def to_photo(self, point: QPointF) -> QPointF:
        """A place in the view -> the photo's pixel there (maybe outside it)."""
        return self.centre + (point - self._middle) / self.zoom

    def to_view(self, point: QPointF) -> QPointF:
        """The photo's pixel -> its place in the view."""
        return self._middle + (point - self.centre) * self.zoom

    def rect_to_view(self, rect: QRectF) -> QRectF:
        """A rectangle of the photo -> the same in the view."""
        return QRectF(self.to_view(rect.topLeft()), rect.size() * self.zoom)

    @property
    def photo_rect(self) -> QRectF:
        """The whole photo in the view's coordinates."""
        return self.rect_to_view(QRectF(QPointF(), self.photo))

    @property
    def seen(self) -> QRectF:
        """The visible part of the photo, in its pixels."""
        corner = self.to_photo(QPointF())
        return QRectF(corner, self.view / self.zoom) & QRectF(QPointF(), self.photo)

    @property
    def seen_rect(self) -> QRectF:
        """The visible part of the photo, in the view's coordinates."""
        return self.photo_rect & QRectF(QPointF(), self.view)

    @property
    def _middle(self) -> QPointF:
        return QPointF(self.view.width() / 2, self.view.height() / 2)

    def inside(self) -> Viewport:
        """A viewport without needless empty room: no edge of the photo leaves the view's."""
        x = _held(self.centre.x(), self.photo.width(), self.view.width() / self.zoom)
        y = _held(self.centre.y(), self.photo.height(), self.view.height() / self.zoom)
        return replace(self, centre=QPointF(x, y))


def _held(centre: float, photo: float, view: float) -> float:
    if view >= photo:
        return photo / 2
    return min(max(centre, view / 2), photo - view / 2)
