"""`FileDialogs`: asks which photos to open and where to save the result."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.editor.photo_editor import PhotoEditor
from desktop.editor.widgets.save_dialog import SaveDialog
from desktop.settings import Settings, SettingsStore


class FileDialogs(QObject):
    """Opens the dialogs over a window; what is answered goes to the editor."""

    def __init__(self, window: QWidget, editor: PhotoEditor, settings: SettingsStore) -> None:
        super().__init__(window)
        self._window, self._editor, self._settings = window, editor, settings
        self._preferred = settings.value
        self._saved: dict[str, Any] = {}  # how the last photo was saved
        settings.changed.connect(self._settings_changed)

    def open_files(self) -> None:
        """Ask for photos and open them."""
        names, _ = QFileDialog.getOpenFileNames(self._window, self.tr("Open photographs"))
        if names:
            self._editor.open_paths([Path(name) for name in names])

    def open_folder(self) -> None:
        """Ask for a folder and open the photos in it."""
        title = self.tr("Open a folder of photographs")
        if name := QFileDialog.getExistingDirectory(self._window, title):
            self._editor.open_paths([Path(name)])

    def save(self) -> None:
        """Ask where to save the result, and save it."""
        document = self._editor.document
        if document is None or document.colorization is None:
            return
        settings = replace(self._settings.value, **self._saved)
        dialog = SaveDialog(document.photo, settings, self._window)
        if dialog.exec():
            request = dialog.request()
            # the next photo is likely to be saved alike; the preferences stay what they are
            options = request.options
            self._saved = {"format": options.format, "quality": options.quality}
            self._editor.save(request)
        dialog.deleteLater()

    @Slot(object)
    def _settings_changed(self, new: Settings) -> None:
        old, self._preferred = self._preferred, new
        if (new.format, new.quality) != (old.format, old.quality):
            self._saved = {}
