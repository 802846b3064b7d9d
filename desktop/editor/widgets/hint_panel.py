"""`HintPanel`: chooses the colour of colour points by swatches, dialog or eyedropper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QColorDialog,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.appearance.icons import icon
from desktop.editor.widgets.swatch import SwatchButton, swatch_icon
from desktop.text.tables import left_to_right
from desktop.text.translation import QT_TRANSLATE_NOOP

SWATCHES: Final = {
    "#e0b196": QT_TRANSLATE_NOOP("HintPanel", "Light skin"),
    "#b57a55": QT_TRANSLATE_NOOP("HintPanel", "Tanned skin"),
    "#7a4a2f": QT_TRANSLATE_NOOP("HintPanel", "Dark skin"),
    "#b3474a": QT_TRANSLATE_NOOP("HintPanel", "Lips"),
    "#c8a468": QT_TRANSLATE_NOOP("HintPanel", "Blond hair"),
    "#5b4030": QT_TRANSLATE_NOOP("HintPanel", "Brown hair"),
    "#7fb2e5": QT_TRANSLATE_NOOP("HintPanel", "Sky"),
    "#3f7196": QT_TRANSLATE_NOOP("HintPanel", "Water"),
    "#5f8a3a": QT_TRANSLATE_NOOP("HintPanel", "Foliage"),
    "#8aa653": QT_TRANSLATE_NOOP("HintPanel", "Grass"),
    "#8b5e3c": QT_TRANSLATE_NOOP("HintPanel", "Wood"),
    "#a4503b": QT_TRANSLATE_NOOP("HintPanel", "Brick"),
    "#34507a": QT_TRANSLATE_NOOP("HintPanel", "Blue cloth"),
    "#8f2d35": QT_TRANSLATE_NOOP("HintPanel", "Red cloth"),
    "#808080": QT_TRANSLATE_NOOP("HintPanel", "No colour"),
    "#d9b545": QT_TRANSLATE_NOOP("HintPanel", "Brass, gold"),
}
_COLUMNS: Final = 8


class HintPanel(QWidget):
    """Chooses a colour; knows nothing of the photo."""

    place_toggled = Signal(bool)
    color_chosen = Signal(QColor)
    pick_clicked = Signal()
    delete_clicked = Signal()
    clear_clicked = Signal()
    point_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.points = QComboBox()
        self.points.setAccessibleName(self.tr("Colour points"))
        self.points.activated.connect(self.point_chosen)
        self.place = QPushButton(self.tr("Place colour points"))
        self.place.setCheckable(True)
        self.place.setProperty("chip", True)
        self.place.toggled.connect(self.place_toggled)
        self.words = QLabel(
            self.tr("Choose a colour, then click in the photo: the thing there takes it.")
        )
        self.words.setWordWrap(True)
        self.words.setProperty("quiet", True)
        self.dialog = QToolButton()
        self.dialog.setAccessibleName(self.tr("Any colour"))
        self.dialog.setToolTip(self.tr("Any colour, also from anywhere on the screen"))
        self.dialog.setIconSize(QSize(28, 22))
        self.dialog.clicked.connect(self._ask)
        self.hex = QLineEdit()
        self.hex.setFixedWidth(80)
        self.hex.setAccessibleName(self.tr("Colour as #RRGGBB"))
        self.hex.editingFinished.connect(self._typed)
        self.pick = QToolButton()
        self.pick.setIcon(icon("pipette"))
        self.pick.setAccessibleName(self.tr("Take a colour from the photo"))
        self.pick.setToolTip(self.tr("Take a colour from the photo or any window of Autochrome"))
        self.pick.clicked.connect(self.pick_clicked)
        self.delete = QToolButton()
        self.delete.setIcon(icon("remove"))
        self.delete.setAccessibleName(self.tr("Delete point"))
        self.delete.setToolTip(self.tr("Delete point (Del)"))
        self.clear = QToolButton()
        self.clear.setText(self.tr("Delete all"))
        self.delete.clicked.connect(self.delete_clicked)
        self.clear.clicked.connect(self.clear_clicked)
        self._lay_out()
        self.set_color(QColor("#c98e6f"))
        self.set_points((), None)

    def color(self) -> QColor:
        """The chosen colour."""
        return self._color

    def set_color(self, color: QColor) -> None:
        """Show a colour without reporting it as a choice."""
        self._color = color
        self.hex.setText(color.name())
        self.dialog.setIcon(swatch_icon(color, self.dialog.iconSize()))

    def set_points(self, colors: Sequence[tuple[QColor, str]], selected: int | None) -> None:
        """List the points, by colour and place, and enable the buttons that delete them."""
        self.delete.setEnabled(selected is not None)
        self.clear.setEnabled(bool(colors))
        self.points.setVisible(bool(colors))
        self.points.clear()
        for number, (color, place) in enumerate(colors, start=1):
            words = self.tr("Point {}: {}, {}").format(
                number, left_to_right(color.name()), left_to_right(place)
            )
            self.points.addItem(swatch_icon(color), words)
        self.points.setCurrentIndex(-1 if selected is None else selected)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(4)
        for index, (name, word) in enumerate(SWATCHES.items()):
            swatch = SwatchButton(QColor(name), self.tr(word))
            swatch.clicked.connect(lambda _on=False, name=name: self._choose(QColor(name)))
            grid.addWidget(swatch, *divmod(index, _COLUMNS))
        own = QHBoxLayout()
        own.setSpacing(2)
        for widget in (self.dialog, self.hex, self.pick):
            own.addWidget(widget)
        for button in (self.dialog, self.pick, self.delete, self.clear):
            button.setProperty("tight", True)
        own.addStretch()
        own.addWidget(self.delete)
        own.addWidget(self.clear)
        inside = QVBoxLayout()
        inside.setSpacing(8)
        for row in (grid, own):
            inside.addLayout(row)
        inside.addWidget(self.points)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.place, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.words)
        layout.addLayout(inside)

    def _choose(self, color: QColor) -> None:
        self.set_color(color)
        self.color_chosen.emit(color)

    def _typed(self) -> None:
        text = self.hex.text().strip()
        color = QColor(text if text.startswith("#") else f"#{text}")
        if color.isValid() and color != self._color:
            self._choose(color)
        else:
            self.set_color(self._color)

    def _ask(self) -> None:
        option = QColorDialog.ColorDialogOption.DontUseNativeDialog  # it can pick from the screen
        color = QColorDialog.getColor(self._color, self, self.tr("Any colour"), option)
        if color.isValid():
            self._choose(color)
