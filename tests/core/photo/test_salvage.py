"""Damaged photos: whole but for their end mark, and what can be decoded of the others."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageFile
from skimage import data

from core.errors import UnreadablePhotoError
from core.photo.read import read_photo

GREY: Any = data.camera()[:192, :256]
COLOUR: Any = data.astronaut()[:192, :256]


def saved(codes: np.ndarray, name: str = "JPEG", **options: Any) -> bytes:
    out = io.BytesIO()
    Image.fromarray(codes).save(out, name, **options)
    return out.getvalue()


@pytest.mark.parametrize("codes", [GREY, COLOUR])
@pytest.mark.parametrize("progressive", [False, True])
@pytest.mark.parametrize("missing", [1, 2])
def test_a_jpeg_without_its_end_mark_is_whole(
    tmp_path: Path,
    codes: np.ndarray,
    progressive: bool,
    missing: int,
    caplog: pytest.LogCaptureFixture,
) -> None:
    content = saved(codes, quality=95, progressive=progressive)
    path = tmp_path / "scan.jpg"
    path.write_bytes(content[:-missing])
    photo = read_photo(path)
    np.testing.assert_array_equal(photo.pixels, read_photo(content).pixels)
    assert photo.source == path
    assert photo.salvaged is None
    assert photo.notes == ("scan.jpg lacks the mark of its end; all its pixels are there.",)
    assert caplog.messages == []  # libvips' own words of it name no photo


@pytest.mark.parametrize("part", [0.5, 0.8])
@pytest.mark.parametrize("codes", [GREY, COLOUR])
@pytest.mark.parametrize("name", ["JPEG", "PNG"])
def test_what_can_be_decoded_is_taken_where_it_is_asked_for(
    name: str, codes: np.ndarray, part: float
) -> None:
    content = saved(codes, name)
    cut, whole = content[: int(len(content) * part)], read_photo(content).pixels
    with pytest.raises(UnreadablePhotoError, match="damaged or cut short"):
        read_photo(cut)
    photo = read_photo(cut, salvage=True)
    assert photo.pixels.shape == whole.shape
    assert photo.salvaged is not None
    rows = int(photo.salvaged * len(whole))
    assert 0.5 * part < photo.salvaged < part + 0.25
    np.testing.assert_array_equal(photo.pixels[: rows - 17], whole[: rows - 17])
    assert (photo.pixels[rows + 17 :] == 128).all()
    assert "what could be decoded was taken" in photo.notes[0]


def test_a_cut_progressive_jpeg_keeps_its_coarse_picture() -> None:
    content = saved(GREY, quality=90, progressive=True)
    photo = read_photo(content[: int(len(content) * 0.7)], salvage=True)
    assert photo.salvaged == 1
    ImageFile.LOAD_TRUNCATED_IMAGES = True
    try:
        theirs = np.asarray(Image.open(io.BytesIO(content[: int(len(content) * 0.7)])))
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = False
    assert np.abs(photo.pixels.astype(int) - theirs).mean() < 2


def test_a_whole_photo_is_not_salvaged() -> None:
    photo = read_photo(saved(GREY), salvage=True)
    assert (photo.salvaged, photo.notes) == (None, ())


def test_nothing_to_be_saved_is_an_error() -> None:
    with pytest.raises(UnreadablePhotoError):
        read_photo(saved(GREY, "PNG")[:60], salvage=True)
