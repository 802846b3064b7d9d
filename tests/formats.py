"""Writes docs/formats.md anew: `python tests/formats.py`."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from core.photo.format_table import format_table

PAGE: Final = Path(__file__).parents[1] / "docs" / "formats.md"

if __name__ == "__main__":
    PAGE.write_text(format_table(), encoding="utf-8")
