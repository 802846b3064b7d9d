"""Long names are cut by one rule: whole letters, with ending and suffix kept."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.files.names import MAX_NAME, cut_text, name_length, with_tail

FAMILY = "\N{MAN}\u200d\N{WOMAN}\u200d\N{GIRL}"


@pytest.mark.parametrize(
    ("text", "most", "kept"),
    [
        ("Großmutter", 20, "Großmutter"),
        ("Großmutter", 4, "Gro"),
        ("Großmutter", 5, "Groß"),
        ("Gro\u0308ße", 4, "Gr"),
        ("Gro\u0308ße", 5, "Gro\u0308"),
        (f"a{FAMILY}b", 18, "a"),
        (f"a{FAMILY}b", 19, f"a{FAMILY}"),
        ("!\U0001f44b\U0001f3fd", 8, "!"),
        ("\U0001f44b\U0001f3fd", 7, "\U0001f44b"),  # not even the first fits
        ("\U0001f1e9\U0001f1ea\U0001f1eb\U0001f1f7", 15, "\U0001f1e9\U0001f1ea"),
        ("\u0915\u094d\u0937\u093f x", 12, "\u0915\u094d\u0937\u093f"),
        ("two words", 4, "two"),
    ],
)
def test_letters_stay_whole(text: str, most: int, kept: str) -> None:
    assert cut_text(text, most) == kept


@given(st.text(min_size=1), st.integers(4, 40))
def test_the_beginning_is_kept_and_fits(text: str, most: int) -> None:
    text = text.encode("utf-8", "ignore").decode()
    cut = cut_text(text, most)
    assert text.startswith(cut)
    assert name_length(cut) <= most


def test_ending_and_suffix_are_kept() -> None:
    path = with_tail(Path("in") / f"{'ü' * 120}.jpeg", "_color")
    assert path.parent == Path("in")
    assert path.name == f"{'ü' * 120}_color.jpeg"
    longer = with_tail(Path(f"{'ü' * 125}.jpeg"), "_color", ".tif")
    assert longer.name == f"{'ü' * 122}_color.tif"
    assert len(os.fsencode(longer.name)) <= MAX_NAME
