"""The version of the program: one number, in the code, the changelog and the installed package."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import core
from core.version import __version__

CHANGELOG = Path(__file__).parents[2] / "CHANGELOG.md"


def test_the_newest_release_of_the_changelog_is_this_program() -> None:
    headings = re.findall(r"^## (.+)$", CHANGELOG.read_text(encoding="utf-8"), re.MULTILINE)
    assert headings[0] == "Unreleased"
    version, day = headings[1].split(" - ")
    assert version == __version__ == core.__version__
    date.fromisoformat(day)
    assert re.fullmatch(r"\d+\.\d+\.\d+", version)
