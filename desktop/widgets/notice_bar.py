"""`NoticeBar`: a line above the photo with one `Notice`."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from desktop.appearance.icons import icon
from desktop.text.notices import Notice


class NoticeBar(QFrame):
    """Bar that shows one notice at a time; hidden where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAccessibleName(self.tr("Notice"))
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.action = QPushButton()
        self.second = QPushButton()
        self.close_button = QToolButton()
        self.close_button.setIcon(icon("close"))
        self.close_button.setAccessibleName(self.tr("Close this notice"))
        self.close_button.setAutoRaise(True)
        self.close_button.clicked.connect(self.clear)
        self.action.clicked.connect(lambda: self._act(second=False))
        self.second.clicked.connect(lambda: self._act(second=True))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.addWidget(self.text, 1)
        for button in (self.action, self.second, self.close_button):
            layout.addWidget(button)
        self._notice: Notice | None = None
        self.action.hide()
        self.second.hide()
        self.hide()

    def show_notice(self, notice: Notice) -> None:
        """Show a notice in place of the present one."""
        self._notice = notice
        self.text.setText(notice.text)
        self.text.setToolTip(notice.details)
        self.text.setAccessibleDescription(notice.details)
        for button, choice in ((self.action, notice.action), (self.second, notice.second)):
            button.setVisible(choice is not None)
            button.setText(choice[0] if choice else "")
        self.show()

    def clear(self) -> None:
        """Hide the bar."""
        self._notice = None
        self.hide()

    def _act(self, *, second: bool) -> None:
        notice = self._notice
        self.clear()
        choice = notice and (notice.second if second else notice.action)
        if choice:
            choice[1]()
