"""BMPs with bit fields, against the samples they were made of; Pillow where it knows the layout."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.errors import PhotoTooLargeError, UnreadablePhotoError
from core.photo.probe import probe
from core.photo.read import read_photo

RGB = np.random.default_rng(5).integers(0, 256, (11, 13, 3), dtype=np.uint8)
#: Masks of red, green, blue, alpha -> bits a pixel.
LAYOUTS = {
    (0xFF0000, 0xFF00, 0xFF): 32,
    (0xFF, 0xFF00, 0xFF0000): 32,
    (0xFF00, 0xFF0000, 0xFF000000): 32,
    (0x3FF00000, 0xFFC00, 0x3FF): 32,
    (0xF800, 0x7E0, 0x1F): 16,
    (0xF00, 0xF0, 0xF): 16,
    (0x1F, 0x3E0, 0x7C00): 16,
}


def bmp(
    masks: tuple[int, ...], bits: int, alpha: int | None = None, *, from_top: bool = False
) -> bytes:
    words = np.zeros(RGB.shape[:2], np.uint64)
    planes = [
        *np.moveaxis(RGB, -1, 0),
        *([np.full(RGB.shape[:2], alpha)] if alpha is not None else []),
    ]
    for plane, mask in zip(planes, masks, strict=True):
        most = mask // (mask & -mask)
        codes = np.rint(plane.astype(float) * most / 255).astype(np.uint64)
        words |= codes << np.uint64((mask & -mask).bit_length() - 1)
    rows = words.astype(f"<u{bits // 8}")[:: 1 if from_top else -1]
    body = b"".join(row.tobytes() + bytes(-row.nbytes % 4) for row in rows)
    height = -len(RGB) if from_top else len(RGB)
    size = 40 if alpha is None else 124
    head = struct.pack("<IiiHHIIiiII", size, 13, height, 1, bits, 3, 0, 9449, 9449, 0, 0)
    head = (head + struct.pack(f"<{len(masks)}I", *masks)).ljust(size, b"\0")
    at = 14 + len(head)
    return b"BM" + struct.pack("<IHHI", at + len(body), 0, 0, at) + head + body


@pytest.mark.parametrize(("masks", "bits"), LAYOUTS.items())
@pytest.mark.parametrize("from_top", [False, True])
def test_samples_come_out_of_their_fields(
    masks: tuple[int, ...], bits: int, from_top: bool
) -> None:
    content = bmp(masks, bits, from_top=from_top)
    photo = read_photo(content)
    deep = max(mask.bit_count() for mask in masks) > 8
    assert photo.depth == (16 if deep else 8)
    for channel, mask in enumerate(masks):
        most = (1 << mask.bit_count()) - 1
        off = np.abs(photo.pixels[..., channel] / (257 if deep else 1) - RGB[..., channel])
        assert off.max() <= 255 / most / 2 + 0.5
    assert photo.metadata.resolution == pytest.approx((9.449, 9.449))
    if masks in ((0xFF0000, 0xFF00, 0xFF), (0xF800, 0x7E0, 0x1F)):
        assert np.abs(np.asarray(Image.open(io.BytesIO(content)), int) - photo.pixels).max() <= 1


@pytest.mark.parametrize("alpha", [0, 128])
def test_an_alpha_that_is_nothing_is_none(alpha: int) -> None:
    photo = read_photo(bmp((0xFF0000, 0xFF00, 0xFF, 0xFF000000), 32, alpha))
    np.testing.assert_array_equal(photo.pixels, RGB)
    assert (photo.alpha is None) == (alpha == 0)


def test_a_hostile_head_costs_nothing(tmp_path: Path) -> None:
    content = bmp((0xFF, 0xFF00, 0xFF0000), 32)
    with pytest.raises(UnreadablePhotoError):
        read_photo(content[:-5])
    huge = content[:18] + struct.pack("<ii", 2**31 - 1, 60_000) + content[26:]
    with pytest.raises((UnreadablePhotoError, PhotoTooLargeError)):
        read_photo(huge)
    path = tmp_path / "a.bmp"
    path.write_bytes(content)
    assert (probe(path).width, probe(path).height) == (13, 11)
