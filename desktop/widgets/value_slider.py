"""`ValueSlider`: a slider that fills from its neutral value and jumps to the click."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QWheelEvent
from PySide6.QtWidgets import QSlider, QWidget

_HANDLE: Final = 16
_GROOVE: Final = 4


class ValueSlider(QSlider):
    """Horizontal slider around a ``neutral`` value; double click brings that back.

    The wheel changes it only where it has the focus, and a click does not take the focus.
    """

    def __init__(self, low: int, high: int, neutral: int, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.neutral = neutral
        self.setRange(low, high)
        self.setPageStep(10)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def place(self, value: int) -> float:
        """Where a value lies, in logical pixels from the left."""
        share = (value - self.minimum()) / max(1, self.maximum() - self.minimum())
        share = 1 - share if self._mirrored() else share
        return _HANDLE / 2 + 1 + share * (self.width() - _HANDLE - 2)

    def sizeHint(self) -> QSize:
        return QSize(120, _HANDLE + 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, _HANDLE + 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, middle = QPainter(self), self.height() / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, on = self.palette(), self.isEnabled()
        group = QPalette.ColorGroup.Active if on else QPalette.ColorGroup.Disabled
        line = palette.color(group, QPalette.ColorRole.Mid)
        filled = palette.color(
            group, QPalette.ColorRole.Highlight if on else QPalette.ColorRole.Mid
        )
        left, right = self.place(self.minimum()), self.place(self.maximum())
        self._bar(painter, min(left, right), max(left, right), line)
        start, end = sorted((self.place(self.neutral), self.place(self.value())))
        self._bar(painter, start, end, filled)
        mark = QPointF(self.place(self.neutral), middle)
        painter.setPen(QPen(line, 2))
        painter.drawLine(mark - QPointF(0, 6), mark + QPointF(0, 6))
        at = QPointF(self.place(self.value()), middle)
        if self.hasFocus():
            painter.setPen(QPen(palette.text().color(), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, _HANDLE / 2 + 2, _HANDLE / 2 + 2)
        painter.setPen(QPen(filled, 2))
        painter.setBrush(palette.base())
        painter.drawEllipse(at, _HANDLE / 2 - 1, _HANDLE / 2 - 1)
        painter.end()

    def _bar(self, painter: QPainter, start: float, end: float, color: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        top = (self.height() - _GROOVE) / 2
        painter.drawRoundedRect(QRectF(start, top, end - start, _GROOVE), 2, 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._jump(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._jump(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(False)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.setValue(self.neutral)
            self.setSliderDown(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()  # who is around it may scroll

    def _jump(self, event: QMouseEvent) -> None:
        room = max(1, self.width() - _HANDLE - 2)
        share = min(max((event.position().x() - _HANDLE / 2 - 1) / room, 0.0), 1.0)
        share = 1 - share if self._mirrored() else share
        self.setValue(self.minimum() + round(share * (self.maximum() - self.minimum())))

    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft
