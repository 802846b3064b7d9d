"""`PanTool`: moves the enlarged photo with the mouse."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter

from desktop.editor.widgets.compare_types import Scene, Surface


class PanTool:
    """A `Tool`: takes every press that no other tool wanted."""

    def __init__(self) -> None:
        self._last: QPointF | None = None

    def press(self, event: QMouseEvent, _view: Surface) -> bool:
        self._last = event.position()
        return True

    def move(self, event: QMouseEvent, view: Surface) -> None:
        if self._last is not None:
            view.pan(event.position() - self._last)
            self._last = event.position()

    def release(self, _event: QMouseEvent, _view: Surface) -> None:
        self.cancel()

    def cancel(self) -> None:
        self._last = None

    def key(self, _event: QKeyEvent) -> bool:
        return False

    def cursor(self, _place: QPointF, view: Surface) -> Qt.CursorShape | None:
        if self._last is not None:
            return Qt.CursorShape.ClosedHandCursor
        return None if view.viewport_now.fitted else Qt.CursorShape.OpenHandCursor

    def paint(self, painter: QPainter, scene: Scene) -> None:
        """There is nothing to show."""
