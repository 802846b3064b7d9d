"""`WindowFrame`: menus, tool bar, empty page and status strip, seen before the rest is there."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QByteArray, QEvent, QEventLoop, QObject, QSize, QTimer
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from core.resources import resource
from desktop.settings import SettingsStore
from desktop.shell.actions import WITHOUT_A_PHOTO, make_actions
from desktop.shell.menus import RecentMenu, SurroundMenu, build_menus, build_tools
from desktop.widgets.drop_area import DropArea
from desktop.widgets.drop_overlay import DropOverlay
from desktop.widgets.notice_bar import NoticeBar
from desktop.widgets.status_strip import StatusStrip

#: Milliseconds after which it is taken for seen.
_PATIENCE_MS: Final = 200


class WindowFrame(QMainWindow):
    """An empty window, whose commands do nothing yet.

    Attributes:
        actions_by_name: its commands, by the names of `desktop.shell.actions.COMMANDS`.
        pages: the empty page; others are added.
        column: the pages, and what comes below them.
    """

    def __init__(self, settings: SettingsStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.actions_by_name = make_actions(self)
        for name, action in self.actions_by_name.items():
            action.setEnabled(name in WITHOUT_A_PHOTO)
        self.recent_menu = RecentMenu(settings, self)
        menus = {"recent": self.recent_menu, "surround": SurroundMenu(settings, self)}
        build_menus(self, self.actions_by_name, menus)
        self.resize(QSize(1240, 820).boundedTo(self.screen().availableSize()))
        self.restoreGeometry(QByteArray.fromBase64(settings.value.geometry.encode()))
        build_tools(self, self.actions_by_name)
        self.drop_area = DropArea(sorted(resource("samples").glob("*.jpg")))
        self.pages, self.strip, centre = QStackedWidget(), StatusStrip(), QWidget()
        self.column = QVBoxLayout(centre)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.pages, 1)
        self.pages.addWidget(self.drop_area)
        self.notice_bar = NoticeBar(self.pages, centre)
        self.drop_overlay = DropOverlay(centre)
        self.setCentralWidget(centre)
        self.setStatusBar(self.strip)

    def show_frame(self) -> None:
        """Show the window and return when it is seen. What is clicked meanwhile waits."""
        self.show()
        if not self.windowHandle().isExposed():
            seen = _FirstExposure(self)
            QTimer.singleShot(_PATIENCE_MS, seen.loop.quit)
            seen.loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)


class _FirstExposure(QObject):
    """Ends its loop when a window is shown for the first time."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.loop = QEventLoop(self)
        window.windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Expose:
            watched.removeEventFilter(self)
            self.loop.quit()
        return super().eventFilter(watched, event)
