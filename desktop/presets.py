"""Looks by name: those that come with the program, and how a person's own are remembered."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from core.codec import from_plain, parse_json, to_plain
from core.colorize.look import Look
from core.errors import InvalidDataError
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


def encode_presets(presets: Iterable[Preset]) -> tuple[str, ...]:
    """One line of JSON for each, the name among the look's values."""
    return tuple(
        json.dumps({"name": preset.name, **to_plain(preset.look)}, ensure_ascii=False)
        for preset in presets
    )


def decode_presets(lines: Iterable[str]) -> tuple[Preset, ...]:
    """The presets of `encode_presets`; a line that cannot be understood is left out."""
    return tuple(preset for line in lines if (preset := _decoded(line)) is not None)


def with_preset(presets: Iterable[Preset], new: Preset) -> tuple[Preset, ...]:
    """Presets with one more, in order of name; of two with one name the new one stays."""
    others = (preset for preset in presets if preset.name != new.name)
    return tuple(sorted((*others, new), key=lambda preset: preset.name.casefold()))


def without_preset(presets: Iterable[Preset], name: str) -> tuple[Preset, ...]:
    """Presets without the one of this name."""
    return tuple(preset for preset in presets if preset.name != name)


def renamed(presets: Iterable[Preset], old: str, new: str) -> tuple[Preset, ...]:
    """Presets of which one has another name."""
    presets = tuple(presets)
    look = next((preset.look for preset in presets if preset.name == old), None)
    return presets if look is None else with_preset(without_preset(presets, old), Preset(new, look))


def _decoded(line: str) -> Preset | None:
    try:
        values = parse_json(line)
        if not isinstance(values, Mapping) or not isinstance(name := values.get("name"), str):
            return None
        look = from_plain({key: values[key] for key in values if key != "name"}, Look)
    except (ValueError, RecursionError, InvalidDataError):
        return None
    return Preset(name.strip(), look) if name.strip() else None
