"""training.data.damage and its pairs: what is drawn is seen and masked, the rest is unchanged."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from skimage.data import astronaut

from training.config import DamageConfig
from training.data.cache import PhotoCache
from training.data.damage import DAMAGES, Damage
from training.data.damage_samples import (
    VISIBLE,
    DamageSamples,
    damaged_pair,
    enlarged_crop,
)
from training.data.damage_shapes import laid_over, veiled
from training.data.effects import U8
from training.data.thin_structures import STRUCTURES, Structure, with_structure

EACH = pytest.mark.parametrize("kind", DAMAGES, ids=lambda kind: kind.__name__)


@pytest.fixture(scope="module")
def crop() -> U8:
    return np.ascontiguousarray(astronaut()[:160, 120:280])


@EACH
def test_a_mark_hides_a_part_of_the_picture_and_leaves_the_rest(kind: Damage) -> None:
    tone = np.full((96, 128), 0.5, np.float32)
    shares = []
    for seed in range(12):
        mark = kind(tone, np.random.default_rng(seed), 1.5)
        assert mark.cover.shape == mark.tone.shape == tone.shape
        assert mark.cover.dtype == mark.tone.dtype == np.float32
        assert 0 <= mark.cover.min() <= mark.cover.max() <= 1
        assert 0 <= mark.tone.min() <= mark.tone.max() <= 1
        changed = laid_over(tone, mark) != tone
        assert (mark.cover[changed] > 0).all()
        shares.append(float((mark.cover > 0.1).mean()))
    assert 0.0005 < np.mean(shares) < 0.3, shares


@EACH
def test_the_same_state_draws_the_same_mark(kind: Damage) -> None:
    tone = np.linspace(0, 1, 64 * 64, dtype=np.float32).reshape(64, 64)
    first, second = (kind(tone, np.random.default_rng(5), 1.0) for _ in range(2))
    np.testing.assert_array_equal(first.cover, second.cover)


@EACH
def test_a_veil_is_no_more_than_the_mark(kind: Damage) -> None:
    tone = np.random.default_rng(3).uniform(0, 0.4, (96, 128)).astype(np.float32)
    mark = kind(tone, np.random.default_rng(1), 1.5)
    if kind.__name__ not in {"stain", "silver_mirroring"}:
        assert mark.veil is None
        np.testing.assert_array_equal(veiled(tone, mark), tone)
        return
    assert mark.veil is not None
    assert (mark.veil <= mark.cover).all()
    changed = np.abs(veiled(tone, mark) - tone) > 0.01
    assert changed.mean() > 0.01  # and the picture is still seen through it
    assert np.corrcoef(veiled(tone, mark)[changed], tone[changed])[0, 1] > 0.5


def test_of_a_stain_its_tide_line_is_to_be_filled_and_of_a_sheen_nothing(crop: U8) -> None:
    def share(kind: str) -> float:
        kinds = {other.__name__: float(other.__name__ == kind) for other in DAMAGES}
        config = DamageConfig(damaged=1.0, kinds=kinds, structures=0.0)
        pairs = [damaged_pair(crop, np.random.default_rng(n), config, 1.0) for n in range(8)]
        assert all(np.abs(L - clean)[mask == 0].mean() < 2 for L, clean, mask in pairs)
        return float(np.mean([mask for _, _, mask in pairs]))

    assert share("silver_mirroring") == 0
    assert 0.001 < share("stain") < 0.05


def test_photos_that_are_not_enlarged_are_a_share_of_the_samples(train_cache: PhotoCache) -> None:
    config = DamageConfig(enlarged=(3.9, 4.0), damaged=0.0, structures=0.0)
    detail = []
    for sharp in (0.0, 1.0):
        samples = DamageSamples(train_cache, replace(config, sharp=sharp), 48, seed=3)
        detail.append(np.mean([np.abs(np.diff(samples[n].L[0])).mean() for n in range(8)]))
    assert detail[1] > 1.5 * detail[0]


def test_marks_grow_with_their_size() -> None:
    tone = np.full((128, 128), 0.5, np.float32)
    kinds = [kind for kind in DAMAGES if kind.__name__ in {"scratches", "dust", "cracks", "hair"}]
    for kind in kinds:
        area = [
            np.mean([kind(tone, np.random.default_rng(n), size).cover.mean() for n in range(8)])
            for size in (1.0, 3.0)
        ]
        assert area[1] > 1.5 * area[0], kind.__name__


def test_the_mask_is_where_the_damage_can_be_seen(crop: U8) -> None:
    config = DamageConfig(damaged=1.0)
    for seed in range(10):
        L, clean, mask = damaged_pair(crop, np.random.default_rng(seed), config, 1.0)
        assert set(np.unique(mask)) <= {0.0, 1.0}
        assert 0 <= L.min() <= L.max() <= 100
        off = np.abs(L - clean)
        # JPEG rings a little around a mark, no more
        assert off[mask > 0].mean() > VISIBLE
        assert np.quantile(off[mask == 0], 0.98) < 6.0


def test_an_undamaged_pair_has_an_empty_mask(crop: U8) -> None:
    config = DamageConfig(damaged=0.0)
    masks = [damaged_pair(crop, np.random.default_rng(n), config, 1.0)[2] for n in range(5)]
    assert not np.any(masks)


def test_a_photo_is_enlarged_by_the_scale() -> None:
    y, x = np.mgrid[:64, :64]
    ramp = np.repeat((2 * (x + y)).astype(np.uint8)[..., None], 3, axis=2)
    for scale in (1.0, 4.0):
        crop = enlarged_crop(ramp, np.random.default_rng(1), 48, scale)
        assert crop.shape == (48, 48, 3)
        slope = np.abs(np.diff(crop[:, :, 0].astype(float), axis=0)).mean()
        assert slope == pytest.approx(2 / scale, rel=0.2)


def test_a_sample_is_a_function_of_its_number(train_cache: PhotoCache) -> None:
    config = replace(DamageConfig(), enlarged=(1.0, 2.0))
    one, other = (DamageSamples(train_cache, config, 48, seed=3) for _ in range(2))
    for n in (0, 7):
        assert all((a == b).all() for a, b in zip(one[n], other[n], strict=True))
        assert all(part.shape == (1, 48, 48) for part in one[n])
    assert not (one[0].L == one[1].L).all()


@pytest.mark.parametrize("structure", STRUCTURES, ids=lambda structure: structure.__name__)
def test_a_thin_structure_can_be_seen_and_is_thin(structure: Structure) -> None:
    tone = np.full((160, 160), 0.5, np.float32)
    shares = []
    for seed in range(10):
        drawn = with_structure(tone, structure, np.random.default_rng(seed), 1.0)
        assert 0 <= drawn.min() <= drawn.max() <= 1
        shares.append(float((np.abs(drawn - tone) > 0.1).mean()))
    assert 0.002 < np.mean(shares) < 0.35, shares
