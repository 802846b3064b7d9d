"""Letters of every script; what a system has no font for is skipped, with that reason."""

from __future__ import annotations

import shutil
import subprocess
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from core.sharing.sheet_text import draw_text, label, text_size

WIDE = 486


def needs_font(language: str) -> None:
    program = shutil.which("fc-list")
    if program is None:
        pytest.skip("fc-list, which says what fonts there are, is not installed")
    said = subprocess.run([program, f":lang={language}"], capture_output=True, check=True)
    if not said.stdout.strip():
        pytest.skip(f"no font for {language} is installed")


def drawn(text: str) -> npt.NDArray[Any]:
    sheet = np.full((40, WIDE, 3), 245, np.uint8)
    draw_text(sheet, text, 4, 0, (36, WIDE))
    return sheet


def ink(text: str) -> npt.NDArray[Any]:
    """Rows and columns of what is drawn, without the paper around."""
    dark: npt.NDArray[np.bool_] = drawn(text).min(-1) < 200
    rows, columns = np.nonzero(dark)
    return dark[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("he", "תמונה"),
        ("ar", "صورة"),
        ("hi", "फोटो"),
        ("ja", "写真"),
        ("ko", "사진"),
        ("th", "ภาพ"),
    ],
)
def test_a_script_is_written_with_its_own_letters(language: str, text: str) -> None:
    """Letters without a font are boxes, one like the other but for their numbers."""
    needs_font(language)
    reserved = "".join("\U0003fff0" for _ in text)  # no font has these
    assert not np.array_equal(ink(text), ink(reserved))
    assert ink(text).shape[1] < ink(reserved).shape[1] * 2


def test_hebrew_goes_from_right_to_left() -> None:
    needs_font("he")
    word, first = ink("של"), ink("ש")
    np.testing.assert_array_equal(word[-first.shape[0] :, -first.shape[1] + 2 :][:, -4:],
                                  first[:, -4:])  # fmt: skip


def test_arabic_letters_are_joined() -> None:
    needs_font("ar")
    apart = sum(ink(letter).shape[1] for letter in "بببب")
    assert ink("بببب").shape[1] < 0.8 * apart


def test_devanagari_is_shaped() -> None:
    """KA, VIRAMA, SSA are one letter."""
    needs_font("hi")
    assert ink("क्ष").shape[1] < ink("क").shape[1] + ink("ष").shape[1]


def test_emoji_have_their_colours_and_stay_whole() -> None:
    needs_font("und-zsye")
    family = "\N{MAN}\u200d\N{WOMAN}\u200d\N{GIRL}"
    coloured = drawn("\N{THUMBS UP SIGN}").astype(int)
    assert np.ptp(coloured, axis=-1).max() > 40
    assert ink(family).shape[1] < 1.5 * ink("\N{MAN}").shape[1]


@pytest.mark.parametrize(
    "name", ["scan.jpg", "a" * 200 + "12.tif", "写" * 100 + "12.tif", "ת" * 200 + "12.tif"]
)
def test_a_name_fits_and_keeps_its_end(name: str) -> None:
    text = label(name, "   87%", WIDE)
    assert text.endswith("   87%")
    assert text_size(text)[0] <= WIDE
    plain = text.translate({0x2068: None, 0x2069: None})
    assert plain.startswith(name[:5])
    assert plain.removesuffix("   87%").endswith(name[-6:])
    assert ("\u2026" in plain) == (len(name) > 20)


def test_what_could_turn_a_name_round_is_shown_and_not_obeyed() -> None:
    text = label("photo\u202egpj.exe", "", WIDE)
    assert "\u202e" not in text
    assert "photo\ufffdgpj.exe" in text


def test_each_folder_has_its_own_direction() -> None:
    assert label("אלבום/a.jpg", "", WIDE) == "\u2068אלבום\u2069/\u2068a.jpg\u2069"


def test_joined_letters_are_not_parted() -> None:
    text = label("\N{MAN}\u200d\N{WOMAN}\u200d\N{GIRL}" * 60, "", WIDE)
    for half in text.strip("\u2068\u2069").split("\u2026"):
        assert not half.startswith("\u200d")
        assert not half.endswith("\u200d")


def test_letters_end_where_the_sheet_does() -> None:
    sheet = np.full((10, 20, 3), 245, np.uint8)
    draw_text(sheet, "a long line", 4, 10, (26, 10))
    draw_text(sheet, "", 4, 10, (26, 10))
    assert (sheet[:, :10] == 245).all()
