"""What the program remembers: one frozen value, and the only QSettings."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QSettings

from core.inference.devices import DEVICES
from desktop.background.inference_thread import LoadModel
from desktop.system.crash import LOG
from desktop.text.translation import LANGUAGES

THEMES: Final = ("system", "light", "dark")
#: Formats a result is offered in; the first is the one to begin with.
FORMATS: Final = ("jpeg", "png", "tiff", "webp")
_RECENT: Final = 10


@dataclass(frozen=True)
class Settings:
    """Every value is valid, whatever stood in the file.

    Attributes:
        model: a model file of the user's own; empty is the bundled one.
        size: short side of what the network sees; 0 is the model's own default.
        memory_limit_mb: 0 is none.
        timings: a model's SHA-256, then "cuda 0.0123" (seconds for one picture) for each device.
        presets: the person's own looks, see `desktop.presets`.
        queue: how the queue's results are made, see `desktop.queue.options`.
        language: ``de``, ``fr``...; empty is the system's.
    """

    theme: str = "system"
    language: str = ""
    device: str = "auto"
    model: str = ""
    size: int = 0
    memory_limit_mb: int = 0
    format: str = FORMATS[0]
    quality: int = 92
    folder: str = ""
    recent: tuple[str, ...] = ()
    presets: tuple[str, ...] = ()
    timings: tuple[str, ...] = ()
    geometry: str = ""
    queue: str = ""

    def checked(self) -> Settings:
        """The same with every impossible value replaced by the default."""
        possible = {
            "theme": self.theme in THEMES,
            "language": self.language in {"", *LANGUAGES},
            "device": self.device in DEVICES,
            "format": self.format in FORMATS,
            "quality": 1 <= self.quality <= 100,
            "size": 0 <= self.size <= 65_536,
            "memory_limit_mb": self.memory_limit_mb >= 0,
        }
        kept = {f.name: getattr(self, f.name) for f in fields(self) if possible.get(f.name, True)}
        return Settings(**kept)

    def load_request(self) -> LoadModel:
        """The model they ask for."""
        own = Path(self.model) if self.model else None
        return LoadModel(own, self.device, self.memory_limit_mb or None)

    def with_recent(self, path: Path) -> tuple[str, ...]:
        """The recent files with this one first."""
        name = str(path)
        return (name, *(other for other in self.recent if other != name))[:_RECENT]


class SettingsFile:
    """An INI file that holds `Settings`. One that cannot be read is set aside, never fatal."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.set_aside: Path | None = None

    def load(self) -> Settings:
        """What was saved, or the defaults; ``set_aside`` says where an unreadable file went."""
        if self.path.exists() and not self._readable():
            self._put_aside()
        store = self._store()
        values = {
            f.name: _value(store, f.name, getattr(Settings(), f.name)) for f in fields(Settings)
        }
        return Settings(**values).checked()

    def save(self, settings: Settings) -> None:
        """Write every value; where that cannot be done the log says so."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            LOG.warning("the settings cannot be kept: %s", error)
            return
        store = self._store()
        for field in fields(settings):
            value = getattr(settings, field.name)
            store.setValue(field.name, list(value) if isinstance(value, tuple) else value)
        store.sync()

    def _put_aside(self) -> None:
        broken = self.path.with_suffix(".broken")
        try:
            self.path.replace(broken)
        except OSError as error:  # a folder that cannot be written to: the defaults hold
            LOG.warning("%s cannot be set aside: %s", self.path, error)
            self.path = broken  # nothing is read from the broken file
        else:
            self.set_aside = broken

    def _store(self) -> QSettings:
        return QSettings(str(self.path), QSettings.Format.IniFormat)

    def _readable(self) -> bool:
        try:
            text = self.path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return False
        return "\0" not in text and self._store().status() == QSettings.Status.NoError


def _value(store: QSettings, name: str, default: Any) -> Any:  # noqa: ANN401  (a field of any type)
    """A stored value as the default's type; the default where it is none."""
    found = store.value(name)
    if found is None:
        return default
    if isinstance(default, tuple):
        # an INI file with one entry, or none, gives no list
        entries = found if isinstance(found, list) else [found] if found else []
        return tuple(str(entry) for entry in entries)
    if isinstance(default, int):
        text = str(found)
        return int(text) if text.lstrip("-").isdecimal() else default
    return str(found)
