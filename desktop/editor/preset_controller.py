"""`PresetController`: connects the menu of the person's own looks, the panel and the settings."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from desktop.editor.photo_editor import PhotoEditor
from desktop.editor.widgets.look_panel import LookPanel
from desktop.presets import (
    Preset,
    decode_presets,
    encode_presets,
    renamed,
    with_preset,
    without_preset,
)
from desktop.settings import SettingsStore
from desktop.text.bidi import isolated
from desktop.text.notices import Notice


class PresetController(QObject):
    """Keeps the presets in the settings; one that was deleted can be had back."""

    def __init__(self, panel: LookPanel, settings: SettingsStore, editor: PhotoEditor) -> None:
        super().__init__(panel)
        self._panel, self._settings, self._editor = panel, settings, editor
        menu = panel.own
        menu.chosen.connect(lambda preset: panel.take(preset.look, preset.name))
        menu.kept.connect(self._keep)
        menu.renamed.connect(self._rename)
        menu.removed.connect(self._remove)
        menu.set_presets(self.presets)

    @property
    def presets(self) -> tuple[Preset, ...]:
        """The person's own presets, in order of name."""
        return decode_presets(self._settings.value.presets)

    def _put(self, presets: tuple[Preset, ...]) -> None:
        self._settings.change(presets=encode_presets(presets))
        self._panel.own.set_presets(presets)

    @Slot(str)
    def _keep(self, name: str) -> None:
        self._put(with_preset(self.presets, Preset(name, self._panel.look())))

    @Slot(str, str)
    def _rename(self, old: str, new: str) -> None:
        self._put(renamed(self.presets, old, new))

    @Slot(str)
    def _remove(self, name: str) -> None:
        before = self.presets
        self._put(without_preset(before, name))
        words = self.tr("The look {} is deleted.").format(isolated(name))
        back = (self.tr("Undo"), lambda: self._put(before))
        self._editor.noticed.emit(Notice(words, action=back))
