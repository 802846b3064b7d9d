"""`RepairPanel`: damage looked for, marked by hand, looked at, and repaired."""

from __future__ import annotations

from itertools import count

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QWidget

from core.repair.edits import MarkKind, RepairEdit
from desktop.editor.widgets.line_panel import LinePanel, slider_row
from desktop.editor.widgets.repair_tool import USUAL, Pointing
from desktop.widgets.value_slider import ValueSlider

#: Negative: the gestures of other panels are not.
_gestures = count(-1, -1)


class ShareSlider(ValueSlider):
    """A slider of hundredths; a drag of it is one gesture."""

    slid = Signal(float, int)  # 0..1, the gesture

    def __init__(self, neutral: int, name: str) -> None:
        super().__init__(0, 100, neutral)
        self.setAccessibleName(name)
        self._gesture = next(_gestures)
        self.sliderPressed.connect(self._new_gesture)
        self.valueChanged.connect(lambda value: self.slid.emit(value / 100, self._gesture))

    def show_share(self, share: float) -> None:
        """Show a share 0..1 without reporting it as a change."""
        self.blockSignals(True)
        self.setValue(round(share * 100))
        self.blockSignals(False)
        self.update()

    def _new_gesture(self) -> None:
        self._gesture = next(_gestures)


class RepairPanel(LinePanel):
    """Shows a `RepairEdit` and what was found; knows nothing of the photo."""

    find_clicked = Signal()
    shown_toggled = Signal(bool)  # whether the marked places are seen
    sensitivity_changed = Signal(float, int)  # 0..1, the gesture
    applied_changed = Signal(bool)
    strength_changed = Signal(float, int)  # 0..1, the gesture
    compared = Signal(bool)  # whether the photo is to be seen without the repair now
    levels_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(USUAL, parent)
        self._edit = RepairEdit()
        self.look = QPushButton(self.tr("Find scratches and dust"))
        self.look.clicked.connect(self.find_clicked)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.sensitivity = ShareSlider(50, self.tr("Sensitivity of the search"))
        self.sensitivity.slid.connect(self.sensitivity_changed)
        self.sensitivity.setToolTip(self.tr("The farther right, the more is taken for damage."))
        self.show_marked = QCheckBox(self.tr("Show the marked places"))
        self.show_marked.setChecked(True)
        self.show_marked.toggled.connect(self.shown_toggled)
        self.name_parts(
            use=self.tr("Mark by hand"),
            clear=self.tr("Remove all marks"),
            size=self.tr("Size of the repair brush"),
        )
        self.add_kinds(
            {
                MarkKind.MORE: self.tr("This is damaged too"),
                MarkKind.LESS: self.tr("This is not damaged"),
                MarkKind.HEAL: self.tr("Heal this spot at once"),
                Pointing.SCRATCH: self.tr("Follow a scratch"),
            }
        )
        self.choice(Pointing.SCRATCH).setToolTip(
            self.tr("Click on a straight scratch that runs through the whole photo.")
        )
        self.apply = QPushButton()
        self.apply.clicked.connect(lambda: self.applied_changed.emit(not self._edit.applied))
        self.strength = ShareSlider(100, self.tr("Strength of the repair"))
        self.strength.slid.connect(self.strength_changed)
        self.compare = QPushButton(self.tr("Hold to see it without the repair"))
        self.compare.setProperty("chip", True)
        self.compare.pressed.connect(lambda: self.compared.emit(True))
        self.compare.released.connect(lambda: self.compared.emit(False))
        self.levels = QCheckBox(self.tr("Spread faded tones"))
        self.levels.setToolTip(self.tr("A photo that is not faded stays as it is."))
        self.levels.clicked.connect(self.levels_changed)
        self._lay_out()
        self.show_edit(RepairEdit(), None, busy=False)

    def show_edit(
        self, edit: RepairEdit, share: float | None, *, busy: bool, sensitive: bool = True
    ) -> None:
        """Show what was chosen, without reporting it as a change.

        Args:
            edit: of the photo that is open.
            share: of the photo that was found to be damaged, 0..1; None: nobody has looked.
            busy: whether it is being looked for, or repaired.
            sensitive: whether another sensitivity could find other damage.
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
        self.sensitivity.setEnabled(edit.find and sensitive)
        self.sensitivity.show_share(edit.sensitivity)
        self.strength.show_share(edit.strength)
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
        sensitivity = slider_row(self.tr("Sensitivity"), self.sensitivity)
        above: tuple[QWidget | QHBoxLayout, ...] = (
            self.look, self.words, sensitivity, self.show_marked,
        )  # fmt: skip
        for at, part in enumerate(above):
            if isinstance(part, QWidget):
                self.column.insertWidget(at, part)
            else:
                self.column.insertLayout(at, part)
        self.column.addWidget(self.apply)
        self.column.addLayout(slider_row(self.tr("Strength"), self.strength))
        self.column.addWidget(self.levels)
        self.column.addWidget(self.compare, 0, Qt.AlignmentFlag.AlignLeft)
