"""`DeviceTiming`: the devices of this machine, timed once for each model and shown."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot

from desktop.background.requests import DevicesTimed, Event, ModelFailed, ModelReady, TimeDevices
from desktop.editor.photo_editor import PhotoEditor
from desktop.settings import SettingsStore
from desktop.widgets.status_strip import StatusStrip


class DeviceTiming(QObject):
    """Asks the inference thread when it has nothing else to do; remembers in the settings."""

    def __init__(self, strip: StatusStrip, editor: PhotoEditor, settings: SettingsStore) -> None:
        super().__init__(strip)
        self._strip, self._worker, self._settings = strip, editor.worker, settings
        editor.model_changed.connect(self._model_changed)
        self._worker.answered.connect(self._answered, Qt.ConnectionType.QueuedConnection)

    def timings(self, model: str) -> dict[str, float]:
        """Device -> seconds for one picture, as remembered for the model of this SHA-256."""
        key, *entries = self._settings.value.timings or ("",)
        pairs = [entry.split(" ") for entry in entries]
        if key != model or any(len(pair) != 2 for pair in pairs):
            return {}
        try:
            return {device: float(seconds) for device, seconds in pairs}
        except ValueError:  # somebody wrote into the file of settings
            return {}

    @Slot(object)
    def _model_changed(self, event: ModelReady | ModelFailed) -> None:
        if isinstance(event, ModelReady):
            known = self.timings(event.spec.sha256)
            self._strip.show_timings(known)
            limit = self._settings.value.memory_limit_mb or None
            self._worker.ask(TimeDevices(event.spec, frozenset(known), limit))

    @Slot(object)
    def _answered(self, event: Event) -> None:
        if isinstance(event, DevicesTimed):
            entries = (f"{device} {seconds:.4f}" for device, seconds in event.seconds.items())
            self._settings.change(timings=(event.request.spec.sha256, *entries))
            self._strip.show_timings(event.seconds)
