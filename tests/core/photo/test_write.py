"""Writing: whole, as asked, and never over the photo it came from."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from skimage import data

from core.errors import TargetExistsError, TargetIsSourceError
from core.photo.photo import Photo
from core.photo.read import read_photo
from core.photo.save_options import SaveOptions
from core.photo.write import encode_photo, write_photo


@pytest.fixture(scope="module")
def astronaut() -> np.ndarray:
    """A colour photograph (256, 256, 3) uint8."""
    return np.ascontiguousarray(data.astronaut()[::2, ::2])


def test_what_is_written_is_what_is_encoded(tmp_path: Path, astronaut: np.ndarray) -> None:
    for name, suffix in (("jpeg", ".jpg"), ("png", ".png"), ("tiff", ".tif"), ("webp", ".webp")):
        target = write_photo(Photo(astronaut), tmp_path / f"x{suffix}")
        assert target.read_bytes() == encode_photo(Photo(astronaut), name)


def test_the_named_format_beats_the_ending(tmp_path: Path, astronaut: np.ndarray) -> None:
    target = write_photo(Photo(astronaut), tmp_path / "x.dat", format="PNG")
    assert read_photo(target).format == "png"


def test_the_source_is_never_replaced(tmp_path: Path, astronaut: np.ndarray) -> None:
    source = write_photo(Photo(astronaut), tmp_path / "photo.jpg")
    before = source.read_bytes()
    (tmp_path / "link.jpg").symlink_to(source)
    (tmp_path / "hard.jpg").hardlink_to(source)
    (tmp_path / "folder").symlink_to(tmp_path)
    photo = read_photo(source)
    for name in ("photo.jpg", "link.jpg", "hard.jpg", "folder/photo.jpg"):
        with pytest.raises(TargetIsSourceError, match="original"):
            write_photo(photo, tmp_path / name, overwrite=True)
    assert source.read_bytes() == before


def test_an_existing_target_stays_unless_asked(tmp_path: Path, astronaut: np.ndarray) -> None:
    target = tmp_path / "x.jpg"
    target.write_bytes(b"mine")
    with pytest.raises(TargetExistsError, match=r"x\.jpg"):
        write_photo(Photo(astronaut), target)
    assert target.read_bytes() == b"mine"
    write_photo(Photo(astronaut), target, overwrite=True)
    assert read_photo(target).format == "jpeg"


def test_how_a_photo_is_saved_can_be_said_in_one_piece(
    tmp_path: Path, astronaut: np.ndarray
) -> None:
    options = SaveOptions("webp", quality=40)
    write_photo(Photo(astronaut), tmp_path / "a.jpg", options)
    write_photo(Photo(astronaut), tmp_path / "b.jpg", format="webp", quality=40)
    write_photo(Photo(astronaut), tmp_path / "c.jpg", options, quality=95)
    a, b, c = ((tmp_path / f"{name}.jpg").read_bytes() for name in "abc")
    assert a == b == encode_photo(Photo(astronaut), "webp", options)
    assert len(c) > len(a)
    assert a[8:12] == c[8:12] == b"WEBP"
