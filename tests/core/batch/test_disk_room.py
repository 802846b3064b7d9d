"""What a result may take on the disk."""

from __future__ import annotations

import numpy as np
import pytest

from core.batch.disk_room import bytes_needed
from core.photo.photo import Photo
from core.photo.write import encode_photo

MB = 1 << 20


@pytest.mark.parametrize("name", ["png", "tiff", "jpeg", "webp", "avif"])
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize("alpha", [True, False])
def test_no_result_is_larger_than_foreseen(
    rng: np.random.Generator, name: str, dtype: type[np.uint8 | np.uint16], alpha: bool
) -> None:
    """Noise is what no encoder makes smaller."""
    top = np.iinfo(dtype).max
    grey = rng.integers(0, top, (300, 400), dtype, endpoint=True)
    colours = rng.integers(0, top, (300, 400, 3), dtype, endpoint=True)
    opacity = grey if alpha else None
    made = encode_photo(Photo(colours, opacity), name, quality=100)
    assert len(made) <= bytes_needed(Photo(grey, opacity), name, None) - MB // 2


@pytest.mark.parametrize("compression", ["none", "lzw", "deflate", "packbits"])
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_no_tiff_is_larger_than_foreseen_however_its_source_was_compressed(
    rng: np.random.Generator, compression: str, dtype: type[np.uint8 | np.uint16]
) -> None:
    colours = rng.integers(0, np.iinfo(dtype).max, (300, 400, 3), dtype, endpoint=True)
    made = encode_photo(Photo(colours, compression=compression), "tiff")
    grey = Photo(colours[..., 0], compression=compression)
    assert len(made) <= bytes_needed(grey, "tiff", None) - MB // 2
