"""`PrintPanel`: the frame that is chosen in figures, and what can be done to frames."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.photo.frame import Frame
from desktop.text.translation import QT_TRANSLATE_NOOP

#: Pixels; no scan has more.
_MOST: Final = 100_000.0
#: Name of a button -> its word, what it says when the pointer rests on it, its keys.
FRAME_BUTTONS: Final = {
    "left": (
        QT_TRANSLATE_NOOP("PrintPanel", "Turn left"),
        QT_TRANSLATE_NOOP("PrintPanel", "Turn the picture to the left when it is cut"),
        "Ctrl+L",
    ),
    "right": (
        QT_TRANSLATE_NOOP("PrintPanel", "Turn right"),
        QT_TRANSLATE_NOOP("PrintPanel", "Turn the picture to the right when it is cut"),
        "Ctrl+R",
    ),
    "add": (
        QT_TRANSLATE_NOOP("PrintPanel", "Add a frame"),
        QT_TRANSLATE_NOOP("PrintPanel", "Another frame in the middle of the page"),
        "Ins",
    ),
    "delete": (
        QT_TRANSLATE_NOOP("PrintPanel", "Delete"),
        QT_TRANSLATE_NOOP("PrintPanel", "What is in this frame becomes no picture"),
        "Del",
    ),
    "join": (
        QT_TRANSLATE_NOOP("PrintPanel", "Join"),
        QT_TRANSLATE_NOOP("PrintPanel", "One frame around all that are chosen (Ctrl and click)"),
        "Ctrl+J",
    ),
    "halve": (
        QT_TRANSLATE_NOOP("PrintPanel", "Cut in two"),
        QT_TRANSLATE_NOOP("PrintPanel", "Two frames in place of this one, side by side"),
        "Ctrl+D",
    ),
    "as_found": (
        QT_TRANSLATE_NOOP("PrintPanel", "As found"),
        QT_TRANSLATE_NOOP("PrintPanel", "The frames of this page as they were found"),
        "",
    ),
}


class PrintPanel(QWidget):
    """Figures to read and change; buttons whose ``clicked`` the window listens to."""

    edited = Signal(object)  # the chosen Frame as it shall be

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: Frame | None = None
        self.title = QLabel()
        self.title.setProperty("heading", True)
        self.width_box, self.height_box = self._box(8, _MOST), self._box(8, _MOST)
        self.x_box, self.y_box = self._box(0, _MOST), self._box(0, _MOST)
        self.angle_box = self._box(-180, 180, 1)
        self.angle_box.setSingleStep(0.1)
        self.angle_box.setWrapping(True)
        self.angle_box.setSuffix("°")
        self.buttons = {name: self._button(name) for name in FRAME_BUTTONS}
        self._lay_out()
        for box in self._boxes():
            box.valueChanged.connect(self._read)

    def show_frames(self, frames: tuple[Frame, ...], chosen: tuple[int, ...]) -> None:
        """Show the frame chosen last; what cannot be done is greyed."""
        self._frame = frames[chosen[-1]] if chosen else None
        self.title.setText(
            self.tr("Print {} of {}").format(chosen[-1] + 1, len(frames))
            if chosen
            else self.tr("No print is chosen")
        )
        frame = self._frame or Frame(0, 0, 8, 8)
        values = frame.x, frame.y, frame.width, frame.height, frame.angle
        for box, value in zip(self._boxes(), values, strict=True):
            with QSignalBlocker(box):
                box.setValue(value)
            box.setEnabled(bool(chosen))
        for name in ("left", "right", "delete", "halve"):
            self.buttons[name].setEnabled(bool(chosen))
        self.buttons["join"].setEnabled(len(chosen) > 1)

    def _boxes(self) -> tuple[QDoubleSpinBox, ...]:
        return self.x_box, self.y_box, self.width_box, self.height_box, self.angle_box

    def _box(self, least: float, most: float, decimals: int = 0) -> QDoubleSpinBox:
        box = QDoubleSpinBox()
        box.setDecimals(decimals)
        box.setRange(least, most)
        box.setKeyboardTracking(False)
        return box

    def _button(self, name: str) -> QPushButton:
        words, tip, keys = FRAME_BUTTONS[name]
        button = QPushButton(self.tr(words))
        button.setShortcut(QKeySequence(keys))
        native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{self.tr(tip)} ({native})" if native else self.tr(tip))
        return button

    def _lay_out(self) -> None:
        form, column = QFormLayout(), QVBoxLayout(self)
        labels = (
            self.tr("Middle, from the left"),
            self.tr("Middle, from the top"),
            self.tr("Width"),
            self.tr("Height"),
            self.tr("Turned by"),
        )
        for words, box in zip(labels, self._boxes(), strict=True):
            box.setAccessibleName(words)
            form.addRow(words, box)
        column.addWidget(self.title)
        column.addLayout(form)
        for pair in (("left", "right"), ("add", "delete"), ("join", "halve"), ("as_found",)):
            row = QHBoxLayout()
            for name in pair:
                row.addWidget(self.buttons[name])
            column.addLayout(row)
        column.addStretch(1)

    def _read(self) -> None:
        if self._frame is not None:
            self.edited.emit(
                replace(
                    self._frame,
                    x=_value(self.x_box, self._frame.x),
                    y=_value(self.y_box, self._frame.y),
                    width=_value(self.width_box, self._frame.width),
                    height=_value(self.height_box, self._frame.height),
                    angle=_value(self.angle_box, self._frame.angle),
                )
            )


def _value(box: QDoubleSpinBox, exact: float) -> float:
    """What a box says; the frame's own value where the box only rounds it."""
    return exact if round(exact, box.decimals()) == box.value() else box.value()
