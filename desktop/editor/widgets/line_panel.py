"""`LinePanel`: a brush turned on, what its lines do, and how wide they are."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.editor.widgets.line_tool import LARGEST, SMALLEST
from desktop.widgets.value_slider import ValueSlider


class LinePanel(QWidget):
    """Chooses kind and size of the lines of a `LineTool`; knows nothing of the photo.

    What derives from it calls `name_parts` and `add_kinds`, and adds what else it has to `column`.

    Args:
        radius: of the brush to begin with, in logical pixels.
    """

    draw_toggled = Signal(bool)
    kind_chosen = Signal(object)  # a key of `add_kinds`
    radius_changed = Signal(int)
    clear_clicked = Signal()

    def __init__(self, radius: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.use = QPushButton()
        self.use.setCheckable(True)
        self.use.setProperty("chip", True)
        self.use.toggled.connect(self.draw_toggled)
        self.clear = QToolButton()
        self.clear.setProperty("tight", True)
        self.clear.clicked.connect(self.clear_clicked)
        self.brush_size = ValueSlider(SMALLEST, LARGEST, radius)
        self.brush_size.setValue(radius)
        self.brush_size.valueChanged.connect(self.radius_changed)
        self.kinds = QButtonGroup(self)
        self._choices: dict[Enum, QRadioButton] = {}
        self.column, self._kinds, first = QVBoxLayout(self), QVBoxLayout(), QHBoxLayout()
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self._kinds.setSpacing(4)
        first.addWidget(self.use)
        first.addStretch()
        first.addWidget(self.clear)
        self.column.addLayout(first)
        self.column.addLayout(self._kinds)
        self.column.addLayout(slider_row(self.tr("Size"), self.brush_size))

    def name_parts(self, *, use: str, clear: str, size: str) -> None:
        """Say what turns the brush on, what removes all lines, and what a screen reader is told."""
        self.use.setText(use)
        self.clear.setText(clear)
        self.brush_size.setAccessibleName(size)

    def add_kinds(self, kinds: Mapping[Enum, str]) -> None:
        """Add what a line may do, with words for each; the first is chosen."""
        for kind, words in kinds.items():
            button = self._choices[kind] = QRadioButton(words)
            self.kinds.addButton(button)
            button.clicked.connect(lambda _on=False, kind=kind: self.kind_chosen.emit(kind))
            self._kinds.addWidget(button)
        next(iter(self._choices.values())).setChecked(True)

    def choice(self, kind: Enum) -> QRadioButton:
        """The button of one kind of line."""
        return self._choices[kind]


def slider_row(words: str, slider: ValueSlider) -> QHBoxLayout:
    """A slider behind its word."""
    row, label = QHBoxLayout(), QLabel(words)
    label.setBuddy(slider)
    row.addWidget(label)
    row.addWidget(slider, 1)
    return row
