"""`DragHandle`: the button by which the result is dragged into another program."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QToolButton, QToolTip, QWidget

from desktop.appearance.icons import icon


class DragHandle(QToolButton):
    """Button that emits ``dragged``; a mere click shows its tool tip."""

    dragged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIcon(icon("drag"))
        self.setAccessibleName(self.tr("Drag the result into another program"))
        self.setToolTip(self.accessibleName())
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.clicked.connect(self._explain)
        self._pressed: QPoint | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        start = self._pressed
        if start is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        way = (event.position().toPoint() - start).manhattanLength()
        if way >= QApplication.startDragDistance():
            self._pressed = None
            self.setDown(False)  # the release goes to where it is dropped
            self.dragged.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        super().mouseReleaseEvent(event)

    def _explain(self) -> None:
        corner = self.mapToGlobal(self.rect().topLeft())
        QToolTip.showText(corner, self.toolTip(), self)
