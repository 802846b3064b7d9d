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
        "open", "open_folder", "recent", "split", "", "save", "save_as", "save_edited", "share",
        "close_photo", "",
        "queue_folder", "queue", "", "preferences", "quit",
    ),
    QT_TRANSLATE_NOOP("menus", "&Edit"): (
        "undo", "redo", "", "copy", "paste", "", "points", "brush", "heal", "frame",
        "reference", "", "copy_edit", "paste_edit", "apply_to_folder", "", "like", "not_like",
    ),
    QT_TRANSLATE_NOOP("menus", "&View"): (
        "zoom_in", "zoom_out", "zoom_fit", "zoom_full", "", "vertical", "horizontal",
        "side_by_side", "surround", "", "grid", "full_screen", "panels", "", "previous", "next",
        "previous_page", "next_page",
    ),
    QT_TRANSLATE_NOOP("menus", "&Results"): (
        "review", "", "mark_good", "mark_redo", "mark_reject", "fix", "mark_none",
    ),
    QT_TRANSLATE_NOOP("menus", "&Help"): ("guide", "shortcuts", "about"),
}  # fmt: skip
#: A name of `desktop.settings.SURROUNDS` -> its word.
_SURROUNDS: Final = {
    "theme": QT_TRANSLATE_NOOP("menus", "As the &window"),
    "white": QT_TRANSLATE_NOOP("menus", "Wh&ite"),
    "light": QT_TRANSLATE_NOOP("menus", "&Light grey"),
    "mid": QT_TRANSLATE_NOOP("menus", "&Mid grey"),
    "dark": QT_TRANSLATE_NOOP("menus", "&Dark grey"),
    "black": QT_TRANSLATE_NOOP("menus", "&Black"),
}
_TOOLS: Final = (
    "open", "", "undo", "redo", "", "zoom_fit", "zoom_full", "",
    "vertical", "horizontal", "side_by_side", "", "points", "", "queue",
)  # fmt: skip
#: Their words stand beside their pictures.
_WORDED: Final = ("open", "points", "queue")
_SPLITS: Final = ("vertical", "horizontal", "side_by_side")


class SurroundMenu(QMenu):
    """Chooses the grey around the photo; kept in the settings."""

    def __init__(self, settings: SettingsStore, parent: QWidget) -> None:
        super().__init__(QCoreApplication.translate("menus", "S&urround"), parent)
        group = QActionGroup(self)
        for name, word in _SURROUNDS.items():
            action = self.addAction(QCoreApplication.translate("menus", word))
            action.setCheckable(True)
            action.setChecked(settings.value.surround == name)
            action.triggered.connect(lambda _on=False, name=name: settings.change(surround=name))
            group.addAction(action)


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


def build_menus(
    window: QMainWindow, actions: Mapping[str, QAction], submenus: Mapping[str, QMenu]
) -> None:
    """Fill the window's menu bar; ``submenus`` stand where their names do."""
    for title, names in _MENUS.items():
        menu = window.menuBar().addMenu(QCoreApplication.translate("menus", title))
        for name in names:
            if name in submenus:
                menu.addMenu(submenus[name])
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
