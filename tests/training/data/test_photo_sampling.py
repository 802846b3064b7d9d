from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from training.config import ConfigError, DataConfig
from training.data.cache import CachedPhoto, PhotoCache, write_split
from training.data.photo_sampling import PhotoSampler

PLAIN = DataConfig("unused")


@pytest.fixture
def vivid(tmp_path: Path) -> PhotoCache:
    """Two greys of 16 pixels, a pale photo of 24, a bold one of 32 pixels."""
    colours = (
        (16, (90, 90, 90)),
        (16, (120, 120, 120)),
        (24, (150, 120, 120)),
        (32, (220, 40, 30)),
    )
    made = (np.full((side, side + 2, 3), rgb, np.uint8) for side, rgb in colours)
    write_split(tmp_path, "train", [CachedPhoto(str(i), rgb, "k", 0) for i, rgb in enumerate(made)])
    return PhotoCache(tmp_path, "train")


def drawn(cache: PhotoCache, config: DataConfig, epochs: int = 400) -> dict[int, float]:
    """Share of the samples that each photo has."""
    order = PhotoSampler(cache, config, seed=0)
    counts = Counter(order.photo(n) for n in range(epochs * len(cache)))
    return {i: counts[i] / counts.total() for i in range(len(cache))}


def test_an_epoch_shows_every_photo_once(train_cache: PhotoCache) -> None:
    order = PhotoSampler(train_cache, PLAIN, seed=0)
    first, second = order.epoch(0), order.epoch(1)
    assert sorted(first) == sorted(second) == list(range(len(train_cache)))
    assert first.tolist() != second.tolist()
    assert first.tolist() == order.epoch(0).tolist()
    assert PhotoSampler(train_cache, PLAIN, seed=1).epoch(0).tolist() != first.tolist()
    count = len(train_cache)
    assert [order.photo(n) for n in range(2 * count)] == [*first.tolist(), *second.tolist()]


def test_a_kind_comes_as_often_as_its_weight_says(train_cache: PhotoCache) -> None:
    shares = drawn(train_cache, replace(PLAIN, kind_weights={"odd": 4.0}))
    odd = sum(share for i, share in shares.items() if train_cache.kinds[i] == "odd")
    # a third of the photos is odd: 4/12 * 4 = 16 parts against 8
    assert odd == pytest.approx(16 / 24, abs=0.03)
    none = PhotoSampler(train_cache, replace(PLAIN, kind_weights={"odd": 0.0}), seed=0)
    assert {str(train_cache.kinds[i]) for i in none.epoch(0)} == {"even"}


def test_colourful_photos_come_oftener(vivid: PhotoCache) -> None:
    shares = drawn(vivid, replace(PLAIN, chroma_power=1.0))
    assert shares[3] / shares[2] == pytest.approx(vivid.chroma[3] / vivid.chroma[2], rel=0.2)
    even = drawn(vivid, PLAIN)
    assert set(even.values()) == {0.25}


def test_near_grey_photos_have_the_share_they_are_given(vivid: PhotoCache) -> None:
    shares = drawn(vivid, replace(PLAIN, chroma_power=1.0, grey_share=0.1))
    assert shares[0] + shares[1] == pytest.approx(0.1, abs=0.02)
    assert shares[0] == pytest.approx(shares[1], abs=0.02)
    assert drawn(vivid, replace(PLAIN, grey_share=0.0))[0] == 0


def test_large_stages_see_large_photos(vivid: PhotoCache) -> None:
    order = PhotoSampler(vivid, PLAIN, seed=0, min_side=24)
    assert {order.photo(n) for n in range(20)} == {2, 3}
    assert sorted(order.epoch(7)) == [2, 3]


def test_a_cache_without_large_photos_says_so(vivid: PhotoCache) -> None:
    with pytest.raises(ConfigError, match="side of 64 pixels: lower min_side"):
        PhotoSampler(vivid, PLAIN, seed=0, min_side=64)
