"""A small slice of the made-up sheets; `tests/benchmarks/bench_tint.py` asks about all of them."""

from __future__ import annotations

from collections import Counter

import pytest

from core.colorize.tint import Tint, tint_of
from tests.sheets import COLOUR, MONOCHROME, made_sheets

#: What `docs/tint.md` promises, with room for so few sheets.
MOST_WRONG, MOST_UNSURE = 3, 6


@pytest.mark.slow
@pytest.mark.parametrize("side", [MONOCHROME, COLOUR])
def test_few_sheets_are_taken_for_the_other_side(side: str) -> None:
    answers = Counter(
        tint_of(sheet.pixels).tint for sheet in made_sheets(96, seed=77) if sheet.side == side
    )
    assert sum(answers.values()) == 48
    colored = answers[Tint.COLORED]
    wrong = colored if side == MONOCHROME else 48 - colored - answers[Tint.UNSURE]
    assert wrong <= MOST_WRONG, answers
    assert answers[Tint.UNSURE] <= MOST_UNSURE, answers


@pytest.mark.slow
def test_sheets_are_a_function_of_their_seed() -> None:
    first, again, other = (
        [sheet.pixels.tobytes() for sheet in made_sheets(4, seed)] for seed in (3, 3, 4)
    )
    assert first == again
    assert first != other
