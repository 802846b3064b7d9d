"""`PhotoFirst`: gives the photo the whole window, or the whole screen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import QMainWindow, QToolBar, QWidget

from desktop.appearance.theme import SURROUND_COLORS
from desktop.editor.widgets.compare_view import CompareView
from desktop.editor.widgets.filmstrip import Filmstrip
from desktop.editor.widgets.page_bar import PageBar
from desktop.settings import Settings, SettingsStore


class PhotoFirst(QObject):
    """Hides the panels (F9), or all but the photo on the whole screen (F); Esc leaves that."""

    def __init__(
        self,
        window: QMainWindow,
        actions: Mapping[str, QAction],
        side: QWidget,
        strip: Filmstrip,
        page_bar: PageBar,
    ) -> None:
        super().__init__(window)
        self._window, self._side, self._strip, self._page_bar = window, side, strip, page_bar
        self._maximized = False
        self.full_screen, self.hide_panels = actions["full_screen"], actions["panels"]
        # a menu bar that is hidden gives its keys to nobody
        window.addActions(list(actions.values()))
        self.full_screen.toggled.connect(self._fill_screen)
        self.hide_panels.toggled.connect(lambda _on: self._show())

    def follow_surround(self, view: CompareView, settings: SettingsStore) -> None:
        """Show the grey around the photo that the settings say, now and from now on."""

        def show(value: Settings) -> None:
            color = SURROUND_COLORS.get(value.surround)
            view.set_surround(QColor(color) if color else None)

        settings.changed.connect(show)
        show(settings.value)

    def leave(self) -> bool:
        """Leave the full screen; whether it was."""
        was = self.full_screen.isChecked()
        self.full_screen.setChecked(False)
        return was

    @Slot(bool)
    def _fill_screen(self, on: bool) -> None:
        window = self._window
        if on:
            self._maximized = window.isMaximized()
            window.showFullScreen()
        elif self._maximized:
            window.showMaximized()
        else:
            window.showNormal()
        self._show()

    def _show(self) -> None:
        alone, window = self.full_screen.isChecked(), self._window
        panels = not (alone or self.hide_panels.isChecked())
        self._side.setVisible(panels)
        self._strip.set_allowed(allowed=panels)
        self._page_bar.set_allowed(allowed=not alone)
        for part in (window.menuBar(), window.statusBar(), *window.findChildren(QToolBar)):
            part.setVisible(not alone)
