"""`VariationPanel`: small pictures of other colorizations with their names, to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from core.colorize.edits import Edit
from desktop.editor.variation import Variation
from desktop.presets import BUILT_IN

_WIDTH: Final = 130
#: Lowest and highest picture, whatever the photo's shape.
_HEIGHTS: Final = (60, 170)
_COLUMNS: Final = 2


class VariationPanel(QWidget):
    """Shows the previews it is given, in the photo's shape; knows nothing of the model."""

    chosen = Signal(object)  # Variation
    hovered = Signal(object)  # Variation | None: what the big view is to show

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel(
            self.tr(
                "This model has one colorization for each photo: here are other sizes and looks."
            )
        )
        self.words.setProperty("quiet", True)
        self.words.setWordWrap(True)
        self.words.hide()
        self._buttons: dict[Variation, QToolButton] = {}
        self._arrived: set[Variation] = set()
        self._edit = Edit()
        self._size = QSize(_WIDTH, _WIDTH * 3 // 4)
        self._cells = QGridLayout()
        self._cells.setContentsMargins(0, 0, 0, 0)
        self._cells.setSpacing(6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._cells)
        layout.addWidget(self.words)

    def put_below(self, widget: QWidget) -> None:
        """Add what stands below the pictures."""
        layout = self.layout()
        assert layout is not None  # noqa: S101
        layout.addWidget(widget)

    def button(self, variation: Variation) -> QToolButton:
        """The button of a variation."""
        return self._buttons[variation]

    @property
    def variations(self) -> Sequence[Variation]:
        """The variations there is a button for."""
        return list(self._buttons)

    @property
    def filled(self) -> bool:
        """Whether every variation has its picture."""
        return self._arrived >= self._buttons.keys()

    def set_variations(self, variations: Sequence[Variation]) -> None:
        """Make buttons for the variations of another model, without pictures yet."""
        for button in self._buttons.values():
            self._cells.removeWidget(button)
            button.deleteLater()
        self._buttons = {each: self._button(each, at) for at, each in enumerate(variations)}
        for at, button in enumerate(self._buttons.values()):
            self._cells.addWidget(button, *divmod(at, _COLUMNS))
        own = [each for each in variations if not each.model]
        self.words.setVisible(bool(own) and all(each.seed is None for each in own))
        self.clear()
        self.set_edit(self._edit)

    def clear(self, shape: QSize | None = None) -> None:
        """Forget the pictures; those that come will be of a photo of this shape."""
        if shape is not None:
            low, high = _HEIGHTS
            height = round(_WIDTH * shape.height() / max(1, shape.width()))
            self._size = QSize(_WIDTH, min(max(height, low), high))
        self._arrived.clear()
        for button in self._buttons.values():
            button.setIconSize(self._size)
            button.setIcon(_empty(self._size))

    def show_picture(self, variation: Variation, image: QImage) -> None:
        """Show the preview of a variation; one of an earlier model is passed over."""
        if variation in self._buttons:
            self._buttons[variation].setIcon(QIcon(QPixmap.fromImage(image)))
            self._arrived.add(variation)

    def set_edit(self, edit: Edit) -> None:
        """Mark the variation that an edit has: of two that say the same, the one that says more."""
        self._edit = edit
        own = (each for each in self._buttons if not each.model)
        fitting = [each for each in own if each.of(edit) == edit]
        for each, button in self._buttons.items():
            button.setChecked(each in fitting[-1:])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Enter, QEvent.Type.FocusIn}:
            self.hovered.emit(next((v for v, b in self._buttons.items() if b is watched), None))
        elif event.type() in {QEvent.Type.Leave, QEvent.Type.FocusOut}:
            self.hovered.emit(None)
        return super().eventFilter(watched, event)

    def _button(self, variation: Variation, place: int) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setProperty("picture", True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setText(variation_name(variation, place))
        button.setAccessibleName(button.text())
        button.clicked.connect(lambda _on=False: self._choose(variation))
        button.installEventFilter(self)
        return button

    def _choose(self, variation: Variation) -> None:
        self.set_edit(self._edit if variation.model else variation.of(self._edit))
        self.chosen.emit(variation)


def variation_name(variation: Variation, place: int) -> str:
    """What a variation is called; ``place`` is its number among the others."""
    if variation.model:
        return variation.name
    if variation.seed is not None:
        return QCoreApplication.translate("VariationPanel", "Variation {}").format(place)
    if variation.size is not None:
        words = QCoreApplication.translate("VariationPanel", "Seen at {} px")
        return words.format(variation.size)
    words_of = {look: word for word, look in BUILT_IN.items()}
    if place and variation.look in words_of:
        return QCoreApplication.translate("LookPanel", words_of[variation.look])
    return QCoreApplication.translate("VariationPanel", "Most likely")


def _empty(size: QSize) -> QIcon:
    pixmap = QPixmap(size)
    pixmap.fill(Qt.GlobalColor.transparent)
    return QIcon(pixmap)
