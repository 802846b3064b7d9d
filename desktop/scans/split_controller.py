"""`SplitController`: opens the window that cuts scanned pages, and gives its pictures on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.settings import SettingsStore

if TYPE_CHECKING:
    from desktop.scans.split_window import SplitWindow

_FOLDER = "prints"


class SplitController(QObject):
    """One window at a time; it closes with the main one."""

    open_asked = Signal(object)  # list[Path]: the pictures that were cut

    def __init__(self, parent: QWidget, settings: SettingsStore) -> None:
        super().__init__(parent)
        self._parent, self._settings = parent, settings
        self.window: SplitWindow | None = None

    def ask(self, suggested: Path | None = None) -> None:
        """Ask for scanned pages, and show them; one that is open already is suggested."""
        if self.window is not None:
            self.window.activateWindow()
            self.window.raise_()
            return
        if paths := self._asked(self._parent, suggested):
            self.show(paths)

    def show(self, paths: Sequence[Path]) -> None:
        """Show pages, together with those that are shown already."""
        if self.window is None:
            first = paths[0] if paths[0].is_dir() else paths[0].parent
            self.window = self._made(str(first / _FOLDER))
        self.window.session.add(paths)

    def close(self) -> None:
        """Close the window, whatever it does; returns when that has ended."""
        if (window := self.window) is not None:
            window.end()
            window.deleteLater()

    def _made(self, folder: str) -> SplitWindow:
        # the finder of prints and a window of its own would hold up every start
        from desktop.scans.split_window import SplitWindow  # noqa: PLC0415

        window = SplitWindow(folder, self._settings.value.quality, self._parent)
        window.add_asked.connect(self._add)
        window.open_asked.connect(self.open_asked)
        window.closed.connect(self._gone)
        window.show()
        return window

    def _gone(self) -> None:
        self.window = None

    def _add(self) -> None:
        if self.window is not None and (paths := self._asked(self.window)):
            self.window.session.add(paths)

    def _asked(self, over: QWidget, suggested: Path | None = None) -> list[Path]:
        title, folder = self.tr("Scanned pages"), self._settings.value.open_folder
        start = folder if suggested is None else str(suggested)
        names, _ = QFileDialog.getOpenFileNames(over, title, start)
        if names:
            self._settings.change(open_folder=str(Path(names[0]).parent))
        return [Path(name) for name in names]
