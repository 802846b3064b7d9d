"""`PreferencesController`: opens the preferences and applies what they change."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from core.inference.model_spec import bundled_model
from desktop.background.requests import ModelReady
from desktop.editor.photo_editor import PhotoEditor
from desktop.settings import Settings, SettingsStore
from desktop.shell.widgets.preferences import Preferences
from desktop.text.notices import Notice

#: Settings for which the model is opened again.
_OF_THE_NETWORK: Final = ("device", "model", "memory_limit_mb", "size")


class PreferencesController(QObject):
    """Settings go to their store; the model is opened again where it must be."""

    def __init__(self, window: QWidget, editor: PhotoEditor, settings: SettingsStore) -> None:
        super().__init__(window)
        self._window, self._editor, self._settings = window, editor, settings

    def ask(self) -> None:
        """Open the dialog; what is changed in it happens at once."""
        model = self._editor.model
        known = model.spec if isinstance(model, ModelReady) and self._is_own(model) else None
        dialog = Preferences(self._settings.value, self._window, spec=known)
        if dialog.exec():
            self.apply(dialog.settings())
        dialog.deleteLater()

    def apply(self, new: Settings) -> None:
        """Store other settings and do what follows from them."""
        old = self._settings.value
        self._settings.set(new)
        if new.language != old.language:
            words = self.tr("The language changes when Autochrome is opened again.")
            self._editor.noticed.emit(Notice(words))
        if any(getattr(new, name) != getattr(old, name) for name in _OF_THE_NETWORK):
            self._editor.load_model(new.load_request())

    def _is_own(self, model: ModelReady) -> bool:
        """Whether a model is the settings' own; the command line may have named another."""
        own = self._settings.value.model
        return model.spec.path == (Path(own) if own else bundled_model())
