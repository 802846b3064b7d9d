"""`ScrollColumn`: a scroll area as large as what it holds, where there is room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QWidget


class ScrollColumn(QScrollArea):
    """Scrolls the layout it is given up and down, never sideways; the focus stays in sight."""

    def __init__(self, content: QLayout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = QWidget()
        self._inside.setLayout(content)
        self.setWidget(self._inside)

    def sizeHint(self) -> QSize:
        for widget in self._inside.findChildren(QWidget):  # a style sheet changes sizes
            widget.ensurePolished()
        return self._inside.sizeHint() + QSize(self._bar(), 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._inside.minimumSizeHint().width() + self._bar(), 120)

    def _bar(self) -> int:
        return self.verticalScrollBar().sizeHint().width()
