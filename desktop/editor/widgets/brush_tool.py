"""`BrushTool`: paints strokes on the photo, and erases them, with the mouse or a pen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor

from core.colorize.strokes import Stroke, StrokeKind
from core.photo.line import Line
from desktop.editor.widgets.hint_tool import ab_of
from desktop.editor.widgets.line_tool import LineTool

#: While it is painted a stroke shows like this, where it has no colour of its own.
_SHOWN: Final = {
    StrokeKind.GREY: QColor(140, 140, 140, 150),
    StrokeKind.ORIGINAL: QColor(255, 255, 255, 120),
    StrokeKind.ERASE: QColor(255, 120, 100, 120),
}
_KEEPING: Final = 150


class BrushTool(LineTool):
    """A `Tool` that adds strokes to those of one photo; ``changed`` carries all of them.

    Attributes:
        kind: of the next stroke.
        color: of the next stroke, where it has one.
    """

    kind: StrokeKind
    changed = Signal(object, str)  # tuple[Stroke, ...], what was done

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kind = StrokeKind.COLOR
        self.color = QColor("#c98e6f")
        self.strokes: tuple[Stroke, ...] = ()

    def set_strokes(self, strokes: Sequence[Stroke]) -> None:
        """Take the strokes as the document has them."""
        self.strokes = tuple(strokes)

    def clear(self) -> None:
        """Remove every stroke."""
        if self.strokes:
            self._change((), self.tr("Remove all strokes"))

    def drawn(self, line: Line) -> None:
        ab = ab_of(self.color) if self.kind is StrokeKind.COLOR else (0.0, 0.0)
        stroke = Stroke(line.places, line.radius, self.kind, ab)
        self._change((*self.strokes, stroke), self._words())

    def line_color(self) -> QColor:
        color = _SHOWN.get(self.kind) or QColor(self.color)
        if self.kind is StrokeKind.COLOR:
            color.setAlpha(_KEEPING)
        return color

    def _words(self) -> str:
        return {
            StrokeKind.COLOR: self.tr("Brush stroke"),
            StrokeKind.GREY: self.tr("Keep grey"),
            StrokeKind.ORIGINAL: self.tr("As it was"),
            StrokeKind.ERASE: self.tr("Eraser"),
        }[self.kind]

    def _change(self, strokes: tuple[Stroke, ...], text: str) -> None:
        self.strokes = strokes
        self.changed.emit(strokes, text)
