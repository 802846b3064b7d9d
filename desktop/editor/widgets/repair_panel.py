"""`RepairPanel`: damage looked for, marked by hand, looked at, and repaired."""

from __future__ import annotations

from itertools import count

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.repair.edits import MarkKind, RepairEdit
from desktop.editor.widgets.line_tool import LARGEST, SMALLEST
from desktop.editor.widgets.repair_tool import USUAL
from desktop.widgets.value_slider import ValueSlider

#: Negative: the gestures of other panels are not.
_gestures = count(-1, -1)


class RepairPanel(QWidget):
    """Shows a `RepairEdit` and what was found; knows nothing of the photo."""

    find_clicked = Signal()
    shown_toggled = Signal(bool)  # whether the marked places are seen
    draw_toggled = Signal(bool)
    kind_chosen = Signal(object)  # MarkKind
    radius_changed = Signal(int)
    applied_changed = Signal(bool)
    strength_changed = Signal(float, int)  # 0..1, the gesture
    compared = Signal(bool)  # whether the photo is to be seen without the repair now
    levels_changed = Signal(bool)
    clear_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edit, self._gesture = RepairEdit(), next(_gestures)
        self.look = QPushButton(self.tr("Find scratches and dust"))
        self.look.clicked.connect(self.find_clicked)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.show_marked = QCheckBox(self.tr("Show the marked places"))
        self.show_marked.setChecked(True)
        self.show_marked.toggled.connect(self.shown_toggled)
        self.use = QPushButton(self.tr("Mark by hand"))
        self.use.setCheckable(True)
        self.use.setProperty("chip", True)
        self.use.toggled.connect(self.draw_toggled)
        self.kinds = QButtonGroup(self)
        self._choices = {
            MarkKind.MORE: QRadioButton(self.tr("This is damaged too")),
            MarkKind.LESS: QRadioButton(self.tr("This is not damaged")),
            MarkKind.HEAL: QRadioButton(self.tr("Heal this spot at once")),
        }
        self._choices[MarkKind.MORE].setChecked(True)
        self.brush_size = ValueSlider(SMALLEST, LARGEST, USUAL)
        self.brush_size.setValue(USUAL)
        self.brush_size.setAccessibleName(self.tr("Size of the repair brush"))
        self.brush_size.valueChanged.connect(self.radius_changed)
        self.apply = QPushButton()
        self.apply.clicked.connect(lambda: self.applied_changed.emit(not self._edit.applied))
        self.strength = ValueSlider(0, 100, 100)
        self.strength.setAccessibleName(self.tr("Strength of the repair"))
        self.strength.sliderPressed.connect(self._new_gesture)
        self.strength.valueChanged.connect(self._slid)
        self.compare = QPushButton(self.tr("Hold to see it without the repair"))
        self.compare.setProperty("chip", True)
        self.compare.pressed.connect(lambda: self.compared.emit(True))
        self.compare.released.connect(lambda: self.compared.emit(False))
        self.levels = QCheckBox(self.tr("Spread faded tones"))
        self.levels.setToolTip(self.tr("A photo that is not faded stays as it is."))
        self.levels.clicked.connect(self.levels_changed)
        self.clear = QToolButton()
        self.clear.setText(self.tr("Remove all marks"))
        self.clear.setProperty("tight", True)
        self.clear.clicked.connect(self.clear_clicked)
        self._lay_out()
        self.show_edit(RepairEdit(), None, busy=False)

    def choice(self, kind: MarkKind) -> QRadioButton:
        """The button of one kind of mark."""
        return self._choices[kind]

    def show_edit(self, edit: RepairEdit, share: float | None, *, busy: bool) -> None:
        """Show what was chosen, without reporting it as a change.

        Args:
            edit: of the photo that is open.
            share: of the photo that was found to be damaged, 0..1; None: nobody has looked.
            busy: whether it is being looked for, or repaired.
        """
        self._edit = edit
        self.look.setEnabled(not edit.find and not busy)
        self.words.setText(self._said(edit, share, busy=busy))
        self.words.setVisible(bool(self.words.text()))
        self.show_marked.setEnabled(edit.has_places)
        damaged = share is None or share > 0 or len(edit.marks) > 0
        self.apply.setEnabled(edit.has_places and damaged and not (edit.find and share is None))
        undone, done = self.tr("Repair the marked places"), self.tr("Take the repair back")
        self.apply.setText(done if edit.applied else undone)
        self.strength.setEnabled(edit.asked != RepairEdit(levels=edit.levels))
        self.compare.setEnabled(edit.asked != RepairEdit())
        self.levels.setChecked(edit.levels)
        self.strength.blockSignals(True)
        self.strength.setValue(round(edit.strength * 100))
        self.strength.blockSignals(False)
        self.strength.update()
        self.clear.setEnabled(edit != RepairEdit(levels=edit.levels))

    def _said(self, edit: RepairEdit, share: float | None, *, busy: bool) -> str:
        if busy:
            return self.tr("One moment…")
        if not edit.find or share is None:
            return ""
        if share == 0:
            return self.tr("No damage was found. You can mark some by hand.")
        per_cent = self.locale().toString(max(100 * share, 0.1), "f", 1)
        if edit.applied:
            return self.tr("{} % of the photo was found to be damaged.").format(per_cent)
        words = self.tr("{} % of the photo looks damaged. Check the marked places, then repair.")
        return words.format(per_cent)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self.look, self.words, self.show_marked):
            layout.addWidget(widget)
        marking, size, strength = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        marking.addWidget(self.use)
        marking.addStretch()
        marking.addWidget(self.clear)
        layout.addLayout(marking)
        for kind, button in self._choices.items():
            self.kinds.addButton(button)
            button.clicked.connect(lambda _on=False, kind=kind: self.kind_chosen.emit(kind))
            layout.addWidget(button)
        for row, word, slider in (
            (size, self.tr("Size"), self.brush_size),
            (strength, self.tr("Strength"), self.strength),
        ):
            label = QLabel(word)
            label.setBuddy(slider)
            row.addWidget(label)
            row.addWidget(slider, 1)
        layout.addLayout(size)
        layout.addWidget(self.apply)
        layout.addLayout(strength)
        layout.addWidget(self.levels)
        layout.addWidget(self.compare, 0, Qt.AlignmentFlag.AlignLeft)

    def _new_gesture(self) -> None:
        self._gesture = next(_gestures)

    def _slid(self, hundredths: int) -> None:
        self.strength_changed.emit(hundredths / 100, self._gesture)
