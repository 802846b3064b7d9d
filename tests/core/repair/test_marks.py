"""The repair brush's marks, drawn into a mask, and what of an edit changes the photo."""

from __future__ import annotations

import numpy as np
import pytest
from skimage.draw import disk

from core.errors import HintError
from core.repair.edits import MarkKind, RepairEdit, RepairMark
from core.repair.marks import with_marks

AUTOMATIC = RepairEdit.automatic(repair=True, levels=False)
HEAL = RepairMark(((0.5, 0.5),), 0.1, MarkKind.HEAL)
MORE = RepairMark(((0.2, 0.5),), 0.1, MarkKind.MORE)


def test_a_dot_is_the_disk_that_skimage_draws() -> None:
    mask = with_marks(np.zeros((100, 140), bool), [RepairMark(((0.5, 0.25),), 0.1)])
    expected = np.zeros_like(mask)
    # a radius of 10 pixels about the corner between four of them
    expected[disk((24.5, 69.5), 10.0, shape=mask.shape)] = True
    assert (mask != expected).sum() <= 8  # those on the very rim
    assert mask.sum() == pytest.approx(np.pi * 100, rel=0.02)


def test_a_line_is_as_wide_as_its_brush_and_ends_where_the_photo_does() -> None:
    mask = with_marks(np.zeros((60, 80), bool), [RepairMark(((-0.5, 0.5), (1.5, 0.5)), 0.05)])
    np.testing.assert_array_equal(mask.sum(axis=0), np.full(80, 6))
    assert mask[27:33].all()


def test_later_marks_win() -> None:
    found = np.zeros((50, 50), bool)
    found[20:30] = True
    less = RepairMark(((0.0, 0.5), (1.0, 0.5)), 0.2, MarkKind.LESS)
    assert not with_marks(found, [less]).any()
    assert with_marks(found, [less, RepairMark(((0.5, 0.5),), 0.1)]).sum() == pytest.approx(
        80, abs=8
    )
    assert found.sum() == 500


def test_the_finest_brush_marks_a_pixel() -> None:
    assert with_marks(np.zeros((40, 40), bool), [RepairMark(((0.5125, 0.5125),), 0.001)]).sum() == 1


def test_what_is_only_marked_changes_nothing() -> None:
    assert RepairEdit(find=True, marks=(MORE,)).asked == RepairEdit()
    assert RepairEdit(find=True, marks=(MORE,)).has_places
    assert not RepairEdit(marks=(HEAL,)).has_places


def test_a_spot_is_healed_whether_the_rest_is_repaired_or_not() -> None:
    edit = RepairEdit(find=True, marks=(MORE, HEAL), strength=0.5)
    assert edit.asked == RepairEdit(marks=(HEAL,), strength=0.5)


def test_a_command_repairs_what_was_only_marked() -> None:
    own = RepairEdit(marks=(MORE,), strength=0.5)
    assert own.over(AUTOMATIC) == RepairEdit(True, 0.5, (MORE,), True, 0.5)
    assert AUTOMATIC.over(own) == own.over(AUTOMATIC)


@pytest.mark.parametrize(
    "wrong", [{"strength": 1.5}, {"sensitivity": -0.1}, {"strength": float("nan")}]
)
def test_numbers_out_of_range_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(HintError):
        RepairEdit(**wrong)  # type: ignore[arg-type]
