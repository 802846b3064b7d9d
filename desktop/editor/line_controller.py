"""`LineController`: connects a tool that draws lines, its panel and the action that turns it on."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QAction, QPolygonF

from core.photo.line import Line
from desktop.editor.widgets.compare_view import CompareView
from desktop.editor.widgets.line_panel import LinePanel
from desktop.editor.widgets.line_tool import LineTool
from desktop.editor.widgets.photo_marks import Mark, PhotoMarks


class LineController(QObject):
    """What every brush has: one tool at a time is in hand, and a screen reader finds each line.

    Args:
        action: turns the brush on and off.
        others: those of other tools, which are put away then, and the other way round.
    """

    panel: LinePanel
    tool: LineTool

    def __init__(
        self,
        view: CompareView,
        panel: LinePanel,
        tool: LineTool,
        action: QAction,
        others: Iterable[QAction],
    ) -> None:
        super().__init__(view)
        self.view, self.panel, self.tool, self.action = view, panel, tool, action
        self.marks = PhotoMarks(view)
        tool.setParent(self)
        tool.left.connect(lambda: action.setChecked(False))
        action.toggled.connect(panel.use.setChecked)
        action.toggled.connect(lambda on: view.take(tool, in_hand=on))
        for other in others:
            action.toggled.connect(lambda on, other=other: other.setChecked(False) if on else None)
            other.toggled.connect(lambda on: action.setChecked(False) if on else None)
        panel.draw_toggled.connect(action.setChecked)
        panel.kind_chosen.connect(self._choose)
        panel.radius_changed.connect(self._resize)

    def show_lines(self, lines: Iterable[Line], names: Iterable[str]) -> None:
        """The document's lines have changed: tell a screen reader of each, by its name."""
        self.tool.cancel()
        self.marks.set_marks(
            [Mark(name, _place(line)) for line, name in zip(lines, names, strict=True)]
        )

    def _choose(self, kind: Enum) -> None:
        self.tool.kind = kind
        self.action.setChecked(True)

    def _resize(self, radius: int) -> None:
        self.tool.radius = radius
        self.view.update()


def _place(line: Line) -> QRectF:
    return QPolygonF([QPointF(*corner) for corner in line.places]).boundingRect()
