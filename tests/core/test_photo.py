"""Reading and writing photographs, checked with Pillow and tifffile as second decoders."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.photo import Photo, read_photo, write_photo


@pytest.mark.parametrize("suffix", [".png", ".tif"])
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize("grey", [True, False])
@pytest.mark.parametrize("alpha", [True, False])
def test_lossless_formats_keep_every_code(
    tmp_path: Path, rng: np.random.Generator, suffix: str, dtype: type, grey: bool, alpha: bool
) -> None:
    top = np.iinfo(dtype).max
    codes = rng.integers(0, top, (31, 47) if grey else (31, 47, 3), dtype=dtype, endpoint=True)
    opacity = rng.integers(0, top, (31, 47), dtype=dtype, endpoint=True) if alpha else None
    target = write_photo(Photo(codes, opacity), tmp_path / f"x{suffix}")
    again = read_photo(target)
    assert again.pixels.dtype == dtype
    np.testing.assert_array_equal(again.pixels, codes)
    if opacity is None:
        assert again.alpha is None
    else:
        np.testing.assert_array_equal(again.alpha, opacity)
