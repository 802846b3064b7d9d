"""`FrameDialog`: turns, straightens and crops a photo."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from core.colorize.edits import Crop, Edit
from desktop.editor.widgets.frame_view import FrameView

#: Degrees a photo can be straightened by here, and steps of the slider for one.
_MOST: Final = 15
_STEPS: Final = 10


class FrameDialog(QDialog):
    """Asks how a photo lies and what of it stays; ``edit`` is the answer once it is accepted."""

    def __init__(self, picture: QImage, edit: Edit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Turn, straighten, crop"))
        self.edit = edit
        self.view = FrameView(picture)
        self.left = QPushButton(self.tr("Turn left"))
        self.right = QPushButton(self.tr("Turn right"))
        self.whole = QPushButton(self.tr("Whole photo"))
        self.slider, self.degrees = QSlider(Qt.Orientation.Horizontal), QLabel()
        self.slider.setRange(-_MOST * _STEPS, _MOST * _STEPS)
        self.slider.setValue(round(edit.straighten * _STEPS))
        # a photo turns the way the slider goes, whatever way texts are read
        self.slider.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.slider.setAccessibleName(self.tr("Straighten"))
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._lay_out()
        self.left.clicked.connect(lambda: self._turn(3))
        self.right.clicked.connect(lambda: self._turn(1))
        self.whole.clicked.connect(self._show_whole)
        self.slider.valueChanged.connect(self._straighten)
        self.view.cropped.connect(self._crop)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._show()

    def _lay_out(self) -> None:
        note = QLabel(
            self.tr("The photo itself stays as it is; only what is saved is turned and cut.")
        )
        note.setWordWrap(True)
        note.setProperty("quiet", True)
        turning, straightening, whole = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        for button in (self.left, self.right):
            turning.addWidget(button)
        turning.addStretch(1)
        turning.addWidget(self.whole)
        straightening.addWidget(QLabel(self.tr("Straighten")))
        straightening.addWidget(self.slider, 1)
        self.degrees.setMinimumWidth(self.fontMetrics().horizontalAdvance("−15.0°  "))
        straightening.addWidget(self.degrees)
        whole.addWidget(self.view, 1)
        whole.addLayout(turning)
        whole.addLayout(straightening)
        whole.addWidget(note)
        whole.addWidget(self.buttons)

    def _turn(self, quarter_turns: int) -> None:
        """The crop turns with the photo; places on it are the upright photo's, and stay."""
        crop = self.edit.crop
        for _ in range(quarter_turns if crop is not None else 0):
            assert crop is not None  # noqa: S101
            crop = Crop(1 - crop.y - crop.height, crop.x, crop.height, crop.width)
        self.edit = replace(self.edit, turn=(self.edit.turn + quarter_turns) % 4, crop=crop)
        self._show()

    def _straighten(self, value: int) -> None:
        self.edit = replace(self.edit, straighten=value / _STEPS)
        self._show()

    def _crop(self, crop: Crop) -> None:
        self.edit = replace(self.edit, crop=crop)
        self._show()

    def _show_whole(self) -> None:
        self.edit = replace(self.edit, straighten=0.0, crop=None)
        self.slider.setValue(0)
        self._show()

    def _show(self) -> None:
        self.degrees.setText(f"{self.locale().toString(self.edit.straighten, 'f', 1)}°")
        self.view.show_edit(self.edit)
