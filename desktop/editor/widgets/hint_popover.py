"""`HintPopover`: what can be done with one colour point, beside it on the photo."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QColorDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QWidget,
)

from core.colorize.reach import DEFAULT_REACH
from desktop.appearance.icons import icon
from desktop.editor.widgets.swatch import SwatchButton
from desktop.text.tables import left_to_right
from desktop.widgets.value_slider import ValueSlider

#: Steps of the reach's slider for its 0..1.
STEPS: Final = 100
#: Between the point and the popover, in logical pixels.
_GAP: Final = 18


class HintPopover(QFrame):
    """A small panel over the photo; it knows one point's colour and reach, and nothing else."""

    color_chosen = Signal(QColor)
    pick_clicked = Signal()
    reach_changed = Signal(float)
    reach_held = Signal(bool)
    delete_clicked = Signal()

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self.setObjectName("popover")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        # a click between the buttons is none on the photo below
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.setLayoutDirection(view.window().layoutDirection())
        self.recent, self.likely = QHBoxLayout(), QHBoxLayout()
        self.any_color, self.pick, self.delete = (QToolButton() for _ in range(3))
        # a plain one steps to where it was pressed beside its handle, and goes on stepping
        self.reach = ValueSlider(0, STEPS, round(DEFAULT_REACH * STEPS))
        self.reach.setMinimumWidth(150)
        self.reach.setAccessibleName(self.tr("How far the colour reaches"))
        self._color = QColor()
        self._name_buttons()
        self._lay_out()
        self._connect()
        self.hide()

    def show_point(self, number: int, count: int, color: QColor, reach: float) -> None:
        """Show the point ``number`` of ``count``, without reporting anything as a choice."""
        self.setAccessibleName(self.tr("Colour point {} of {}").format(number, count))
        self._color = color
        self.reach.blockSignals(True)
        self.reach.setValue(round(reach * STEPS))
        self.reach.blockSignals(False)
        self.reach.update()

    def show_colors(self, recent: Iterable[QColor], likely: Iterable[QColor]) -> None:
        """Offer colours: those used lately, and those the model thinks likely at the place."""
        self._fill(self.recent, recent, self.tr("Used lately: {}"))
        self._fill(self.likely, likely, self.tr("Likely here: {}"))
        for row, label in ((self.recent, self._recent_label), (self.likely, self._likely_label)):
            label.setVisible(row.count() > 0)
        self.adjustSize()

    def stand_beside(self, place: QPoint, room: QRect) -> None:
        """Move beside a place, within a rectangle; both in the parent's coordinates."""
        self.adjustSize()
        x = place.x() + _GAP
        if x + self.width() > room.right():
            x = place.x() - _GAP - self.width()
        y = place.y() - self.height() // 2
        x = max(room.left(), min(x, room.right() - self.width()))
        y = max(room.top(), min(y, room.bottom() - self.height()))
        self.move(x, y)
        self.show()
        self.raise_()

    def _name_buttons(self) -> None:
        for button, name, words in (
            (self.any_color, "", self.tr("Any colour…")),
            (self.pick, "pipette", self.tr("Take a colour from the photo")),
            (self.delete, "remove", self.tr("Delete point")),
        ):
            button.setProperty("tight", True)
            button.setAccessibleName(words)
            button.setToolTip(words)
            if name:
                button.setIcon(icon(name))
            else:
                button.setText(words)

    def _lay_out(self) -> None:
        self._recent_label = QLabel(self.tr("Used lately"))
        self._likely_label = QLabel(self.tr("Likely here"))
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 8, 10, 8)
        grid.setVerticalSpacing(4)
        for row, (label, colors) in enumerate(
            ((self._likely_label, self.likely), (self._recent_label, self.recent))
        ):
            label.setProperty("quiet", True)
            colors.setSpacing(2)
            grid.addWidget(label, row, 0)
            grid.addLayout(colors, row, 1, Qt.AlignmentFlag.AlignLeading)
        ends = QHBoxLayout()
        for words, where in (
            (self.tr("only here"), Qt.AlignmentFlag.AlignLeading),
            (self.tr("all that is like it"), Qt.AlignmentFlag.AlignTrailing),
        ):
            end = QLabel(words)
            end.setProperty("quiet", True)
            ends.addWidget(end, 1, where)
        grid.addWidget(self.reach, 2, 0, 1, 2)
        grid.addLayout(ends, 3, 0, 1, 2)
        buttons = QHBoxLayout()
        buttons.addWidget(self.any_color)
        buttons.addWidget(self.pick)
        buttons.addStretch()
        buttons.addWidget(self.delete)
        grid.addLayout(buttons, 4, 0, 1, 2)

    def _connect(self) -> None:
        self.any_color.clicked.connect(self._ask)
        self.pick.clicked.connect(self.pick_clicked)
        self.delete.clicked.connect(self.delete_clicked)
        self.reach.valueChanged.connect(lambda value: self.reach_changed.emit(value / STEPS))
        self.reach.sliderPressed.connect(lambda: self.reach_held.emit(True))
        self.reach.sliderReleased.connect(lambda: self.reach_held.emit(False))

    def _fill(self, row: QHBoxLayout, colors: Iterable[QColor], words: str) -> None:
        while (item := row.takeAt(0)) is not None:
            widget = item.widget()
            assert widget is not None  # noqa: S101
            widget.hide()
            widget.deleteLater()
        for color in colors:
            button = SwatchButton(color, words.format(left_to_right(color.name())))
            button.clicked.connect(lambda _on=False, color=color: self.color_chosen.emit(color))
            row.addWidget(button)
            button.show()

    def _ask(self) -> None:
        option = QColorDialog.ColorDialogOption.DontUseNativeDialog  # it can pick from the screen
        color = QColorDialog.getColor(self._color, self, self.tr("Any colour"), option)
        if color.isValid():
            self.color_chosen.emit(color)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._view.setFocus()
            self.hide()
        else:
            super().keyPressEvent(event)
