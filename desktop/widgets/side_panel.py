"""`SidePanel`: the column beside the photo, with Save and Copy at its foot."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.widgets.drag_handle import DragHandle
from desktop.widgets.section import Section
from desktop.widgets.side_column import SideColumn


class SidePanel(SideColumn):
    """Column of sections under headings; knows nothing of what is in them."""

    save_clicked = Signal()
    copy_clicked = Signal()
    closed_changed = Signal(object)  # tuple[str, ...]: names of the sections that are closed

    def __init__(self, parent: QWidget | None = None) -> None:
        name = QCoreApplication.translate("SidePanel", "Settings of this photo")
        super().__init__(name, parent)
        self.sections.setSpacing(10)
        self._sections: list[Section] = []
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

    def add_section(self, name: str, title: str, widget: QWidget) -> Section:
        """Add a section below the others, open; ``name`` is the same in every language."""
        section = Section(name, title, widget)
        section.toggled.connect(self._tell_closed)
        self._sections.append(section)
        self.sections.insertWidget(self.sections.count() - 1, section)
        return section

    def close_sections(self, names: Iterable[str]) -> None:
        """Close the sections of these names and open the others, without reporting it."""
        closed = set(names)
        for section in self._sections:
            section.set_open(on=section.name not in closed)

    def _tell_closed(self) -> None:
        self.closed_changed.emit(tuple(each.name for each in self._sections if not each.is_open))

    def set_ready(self, *, ready: bool) -> None:
        """Enable the buttons that take the result away."""
        self.save.setEnabled(ready)
        self.copy.setEnabled(ready)
        self.drag.setEnabled(ready)
