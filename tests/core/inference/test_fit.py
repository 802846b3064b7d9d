"""A photo gets into a fixed picture and its colours out of it again, at their places."""

from __future__ import annotations

import numpy as np
import pytest

from core.inference.fit import Fit, run_fitted

FIXED = (64, 64)


def places(height: int, width: int) -> np.ndarray:
    """L* (H, W) that says where it is: down in its tens, across in its ones."""
    down, right = np.mgrid[0:height, 0:width]
    field: np.ndarray = (50 * down / height + 50 * right / width).astype(np.float32)
    return field


@pytest.mark.parametrize("fit", list(Fit))
@pytest.mark.parametrize(("height", "width"), [(48, 96), (300, 100), (64, 64), (40, 400)])
@pytest.mark.parametrize("scale", [1, 4])
def test_the_answer_lies_over_the_whole_photo(
    fit: Fit, height: int, width: int, scale: int
) -> None:
    shape = fit.shape(height, width, FIXED)
    L = places(*shape)
    seen = []

    def run(picture: np.ndarray, part: tuple[slice, slice]) -> np.ndarray:
        assert picture.shape == FIXED
        seen.append(part)
        means: np.ndarray = picture.reshape(1, 64 // scale, scale, 64 // scale, scale).mean((2, 4))
        return means

    answer = run_fitted(L, FIXED, run)[0]
    assert answer.shape == pytest.approx((shape[0] / scale, shape[1] / scale), abs=1)
    rows = (np.arange(answer.shape[0]) + 0.5) / answer.shape[0] * shape[0]
    columns = (np.arange(answer.shape[1]) + 0.5) / answer.shape[1] * shape[1]
    expected = places(*shape)[np.ix_(rows.astype(int), columns.astype(int))]
    assert np.abs(answer - expected).max() < 6
    covered = np.zeros(shape, bool)
    for part in seen:
        covered[part] = True
    assert covered.all()


def test_only_a_long_photo_is_cut_into_tiles() -> None:
    assert Fit.AUTO.shape(100, 150, FIXED) == FIXED
    assert Fit.AUTO.shape(150, 100, FIXED) == FIXED
    assert Fit.AUTO.shape(100, 200, FIXED) == (64, 128)
    assert Fit.AUTO.shape(100, 300, FIXED) == (64, 192)
    assert Fit.AUTO.shape(300, 100, FIXED) == (192, 64)


def test_tiles_leave_no_seam() -> None:
    """Neighbouring tiles that disagree fade into each other."""
    L, number = places(64, 256), iter(range(100))

    def run(picture: np.ndarray, _part: tuple[slice, slice]) -> np.ndarray:
        return np.full((1, *FIXED), 10.0 * next(number), np.float32)

    answer = run_fitted(L, FIXED, run)[0]
    assert np.abs(np.diff(answer, axis=1)).max() < 2
