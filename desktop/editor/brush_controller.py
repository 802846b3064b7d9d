"""`BrushController`: connects the brush's panel, its tool and the document."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QObject, QPointF, Slot
from PySide6.QtGui import QAction, QColor, QPolygonF

from core.color import lab_to_rgb
from core.colorize.edits import Edit
from core.colorize.strokes import Stroke, StrokeKind
from desktop.editor.photo_editor import PhotoEditor
from desktop.editor.widgets.brush_panel import BrushPanel
from desktop.editor.widgets.brush_tool import BrushTool
from desktop.editor.widgets.compare_view import CompareView
from desktop.editor.widgets.photo_marks import Mark, PhotoMarks
from desktop.text.tables import left_to_right


class BrushController(QObject):
    """Connects the brush; ``action`` turns it on and off, ``points`` is the other tool's."""

    def __init__(
        self,
        view: CompareView,
        panel: BrushPanel,
        action: QAction,
        points: QAction,
        editor: PhotoEditor,
    ) -> None:
        super().__init__(view)
        self.view, self.panel, self.action = view, panel, action
        self.tool = tool = BrushTool(self)
        self.marks = PhotoMarks(view)
        tool.changed.connect(editor.set_strokes)
        tool.left.connect(lambda: action.setChecked(False))
        action.toggled.connect(panel.use.setChecked)
        action.toggled.connect(lambda on: points.setChecked(False) if on else None)
        action.toggled.connect(self._use)
        points.toggled.connect(lambda on: action.setChecked(False) if on else None)
        panel.paint_toggled.connect(action.setChecked)
        panel.kind_chosen.connect(self._choose)
        panel.radius_changed.connect(self._resize)
        panel.clear_clicked.connect(tool.clear)

    def set_color(self, color: QColor) -> None:
        """Set the colour of the next stroke."""
        self.tool.color = color

    def show_edit(self, edit: Edit | None) -> None:
        """Show the strokes of the document; None: no photo is open."""
        if edit is None:
            self.action.setChecked(False)
        strokes = edit.strokes if edit else ()
        self.tool.cancel()
        self.tool.set_strokes(strokes)
        self.panel.set_strokes(len(strokes))
        self.marks.set_marks([self._mark(at, strokes) for at in range(len(strokes))])

    def _mark(self, at: int, strokes: Sequence[Stroke]) -> Mark:
        """A stroke as a screen reader is told of it."""
        stroke = strokes[at]
        what = self.panel.choice(stroke.kind).text()
        if stroke.kind is StrokeKind.COLOR:
            what = left_to_right(_color_name(stroke.ab))
        words = self.tr("Brush stroke {number} of {count}: {what}")
        place = QPolygonF([QPointF(*corner) for corner in stroke.places]).boundingRect()
        return Mark(words.format(number=at + 1, count=len(strokes), what=what), place)

    @Slot(bool)
    def _use(self, on: bool) -> None:
        self.view.take(self.tool, in_hand=on)

    @Slot(object)
    def _choose(self, kind: StrokeKind) -> None:
        self.tool.kind = kind
        self.action.setChecked(True)

    @Slot(int)
    def _resize(self, radius: int) -> None:
        self.tool.radius = radius
        self.view.update()


def _color_name(ab: tuple[float, float]) -> str:
    """``#rrggbb`` of a colour at middle lightness."""
    rgb = np.clip(lab_to_rgb(np.array([[[60, *ab]]], np.float32))[0, 0] * 255, 0, 255)
    return QColor(*rgb.round().astype(int).tolist()).name()
