from __future__ import annotations

import pickle
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from training.data.cache import CachedPhoto, CacheError, PhotoCache, write_split


def photos(rng: np.random.Generator, count: int = 3) -> list[CachedPhoto]:
    return [
        CachedPhoto(f"{i}.jpg", rng.integers(0, 256, (5 + i, 9, 3), np.uint8), "kind", i - 1)
        for i in range(count)
    ]


def test_what_is_written_is_read(tmp_path: Path, rng: np.random.Generator) -> None:
    written = photos(rng)
    assert write_split(tmp_path, "train", iter(written)) == ["0.jpg", "1.jpg", "2.jpg"]
    cache = PhotoCache(tmp_path, "train")
    assert len(cache) == 3
    for i, photo in enumerate(written):
        np.testing.assert_array_equal(cache[i], photo.rgb_u8)
    assert cache.names.tolist() == ["0.jpg", "1.jpg", "2.jpg"]
    assert cache.kinds.tolist() == ["kind"] * 3
    assert cache.people.tolist() == [-1, 0, 1]


def test_photos_stay_on_disk_until_they_are_looked_at(
    tmp_path: Path, rng: np.random.Generator
) -> None:
    write_split(tmp_path, "train", photos(rng))
    photo = PhotoCache(tmp_path, "train")[1]
    assert photo.dtype == np.uint8
    assert not photo.flags.writeable
    assert isinstance(photo.base, np.memmap)
    assert (tmp_path / "train.u8").stat().st_size == sum(p.rgb_u8.nbytes for p in photos(rng))


def test_a_worker_is_sent_the_path_not_the_photos(tmp_path: Path, rng: np.random.Generator) -> None:
    write_split(tmp_path, "train", [CachedPhoto("a", np.full((400, 400, 3), 7, np.uint8), "k", 0)])
    sent = pickle.dumps(PhotoCache(tmp_path, "train"))
    assert len(sent) < 2_000
    np.testing.assert_array_equal(pickle.loads(sent)[0], 7)  # noqa: S301


def test_a_slice_of_a_photo_is_written_as_it_looks(
    tmp_path: Path, rng: np.random.Generator
) -> None:
    view = rng.integers(0, 256, (20, 20, 3), np.uint8)[::2, ::-1]
    write_split(tmp_path, "val", [CachedPhoto("a", view, "k", 0)])
    np.testing.assert_array_equal(PhotoCache(tmp_path, "val")[0], view)


def test_a_missing_cache_says_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(CacheError, match=r"no cache of 'train'.*python -m training\.prepare_data"):
        PhotoCache(tmp_path / "none", "train")


def test_an_empty_split_says_so(tmp_path: Path) -> None:
    write_split(tmp_path, "val", [])
    with pytest.raises(CacheError, match=r"'val' split .* is empty"):
        PhotoCache(tmp_path, "val")


def test_a_split_that_was_broken_off_has_no_index(tmp_path: Path, rng: np.random.Generator) -> None:
    def until_the_disk_is_full() -> Iterator[CachedPhoto]:
        yield photos(rng)[0]
        raise OSError("no room")

    write_split(tmp_path, "train", photos(rng))
    with pytest.raises(OSError, match="no room"):
        write_split(tmp_path, "train", until_the_disk_is_full())
    with pytest.raises(CacheError):
        PhotoCache(tmp_path, "train")
