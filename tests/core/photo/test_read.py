"""Reading: pages, names, changed files."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from skimage import data

from core.photo.photo import Photo
from core.photo.read import page_count, read_photo
from core.photo.write import encode_photo, write_photo


@pytest.fixture(scope="module")
def astronaut() -> np.ndarray:
    """A colour photograph (256, 256, 3) uint8."""
    return np.ascontiguousarray(data.astronaut()[::2, ::2])


def test_pages_of_a_tiff(tmp_path: Path) -> None:
    path = tmp_path / "album.tif"
    pages = [Image.new("L", (8, 8), shade) for shade in (10, 20, 30)]
    pages[0].save(path, save_all=True, append_images=pages[1:])
    assert page_count(path) == 3
    assert [int(read_photo(path, page=i).pixels[0, 0]) for i in range(3)] == [10, 20, 30]
    assert read_photo(path.read_bytes(), page=2).pixels[0, 0] == 30


def test_page_count_of_other_formats(astronaut: np.ndarray) -> None:
    assert page_count(encode_photo(Photo(astronaut), "jpeg")) == 1


@pytest.mark.parametrize(
    "name", ["großmutter 1932.png", "祖母.tif", "[n=2,page=1].jpg", "a\nb.webp"]
)
def test_names_are_only_names(tmp_path: Path, astronaut: np.ndarray, name: str) -> None:
    target = write_photo(Photo(astronaut), tmp_path / name)
    photo = read_photo(str(target))
    assert photo.source == target
    assert photo.pixels.shape == astronaut.shape


def test_a_changed_file_is_read_anew(tmp_path: Path) -> None:
    target = tmp_path / "x.png"
    for shade in (10, 200):
        write_photo(Photo(np.full((8, 8), shade, np.uint8)), target, overwrite=True)
        assert read_photo(target).pixels[0, 0] == shade
