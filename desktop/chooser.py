"""Asks for files: what to open, where to save. What is answered goes to the studio."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.settings import Settings
from desktop.studio import Studio
from desktop.widgets.save_dialog import SaveDialog


class Chooser(QObject):
    """The window's questions about files; ``settings`` is what it was answered before."""

    settings_changed = Signal(object)  # Settings

    def __init__(self, window: QWidget, studio: Studio, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._studio = window, studio
        self.settings = settings

    def change(self, **changes: object) -> None:
        """Remember something."""
        self.settings = replace(self.settings, **changes)  # type: ignore[arg-type]
        self.settings_changed.emit(self.settings)

    def remember(self, path: Path) -> None:
        """One more recent photo."""
        self.change(recent=self.settings.with_recent(path))

    def files(self) -> None:
        """Ask for photos and open them."""
        names, _ = QFileDialog.getOpenFileNames(self._window, self.tr("Open photographs"))
        if names:
            self._studio.open_paths([Path(name) for name in names])

    def folder(self) -> None:
        """Ask for a folder and open the photos in it."""
        title = self.tr("Open a folder of photographs")
        if name := QFileDialog.getExistingDirectory(self._window, title):
            self._studio.open_paths([Path(name)])

    def target(self) -> None:
        """Ask where to save, and save."""
        document = self._studio.document
        if document is None or document.colors is None:
            return
        dialog = SaveDialog(document.photo, self.settings, self._window)
        if dialog.exec():
            request = dialog.request()
            folder = str(request.target.parent)
            self.change(format=request.format, quality=request.quality, folder=folder)
            self._studio.save(request)
        dialog.deleteLater()

    def paste(self) -> None:
        """Open what is in the clipboard: files, or a picture."""
        self._studio.open_mime(QGuiApplication.clipboard().mimeData())
