"""What the mouse does to the photo: move the divider, pan, or what a tool makes of it."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QGestureEvent, QPinchGesture

from desktop.editor.viewport import Viewport

if TYPE_CHECKING:
    from desktop.editor.widgets.compare_view import CompareView

#: The slider's value is the divider's place in thousandths of the visible photo.
STEPS: Final = 1000
#: Pressing this near to the divider takes hold of it, also when zoomed in. Logical pixels.
_GRIP: Final = 28.0


class Split(Enum):
    """How before and after share the view."""

    VERTICAL = "vertical"  # the line is vertical: before on the left
    HORIZONTAL = "horizontal"  # before above
    SIDE_BY_SIDE = "side_by_side"


class Tool(Protocol):
    """Something that acts on the photo instead of the slider; says True where it took an event."""

    def press(self, event: QMouseEvent, viewport: Viewport) -> bool: ...
    def move(self, event: QMouseEvent, viewport: Viewport) -> bool: ...
    def release(self, event: QMouseEvent, viewport: Viewport) -> bool: ...
    def key(self, event: QKeyEvent) -> bool: ...
    def paint(self, painter: QPainter, viewport: Viewport) -> None: ...


class CompareHand:
    """The mouse over one view."""

    def __init__(self, view: CompareView) -> None:
        self._view = view
        self._last: QPointF | None = None  # the last place of a pan
        self._on_divider = False

    def divider(self) -> float:
        """Where the line is, in logical pixels across or down the view."""
        seen = self._view.viewport_now.seen_rect
        share = self._view.value() / STEPS
        if self._view.split is Split.HORIZONTAL:
            return seen.top() + share * seen.height()
        return seen.left() + share * seen.width()

    def press(self, event: QMouseEvent) -> None:
        """A button went down."""
        view = self._view
        if view.tool is not None and view.tool.press(event, view.viewport_now):
            view.update()
        elif self._takes_divider(event):
            self._on_divider = True
            self._move_divider(event.position())
        else:
            self._last = event.position()
            view.setCursor(Qt.CursorShape.ClosedHandCursor)

    def move(self, event: QMouseEvent) -> None:
        """The pointer moved, with or without a button."""
        view, place = self._view, event.position()
        if self._on_divider:
            self._move_divider(place)
        elif self._last is not None:
            view.pan(place - self._last)
            self._last = place
        elif view.tool is not None and view.tool.move(event, view.viewport_now):
            view.update()
        else:
            view.setCursor(self._cursor(place))

    def release(self, event: QMouseEvent) -> None:
        """The button came up."""
        view = self._view
        if not self._on_divider and self._last is None and view.tool is not None:
            view.tool.release(event, view.viewport_now)
        self._on_divider, self._last = False, None
        view.setCursor(self._cursor(event.position()))
        view.update()

    def pinch(self, event: QGestureEvent) -> bool:
        """Two fingers on a screen that is touched; what the first one had begun is given up."""
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(pinch, QPinchGesture):
            return False
        self._on_divider, self._last = False, None
        view = self._view
        between = QPointF(view.mapFromGlobal(pinch.centerPoint()))
        view.zoom_by(pinch.scaleFactor(), view.one_side(between))
        return True

    def _move_divider(self, place: QPointF) -> None:
        seen = self._view.viewport_now.seen_rect
        if self._view.split is Split.HORIZONTAL:
            share = (place.y() - seen.top()) / max(1.0, seen.height())
        else:
            share = (place.x() - seen.left()) / max(1.0, seen.width())
        self._view.setValue(round(min(max(share, 0.0), 1.0) * STEPS))

    def _near_divider(self, place: QPointF) -> bool:
        along = place.y() if self._view.split is Split.HORIZONTAL else place.x()
        return abs(along - self.divider()) <= _GRIP

    def _takes_divider(self, event: QMouseEvent) -> bool:
        view = self._view
        if view.split is Split.SIDE_BY_SIDE or event.button() != Qt.MouseButton.LeftButton:
            return False
        return view.tool is None and (
            view.viewport_now.fitted or self._near_divider(event.position())
        )

    def _cursor(self, place: QPointF) -> Qt.CursorShape:
        view = self._view
        if not view.has_photo or view.split is Split.SIDE_BY_SIDE:
            return Qt.CursorShape.ArrowCursor
        if view.tool is not None:
            return Qt.CursorShape.CrossCursor
        if not (view.viewport_now.fitted or self._near_divider(place)):
            return Qt.CursorShape.OpenHandCursor
        across = view.split is Split.VERTICAL
        return Qt.CursorShape.SplitHCursor if across else Qt.CursorShape.SplitVCursor
