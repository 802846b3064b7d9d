"""`VariationPanel`: a grid of small pictures of other colorizations, to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from core.colorize.edits import Edit
from desktop.editor.variation import Variation
from desktop.presets import BUILT_IN

_SIDE: Final = 78
_COLUMNS: Final = 3


class VariationPanel(QWidget):
    """Shows the previews it is given; knows nothing of the model."""

    wanted = Signal()
    chosen = Signal(object)  # Variation

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.show_button = QPushButton(self.tr("Show variations"))
        self.show_button.setProperty("chip", True)
        self.show_button.clicked.connect(self._ask)
        self.words = QLabel(
            self.tr(
                "This model has one colorization for each photo: here are other sizes and looks."
            )
        )
        self.words.setProperty("quiet", True)
        self.words.setWordWrap(True)
        self.words.hide()
        self._buttons: dict[Variation, QToolButton] = {}
        self._edit = Edit()
        self.grid = QWidget()
        self.grid.hide()
        self._cells = QGridLayout(self.grid)
        self._cells.setContentsMargins(0, 0, 0, 0)
        self._cells.setSpacing(4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.show_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.words)
        layout.addWidget(self.grid)

    def button(self, variation: Variation) -> QToolButton:
        """The button of a variation."""
        return self._buttons[variation]

    @property
    def variations(self) -> Sequence[Variation]:
        """The variations there is a button for."""
        return list(self._buttons)

    def set_variations(self, variations: Sequence[Variation]) -> None:
        """Make buttons for the variations of another model, without pictures yet."""
        for button in self._buttons.values():
            button.deleteLater()
        self._buttons = {each: self._button(each, at) for at, each in enumerate(variations)}
        for at, button in enumerate(self._buttons.values()):
            self._cells.addWidget(button, *divmod(at, _COLUMNS))
        self.clear()
        self.set_edit(self._edit)

    def clear(self) -> None:
        """Hide the previews until they are asked for again."""
        self.grid.hide()
        self.words.hide()
        self.show_button.show()
        self.show_button.setEnabled(bool(self._buttons))
        for button in self._buttons.values():
            button.setIcon(QIcon())

    def show_picture(self, variation: Variation, image: QImage) -> None:
        """Show the preview of a variation; one of an earlier model is passed over."""
        if variation not in self._buttons:
            return
        edge = min(image.width(), image.height())
        x, y = (image.width() - edge) // 2, (image.height() - edge) // 3
        picture = QPixmap.fromImage(image.copy(x, y, edge, edge))
        self._buttons[variation].setIcon(QIcon(picture))

    def set_edit(self, edit: Edit) -> None:
        """Mark the variation that an edit has: of two that say the same, the one that says more."""
        self._edit = edit
        fitting = [each for each in self._buttons if each.of(edit) == edit]
        for each, button in self._buttons.items():
            button.setChecked(each in fitting[-1:])

    def _button(self, variation: Variation, place: int) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setProperty("swatch", True)
        button.setIconSize(QSize(_SIDE, _SIDE))
        button.setFixedSize(_SIDE + 6, _SIDE + 6)
        name = self._name(variation, place)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(lambda _on=False: self._choose(variation))
        return button

    def _name(self, variation: Variation, place: int) -> str:
        if variation.seed is not None:
            return self.tr("Variation {}").format(place)
        if variation.size is not None:
            return self.tr("As seen at {} px").format(variation.size)
        words = {look: word for word, look in BUILT_IN.items()}
        if place and variation.look in words:
            return QCoreApplication.translate("LookPanel", words[variation.look])
        return self.tr("Most likely colours")

    def _choose(self, variation: Variation) -> None:
        self.set_edit(variation.of(self._edit))
        self.chosen.emit(variation)

    def _ask(self) -> None:
        self.show_button.hide()
        self.words.setVisible(all(each.seed is None for each in self._buttons))
        self.grid.show()
        self.wanted.emit()
