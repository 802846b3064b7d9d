"""What the program remembers: `Settings` as a value, their file, and the one present value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Annotated, Any, Final

from msgspec import Meta
from PySide6.QtCore import QObject, QSettings, Signal

from core.codec import salvage_plain
from core.inference.devices import DEVICES
from core.photo.save_options import DEFAULT_QUALITY
from desktop.system.crash import LOG
from desktop.text.translation import LANGUAGES

THEMES: Final = ("system", "light", "dark")
#: Greys around the photo, the first as the theme has it.
SURROUNDS: Final = ("theme", "white", "light", "mid", "dark", "black")
#: Formats a result is offered in, by the names people know.
FORMAT_NAMES: Final = {
    "jpeg": "JPEG", "png": "PNG", "tiff": "TIFF", "webp": "WebP", "avif": "AVIF",
}  # fmt: skip
FORMATS: Final = tuple(FORMAT_NAMES)
#: Those whose files are the smaller the more is left out.
WITH_QUALITY: Final = frozenset({"jpeg", "webp", "avif"})
#: Below it a JPEG is no result to keep.
LOWEST_QUALITY: Final = 50
_RECENT: Final = 10
_RECENT_COLORS: Final = 6


def _one_of(names: Iterable[str]) -> Meta:
    return Meta(pattern=f"^({'|'.join(names)})$")


@dataclass(frozen=True)
class Settings:
    """The preferences and what else is remembered. Every value is valid, whatever the file held.

    Attributes:
        language: ``de``, ``fr``...; empty is the system's.
        model: a model file of the user's own; empty is the one that the library has for its
            default.
        models: several that work together instead, each with its share: ``3f2a...:0.5``.
        size: short side of what the network sees, in pixels; 0 is the model's own default.
        memory_limit_mb: 0 is none.
        format: of saved results, a name of `FORMATS`; empty is the photo's own.
        folder: where results go; empty is beside the photo.
        recent: paths of the photos opened last, the newest first.
        presets: the person's own looks, see `desktop.presets`.
        timings: a model's SHA-256, then "cuda 0.0123" (seconds for one picture) for each device.
        geometry: of the window, as Qt gives it, in base 64.
        queue: how the queue's results are made, see `desktop.queue.options`.
        open_folder: where photos were opened last.
        closed_sections: of the panel beside the photo.
        surround: the grey around the photo, a name of `SURROUNDS`.
        text_percent: size of letters, of what the system has.
        recent_colors: of colour points, the last one first.
    """

    theme: Annotated[str, _one_of(THEMES)] = "system"
    language: Annotated[str, _one_of(("", *LANGUAGES))] = ""
    device: Annotated[str, _one_of(DEVICES)] = "auto"
    model: str = ""
    size: Annotated[int, Meta(ge=0, le=65_536)] = 0
    memory_limit_mb: Annotated[int, Meta(ge=0)] = 0
    format: Annotated[str, _one_of(("", *FORMATS))] = ""
    quality: Annotated[int, Meta(ge=1, le=100)] = DEFAULT_QUALITY
    folder: str = ""
    recent: tuple[str, ...] = ()
    presets: tuple[str, ...] = ()
    timings: tuple[str, ...] = ()
    geometry: str = ""
    queue: str = ""
    open_folder: str = ""
    closed_sections: tuple[str, ...] = ()
    surround: Annotated[str, _one_of(SURROUNDS)] = "theme"
    text_percent: Annotated[int, Meta(ge=80, le=200)] = 100
    recent_colors: tuple[Annotated[str, Meta(pattern="^#[0-9a-f]{6}$")], ...] = ()
    models: tuple[str, ...] = ()

    def with_recent(self, path: Path) -> tuple[str, ...]:
        """The recent photos with one more, the newest first."""
        name = str(path)
        return (name, *(other for other in self.recent if other != name))[:_RECENT]

    def with_recent_color(self, name: str) -> tuple[str, ...]:
        """The recent colours with one more, ``#rrggbb``, the newest first."""
        return (name, *(other for other in self.recent_colors if other != name))[:_RECENT_COLORS]


class SettingsStore(QObject):
    """The one present `Settings`; who needs to know listens to ``changed``."""

    changed = Signal(object)  # Settings

    def __init__(self, value: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._value = value

    @property
    def value(self) -> Settings:
        """The present settings."""
        return self._value

    def change(self, **changes: object) -> None:
        """Replace the values of some fields."""
        self.set(replace(self._value, **changes))  # type: ignore[arg-type]

    def set(self, value: Settings) -> None:
        """Replace the settings altogether."""
        self._value = value
        self.changed.emit(value)


class SettingsFile:
    """An INI file that holds `Settings`. One that cannot be read is set aside, never fatal."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.set_aside: Path | None = None

    def load(self) -> Settings:
        """The settings that were saved; ``set_aside`` says where an unreadable file went."""
        if self.path.exists() and not self._readable():
            self._put_aside()
        store = self._open()
        found = {f.name: store.value(f.name) for f in fields(Settings) if store.contains(f.name)}
        for name in (f.name for f in fields(Settings) if isinstance(f.default, tuple)):
            found[name] = _entries(found.get(name))
        return salvage_plain(found, Settings, strict=False)

    def save(self, settings: Settings) -> None:
        """Write every value; where that cannot be done the log says so."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            LOG.warning("the settings cannot be kept: %s", error)
            return
        store = self._open()
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

    def _open(self) -> QSettings:
        return QSettings(str(self.path), QSettings.Format.IniFormat)

    def _readable(self) -> bool:
        try:
            text = self.path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return False
        return "\0" not in text and self._open().status() == QSettings.Status.NoError


def _entries(found: Any) -> list[Any]:  # noqa: ANN401  (what Qt makes of a line)
    """A list: an INI file with one entry, or none, gives none."""
    return found if isinstance(found, list) else [found] if found else []
