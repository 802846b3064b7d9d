"""Small pictures of other colorizations; a click takes one."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop.variations import SEEDS

_SIDE: Final = 78
_COLUMNS: Final = 3


class VariationPanel(QWidget):
    """Shows what it is given; knows nothing of the model."""

    wanted = Signal()
    chosen = Signal(object)  # the seed, or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.show_button = QPushButton(self.tr("Show variations"))
        self.show_button.setProperty("chip", True)
        self.show_button.clicked.connect(self._ask)
        self.words = QLabel(self.tr("This model has one colorization for each photo."))
        self.words.setProperty("quiet", True)
        self.words.setWordWrap(True)
        self.words.hide()
        self._buttons: dict[int | None, QToolButton] = {}
        self.grid = QWidget()
        self.grid.hide()
        grid = QGridLayout(self.grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        for place, seed in enumerate(SEEDS):
            grid.addWidget(self._button(seed, place), *divmod(place, _COLUMNS))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.show_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.words)
        layout.addWidget(self.grid)

    def button(self, seed: int | None) -> QToolButton:
        """The picture of a seed."""
        return self._buttons[seed]

    def set_possible(self, *, possible: bool) -> None:
        """Whether the model has more than one colorization."""
        self.words.setVisible(not possible)
        self.show_button.setVisible(possible and self.grid.isHidden())
        if not possible:
            self.grid.hide()

    def clear(self) -> None:
        """Another photo: nothing to show until it is asked for."""
        self.grid.hide()
        self.show_button.setVisible(self.words.isHidden())
        for button in self._buttons.values():
            button.setIcon(QIcon())

    def show_picture(self, seed: int | None, image: QImage) -> None:
        """A variation has arrived."""
        edge = min(image.width(), image.height())
        x, y = (image.width() - edge) // 2, (image.height() - edge) // 3
        self._buttons[seed].setIcon(QIcon(QPixmap.fromImage(image.copy(x, y, edge, edge))))

    def set_seed(self, seed: int | None) -> None:
        """Mark the one the photo has."""
        for own, button in self._buttons.items():
            button.setChecked(own == seed)

    def _button(self, seed: int | None, place: int) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setProperty("swatch", True)
        button.setIconSize(QSize(_SIDE, _SIDE))
        button.setFixedSize(_SIDE + 6, _SIDE + 6)
        name = self.tr("Variation {}").format(place) if seed else self.tr("Most likely colours")
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(lambda _on=False: self._choose(seed))
        self._buttons[seed] = button
        return button

    def _choose(self, seed: int | None) -> None:
        self.set_seed(seed)
        self.chosen.emit(seed)

    def _ask(self) -> None:
        self.show_button.hide()
        self.grid.show()
        self.wanted.emit()
