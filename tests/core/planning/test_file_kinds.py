"""How patterns and globs match."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.planning.file_kinds import any_case_glob, glob_base, is_hidden, matches_pattern


def test_patterns_have_no_other_magic() -> None:
    assert matches_pattern("*.jpg", Path("1920/a.JPG"))
    assert not matches_pattern("a", Path("a/b"))
    assert matches_pattern("a/*", Path("A/b/c.jpg"))


@pytest.mark.parametrize(
    ("pattern", "base", "any_case"),
    [
        ("scans/*.tif", "scans", "scans/*.[tT][iI][fF]"),
        ("scans/19[23]*/a.jpg", "scans", "scans/19[23]*/a.[jJ][pP][gG]"),
        ("*", ".", "*"),
        ("a/**", "a", "a/**"),
    ],
)
def test_globs_start_somewhere_and_ignore_the_case_of_endings(
    pattern: str, base: str, any_case: str
) -> None:
    assert glob_base(pattern) == Path(base)
    assert any_case_glob(pattern) == any_case


def test_what_a_dot_begins_is_hidden(tmp_path: Path) -> None:
    assert is_hidden(tmp_path / ".a.jpg")
    assert not is_hidden(Path(__file__))
