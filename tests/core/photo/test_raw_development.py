"""Raw files are developed as they were exposed: their linear samples through sRGB's curve."""

from __future__ import annotations

import io
import struct
from typing import Any

import numpy as np
import pytest
import tifffile
from skimage import data

from core.color import encode, rgb_to_L
from core.photo.read import read_photo

pytest.importorskip("rawpy")
LINEAR: Any = data.camera()[:192, :256].astype(np.uint16) * 257


def dng(codes: np.ndarray, white: int = 65_535, black: int = 0) -> bytes:
    """A scanner's linear DNG of one sample."""
    out = io.BytesIO()
    tags = [
        (50706, "B", 4, bytes([1, 4, 0, 0]), True),
        (50708, "s", 0, "Epson V600", True),
        (50717, "I", 1, white, True),
        (50714, "H", 1, black, True),
    ]
    tifffile.imwrite(out, codes, photometric="minisblack", metadata=None, extratags=tags)
    content = bytearray(out.getvalue())
    (at,) = struct.unpack_from("<I", content, 4)
    (count,) = struct.unpack_from("<H", content, at)
    for entry in range(at + 2, at + 2 + 12 * count, 12):
        if struct.unpack_from("<H", content, entry)[0] == 262:
            struct.pack_into("<H", content, entry + 8, 34892)  # LinearRaw
    return bytes(content)


@pytest.mark.parametrize(("white", "black"), [(65_535, 0), (40_000, 0), (65_535, 1_024)])
@pytest.mark.parametrize("exposure", [1 / 40, 1 / 6, 1 / 2, 0.8, 1.0])
def test_a_frame_is_as_light_as_it_was_exposed(white: int, black: int, exposure: float) -> None:
    light = LINEAR / 65_535 * exposure
    codes = np.rint(black + light * (white - black)).astype(np.uint16)
    pixels = read_photo(dng(codes, white, black)).pixels
    expected = np.rint(encode(light.astype(np.float32)) * 65_535).astype(np.uint16)
    assert np.abs(rgb_to_L(pixels) - rgb_to_L(expected)).max() < 1
