"""Faint scratches followed from one place: along the scratch, and nowhere where there is none."""

from __future__ import annotations

import numpy as np
import pytest
from skimage import data
from skimage.transform import resize

from core.color import F32
from core.repair.edits import MarkKind, RepairMark
from core.repair.marks import with_marks
from core.repair.pixels import lightness
from core.repair.straight import straight_scratches
from core.repair.trace import F64, trace_scratch


@pytest.fixture(scope="module")
def frame() -> F32:
    """L* (640, 800) of a photograph with grain."""
    photo = resize(data.camera(), (640, 800), order=3, preserve_range=True).round()
    L = lightness(photo.clip(0, 255).astype(np.uint8))
    noisy = L + np.random.default_rng(4).normal(0, 1.2, L.shape)
    return noisy.clip(0, 100).astype(np.float32)


def _columns(height: int, column: float, lean: float) -> F64:
    y = np.arange(height)
    return np.asarray(column + lean * (y - height / 2) + np.sin(8 * y / height), np.float64)


def _scratched(L: F32, column: float, lean: float, contrast: float) -> F32:
    off = np.arange(L.shape[1]) - _columns(len(L), column, lean)[:, None]
    return (L + contrast * np.exp(-(off**2))).clip(0, 100).astype(np.float32)


def _off(mark: RepairMark, shape: tuple[int, ...], column: float, lean: float) -> float:
    """How far a mark lies from a scratch along 90 % of it, in pixels."""
    x, y = (np.array(mark.places) * shape[::-1] - 0.5).T
    traced = np.interp(np.arange(shape[0]), y, x)
    return float(np.quantile(np.abs(traced - _columns(shape[0], column, lean)), 0.9))


@pytest.mark.parametrize("contrast", [-2.0, 2.0, 8.0])
@pytest.mark.parametrize("lean", [-0.02, 0.0, 0.015])
def test_a_faint_scratch_is_followed_from_edge_to_edge(
    frame: F32, contrast: float, lean: float
) -> None:
    L = _scratched(frame, 720, lean, contrast)
    if abs(contrast) < 3:
        assert not straight_scratches(L).any()  # by itself it is not to be seen
    mark = trace_scratch(L, ((720 + 3.5) / 800, 0.5))
    assert mark is not None
    assert mark.kind is MarkKind.MORE
    assert (mark.places[0][1], mark.places[-1][1]) == (0.0, 1.0)
    assert _off(mark, L.shape, 720, lean) <= 2


def test_what_is_given_back_covers_the_scratch_as_the_brush_would(frame: F32) -> None:
    mark = trace_scratch(_scratched(frame, 720, 0.01, 5), (722 / 800, 0.5))
    assert mark is not None
    mask = with_marks(np.zeros(frame.shape, np.bool_), [mark])
    rows = np.arange(len(frame))
    on = mask[rows, np.rint(_columns(len(frame), 720, 0.01)).astype(int)]
    assert on.mean() > 0.9
    assert mask.sum() < 9 * len(frame)


def test_across_the_film_as_well(frame: F32) -> None:
    L = np.ascontiguousarray(_scratched(np.ascontiguousarray(frame.T), 60, 0.01, 3).T)
    mark = trace_scratch(L, (0.5, 61.5 / 640))
    assert mark is not None
    assert (mark.places[0][0], mark.places[-1][0]) == (0.0, 1.0)
    assert max(abs(640 * y - 60.5) for _, y in mark.places) < 8


def test_where_there_is_none_none_is_followed() -> None:
    grain = np.random.default_rng(1).normal(50, 1.2, (600, 600)).astype(np.float32)
    edge, broad = grain.copy(), grain.copy()
    edge[:, 300:] += 8
    broad[:, 280:320] += 8
    for L, place in ((grain, (0.5, 0.5)), (edge, (0.5, 0.5)), (broad, (0.5, 0.5))):
        assert trace_scratch(L, place) is None
    assert trace_scratch(np.full((20, 30), 50, np.float32), (0.5, 0.5)) is None


@pytest.mark.parametrize("place", [(0.0, 0.0), (1.0, 1.0), (0.0, 0.5), (0.5, 1.0)])
def test_a_place_at_the_rim_is_a_place(frame: F32, place: tuple[float, float]) -> None:
    trace_scratch(frame, place)


def test_a_wide_scratch_of_a_large_scan() -> None:
    grain = np.random.default_rng(2).normal(50, 3, (2100, 2200)).astype(np.float32)
    off = (np.arange(2200) - _columns(2100, 900, 0.01)[:, None]) / 4
    L = grain + 3 * np.exp(-(off**2)).astype(np.float32)
    mark = trace_scratch(L, (905 / 2200, 0.5))
    assert mark is not None
    assert _off(mark, L.shape, 900, 0.01) <= 3
    assert 2 <= mark.radius * 2100 <= 10
