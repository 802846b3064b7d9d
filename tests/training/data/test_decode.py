from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pytest
import pyvips
import skimage
from PIL import Image

from training.data.cache import U8
from training.data.decode import Decoder, Fit, read_small
from training.data.sources import Source


def small(path: Path, side: int, fit: Fit = "both") -> U8:
    return read_small(path.read_bytes(), side, fit)


def test_orientation_alpha_and_grey_are_read(tmp_path: Path) -> None:
    rgb = np.zeros((40, 60, 3), np.uint8)
    rgb[:, :30] = (200, 40, 30)
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned clockwise to be upright: the left half comes to the top
    Image.fromarray(rgb).save(tmp_path / "turned.jpg", exif=exif, quality=95, subsampling=0)
    upright = small(tmp_path / "turned.jpg", 20)
    assert upright.shape == (30, 20, 3)
    assert abs(upright[:13].astype(int) - (200, 40, 30)).max() < 12
    assert upright[17:].max() < 12

    Image.fromarray(np.dstack((rgb, np.full((40, 60), 255, np.uint8)))).save(tmp_path / "a.png")
    assert small(tmp_path / "a.png", 40).shape == (40, 60, 3)
    Image.fromarray(rgb[..., 0]).save(tmp_path / "g.png")
    grey = small(tmp_path / "g.png", 40)
    np.testing.assert_array_equal(grey, np.repeat(rgb[..., :1], 3, axis=-1))


def test_sixteen_bits_are_read_as_eight(tmp_path: Path) -> None:
    skimage.io.imsave(
        tmp_path / "deep.tif", np.full((20, 30, 3), (40_000, 20_000, 257), np.uint16),
        check_contrast=False,
    )  # fmt: skip
    deep = small(tmp_path / "deep.tif", 20)
    assert deep.dtype == np.uint8
    assert abs(deep.astype(int) - (40_000 // 257, 20_000 // 257, 1)).max() <= 1


def test_what_is_to_be_made_smaller_is_never_enlarged(tmp_path: Path) -> None:
    Image.new("RGB", (60, 40), (200, 40, 30)).save(tmp_path / "a.png")
    path = tmp_path / "a.png"
    assert small(path, 80, "down").shape == (40, 60, 3)
    assert small(path, 20, "down").shape == (20, 30, 3)
    assert small(path, 80, "both").shape == (80, 120, 3)


def test_words_are_no_picture() -> None:
    with pytest.raises(pyvips.Error):
        read_small(b"not a picture", 20)


def test_many_are_decoded_in_their_order(tmp_path: Path) -> None:
    sources = []
    for i in range(150):  # more than are in the works at a time
        path = tmp_path / f"{i}.png"
        Image.new("RGB", (8, 8), (i, 0, 0)).save(path)
        sources.append(Source(path.name, path))
    (tmp_path / "7.png").unlink()
    (tmp_path / "9.png").write_bytes(b"words")
    decoder = Decoder(8)
    found = list(decoder.photos(sources))
    assert [each.source for each in found] == sources
    for i, (source, digest, rgb_u8) in enumerate(found):
        assert (rgb_u8 is None) == (i in {7, 9})
        assert rgb_u8 is None or rgb_u8[0, 0].tolist() == [i, 0, 0]
        expected = hashlib.sha256(source.path.read_bytes()).hexdigest() if i != 7 else ""
        assert digest == expected
    assert decoder.waited > 0
