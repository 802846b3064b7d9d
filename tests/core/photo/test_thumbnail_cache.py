"""Thumbnails on the disk: the same pictures, made once, in a folder that does not grow."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from skimage import data

from core.errors import PhotoError
from core.photo import thumbnail_cache as module
from core.photo.photo import Photo
from core.photo.thumbnail import thumbnail
from core.photo.thumbnail_cache import ThumbnailCache, users_cache
from core.photo.write import write_photo


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    return write_photo(Photo(data.coffee()), tmp_path / "coffee.png")


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The photos that were decoded."""
    seen: list[Path] = []

    def counted(path: Path, side: int, *, square: bool = False) -> object:
        seen.append(path)
        return thumbnail(path, side, square=square)

    monkeypatch.setattr(module, "thumbnail", counted)
    return seen


def test_a_photo_is_decoded_once(tmp_path: Path, photo: Path, made: list[Path]) -> None:
    first = ThumbnailCache(tmp_path / "cache").thumbnail(photo, 200)
    again = ThumbnailCache(tmp_path / "cache").thumbnail(photo, 200)
    assert made == [photo]
    assert again.shape == first.shape == (133, 200, 3)
    assert np.abs(again.astype(int) - first).mean() < 4
    square = ThumbnailCache(tmp_path / "cache").thumbnail(photo, 200, square=True)
    assert square.shape == (200, 200, 3)
    assert len(made) == 2


def test_a_changed_photo_is_decoded_again(tmp_path: Path, photo: Path, made: list[Path]) -> None:
    cache = ThumbnailCache(tmp_path / "cache")
    cache.thumbnail(photo, 100)
    write_photo(Photo(255 - data.coffee()), photo, overwrite=True)
    assert cache.thumbnail(photo, 100).mean() > 120
    assert len(made) == 2


def test_the_folder_keeps_to_its_bound_and_the_oldest_go(
    tmp_path: Path, photo: Path, made: list[Path]
) -> None:
    folder, rng = tmp_path / "cache", np.random.default_rng(0)
    photos = [
        write_photo(Photo(rng.integers(0, 255, (64, 64, 3), np.uint8)), tmp_path / f"{n}.png")
        for n in range(12)
    ]
    cache = ThumbnailCache(folder, 40_000)
    for age, path in enumerate(photos):
        cache.thumbnail(path, 64)
        for kept in folder.iterdir():  # what was wanted before is older now
            stat = kept.stat()
            os.utime(kept, (stat.st_atime, stat.st_mtime - 100))
        assert sum(file.stat().st_size for file in folder.iterdir()) <= 40_000, age
    assert 3 <= len(list(folder.iterdir())) < 12
    made.clear()
    cache.thumbnail(photos[-1], 64)
    assert made == []
    cache.thumbnail(photos[0], 64)
    assert made == [photos[0]]


def test_damaged_files_and_folders_that_cannot_be_made_cost_time_alone(
    tmp_path: Path, photo: Path, made: list[Path]
) -> None:
    folder = tmp_path / "cache"
    ThumbnailCache(folder).thumbnail(photo, 100)
    (kept,) = folder.iterdir()
    kept.write_bytes(kept.read_bytes()[:200])
    assert ThumbnailCache(folder).thumbnail(photo, 100).shape == (67, 100, 3)
    (tmp_path / "file").write_bytes(b"")
    assert ThumbnailCache(tmp_path / "file" / "x").thumbnail(photo, 100).shape == (67, 100, 3)
    assert len(made) == 3
    with pytest.raises(PhotoError):
        ThumbnailCache(folder).thumbnail(tmp_path / "gone.jpg", 100)


def test_it_lies_in_the_users_cache() -> None:
    assert users_cache().folder.name == "thumbnails"
    assert users_cache() is users_cache()
