"""Menus and tool bar, from the actions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar, QToolButton

from desktop.translation import QT_TRANSLATE_NOOP

_MENUS: Final = {
    QT_TRANSLATE_NOOP("menus", "&File"): (
        "open", "open_folder", "recent", "", "save", "close_photo", "", "preferences", "quit",
    ),
    QT_TRANSLATE_NOOP("menus", "&Edit"): ("undo", "redo", "", "copy", "paste", "", "points"),
    QT_TRANSLATE_NOOP("menus", "&View"): (
        "zoom_in", "zoom_out", "zoom_fit", "zoom_full", "", "vertical", "horizontal",
        "side_by_side", "", "previous", "next",
    ),
    QT_TRANSLATE_NOOP("menus", "&Help"): ("shortcuts", "about"),
}  # fmt: skip
_TOOLS: Final = (
    "open", "save", "copy", "", "undo", "redo", "", "zoom_fit", "zoom_full", "",
    "vertical", "horizontal", "side_by_side", "", "points",
)  # fmt: skip
#: Their words stand beside their pictures.
_WORDED: Final = ("open", "save", "points")
_SPLITS: Final = ("vertical", "horizontal", "side_by_side")


def build_menus(window: QMainWindow, actions: Mapping[str, QAction]) -> QMenu:
    """Fill the window's menu bar; returns the menu of recent photos."""
    recent = QMenu(QCoreApplication.translate("menus", "&Recent photos"), window)
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
    return recent


def build_tools(window: QMainWindow, actions: Mapping[str, QAction]) -> QToolBar:
    """One row of buttons."""
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
