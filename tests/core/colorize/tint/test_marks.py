from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
import numpy.typing as npt
import pytest
from skimage import data

from core.color import F32
from core.colorize.tint import Tint, TintDecision, tint_of
from tests.sheets import marks, surroundings
from tests.sheets.fields import Rng
from tests.sheets.paper import toned

U8 = npt.NDArray[np.uint8]


def sepia(rng: Rng) -> F32:
    return toned((data.camera() / 255).astype(np.float32), rng, "sepia")


def decision_on(rgb: F32) -> TintDecision:
    return tint_of(np.rint(np.clip(rgb, 0, 1) * 255).astype(np.uint8))


def share(decision: TintDecision, where: npt.NDArray[np.bool_]) -> float:
    """How much of what is marked is where it should be."""
    assert decision.evidence is not None
    found = decision.evidence.marks
    small = cv2.resize(where.astype(np.uint8), found.shape[::-1], interpolation=cv2.INTER_AREA)
    wider = cv2.dilate(small, np.ones((5, 5), np.uint8)).astype(bool)
    return float((found & wider).sum() / max(1, found.sum()))


@pytest.mark.parametrize(
    "mark",
    [marks.caption, marks.stamp, marks.seal, marks.date_imprint, marks.control_strip],
    ids=lambda mark: mark.__name__,
)
@pytest.mark.parametrize("seed", range(4))
def test_a_mark_is_no_colour_of_the_photo(mark: Callable[[F32, Rng], F32], seed: int) -> None:
    rng = np.random.default_rng(seed)
    decision = decision_on(mark(surroundings.border(sepia(rng), rng), rng))
    assert decision.tint is Tint.TINTED
    assert "brown tone" in decision.reason


def test_where_the_ink_is() -> None:
    rng = np.random.default_rng(2)
    before = surroundings.framed(sepia(rng), rng, (0.95, 0.92, 0.85), (30, 60, 30, 30))
    after = before.copy()
    after[400:410, 100:300] = after[560:568, 100:400] = (0.1, 0.2, 0.7)  # in it, and below
    decision = decision_on(after)
    assert decision.tint is Tint.TINTED
    assert decision.has_marks
    assert "ink or other marks" in decision.reason
    where = (before != after).any(-1)
    assert share(decision, where) > 0.95
    assert decision.evidence is not None
    rows = np.flatnonzero(decision.evidence.marks.any(1)) / len(decision.evidence.marks)
    assert np.ptp(rows) > 0.2  # both lines


def test_a_stain_is_no_ink() -> None:
    rng = np.random.default_rng(1)
    rgb = sepia(rng)
    rgb[100:200, 300:420] *= (1.0, 0.85, 0.55)
    decision = decision_on(rgb)
    assert decision.tint is Tint.TINTED
    assert not decision.has_marks


@pytest.mark.parametrize("seed", range(6))
def test_a_print_on_a_table(seed: int) -> None:
    rng = np.random.default_rng(seed)
    sheet = surroundings.table(surroundings.border(sepia(rng), rng), rng)
    assert decision_on(sheet).tint is Tint.TINTED


def test_where_the_print_lies() -> None:
    rng = np.random.default_rng(3)
    cloth = surroundings.cloth((800, 900), rng)
    cloth[120:632, 200:712] = sepia(rng)
    decision = decision_on(cloth)
    assert decision.tint is Tint.TINTED
    assert "surroundings" in decision.reason
    assert decision.evidence is not None
    rows, columns = np.nonzero(decision.evidence.picture)
    height, width = decision.evidence.picture.shape
    found = [rows.min() / height, rows.max() / height, columns.min() / width, columns.max() / width]
    np.testing.assert_allclose(found, [120 / 800, 632 / 800, 200 / 900, 712 / 900], atol=0.05)
