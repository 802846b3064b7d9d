"""docs/formats.md says what the code reads and writes."""

from __future__ import annotations

from pathlib import Path

from core.photo.format_table import format_table
from core.photo.formats import FORMAT_OF_ENDING
from core.photo.readers import LOADERS, READERS

PAGE = Path(__file__).parents[3] / "docs" / "formats.md"


def test_the_page_is_what_the_command_writes() -> None:
    assert PAGE.read_text(encoding="utf-8") == format_table()


def test_every_ending_of_a_photo_has_a_reader() -> None:
    assert set(FORMAT_OF_ENDING.values()) <= {*LOADERS, *READERS}
