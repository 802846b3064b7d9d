"""`SideColumn`: a scrolling column that is as wide as its texts need."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

#: Logical pixels; longer words and larger fonts make it wider.
_WIDTH = 318


class SideColumn(QFrame):
    """Column beside the middle of the window; its layout ``sections`` takes what scrolls."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._inside = QWidget()
        self._inside.installEventFilter(self)
        self.sections = QVBoxLayout(self._inside)
        self.sections.setContentsMargins(18, 16, 18, 16)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        # or a click on what is in it would give it the focus; Tab brings what it reaches into sight
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(name)
        self.area.setWidget(self._inside)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.area, 1)

    def put_below(self, foot: QWidget) -> None:
        """Add a widget that does not scroll."""
        self._layout.addWidget(foot)

    def sizeHint(self) -> QSize:
        bar = self.area.verticalScrollBar().sizeHint().width()
        needed = self._inside.minimumSizeHint().width() + bar
        of_foot = super().minimumSizeHint().width()
        return QSize(max(_WIDTH, needed, of_foot), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), super().minimumSizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # a scroll area keeps such news to itself
            self.updateGeometry()
        return super().eventFilter(watched, event)
