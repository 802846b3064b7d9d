"""`RepairTool`: marks damaged places on the photo, takes marks away, heals single spots."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QPainter

from core.photo.line import Line
from core.repair.edits import MarkKind, RepairMark
from desktop.editor.widgets.compare_types import Scene
from desktop.editor.widgets.line_tool import LineTool

#: Logical pixels: damage is finer than what one paints.
USUAL: Final = 10
#: While it is drawn a mark shows like this.
_SHOWN: Final[Mapping[Enum, QColor]] = {
    MarkKind.MORE: QColor(220, 30, 30, 140),
    MarkKind.LESS: QColor(255, 255, 255, 120),
    MarkKind.HEAL: QColor(70, 130, 220, 140),
}


class Pointing(Enum):
    """What a click does that draws nothing itself."""

    #: the straight scratch under it is followed along its length
    SCRATCH = "scratch"


class RepairTool(LineTool):
    """A `Tool` that adds marks to those of one photo; ``changed`` carries all of them.

    Attributes:
        kind: of the next mark, or what the next click does.
    """

    kind: MarkKind | Pointing
    changed = Signal(object, str)  # tuple[RepairMark, ...], what was done
    pointed = Signal(float, float)  # where, in shares of the photo

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent, radius=USUAL)
        self.kind = MarkKind.MORE
        self.marks: tuple[RepairMark, ...] = ()

    def set_marks(self, marks: Sequence[RepairMark]) -> None:
        """Take the marks as the document has them."""
        self.marks = tuple(marks)

    def drawn(self, line: Line) -> None:
        if isinstance(self.kind, Pointing):
            self.pointed.emit(*(min(max(share, 0.0), 1.0) for share in line.places[0]))
            return
        words = {
            MarkKind.MORE: self.tr("Mark damage"),
            MarkKind.LESS: self.tr("Take marks away"),
            MarkKind.HEAL: self.tr("Heal a spot"),
        }
        self.marks = (*self.marks, RepairMark(line.places, line.radius, self.kind))
        self.changed.emit(self.marks, words[self.kind])

    def line_color(self) -> QColor:
        return _SHOWN[self.kind]

    def paint(self, painter: QPainter, scene: Scene) -> None:
        if not isinstance(self.kind, Pointing):  # a click has no width
            super().paint(painter, scene)
