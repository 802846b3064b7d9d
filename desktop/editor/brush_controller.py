"""`BrushController`: connects the brush's panel, its tool and the document."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtGui import QAction, QColor

from core.color import lab_to_rgb
from core.colorize.edits import Edit
from core.colorize.strokes import Stroke, StrokeKind
from desktop.editor.line_controller import LineController
from desktop.editor.photo_editor import PhotoEditor
from desktop.editor.widgets.brush_panel import BrushPanel
from desktop.editor.widgets.brush_tool import BrushTool
from desktop.editor.widgets.compare_view import CompareView
from desktop.text.tables import left_to_right


class BrushController(LineController):
    """Connects the brush; ``action`` turns it on and off, ``others`` are those of other tools."""

    panel: BrushPanel
    tool: BrushTool

    def __init__(
        self,
        view: CompareView,
        panel: BrushPanel,
        action: QAction,
        others: Sequence[QAction],
        editor: PhotoEditor,
    ) -> None:
        super().__init__(view, panel, BrushTool(), action, others)
        self.tool.changed.connect(editor.set_strokes)
        panel.clear_clicked.connect(self.tool.clear)

    def set_color(self, color: QColor) -> None:
        """Set the colour of the next stroke."""
        self.tool.color = color

    def show_edit(self, edit: Edit | None) -> None:
        """Show the strokes of the document; None: no photo is open."""
        if edit is None:
            self.action.setChecked(False)
        strokes = edit.strokes if edit else ()
        self.tool.set_strokes(strokes)
        self.panel.set_strokes(len(strokes))
        self.show_lines(strokes, [self._name(at, strokes) for at in range(len(strokes))])

    def _name(self, at: int, strokes: Sequence[Stroke]) -> str:
        """A stroke as a screen reader is told of it."""
        stroke = strokes[at]
        what = self.panel.choice(stroke.kind).text()
        if stroke.kind is StrokeKind.COLOR:
            what = left_to_right(_color_name(stroke.ab))
        words = self.tr("Brush stroke {number} of {count}: {what}")
        return words.format(number=at + 1, count=len(strokes), what=what)


def _color_name(ab: tuple[float, float]) -> str:
    """``#rrggbb`` of a colour at middle lightness."""
    rgb = np.clip(lab_to_rgb(np.array([[[60, *ab]]], np.float32))[0, 0] * 255, 0, 255)
    return QColor(*rgb.round().astype(int).tolist()).name()
