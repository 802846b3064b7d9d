"""Menus and tool bar of the window, made from its actions."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar, QToolButton, QWidget

from desktop.settings import Settings, SettingsStore
from desktop.text.translation import QT_TRANSLATE_NOOP

_MENUS: Final = {
    QT_TRANSLATE_NOOP("menus", "&File"): (
        "open", "open_folder", "recent", "", "save", "save_as", "close_photo", "",
        "queue_folder", "queue", "", "preferences", "quit",
    ),
    QT_TRANSLATE_NOOP("menus", "&Edit"): (
        "undo", "redo", "", "copy", "paste", "", "points", "brush", "reference",
    ),
    QT_TRANSLATE_NOOP("menus", "&View"): (
        "zoom_in", "zoom_out", "zoom_fit", "zoom_full", "", "vertical", "horizontal",
        "side_by_side", "", "previous", "next",
    ),
    QT_TRANSLATE_NOOP("menus", "&Help"): ("guide", "shortcuts", "about"),
}  # fmt: skip
_TOOLS: Final = (
    "open", "", "undo", "redo", "", "zoom_fit", "zoom_full", "",
    "vertical", "horizontal", "side_by_side", "", "points", "", "queue",
)  # fmt: skip
#: Their words stand beside their pictures.
_WORDED: Final = ("open", "points", "queue")
_SPLITS: Final = ("vertical", "horizontal", "side_by_side")


class RecentMenu(QMenu):
    """Lists the photos that were opened last, as the settings remember them."""

    chosen = Signal(Path)

    def __init__(self, settings: SettingsStore, parent: QWidget) -> None:
        super().__init__(QCoreApplication.translate("menus", "&Recent photos"), parent)
        self._settings = settings
        self.setToolTipsVisible(True)
        settings.changed.connect(self._show)
        self._show(settings.value)

    @Slot(Path)
    def remember(self, path: Path) -> None:
        """Add a photo as the newest."""
        self._settings.change(recent=self._settings.value.with_recent(path))

    @Slot(object)
    def _show(self, settings: Settings) -> None:
        self.clear()
        for path in map(Path, settings.recent):
            action = self.addAction(path.name.replace("&", "&&"))
            action.setToolTip(str(path))
            action.triggered.connect(lambda _on=False, path=path: self.chosen.emit(path))
        self.setEnabled(bool(settings.recent))


def build_menus(window: QMainWindow, actions: Mapping[str, QAction], recent: QMenu) -> None:
    """Fill the window's menu bar."""
    for title, names in _MENUS.items():
        menu = window.menuBar().addMenu(QCoreApplication.translate("menus", title))
        for name in names:
            if name == "recent":
                menu.addMenu(recent)
            elif name:
                menu.addAction(actions[name])
            else:
                menu.addSeparator()
    group = QActionGroup(window)
    for name in _SPLITS:
        group.addAction(actions[name])
    actions[_SPLITS[0]].setChecked(True)


def build_tools(window: QMainWindow, actions: Mapping[str, QAction]) -> QToolBar:
    """Make the tool bar."""
    bar = window.addToolBar(QCoreApplication.translate("menus", "Tools"))
    bar.setMovable(False)
    bar.setIconSize(QSize(20, 20))
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    for name in _TOOLS:
        if not name:
            bar.addSeparator()
            continue
        bar.addAction(actions[name])
        button = bar.widgetForAction(actions[name])
        if isinstance(button, QToolButton):
            button.setAccessibleName(actions[name].text().replace("&", ""))
            if name in _WORDED:
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return bar
