"""`DropArea`: the page of the empty window: one sentence, one button, samples to try."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QIcon, QImageReader, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.appearance.icons import app_icon

_SAMPLE: Final = QSize(128, 96)
#: Logical pixels; a page that is lower has no room for the picture.
_LOW: Final = 510


class DropArea(QScrollArea):
    """Page that says what to do first; on a low screen without its picture."""

    open_clicked = Signal()
    chosen = Signal(Path)

    def __init__(self, samples: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.card = QFrame()
        self.card.setObjectName("card")
        inside = QVBoxLayout(self.card)
        inside.setSpacing(14)
        picture = self._picture = QLabel()
        picture.setPixmap(app_icon().pixmap(QSize(112, 112), self.devicePixelRatioF()))
        picture.setAccessibleName(self.tr("Autochrome"))
        title = QLabel(self.tr("Drop photographs here"))
        font = QFont(title.font())
        font.setPointSizeF(font.pointSizeF() * 1.9)
        font.setWeight(QFont.Weight.DemiBold)
        title.setFont(font)
        subtitle = QLabel(self.tr("and see them in colour. Nothing leaves this computer."))
        subtitle.setProperty("quiet", True)
        self.button = QPushButton(self.tr("Open photographs…"))
        self.button.setProperty("primary", True)
        self.button.clicked.connect(self.open_clicked)
        for widget in (picture, title, subtitle, self.button):
            inside.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        page = QWidget()
        outer = QVBoxLayout(page)
        outer.addStretch(2)
        outer.addWidget(self.card, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addSpacing(12)
        outer.addLayout(self._samples(samples))
        outer.addStretch(3)
        self.setWidget(page)
        self._inside = inside
        self._make_room(self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room(event.size().height())

    def _make_room(self, height: int) -> None:
        low = height < _LOW
        self._picture.setVisible(not low)
        self._inside.setContentsMargins(*((40, 18, 40, 18) if low else (56, 44, 56, 40)))

    def set_over(self, over: bool) -> None:
        """Show whether something that can be dropped is held over the window."""
        self.card.setProperty("over", over)
        self.card.style().unpolish(self.card)
        self.card.style().polish(self.card)

    def _samples(self, samples: Sequence[Path]) -> QVBoxLayout:
        column, row = QVBoxLayout(), QHBoxLayout()
        words = QLabel(self.tr("or try one of these"))
        words.setProperty("quiet", True)
        column.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(row)
        row.addStretch()
        for path in samples:
            button = QToolButton()
            button.setAutoRaise(True)
            button.setIcon(_thumbnail(path))
            button.setIconSize(_SAMPLE)
            button.setAccessibleName(self.tr("Sample photo {}").format(path.stem))
            button.clicked.connect(lambda _on=False, path=path: self.chosen.emit(path))
            row.addWidget(button)
        row.addStretch()
        words.setVisible(bool(samples))
        return column


def _thumbnail(path: Path) -> QIcon:
    """Its middle, decoded no larger than it is shown."""
    reader = QImageReader(str(path))
    around = Qt.AspectRatioMode.KeepAspectRatioByExpanding
    reader.setScaledSize(reader.size().scaled(_SAMPLE * 2, around))
    grown = QPixmap.fromImageReader(reader)
    x = (grown.width() - 2 * _SAMPLE.width()) // 2
    y = (grown.height() - 2 * _SAMPLE.height()) // 3
    return QIcon(grown.copy(x, y, 2 * _SAMPLE.width(), 2 * _SAMPLE.height()))
