"""`SidePanel`: the column beside the photo, with Save and Copy at its foot."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.widgets.drag_handle import DragHandle
from desktop.widgets.side_column import SideColumn

#: Logical pixels below what has been scrolled to.
_ROOM = 16


class SidePanel(SideColumn):
    """Column of sections under headings; knows nothing of what is in them."""

    save_clicked = Signal()
    copy_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        name = QCoreApplication.translate("SidePanel", "Settings of this photo")
        super().__init__(name, parent)
        self.sections.setSpacing(10)
        self.sections.addStretch()
        self.save = QPushButton(self.tr("Save"))
        self.save.setProperty("primary", True)
        self.save.clicked.connect(self.save_clicked)
        self.copy = QPushButton(self.tr("Copy"))
        self.copy.clicked.connect(self.copy_clicked)
        self.drag = DragHandle()
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setSpacing(10)
        row.setContentsMargins(18, 12, 18, 14)
        row.addWidget(self.save, 1)
        row.addWidget(self.copy)
        row.addWidget(self.drag)
        self.put_below(foot)
        self.set_ready(ready=False)

    def put_on_top(self, widget: QWidget) -> None:
        """Add what stands above all sections, without a heading."""
        self.sections.insertWidget(0, widget)

    def add_section(self, title: str, widget: QWidget) -> None:
        """Add a section below the others."""
        heading = QLabel(title)
        heading.setProperty("heading", True)
        at = self.sections.count() - 1
        if at:
            self.sections.insertSpacing(at, 10)
            at += 1
        self.sections.insertWidget(at, heading)
        self.sections.insertWidget(at + 1, widget)

    def reveal(self, widget: QWidget) -> None:
        """Scroll until a section's widget is seen, as soon as it has its new size."""
        QTimer.singleShot(0, self, lambda: self.area.ensureWidgetVisible(widget, 0, _ROOM))

    def set_ready(self, *, ready: bool) -> None:
        """Enable the buttons that take the result away."""
        self.save.setEnabled(ready)
        self.copy.setEnabled(ready)
        self.drag.setEnabled(ready)
