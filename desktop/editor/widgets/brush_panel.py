"""`BrushPanel`: what the brush does, and how large it is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.colorize.strokes import StrokeKind
from desktop.editor.widgets.line_tool import LARGEST, SMALLEST, USUAL
from desktop.widgets.value_slider import ValueSlider


class BrushPanel(QWidget):
    """Chooses kind and size; knows nothing of the photo."""

    paint_toggled = Signal(bool)
    kind_chosen = Signal(object)  # StrokeKind
    radius_changed = Signal(int)
    clear_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.use = QPushButton(self.tr("Paint"))
        self.use.setCheckable(True)
        self.use.setProperty("chip", True)
        self.use.toggled.connect(self.paint_toggled)
        self.clear = QToolButton()
        self.clear.setText(self.tr("Remove all strokes"))
        self.clear.setProperty("tight", True)
        self.clear.clicked.connect(self.clear_clicked)
        self.brush_size = ValueSlider(SMALLEST, LARGEST, USUAL)
        self.brush_size.setValue(USUAL)
        self.brush_size.setAccessibleName(self.tr("Size of the brush"))
        self.brush_size.valueChanged.connect(self.radius_changed)
        self.kinds = QButtonGroup(self)
        self._choices = {
            StrokeKind.COLOR: QRadioButton(self.tr("In the colour above")),
            StrokeKind.GREY: QRadioButton(self.tr("Keep grey")),
            StrokeKind.ORIGINAL: QRadioButton(self.tr("Leave as it was")),
            StrokeKind.ERASE: QRadioButton(self.tr("Eraser")),
        }
        self._lay_out()
        self._choices[StrokeKind.COLOR].setChecked(True)
        self.set_strokes(0)

    def choice(self, kind: StrokeKind) -> QRadioButton:
        """The button of one kind of stroke."""
        return self._choices[kind]

    def set_strokes(self, count: int) -> None:
        """Enable what needs strokes."""
        self.clear.setEnabled(count > 0)

    def _lay_out(self) -> None:
        kinds = QGridLayout()
        kinds.setSpacing(4)
        for index, (kind, button) in enumerate(self._choices.items()):
            self.kinds.addButton(button)
            button.clicked.connect(lambda _on=False, kind=kind: self.kind_chosen.emit(kind))
            kinds.addWidget(button, index, 0)
        first, size = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.use)
        first.addStretch()
        first.addWidget(self.clear)
        label = QLabel(self.tr("Size"))
        label.setBuddy(self.brush_size)
        size.addWidget(label)
        size.addWidget(self.brush_size, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for row in (first, kinds, size):
            layout.addLayout(row)
