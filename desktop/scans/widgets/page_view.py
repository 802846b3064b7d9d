"""`PageView`: a page with the frames on it, which are drawn, moved, resized and turned by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPalette,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsPixmapItem, QGraphicsScene, QGraphicsView, QWidget

from core.photo.frame import Frame, axes
from desktop.scans.frame_edits import between, index_at, moved, resized, turned
from desktop.scans.page_frames import new_gesture
from desktop.scans.widgets.frame_painter import TURN, paint_frame, parts_at
from desktop.text.announce import announce

_MARGIN: Final = 0.03
_CLOSEST: Final = 8.0
#: Logical pixels that the pointer must go for a new frame to begin.
_DRAWN: Final = 8
_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


@dataclass(frozen=True)
class _Hold:
    """What the mouse has hold of: parts of a frame, all of it (none named), or a new one."""

    start: QPointF
    parts: frozenset[str]
    frame: Frame | None
    gesture: int


class PageView(QGraphicsView):
    """Shows one page; tells of every change by hand, and keeps none itself.

    Attributes:
        page: its width and height in pixels.
        chosen: indices of the frames that are selected, the last one chosen at the end.
    """

    changed = Signal(object, str, object)  # the page's frames, what was done, the gesture
    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = QGraphicsScene(self)
        self._item: QGraphicsPixmapItem = self._scene.addPixmap(QPixmap())
        self._item.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        self.frames: tuple[Frame, ...] = ()
        self.chosen: tuple[int, ...] = ()
        self.page = (1, 1)
        self._hold: _Hold | None = None
        self._fits = True
        self.setScene(self._scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setBackgroundBrush(Qt.BrushStyle.NoBrush)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # no page is mirrored
        self.setMouseTracking(True)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setMinimumSize(320, 280)
        self.setAccessibleName(self.tr("The page, with a frame around each print"))

    def show_page(self, picture: QImage, size: tuple[int, int], frames: Sequence[Frame]) -> None:
        """Show another page, all of it; ``size`` is the scan's own, in whose pixels frames are."""
        self.page, self._hold = (max(1, size[0]), max(1, size[1])), None
        self._item.setPixmap(QPixmap.fromImage(picture))
        self._item.setScale(self.page[0] / max(1, picture.width()))
        margin = _MARGIN * max(self.page)
        page = QRectF(0, 0, *self.page)
        self._scene.setSceneRect(page.adjusted(-margin, -margin, margin, margin))
        self.frames = tuple(frames)
        self.choose()
        self.fit()

    def show_frames(self, frames: Sequence[Frame]) -> None:
        """Show the page's frames as they are now; those chosen stay so where they still are."""
        self.frames = tuple(frames)
        self.choose(*(index for index in self.chosen if index < len(self.frames)))
        self.viewport().update()

    def choose(self, *indices: int) -> None:
        """Select frames, or none; a screen reader hears which."""
        if indices != self.chosen:
            self.chosen = indices
            announce(self, self._words())
        self.viewport().update()
        self.chosen_changed.emit()

    def step(self, by: int) -> None:
        """Select the next frame, or the one before, around the end."""
        if self.frames:
            last = self.chosen[-1] if self.chosen else (-1 if by > 0 else 0)
            self.choose((last + by) % len(self.frames))

    def fit(self) -> None:
        """Show the whole page."""
        self._fits = True
        self.fitInView(self.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)

    def zoom_by(self, factor: float) -> None:
        """Show the page larger or smaller, never smaller than all of it."""
        scale = self.transform().m11() * factor
        room = self.viewport().size()
        least = min(room.width() / self.sceneRect().width(),
                    room.height() / self.sceneRect().height())  # fmt: skip
        if scale <= least:
            self.fit()
        elif scale * self.page[0] < _CLOSEST * max(1, self._item.pixmap().width()):
            self._fits = False
            self.scale(factor, factor)

    def _words(self) -> str:
        if not self.chosen:
            return ""
        frame = self.frames[self.chosen[-1]]
        return self.tr("Print {} of {}: {} × {} pixels, turned by {}°").format(
            self.chosen[-1] + 1,
            len(self.frames),
            round(frame.width),
            round(frame.height),
            self.locale().toString(frame.angle, "f", 1),
        )

    # --- events ----------------------------------------------------------------------------

    def drawForeground(self, painter: QPainter, _rect: QRectF | object) -> None:
        painter.save()
        painter.resetTransform()
        view = self.viewportTransform()
        order = sorted(range(len(self.frames)), key=lambda index: index in self.chosen)
        for index in order:
            chosen = index in self.chosen
            paint_frame(painter, self.frames[index], index + 1, view, chosen=chosen)
        painter.restore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fits:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom_by(1.2 ** (event.angleDelta().y() / 120))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        index, parts = self._at(event.position())
        if index is None:
            self._hold = _Hold(event.position(), frozenset(), None, new_gesture())
            self.choose()
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            others = tuple(each for each in self.chosen if each != index)
            self.choose(*others if index in self.chosen else (*others, index))
            return
        self.choose(index)
        self._hold = _Hold(event.position(), parts, self.frames[index], new_gesture())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hold = self._hold
        if hold is None:
            index, parts = self._at(event.position())
            self.viewport().setCursor(_cursor(parts, inside=index is not None))
        elif hold.frame is not None:
            self._put(self._pulled(hold, hold.frame, event.position()), hold)
        elif (event.position() - hold.start).manhattanLength() >= _DRAWN:
            self._draw(hold, event.position())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._hold = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, far = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in _ARROWS and self.chosen:
            self._nudge(_ARROWS[Qt.Key(key)], resize=far)
        elif key in {Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight}:
            self.step(1 if key == Qt.Key.Key_BracketRight else -1)
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus}:
            self.zoom_by(0.8 if key == Qt.Key.Key_Minus else 1.25)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key == Qt.Key.Key_Escape and self.chosen:
            self.choose()
        else:
            event.ignore()

    # --- changes ---------------------------------------------------------------------------

    def _place(self, position: QPointF) -> tuple[float, float]:
        inverse, _ = self.viewportTransform().inverted()
        place = inverse.map(position)
        return place.x(), place.y()

    def _at(self, position: QPointF) -> tuple[int | None, frozenset[str]]:
        """The frame under a position, and what of it: those chosen first, by their handles."""
        view = self.viewportTransform()
        last = [*reversed(self.chosen), *range(len(self.frames))]
        for index in dict.fromkeys(last):
            parts = parts_at(self.frames[index], view, position)
            if parts and (index in self.chosen or TURN not in parts):
                return index, parts
        return index_at(self.frames, self._place(position)), frozenset()

    def _pulled(self, hold: _Hold, frame: Frame, to: QPointF) -> Frame:
        place, start = self._place(to), self._place(hold.start)
        if TURN in hold.parts:
            x, y = place[0] - frame.x, place[1] - frame.y
            return turned(frame, float(np.degrees(np.arctan2(y, x))) + 90 - frame.angle)
        by = place[0] - start[0], place[1] - start[1]
        if hold.parts:
            return resized(frame, hold.parts, by)
        return moved(frame, by, self.page)

    def _put(self, frame: Frame, hold: _Hold) -> None:
        index, words = self.chosen[-1], self.tr("Move the frame")
        if TURN in hold.parts:
            words = self.tr("Turn the frame")
        elif hold.parts:
            words = self.tr("Resize the frame")
        self._change(index, frame, words, hold.gesture)

    def _change(self, index: int, frame: Frame, words: str, gesture: int | None) -> None:
        frames = list(self.frames)
        frames[index] = frame
        self.changed.emit(tuple(frames), words, gesture)

    def _draw(self, hold: _Hold, to: QPointF) -> None:
        frame = between(self._place(hold.start), self._place(to))
        new = len(self.frames)
        self.changed.emit((*self.frames, frame), self.tr("Add a frame"), hold.gesture)
        if len(self.frames) == new + 1:
            self.choose(new)
            sides = frozenset(
                {
                    "right" if to.x() >= hold.start.x() else "left",
                    "bottom" if to.y() >= hold.start.y() else "top",
                }
            )
            self._hold = _Hold(to, sides, self.frames[new], hold.gesture)

    def _nudge(self, by: tuple[int, int], *, resize: bool) -> None:
        """By a pixel of the screen."""
        index, step = self.chosen[-1], 1 / max(1e-6, self.transform().m11())
        frame = self.frames[index]
        if not resize:
            away = (by[0] * step, by[1] * step)
            words = self.tr("Move the frame")
            self._change(index, moved(frame, away, self.page), words, None)
            return
        x, y = np.array(by) * step @ axes(frame.angle)  # along the frame's own sides
        smaller = resized(frame, ("right", "bottom"), (float(x), float(y)))
        self._change(index, smaller, self.tr("Resize the frame"), None)


def _cursor(parts: frozenset[str], *, inside: bool) -> Qt.CursorShape:
    if TURN in parts:
        return Qt.CursorShape.PointingHandCursor
    if parts:
        return Qt.CursorShape.CrossCursor
    return Qt.CursorShape.SizeAllCursor if inside else Qt.CursorShape.ArrowCursor
