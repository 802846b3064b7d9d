"""What is said of the models in use before they work."""

from __future__ import annotations

from core.cli.console import note
from core.colorize.colorizer import Colorizer


def note_models(colorizer: Colorizer) -> None:
    """Say aloud where another device works than was asked for, and what was guessed of a model."""
    if colorizer.session.fallback_reason:
        note(colorizer.session.fallback_reason)
    for spec in colorizer.guessed:
        note_guess(spec.name, str(spec.conventions))


def note_guess(name: str, conventions: str) -> None:
    """Say what was guessed of a model."""
    note(
        f"{name}: a sample picture speaks for {conventions}; if the colours are wrong, say "
        "otherwise (autochrome models add, or change)."
    )
