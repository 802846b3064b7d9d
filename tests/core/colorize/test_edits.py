"""`Edit`: what needs another answer of the network, and what does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.colorize.edits import Edit, edit_words
from core.colorize.hints import ColorHint
from core.colorize.look import Look
from core.repair.edits import RepairEdit


def test_another_look_needs_no_other_colours() -> None:
    assert Edit(seed=3).same_colors(Edit(Look(0.5, 2, 0.1), seed=3))


@pytest.mark.parametrize(
    "change",
    [{"hints": (ColorHint(0.5, 0.5, (9, 9)),)}, {"seed": 1}, {"recolor": True}, {"size": 64}],
)
def test_everything_else_does(change: dict[str, object]) -> None:
    assert not Edit().same_colors(replace(Edit(), **change))  # type: ignore[arg-type]


def test_damage_that_is_only_marked_asks_for_no_other_colours() -> None:
    marked = Edit(repair=RepairEdit(find=True))
    repaired = Edit(repair=RepairEdit(find=True, applied=True))
    assert marked.same_colors(Edit())
    assert not repaired.same_colors(marked)
    assert edit_words(marked) == ""
    assert edit_words(repaired) == "repaired"
    assert Edit(seed=1).over(repaired).repair == repaired.repair
