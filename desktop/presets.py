"""Looks by name: those that come with the program, and how a person's own are kept."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Final

from core.colorize.look import Look
from desktop.text.translation import QT_TRANSLATE_NOOP

#: Their names are to be translated, in the context of the panel that shows them.
BUILT_IN: Final = {
    QT_TRANSLATE_NOOP("LookPanel", "Natural"): Look(),
    QT_TRANSLATE_NOOP("LookPanel", "Vivid"): Look(strength=1.1, saturation=1.5, warmth=0.05),
    QT_TRANSLATE_NOOP("LookPanel", "Hand-tinted"): Look(strength=0.75, saturation=0.8, warmth=0.25),
}


@dataclass(frozen=True)
class Preset:
    """A look that has a name."""

    name: str
    look: Look


def packed(presets: Iterable[Preset]) -> tuple[str, ...]:
    """One line of text for each."""
    return tuple(
        json.dumps({"name": preset.name, **asdict(preset.look)}, ensure_ascii=False)
        for preset in presets
    )


def unpacked(lines: Iterable[str]) -> tuple[Preset, ...]:
    """The presets of `packed`; a line that cannot be understood is left out."""
    return tuple(preset for line in lines if (preset := _read(line)) is not None)


def with_preset(presets: Iterable[Preset], new: Preset) -> tuple[Preset, ...]:
    """One more, in order of name; of two with the same name the new one stays."""
    others = (preset for preset in presets if preset.name != new.name)
    return tuple(sorted((*others, new), key=lambda preset: preset.name.casefold()))


def without_preset(presets: Iterable[Preset], name: str) -> tuple[Preset, ...]:
    """All but the one of this name."""
    return tuple(preset for preset in presets if preset.name != name)


def renamed(presets: Iterable[Preset], old: str, new: str) -> tuple[Preset, ...]:
    """One of them under another name."""
    presets = tuple(presets)
    look = next((preset.look for preset in presets if preset.name == old), None)
    return presets if look is None else with_preset(without_preset(presets, old), Preset(new, look))


def _read(line: str) -> Preset | None:
    try:
        values = json.loads(line)
        name = str(values.pop("name")).strip()
        look = Look(**{key: float(value) for key, value in values.items()})
    except (ValueError, TypeError, LookupError, AttributeError):
        return None
    return Preset(name, look) if name else None
