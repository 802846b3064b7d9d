"""A border counts to either side where no edge of it shows, each side by itself."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.scan_pages.plan import Ground, Page, Print
from tests.scan_pages.truth import truths

_PRINT = Print(
    60, 60, 60, 40, 0.0, "grass", (0.1, 0.1, 0.8, 0.8), "grey", 1.0, border=5, paper=(240, 240, 240)
)


def _page(ground: float, *prints: Print) -> Page:
    return Page("page", 140, 120, Ground("white", (ground,) * 3), prints)


def _rectangle(left: float, top: float, right: float, bottom: float) -> np.ndarray:
    """Corners of the print's rectangle, its sides moved inwards by so many mm."""
    x0, y0, x1, y1 = 30 + left, 40 + top, 90 - right, 80 - bottom
    return np.array([(x0, y0), (x1, y0), (x1, y1), (x0, y1)], np.float32)


@pytest.mark.parametrize("inset", [(0, 0, 0, 0), (5, 5, 5, 5), (5, 0, 0, 5), (0, 5, 0, 0)])
def test_paper_of_the_grounds_colour_is_right_with_and_without(inset: tuple[int, ...]) -> None:
    (truth,) = truths(_page(240, _PRINT))
    assert truth.iou(_rectangle(*inset)) > 0.98


def test_paper_that_stands_out_is_the_prints() -> None:
    (truth,) = truths(_page(120, _PRINT))
    assert truth.iou(_rectangle(0, 0, 0, 0)) > 0.98
    assert truth.iou(_rectangle(5, 0, 0, 0)) < 0.93


def test_the_shadow_of_papers_edge_shows_below_and_right_alone() -> None:
    (truth,) = truths(_page(240, replace(_PRINT, edge=30)))
    assert truth.iou(_rectangle(5, 5, 0, 0)) > 0.98
    assert truth.iou(_rectangle(0, 0, 5, 0)) < 0.93
    assert truth.iou(_rectangle(0, 0, 0, 5)) < 0.9


def test_a_border_on_anothers_of_the_same_paper_counts_to_either_side() -> None:
    below = replace(_PRINT, x=118)  # its border goes on under this one's right side
    _, truth = truths(_page(60, below, _PRINT))
    assert truth.iou(_rectangle(0, 0, 5, 0)) > 0.98
    assert truth.iou(_rectangle(5, 0, 0, 0)) < 0.93


def test_what_another_print_covers_does_not_count() -> None:
    truth, above = truths(_page(60, _PRINT, replace(_PRINT, x=110, w=50)))
    assert truth.iou(_rectangle(0, 0, 5, 0)) > 0.98  # as far as it is covered
    assert above.iou(_rectangle(0, 0, 0, 0)) < 0.2
