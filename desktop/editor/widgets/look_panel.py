"""`LookPanel`: presets, and sliders of colour and of light whose values can be typed."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from core.colorize.look import Look
from desktop.editor.widgets.preset_menu import PresetMenu
from desktop.presets import BUILT_IN
from desktop.text.translation import QT_TRANSLATE_NOOP
from desktop.widgets.value_slider import ValueSlider

#: Field of Look -> its word, lowest and highest value in hundredths.
_COLOR: Final = {
    "strength": (QT_TRANSLATE_NOOP("LookPanel", "Strength"), 0, 150),
    "saturation": (QT_TRANSLATE_NOOP("LookPanel", "Saturation"), 0, 300),
    "warmth": (QT_TRANSLATE_NOOP("LookPanel", "Warmth"), -100, 100),
}
_LIGHT: Final = {
    "brightness": (QT_TRANSLATE_NOOP("LookPanel", "Brightness"), -100, 100),
    "contrast": (QT_TRANSLATE_NOOP("LookPanel", "Contrast"), -100, 100),
}
_SLIDERS: Final = _COLOR | _LIGHT
_gestures = count(1)


class LookPanel(QWidget):
    """Edits a `Look`; steps of one drag carry the same gesture number."""

    changed = Signal(Look, str, object)  # the Look, what was done, the gesture or None
    compared = Signal(bool)  # whether the original is to be seen now

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look()
        self._gesture = next(_gestures)
        self._sliders: dict[str, ValueSlider] = {}
        self._values: dict[str, QSpinBox] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._make_presets())
        layout.addSpacing(4)
        layout.addLayout(self._make_sliders(self.tr("Colour"), *_COLOR))
        layout.addLayout(self._make_sliders(self.tr("Light"), *_LIGHT))
        self.compare = QPushButton(self.tr("Hold to see the original"))
        self.compare.setProperty("chip", True)
        self.compare.setToolTip(self.tr("Also with the space bar"))
        self.compare.pressed.connect(lambda: self.compared.emit(True))
        self.compare.released.connect(lambda: self.compared.emit(False))
        layout.addWidget(self.compare, 0, Qt.AlignmentFlag.AlignLeft)
        self.reset = QPushButton(self.tr("Reset look"))
        self.reset.setFlat(True)
        self.reset.clicked.connect(self._reset)
        self.own = PresetMenu()
        foot = QHBoxLayout()
        foot.addWidget(self.own)
        foot.addStretch()
        foot.addWidget(self.reset)
        layout.addLayout(foot)
        self.set_look(Look())

    def look(self) -> Look:
        """The look the sliders show."""
        return self._look

    def slider(self, name: str) -> ValueSlider:
        """The slider of one of Look's fields, in hundredths."""
        return self._sliders[name]

    def value(self, name: str) -> QSpinBox:
        """The field beside a slider, into which its value can be typed."""
        return self._values[name]

    def set_look(self, look: Look) -> None:
        """Show a look without reporting it as a change."""
        self._look = look
        for name, slider in self._sliders.items():
            value = round(getattr(look, name) * 100)
            for widget in (slider, self._values[name]):
                widget.blockSignals(True)
                widget.setValue(value)
                widget.blockSignals(False)
            slider.update()
        for button, preset in zip(self._presets.buttons(), BUILT_IN.values(), strict=True):
            button.setChecked(preset == look)
        self.own.set_look(look)
        self.reset.setEnabled(look != Look())

    def take(self, look: Look, name: str) -> None:
        """Apply a whole look at once, as a step of its own."""
        self.set_look(look)
        self.changed.emit(look, name, None)

    def _make_presets(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        self._presets = QButtonGroup(self)
        self._presets.setExclusive(False)
        for word, look in BUILT_IN.items():
            button = QPushButton(self.tr(word))
            button.setCheckable(True)
            button.setProperty("chip", True)
            button.setAccessibleName(self.tr("Preset {}").format(self.tr(word)))
            name = self.tr(word)
            button.clicked.connect(lambda _on, look=look, name=name: self.take(look, name))
            self._presets.addButton(button)
            row.addWidget(button)
        return row

    def _make_sliders(self, heading: str, *names: str) -> QGridLayout:
        """One row for each: its word, the slider, its value."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        words = QLabel(heading)
        words.setProperty("quiet", True)
        grid.addWidget(words, 0, 0, 1, 3)
        for row, name in enumerate(names, start=1):
            word = self.tr(_SLIDERS[name][0])
            slider, value = self._make_slider(name, word), self._make_value(name, word)
            label = QLabel(word)
            label.setBuddy(slider)
            for column, widget in enumerate((label, slider, value)):
                grid.addWidget(widget, row, column)
            self._sliders[name], self._values[name] = slider, value
        return grid

    def _make_slider(self, name: str, word: str) -> ValueSlider:
        _, low, high = _SLIDERS[name]
        slider = ValueSlider(low, high, round(getattr(Look(), name) * 100))
        slider.setAccessibleName(word)
        slider.setToolTip(self.tr("Double click: as it was"))
        slider.valueChanged.connect(lambda value: self._slid(name, value))
        slider.sliderPressed.connect(self._new_gesture)
        slider.sliderReleased.connect(self._new_gesture)
        slider.installEventFilter(self)
        return slider

    def _make_value(self, name: str, word: str) -> QSpinBox:
        _, low, high = _SLIDERS[name]
        value = QSpinBox()
        value.setRange(low, high)
        value.setSuffix(" %" if low == 0 else "")
        value.setAlignment(Qt.AlignmentFlag.AlignRight)
        value.setFixedWidth(value.fontMetrics().horizontalAdvance("−300 %") + 20)
        value.setAccessibleName(self.tr("{}, value").format(word))
        value.setProperty("plain", True)
        value.setKeyboardTracking(False)
        value.valueChanged.connect(lambda number: self._slid(name, number))
        value.installEventFilter(self)
        return value

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self._new_gesture()
        return super().eventFilter(watched, event)

    def _new_gesture(self) -> None:
        self._gesture = next(_gestures)

    def _slid(self, name: str, hundredths: int) -> None:
        look = replace(self._look, **{name: hundredths / 100})
        self.set_look(look)
        # the same slider's steps are one, another slider's are not
        gesture = self._gesture * len(_SLIDERS) + list(_SLIDERS).index(name)
        self.changed.emit(look, self.tr(_SLIDERS[name][0]), gesture)

    def _reset(self) -> None:
        self.take(Look(), self.tr("Reset look"))
