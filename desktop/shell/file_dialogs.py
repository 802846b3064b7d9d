"""Asks for files: what to open, where to save. What is answered goes to the editor."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from core.resources import resource
from desktop.appearance.theme import apply_theme
from desktop.background.inference_thread import ModelReady
from desktop.editor.photo_editor import PhotoEditor
from desktop.editor.widgets.save_dialog import SaveDialog
from desktop.settings import Settings
from desktop.shell.widgets.preferences import Preferences
from desktop.text.notices import Notice


class Chooser(QObject):
    """The window's questions about files; ``settings`` is what it was answered before."""

    settings_changed = Signal(object)  # Settings

    def __init__(self, window: QWidget, editor: PhotoEditor, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._editor = window, editor
        self.settings = settings
        self._saved: dict[str, Any] = {}  # how the last photo was saved
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._scheme_changed)
        if hasattr(hints, "accessibility"):  # added in Qt 6.10
            hints.accessibility().contrastPreferenceChanged.connect(self._wear_theme)

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
            self._editor.open_paths([Path(name) for name in names])

    def folder(self) -> None:
        """Ask for a folder and open the photos in it."""
        title = self.tr("Open a folder of photographs")
        if name := QFileDialog.getExistingDirectory(self._window, title):
            self._editor.open_paths([Path(name)])

    def target(self) -> None:
        """Ask where to save, and save."""
        document = self._editor.document
        if document is None or document.colors is None:
            return
        dialog = SaveDialog(document.photo, replace(self.settings, **self._saved), self._window)
        if dialog.exec():
            request = dialog.request()
            # the next photo is likely to be saved alike; the preferences stay what they are
            self._saved = {"format": request.format, "quality": request.quality}
            self._editor.save(request)
        dialog.deleteLater()

    def preferences(self) -> None:
        """Ask for preferences; what they change happens at once."""
        model = self._editor.model
        known = model.spec if isinstance(model, ModelReady) and self._is_own(model) else None
        dialog = Preferences(self.settings, self._window, spec=known)
        if dialog.exec():
            self.take(dialog.settings())
        dialog.deleteLater()

    def _is_own(self, model: ModelReady) -> bool:
        """Whether a model is the settings' own; the command line may have named another."""
        own = self.settings.model
        return model.spec.path == (Path(own) if own else resource("model/colorizer.onnx"))

    def take(self, new: Settings) -> None:
        """Other settings: the theme is worn, a model is opened again where it must be."""
        old, self.settings = self.settings, new
        self.settings_changed.emit(new)
        if (new.format, new.quality) != (old.format, old.quality):
            self._saved = {}
        if new.theme != old.theme:
            self._wear_theme()
        if new.language != old.language:
            words = self.tr("The language changes when Autochrome is opened again.")
            self._editor.noticed.emit(Notice(words))
        self._editor.size = new.size or None
        network = ("device", "model", "memory_limit_mb", "size")
        if any(getattr(new, name) != getattr(old, name) for name in network):
            self._editor.load_model(new.load_request())

    @Slot()
    def _scheme_changed(self) -> None:
        """The system turned dark or light: followed where the person wants what the system has."""
        if self.settings.theme == "system":
            self._wear_theme()

    @Slot()
    def _wear_theme(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_theme(app, self.settings.theme)

    def paste(self) -> None:
        """Open what is in the clipboard: files, or a picture."""
        self._editor.open_mime(QGuiApplication.clipboard().mimeData())
