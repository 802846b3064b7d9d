"""The column beside the photo: sections under headings, and the way out at its foot."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.widgets.drag_handle import DragHandle

_WIDTH = 318


class SidePanel(QFrame):
    """Holds sections; knows nothing of what is in them."""

    save_clicked = Signal()
    copy_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setFixedWidth(_WIDTH)
        inside = QWidget()
        self._sections = QVBoxLayout(inside)
        self._sections.setContentsMargins(18, 16, 18, 16)
        self._sections.setSpacing(10)
        self._sections.addStretch()
        scroll = self._scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(self.tr("Settings of this photo"))
        scroll.setWidget(inside)
        self.save = QPushButton(self.tr("Save…"))
        self.save.setProperty("primary", True)
        self.save.clicked.connect(self.save_clicked)
        self.copy = QPushButton(self.tr("Copy"))
        self.copy.clicked.connect(self.copy_clicked)
        self.drag = DragHandle()
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.setContentsMargins(18, 12, 18, 14)
        foot.addWidget(self.save, 1)
        foot.addWidget(self.copy)
        foot.addWidget(self.drag)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scroll, 1)
        layout.addLayout(foot)
        self.set_ready(ready=False)

    def add_section(self, title: str, widget: QWidget) -> None:
        """Below those that are there already."""
        heading = QLabel(title)
        heading.setProperty("heading", True)
        at = self._sections.count() - 1
        if at:
            self._sections.insertSpacing(at, 10)
            at += 1
        self._sections.insertWidget(at, heading)
        self._sections.insertWidget(at + 1, widget)

    def reveal(self, widget: QWidget) -> None:
        """Scroll until a section's widget is seen."""
        self._sections.activate()
        self._scroll.ensureWidgetVisible(widget)

    def set_ready(self, *, ready: bool) -> None:
        """Whether there is a result to take away."""
        self.save.setEnabled(ready)
        self.copy.setEnabled(ready)
        self.drag.setEnabled(ready)
