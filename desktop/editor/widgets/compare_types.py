"""What the compare view, its painter and its tools say to each other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final, Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter

from desktop.editor.viewport import Viewport
from desktop.editor.widgets.compare_pictures import Pictures

#: The slider's value is the divider's place in thousandths of the visible photo.
STEPS: Final = 1000


class Split(Enum):
    """How before and after share the view."""

    VERTICAL = "vertical"  # the line is vertical: before on the left
    HORIZONTAL = "horizontal"  # before above
    SIDE_BY_SIDE = "side_by_side"


@dataclass(frozen=True, eq=False)
class Scene:
    """The view at one moment, to be painted.

    Attributes:
        divided: whether before and after are both seen, with the line between them.
        divider: where the line is, in logical pixels across or down the view.
        original_held: whether only the original is shown, for as long as a key is held.
        surround: the grey around the photo.
    """

    viewport: Viewport
    pictures: Pictures
    split: Split
    divided: bool
    divider: float
    original_held: bool
    surround: QColor


class Surface(Protocol):
    """What a tool acts on: the compare view."""

    split: Split

    @property
    def viewport_now(self) -> Viewport:
        """Where the photo lies."""

    def one_side(self, place: QPointF) -> QPointF:
        """The place in the left half that a place in the right one stands for, side by side."""

    def value(self) -> int:
        """The divider's place, 0..`STEPS`."""

    def setValue(self, value: int) -> None:
        """Move the divider."""

    def pan(self, by: QPointF) -> None:
        """Move the photo by so many logical pixels."""


class Tool(Protocol):
    """Acts on the photo with the mouse and the keyboard; the tools of a view are tried in order."""

    def press(self, event: QMouseEvent, view: Surface) -> bool:
        """Handle a pressed button; whether this tool takes what follows until it is released."""

    def move(self, event: QMouseEvent, view: Surface) -> None:
        """Handle a move of the pointer after a press that was taken."""

    def release(self, event: QMouseEvent, view: Surface) -> None:
        """Handle the release after a press that was taken."""

    def cancel(self) -> None:
        """Give up what a press had begun."""

    def key(self, event: QKeyEvent) -> bool:
        """Handle a pressed key; whether it is this tool's."""

    def cursor(self, place: QPointF, view: Surface) -> Qt.CursorShape | None:
        """The cursor over a place of the view; None leaves it to the next tool."""

    def paint(self, painter: QPainter, scene: Scene) -> None:
        """Paint what the tool shows, over the photo."""
