"""`HintTool`: puts, moves, recolours and deletes colour points with mouse and keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from typing import Final

import numpy as np
from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPen

from core.color import lab_to_rgb, rgb_to_L, rgb_to_lab
from core.colorize.hints import ColorHint
from desktop.background.pyramid import Pyramid
from desktop.editor.viewport import Viewport
from desktop.editor.widgets.compare_types import Scene, Surface

_RADIUS: Final = 9.0
#: A press this near to a point takes hold of it. Logical pixels.
_REACH: Final = 14.0
#: What an arrow key moves a point by, as a share of the photo's sides.
_STEP: Final = 0.01
_gestures = count(1_000_000)

_ARROWS: Final = {
    Qt.Key.Key_Left: (-_STEP, 0.0),
    Qt.Key.Key_Right: (_STEP, 0.0),
    Qt.Key.Key_Up: (0.0, -_STEP),
    Qt.Key.Key_Down: (0.0, _STEP),
}


def ab_of(color: QColor) -> tuple[float, float]:
    """a*, b* of a colour; its lightness will be the photo's."""
    rgb_u8 = np.array([[[color.red(), color.green(), color.blue()]]], np.uint8)
    _, a, b = rgb_to_lab(rgb_u8)[0, 0].tolist()
    return a, b


class HintTool(QObject):
    """A `Tool` that edits the colour points of one photo; ``changed`` carries all of them.

    Attributes:
        color: of the next point.
        index: which point is selected, or None.
        veil: a picture over the whole photo, while the reach of a point is shown.
    """

    changed = Signal(object, str, object)  # tuple[ColorHint, ...], what was done, the gesture
    selected = Signal(object)  # index of the point that is selected, or None
    left = Signal()  # Escape

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.color = QColor("#c98e6f")
        self.hints: tuple[ColorHint, ...] = ()
        self.index: int | None = None
        self.veil: QImage | None = None
        self._pyramid: Pyramid | None = None
        self._dragging = False
        self._gesture = next(_gestures)

    def set_photo(self, pyramid: Pyramid | None) -> None:
        """Begin with another photo, without points yet."""
        self._pyramid, self.hints, self.index, self._dragging = pyramid, (), None, False
        self.veil = None

    def place_of(self, viewport: Viewport) -> QPointF | None:
        """Where the selected point is in the view."""
        return None if self.index is None else self._place(self.hints[self.index], viewport)

    def set_hints(self, hints: Sequence[ColorHint]) -> None:
        """Take the points as the document has them, after an undo, say."""
        self.hints = tuple(hints)
        if self.index is not None and self.index >= len(self.hints):
            self.select(None)

    def set_color(self, color: QColor) -> None:
        """Set the colour of the next point; those that are there keep theirs."""
        self.color = color

    def recolor(self, color: QColor) -> None:
        """Give the selected point another colour."""
        if self.index is not None:
            hint = replace(self.hints[self.index], ab=ab_of(color))
            self._put(self.index, hint, self.tr("Recolour point"), next(_gestures))

    def set_reach(self, reach: float) -> None:
        """Give the selected point another reach; a drag of the slider is one step."""
        if self.index is not None and reach != self.hints[self.index].reach:
            hint = replace(self.hints[self.index], reach=reach)
            self._put(self.index, hint, self.tr("Reach of point"), self._gesture)

    def end_gesture(self) -> None:
        """What follows is a step of its own to undo."""
        self._gesture = next(_gestures)

    def select(self, index: int | None) -> None:
        """Select a point, or none."""
        self.index = index
        self.end_gesture()
        self.selected.emit(index)

    def step(self, by: int) -> None:
        """Select the next point, or the one before, around the end."""
        if self.hints:
            last = self.index if self.index is not None else (-1 if by > 0 else 0)
            self.select((last + by) % len(self.hints))

    def delete(self) -> None:
        """Delete the point that is selected."""
        if self.index is not None:
            hints = list(self.hints)
            del hints[self.index]
            self.select(None)
            self._change(tuple(hints), self.tr("Delete point"), None)

    def clear(self) -> None:
        """Delete every point."""
        if self.hints:
            self.select(None)
            self._change((), self.tr("Delete all points"), None)

    def shown_color(self, hint: ColorHint) -> QColor:
        """A point's colour at the lightness the photo has there."""
        return self.color_at(hint.x, hint.y, hint.ab)

    def color_at(self, x: float, y: float, ab: tuple[float, float]) -> QColor:
        """A colour at the lightness the photo has at a place."""
        if self._pyramid is None:
            return QColor(self.color)
        far = self._pyramid.levels[-1]
        column = min(int(x * far.width), far.width - 1)
        row = min(int(y * far.height), far.height - 1)
        L = float(rgb_to_L(far.pixels[row : row + 1, column : column + 1])[0, 0])
        lab = np.array([[[min(max(L, 25), 85), *ab]]], np.float32)
        red, green, blue = np.clip(lab_to_rgb(lab)[0, 0] * 255, 0, 255).round().astype(int).tolist()
        return QColor(red, green, blue)

    # --- as a `Tool` of the compare view

    def press(self, event: QMouseEvent, view: Surface) -> bool:
        place, viewport = view.one_side(event.position()), view.viewport_now
        hit = self._hit(place, viewport)
        if event.button() == Qt.MouseButton.RightButton and hit is not None:
            self.select(hit)
            self.delete()
            return True
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        self._gesture = next(_gestures)
        if hit is None:
            share = self._share(place, viewport)
            if share is None:
                return False
            self.add(*share)
        else:
            self.select(hit)
        self._dragging = True
        return True

    def move(self, event: QMouseEvent, view: Surface) -> None:
        if self._dragging and self.index is not None:
            place = view.one_side(event.position())
            x, y = self._share(place, view.viewport_now, held=True) or (0.0, 0.0)
            hint = replace(self.hints[self.index], x=x, y=y)
            self._put(self.index, hint, self.tr("Move point"), self._gesture)

    def release(self, _event: QMouseEvent, _view: Surface) -> None:
        self.cancel()

    def cancel(self) -> None:
        self._dragging = False
        self._gesture = next(_gestures)

    def key(self, event: QKeyEvent) -> bool:
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and self.index is not None:
            self.delete()
        elif event.key() in {Qt.Key.Key_Insert, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._gesture = next(_gestures)
            self.add(0.5, 0.5)
        elif event.key() in {Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight}:
            self.step(1 if event.key() == Qt.Key.Key_BracketRight else -1)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _ARROWS and self.index is not None:
            self._nudge(*_ARROWS[Qt.Key(event.key())])
        else:
            return False
        return True

    def cursor(self, _place: QPointF, _view: Surface) -> Qt.CursorShape | None:
        return Qt.CursorShape.CrossCursor

    def paint(self, painter: QPainter, scene: Scene) -> None:
        if self.veil is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(scene.viewport.photo_rect, self.veil)
        for index, hint in enumerate(self.hints):
            place = self._place(hint, scene.viewport)
            chosen = index == self.index
            radius = _RADIUS + (3 if chosen else 0)
            painter.setBrush(self.shown_color(hint))
            painter.setPen(QPen(QColor(0, 0, 0, 150), 5 if chosen else 4))
            painter.drawEllipse(place, radius, radius)
            painter.setPen(QPen(QColor(255, 255, 255), 3 if chosen else 2))
            painter.drawEllipse(place, radius, radius)

    def add(self, x: float, y: float) -> None:
        """Add a point of the present colour, and select it."""
        hint = ColorHint(x, y, ab_of(self.color))
        self.select(None)
        self._change((*self.hints, hint), self.tr("Colour point"), self._gesture)
        self.select(len(self.hints) - 1)

    def _nudge(self, dx: float, dy: float) -> None:
        assert self.index is not None  # noqa: S101
        old = self.hints[self.index]
        hint = replace(old, x=min(max(old.x + dx, 0), 1), y=min(max(old.y + dy, 0), 1))
        self._put(self.index, hint, self.tr("Move point"), self._gesture)

    def _put(self, index: int, hint: ColorHint, text: str, gesture: int) -> None:
        hints = list(self.hints)
        hints[index] = hint
        self._change(tuple(hints), text, gesture)

    def _change(self, hints: tuple[ColorHint, ...], text: str, gesture: int | None) -> None:
        self.hints = hints
        self.changed.emit(hints, text, gesture)

    def _hit(self, place: QPointF, viewport: Viewport) -> int | None:
        near = [
            (QPointF.dotProduct(off, off), index)
            for index, hint in enumerate(self.hints)
            if QPointF.dotProduct(off := self._place(hint, viewport) - place, off) <= _REACH**2
        ]
        return min(near)[1] if near else None

    def _place(self, hint: ColorHint, viewport: Viewport) -> QPointF:
        size = viewport.photo
        return viewport.to_view(QPointF(hint.x * size.width(), hint.y * size.height()))

    def _share(
        self, place: QPointF, viewport: Viewport, *, held: bool = False
    ) -> tuple[float, float] | None:
        """0..1 of the photo, None outside it; ``held`` stays at its edge instead."""
        at = viewport.to_photo(place)
        x, y = at.x() / viewport.photo.width(), at.y() / viewport.photo.height()
        if held:
            return min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0)
        return (x, y) if 0 <= x <= 1 and 0 <= y <= 1 else None
