"""`Section`: a heading that shows and hides what stands below it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOption,
    QVBoxLayout,
    QWidget,
)

#: Side of the arrow, and its distance from the edge where one begins to read.
_ARROW: Final = 9
_INDENT: Final = 5


class _Heading(QPushButton):
    """A title with an arrow before it, which a style sheet would put at the far edge."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, option = QPainter(self), QStyleOption()
        option.initFrom(self)
        left = QRect(_INDENT, (self.height() - _ARROW) // 2, _ARROW, _ARROW)
        option.rect = QStyle.visualRect(self.layoutDirection(), self.rect(), left)
        self.style().drawPrimitive(self._arrow(), option, painter, self)
        painter.end()

    def _arrow(self) -> QStyle.PrimitiveElement:
        if self.isChecked():
            return QStyle.PrimitiveElement.PE_IndicatorArrowDown
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return QStyle.PrimitiveElement.PE_IndicatorArrowLeft
        return QStyle.PrimitiveElement.PE_IndicatorArrowRight


class Section(QWidget):
    """A widget under a heading that can be clicked; ``name`` is the same in every language."""

    toggled = Signal(bool)  # whether it is open

    def __init__(self, name: str, title: str, widget: QWidget) -> None:
        super().__init__()
        self.name, self.widget = name, widget
        self.heading = _Heading(title)
        self.heading.setCheckable(True)
        self.heading.setProperty("section", True)
        self.heading.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.heading.toggled.connect(self._show)
        self.heading.clicked.connect(self.toggled)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.heading)
        layout.addWidget(widget)
        self.heading.setChecked(True)

    @property
    def is_open(self) -> bool:
        """Whether the widget is seen."""
        return self.heading.isChecked()

    def set_open(self, *, on: bool) -> None:
        """Show or hide the widget without reporting it."""
        self.heading.setChecked(on)

    def _show(self, on: bool) -> None:
        self.widget.setVisible(on)
