"""L* by tables is that of the formula."""

from __future__ import annotations

import numpy as np
import pytest

from core.color import rgb_to_L
from core.photo.lightness import lightness


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize("shape", [(31, 47), (31, 47, 3), (1, 5, 3), (5, 2)])
@pytest.mark.parametrize("part", [np.s_[:], np.s_[::2, ::-1], np.s_[:1, 1:]], ids=str)
def test_lightness_from_tables_is_that_of_the_formula_to_the_bit(
    dtype: type[np.uint8 | np.uint16],
    shape: tuple[int, ...],
    part: tuple[slice, ...],
    rng: np.random.Generator,
) -> None:
    pixels = rng.integers(0, np.iinfo(dtype).max, shape, dtype, endpoint=True)[part]
    pixels.flags.writeable = False
    assert np.array_equal(lightness(pixels), np.clip(rgb_to_L(pixels), 0, 100))
