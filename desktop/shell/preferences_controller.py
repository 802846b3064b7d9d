"""`PreferencesController`: opens the preferences and applies what they change."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from core.errors import AutochromeError
from core.inference.library import (
    BUNDLED,
    default_entry,
    default_model,
    find_entry,
    set_default,
)
from core.inference.model_choice import parse_model
from desktop.background.requests import LoadModel, ModelReady
from desktop.editor.photo_editor import PhotoEditor
from desktop.settings import Settings, SettingsStore
from desktop.shell.widgets.model_library import ModelLibrary
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
        dialog.models_asked.connect(self.ask_models)
        if dialog.exec():
            self.apply(dialog.settings())
        dialog.deleteLater()

    def ask_models(self, *added: Path) -> None:
        """Open the library of colour models; files are put into it first."""
        dialog = ModelLibrary(self._used(), self._window)
        dialog.accepted_models.connect(self.use_models)
        for path in added:
            dialog.add(path)
        dialog.open()
        dialog.finished.connect(dialog.deleteLater)

    def load_model(self, file: Path | None = None) -> None:
        """Open the model that the settings name; or a file, for this time only."""
        settings = self._settings.value
        own = Path(settings.model) if settings.model and not settings.models else None
        memory_limit_mb = settings.memory_limit_mb or None
        models = settings.models
        self._editor.load_model(LoadModel(file or own, settings.device, memory_limit_mb, models))

    @Slot(tuple)
    def use_models(self, chosen: tuple[tuple[str, float], ...]) -> None:
        """Colour with these models from now on: one is the library's default, several together."""
        try:
            if len(chosen) == 1:
                reference, _ = chosen[0]
                set_default(None if reference == BUNDLED else find_entry(reference))
        except AutochromeError as error:
            self._editor.noticed.emit(Notice.of(error))
            return
        together = tuple(f"{name}:{share:g}" for name, share in chosen) if len(chosen) > 1 else ()
        self._settings.change(model="", models=together)
        self.load_model()

    def _used(self) -> list[tuple[str, float]]:
        """The models in use, and their shares."""
        settings = self._settings.value
        if settings.models:
            return [parse_model(text) for text in settings.models]
        entry = None if settings.model else default_entry()
        return [(BUNDLED if entry is None else entry.sha256, 1.0)]

    def apply(self, new: Settings) -> None:
        """Store other settings and do what follows from them."""
        old = self._settings.value
        self._settings.set(new)
        if new.language != old.language:
            words = self.tr("The language changes when Autochrome is opened again.")
            self._editor.noticed.emit(Notice(words))
        if any(getattr(new, name) != getattr(old, name) for name in _OF_THE_NETWORK):
            self.load_model()

    def _is_own(self, model: ModelReady) -> bool:
        """Whether a model is the settings' own; the command line may have named another."""
        own = self._settings.value.model
        return model.spec.path == (Path(own) if own else default_model())
