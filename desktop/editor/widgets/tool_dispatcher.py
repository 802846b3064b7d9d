"""`ToolDispatcher`: gives a press, and what follows it, to the first tool that takes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter

from desktop.editor.widgets.compare_types import Scene, Surface, Tool


class ToolDispatcher:
    """The mouse over one view.

    Args:
        view: what the tools act on.
        tools: those there are now, in the order they are tried.
    """

    def __init__(self, view: Surface, tools: Callable[[], Sequence[Tool]]) -> None:
        self._view, self._tools = view, tools
        self._active: Tool | None = None  # from a press to its release

    def press(self, event: QMouseEvent) -> None:
        """Give a press to the first tool that takes it; a second button changes nothing."""
        if self._active is None:
            tools = self._tools()
            self._active = next((tool for tool in tools if tool.press(event, self._view)), None)

    def move(self, event: QMouseEvent) -> None:
        """Give a move to the tool that took the press."""
        if self._active is not None:
            self._active.move(event, self._view)

    def release(self, event: QMouseEvent) -> None:
        """Give the release to the tool that took the press."""
        active, self._active = self._active, None
        if active is not None:
            active.release(event, self._view)

    def cancel(self) -> None:
        """Give up what a press had begun."""
        active, self._active = self._active, None
        if active is not None:
            active.cancel()

    def key(self, event: QKeyEvent) -> bool:
        """Give a key to the first tool that takes it; whether one did."""
        return any(tool.key(event) for tool in self._tools())

    def cursor(self, place: QPointF) -> Qt.CursorShape:
        """The cursor over a place of the view."""
        tools = self._tools() if self._active is None else (self._active,)
        shapes = (tool.cursor(place, self._view) for tool in tools)
        return next((s for s in shapes if s is not None), Qt.CursorShape.ArrowCursor)

    def paint(self, painter: QPainter, scene: Scene) -> None:
        """Paint what the tools show, over the photo."""
        for tool in self._tools():
            tool.paint(painter, scene)
