"""`Section`: a heading that shows and hides what stands below it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget


class Section(QWidget):
    """A widget under a heading that can be clicked; ``name`` is the same in every language."""

    toggled = Signal(bool)  # whether it is open

    def __init__(self, name: str, title: str, widget: QWidget) -> None:
        super().__init__()
        self.name, self.widget = name, widget
        self.heading = QToolButton()
        self.heading.setText(title)
        self.heading.setCheckable(True)
        self.heading.setProperty("section", True)
        self.heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
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
        arrow = Qt.ArrowType.DownArrow if on else self._closed_arrow()
        self.heading.setArrowType(arrow)

    def _closed_arrow(self) -> Qt.ArrowType:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return Qt.ArrowType.LeftArrow if mirrored else Qt.ArrowType.RightArrow
