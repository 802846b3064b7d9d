"""`MainWindow`: the window, of which the frame is seen first and the rest is imported behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.settings import SettingsStore
from desktop.shell.window_frame import WindowFrame

if TYPE_CHECKING:  # they bring in what takes three times as long to import as the frame to be seen
    from desktop.shell.photo_page import PhotoPage
    from desktop.shell.workspace import Workspace


class MainWindow(WindowFrame):
    """Everything a person sees: the empty window, the photo, the queue."""

    def __init__(self, settings: SettingsStore, parent: QWidget | None = None) -> None:
        super().__init__(settings, parent)
        self._workspace: Workspace | None = None

    @property
    def workspace(self) -> Workspace:
        """What `furnish` has put into the window."""
        assert self._workspace is not None  # noqa: S101
        return self._workspace

    @property
    def photo_page(self) -> PhotoPage:
        """The page of the photo, once the window is furnished."""
        return self.workspace.photo_page

    def furnish(self) -> Workspace:
        """Import and make what shows photos, the queue and the rest."""
        from desktop.shell.workspace import Workspace  # noqa: PLC0415

        self._workspace = Workspace(self)
        self._workspace.fit_height(self.height())
        return self._workspace

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._workspace is not None:
            self._workspace.fit_height(event.size().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        leaving = event.key() == Qt.Key.Key_Escape and self._workspace is not None
        if not leaving or not self.workspace.leave():
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._workspace is None or self._workspace.close():
            super().closeEvent(event)
        else:
            event.ignore()
