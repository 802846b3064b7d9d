from __future__ import annotations

import pickle
from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from skimage.color import rgb2lab
from skimage.measure import block_reduce

from training.config import DataConfig, DegradeConfig
from training.data.cache import CachedPhoto, PhotoCache, write_split
from training.data.samples import (
    Batch,
    Numbers,
    Sizes,
    TrainingSamples,
    collate,
    hints_from_truth,
    training_loader,
)

PLAIN = DataConfig("unused", hint_probability=0.0)


def samples(
    cache: PhotoCache, config: DataConfig = PLAIN, *, size: int = 32, stride: int = 4, seed: int = 0
) -> TrainingSamples:
    return TrainingSamples(
        cache, config, sizes=Sizes((size,)), stride=stride, seed=seed, hints=True
    )


def equal(first: Batch, second: Batch) -> bool:
    return all(torch.equal(a, b) for a, b in zip(first, second, strict=True))


FULL = DataConfig("unused", hint_probability=0.5, degrade=DegradeConfig())


def test_a_sample_is_a_function_of_seed_and_number(train_cache: PhotoCache) -> None:
    first, again = samples(train_cache, FULL), samples(train_cache, FULL)
    forwards = [first[n] for n in range(30)]
    assert all(equal(forwards[n], again[n]) for n in reversed(range(30)))
    other = samples(train_cache, FULL, seed=1)
    assert not any(equal(forwards[n], other[n]) for n in range(5))
    assert not equal(first[3], first[3 + len(train_cache)])  # the next epoch crops anew


def test_what_a_sample_is(train_cache: PhotoCache) -> None:
    L, ab, hints = samples(train_cache, FULL)[5]
    assert (L.shape, ab.shape, hints.shape) == ((1, 32, 32), (2, 8, 8), (3, 32, 32))
    assert {t.dtype for t in (L, ab, hints)} == {torch.float32}
    assert float(L.min()) >= 0
    assert float(L.max()) <= 100


def test_ab_is_the_mean_of_the_truth_under_each_pixel(train_cache: PhotoCache) -> None:
    whole, quarter = samples(train_cache, stride=1)[2], samples(train_cache, stride=4)[2]
    mean = block_reduce(whole.ab.numpy(), (1, 4, 4), np.mean)
    np.testing.assert_allclose(quarter.ab.numpy(), mean, atol=1e-3)
    assert torch.equal(whole.L, quarter.L)


@pytest.fixture
def one_photo(tmp_path: Path, rng: np.random.Generator) -> PhotoCache:
    photo = CachedPhoto("a", rng.integers(0, 256, (32, 32, 3), np.uint8), "k", 0)
    write_split(tmp_path, "train", [photo])
    return PhotoCache(tmp_path, "train")


def test_without_augmentation_a_sample_is_the_photo(one_photo: PhotoCache) -> None:
    config = replace(PLAIN, min_crop=1.0, flip=False)
    L, ab, _ = samples(one_photo, config, stride=1)[0]
    expected = rgb2lab(one_photo[0])
    np.testing.assert_allclose(L[0], expected[..., 0], atol=0.01)
    np.testing.assert_allclose(ab.permute(1, 2, 0), expected[..., 1:], atol=0.05)


def test_half_of_the_samples_are_flipped(one_photo: PhotoCache) -> None:
    flipping = samples(one_photo, replace(PLAIN, min_crop=1.0))
    rng = np.random.default_rng(3)
    seen = [flipping.augment(one_photo[0], rng, one_photo[0].shape[0]) for _ in range(200)]
    plain = sum(np.array_equal(photo, one_photo[0]) for photo in seen)
    mirrored = sum(np.array_equal(photo, one_photo[0][:, ::-1]) for photo in seen)
    assert plain + mirrored == 200
    assert 70 < plain < 130


def test_crops_keep_their_share_and_stay_inside() -> None:
    ramp = np.zeros((100, 140, 3), np.uint8)
    ramp[..., 0], ramp[..., 1] = np.arange(100)[:, None], np.arange(140)[None]
    cropper = TrainingSamples.__new__(TrainingSamples)
    cropper.config = DataConfig("unused", min_crop=0.5)
    rng = np.random.default_rng(0)
    sides, tops = [], []
    for _ in range(300):
        crop = cropper.augment(ramp, rng, 25).astype(int)
        assert crop.shape == (25, 25, 3)
        sides.append(np.ptp(crop[..., 0]))
        tops.append(crop[..., 0].min())
        assert abs(np.ptp(crop[..., 0]) - np.ptp(crop[..., 1])) <= 4  # a square stays one
    assert 45 <= min(sides) < 55
    assert 90 < max(sides) <= 99
    assert max(tops) > 30


def test_only_the_luminance_grows_old(train_cache: PhotoCache) -> None:
    old = DegradeConfig(orthochromatic=1.0, panchromatic=0.0, wet_plate=0.0, old=0.0)
    clean, aged = samples(train_cache)[1], samples(train_cache, replace(PLAIN, degrade=old))[1]
    assert torch.equal(clean.ab, aged.ab)
    assert not torch.equal(clean.L, aged.L)


def test_hints_are_the_truths_own_colours(rng: np.random.Generator) -> None:
    ab = np.broadcast_to(np.array([30, -20], np.float32), (40, 50, 2))
    hints = hints_from_truth(ab, 3, rng)
    assert hints.shape == (40, 50, 3)
    assert set(np.unique(hints[..., 2])) == {0, 1}
    inside = hints[..., 2] == 1
    assert (hints[inside] == (30, -20, 1)).all()
    assert not hints[~inside].any()
    assert 1 <= inside.sum() <= 3 * 49


def test_a_hint_is_the_mean_of_its_patch() -> None:
    ab = np.random.default_rng(1).normal(0, 30, (40, 40, 2)).astype(np.float32)
    for seed in range(20):
        hints = hints_from_truth(ab, 1, np.random.default_rng(seed))
        rows, columns = np.nonzero(hints[..., 2])
        patch = np.s_[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
        assert hints[patch][..., 2].all()
        np.testing.assert_allclose(
            hints[rows[0], columns[0], :2], ab[patch].mean(axis=(0, 1)), 1e-5
        )


def test_hints_come_as_often_as_asked(train_cache: PhotoCache) -> None:
    some = samples(train_cache, replace(PLAIN, hint_probability=0.3))
    given = [bool(some[n].hints.any()) for n in range(200)]
    assert np.mean(given) == pytest.approx(0.3, abs=0.1)
    assert not any(samples(train_cache)[n].hints.any() for n in range(20))
    blind = TrainingSamples(
        train_cache, some.config, sizes=Sizes((32,)), stride=4, seed=0, hints=False
    )
    assert not any(blind[n].hints.any() for n in range(20))


def test_a_step_is_of_one_size_and_the_next_of_another() -> None:
    sizes = Sizes((32, 64, 96), together=8, first=3, seed=5)
    steps = [{sizes.of(n) for n in range(start, start + 8)} for start in range(3, 3 + 8 * 90, 8)]
    assert {len(step) for step in steps} == {1}
    counts = Counter(step.pop() for step in steps)
    assert set(counts) == {32, 64, 96}
    assert min(counts.values()) > 15
    assert {Sizes((48,)).of(n) for n in range(20)} == {48}


def test_batches_of_several_sizes(train_cache: PhotoCache) -> None:
    sizes = Sizes((32, 64), together=4)
    data = TrainingSamples(train_cache, FULL, sizes=sizes, stride=4, seed=0, hints=True)
    for i, batch in enumerate(training_loader(data, Numbers(0, 24), 4, workers=0)):
        side = sizes.of(4 * i)
        assert batch.L.shape == (4, 1, side, side)
        assert batch.ab.shape == (4, 2, side // 4, side // 4)
        assert batch.hints.shape == (4, 3, side, side)


@pytest.mark.parametrize("world", [1, 2, 3])
def test_processes_share_the_numbers_without_overlap(world: int) -> None:
    shares = [list(Numbers(100 + rank, 130, world)) for rank in range(world)]
    assert sorted(n for share in shares for n in share) == list(range(100, 130))
    assert [len(Numbers(100 + rank, 130, world)) for rank in range(world)] == [30 // world] * world


def test_batches_come_in_the_order_of_the_numbers(train_cache: PhotoCache) -> None:
    data = samples(train_cache, FULL)
    batches = list(training_loader(data, Numbers(7, 16), 4, workers=0))
    assert len(batches) == 2  # the ninth is left out
    assert equal(batches[1], collate([data[n] for n in range(11, 15)]))


@pytest.mark.slow
def test_workers_give_the_same_batches(train_cache: PhotoCache) -> None:
    data = samples(train_cache, FULL)
    loader = training_loader(data, Numbers(0, 8), 4, workers=1)
    for i, batch in enumerate(loader):
        assert equal(batch, collate([data[n] for n in range(4 * i, 4 * i + 4)]))


def test_samples_can_be_sent_to_a_process(train_cache: PhotoCache) -> None:
    data = samples(train_cache, FULL)
    data[0]
    assert equal(pickle.loads(pickle.dumps(data))[3], data[3])  # noqa: S301


def test_a_batch_goes_to_a_device_channels_last(train_cache: PhotoCache) -> None:
    batch = collate([samples(train_cache)[n] for n in range(2)]).to(torch.device("cpu"))
    assert batch.hints.is_contiguous(memory_format=torch.channels_last)
