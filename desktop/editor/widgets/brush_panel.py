"""`BrushPanel`: what the brush does, and how large it is."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from core.colorize.strokes import StrokeKind
from desktop.editor.widgets.line_panel import LinePanel
from desktop.editor.widgets.line_tool import USUAL


class BrushPanel(LinePanel):
    """A `LinePanel` for `StrokeKind`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(USUAL, parent)
        self.name_parts(
            use=self.tr("Paint"),
            clear=self.tr("Remove all strokes"),
            size=self.tr("Size of the brush"),
        )
        self.add_kinds(
            {
                StrokeKind.COLOR: self.tr("In the colour above"),
                StrokeKind.GREY: self.tr("Keep grey"),
                StrokeKind.ORIGINAL: self.tr("Leave as it was"),
                StrokeKind.ERASE: self.tr("Eraser"),
            }
        )
        self.set_strokes(0)

    def set_strokes(self, count: int) -> None:
        """Enable what needs strokes."""
        self.clear.setEnabled(count > 0)
