"""`PageBar`: which page of a document is shown, and the way to the others."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget


class PageBar(QWidget):
    """Arrows around "Page 1 of 3"; away where there is one page.

    Args:
        previous: the command of the first arrow.
        following: that of the second.
    """

    def __init__(self, previous: QAction, following: QAction) -> None:
        super().__init__()
        self._actions = previous, following
        self._allowed, self._pages = True, 1
        self.words = QLabel()
        self.previous, self.following = QToolButton(), QToolButton()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 2, 8, 2)
        layout.addStretch()
        layout.addWidget(self.previous)
        layout.addWidget(self.words)
        layout.addWidget(self.following)
        layout.addStretch()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        arrows = [Qt.ArrowType.LeftArrow, Qt.ArrowType.RightArrow]
        buttons = (self.previous, self.following)
        for button, action, arrow in zip(
            buttons, self._actions, reversed(arrows) if mirrored else arrows, strict=True
        ):
            button.setDefaultAction(action)
            button.setArrowType(arrow)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            button.setAccessibleName(action.text().replace("&", ""))
        self.show_page(0, 1)

    def show_page(self, page: int, pages: int) -> None:
        """Show the page, from 0, of so many."""
        self.words.setText(self.tr("Page {page} of {pages}").format(page=page + 1, pages=pages))
        self._pages = pages
        self.set_allowed(allowed=self._allowed)
        previous, following = self._actions
        previous.setEnabled(page > 0)
        following.setEnabled(page + 1 < pages)

    def set_allowed(self, *, allowed: bool) -> None:
        """Whether it may be seen: the whole screen is the photo's."""
        self._allowed = allowed
        self.setVisible(allowed and self._pages > 1)
