"""`NoticeBar`: one `Notice` over the foot of the photo, which it never moves."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.appearance.icons import icon
from desktop.text.announce import announce
from desktop.text.notices import Notice

_WIDTH: Final = 620
_MARGIN: Final = 16
#: Milliseconds until a notice goes that asks nothing and is no error.
_STAYS_MS: Final = 12_000


class NoticeBar(QFrame):
    """Shows one notice at a time over ``below``, a widget of the same parent; else hidden.

    What an error says of itself is read by "Details". One without a choice goes after a while,
    unless the pointer rests on it.
    """

    def __init__(self, below: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAccessibleName(self.tr("Notice"))
        self._below = below
        below.installEventFilter(self)
        self.text, self.details = QLabel(), QLabel()
        for label in (self.text, self.details):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.details.setProperty("quiet", True)
        self.more = QPushButton(self.tr("Details"))
        self.more.setCheckable(True)
        self.more.setFlat(True)
        self.more.toggled.connect(self._show_details)
        self.action, self.second = QPushButton(), QPushButton()
        self.close_button = QToolButton()
        self.close_button.setIcon(icon("close"))
        self.close_button.setAccessibleName(self.tr("Close this notice"))
        self.close_button.setAutoRaise(True)
        self.close_button.clicked.connect(self.clear)
        self.action.clicked.connect(lambda: self._act(second=False))
        self.second.clicked.connect(lambda: self._act(second=True))
        self._lay_out()
        self._notice: Notice | None = None
        self._goes = QTimer(self)
        self._goes.setSingleShot(True)
        self._goes.setInterval(_STAYS_MS)
        self._goes.timeout.connect(self.clear)
        self.hide()

    def show_notice(self, notice: Notice) -> None:
        """Show a notice in place of the present one, and tell a screen reader."""
        self._notice = notice
        self.text.setText(notice.text)
        self.details.setText(notice.details)
        self.text.setAccessibleDescription(notice.details)
        self.more.setVisible(bool(notice.details))
        self.more.setChecked(False)
        self._show_details(on=False)
        for button, choice in ((self.action, notice.action), (self.second, notice.second)):
            button.setVisible(choice is not None)
            button.setText(choice[0] if choice else "")
        self.show()
        self.raise_()
        self._place()
        announce(self, notice.text)
        asks = notice.action or notice.second or notice.details
        self._goes.stop()
        if not asks:
            self._goes.start()

    @property
    def going(self) -> bool:
        """Whether the notice goes by itself after a while."""
        return self._goes.isActive()

    def clear(self) -> None:
        """Hide the bar."""
        self._goes.stop()
        self._notice = None
        self.hide()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._goes.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move}:
            self._place()
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        row, column = QHBoxLayout(), QVBoxLayout(self)
        row.addWidget(self.text, 1)
        for button in (self.more, self.action, self.second, self.close_button):
            row.addWidget(button)
        column.setContentsMargins(16, 8, 8, 8)
        column.addLayout(row)
        column.addWidget(self.details)

    def _show_details(self, on: bool) -> None:
        self.details.setVisible(on)
        self._place()

    def _place(self) -> None:
        room = self._below.geometry()
        width = min(_WIDTH, room.width() - 2 * _MARGIN)
        height = max(self.heightForWidth(width), self.minimumSizeHint().height())
        x = room.left() + (room.width() - width) // 2
        self.setGeometry(x, room.bottom() - height - _MARGIN, width, height)

    def _act(self, *, second: bool) -> None:
        notice = self._notice
        self.clear()
        choice = notice and (notice.second if second else notice.action)
        if choice:
            choice[1]()
