"""training.data.effects: each effect does what it says, told by a statistic."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest
from PIL import Image
from scipy import ndimage
from skimage.data import astronaut

from core.color import F32, lab_to_rgb, linearize, luminance_to_L, quantize, rgb_to_L
from training.data import effects
from training.data.effects import LINEAR_EFFECTS, TONE_EFFECTS, Effect, grey_codes

TIMES = 12


@pytest.fixture(scope="module")
def tone() -> F32:
    return rgb_to_L(np.ascontiguousarray(astronaut()[:160, 120:280])) / np.float32(100)


def flat(value: float, side: int = 160) -> F32:
    return np.full((side, side), value, np.float32)


def gradient_energy(image: F32) -> float:
    return float(np.mean([np.square(part).mean() for part in np.gradient(image)]))


def local_variance(image: F32) -> float:
    """Mean variance in 5 x 5 windows, by SciPy."""
    mean = ndimage.uniform_filter(image.astype(np.float64), 5)
    return float((ndimage.uniform_filter(image.astype(np.float64) ** 2, 5) - mean**2).mean())


@pytest.mark.parametrize("effect", LINEAR_EFFECTS + TONE_EFFECTS)
def test_amount_zero_is_nothing_worth_seeing(
    effect: Effect, tone: F32, rng: np.random.Generator
) -> None:
    for _ in range(TIMES):
        result = effect(tone, rng, 0.0)
        assert result.dtype == np.float32
        assert np.abs(result - tone).mean() < 0.01


@pytest.mark.parametrize("effect", LINEAR_EFFECTS + TONE_EFFECTS)
def test_amount_one_is_seen_and_the_input_is_left_alone(
    effect: Effect, tone: F32, rng: np.random.Generator
) -> None:
    before = tone.copy()
    results = [effect(tone, rng, 1.0) for _ in range(TIMES)]
    assert max(np.abs(result - before).max() for result in results) > 0.05
    assert all(result.dtype == np.float32 for result in results)
    np.testing.assert_array_equal(tone, before)


@pytest.mark.parametrize("blur", [effects.lens_blur, effects.motion, effects.scan_blur])
def test_blurs_take_gradient_energy_and_keep_the_mean(
    blur: Effect, tone: F32, rng: np.random.Generator
) -> None:
    for _ in range(TIMES):
        soft, softer = blur(tone, rng, 0.5), blur(tone, rng, 1.0)
        assert gradient_energy(softer) < 0.95 * gradient_energy(tone)
        assert gradient_energy(soft) < gradient_energy(tone)
        assert softer.mean() == pytest.approx(tone.mean(), abs=0.01)


def test_a_vignette_darkens_the_corners_more_than_the_middle(rng: np.random.Generator) -> None:
    for _ in range(TIMES):
        seen = effects.vignette(flat(0.5), rng, 1.0)
        corners = seen[[0, 0, -1, -1], [0, -1, 0, -1]]
        assert corners.max() < 0.8 * seen[70:90, 70:90].mean()
        assert seen.min() >= 0


def test_grain_raises_local_variance_most_in_the_mid_tones(rng: np.random.Generator) -> None:
    def roughness(value: float) -> float:
        draws = [effects.grain(flat(value), rng, 1.0) for _ in range(TIMES)]
        return float(np.mean([local_variance(draw) for draw in draws]))

    dark, middle, light = roughness(0.05), roughness(0.5), roughness(0.95)
    assert middle > 5 * max(dark, light)
    assert min(dark, light) > 0


def test_grain_is_correlated_in_some_draws_and_its_mean_is_zero(rng: np.random.Generator) -> None:
    draws = [effects.grain(flat(0.5), rng, 1.0) - 0.5 for _ in range(24)]
    neighbours = [np.corrcoef(d[:, 1:].ravel(), d[:, :-1].ravel())[0, 1] for d in draws]
    assert min(neighbours) < 0.1
    assert max(neighbours) > 0.5
    assert max(abs(d.mean()) for d in draws) < 0.005
    assert np.mean([d.std() for d in draws]) == pytest.approx(0.05, rel=0.1)


def test_grain_wraps_around_without_a_seam(rng: np.random.Generator) -> None:
    grown = effects.grain(flat(0.5, 1100), rng, 1.0)
    np.testing.assert_array_equal(grown[:588, :588], grown[512:, 512:])


def test_development_keeps_the_order_of_tones(rng: np.random.Generator) -> None:
    ramp = np.linspace(0, 1, 256, dtype=np.float32)[None]
    for _ in range(TIMES):
        developed = effects.curve(ramp, rng, 1.0)
        assert np.diff(developed).min() >= 0
        assert developed.min() >= 0
        assert developed.max() <= 1


def test_fading_raises_blacks_lowers_whites_and_loses_contrast(
    tone: F32, rng: np.random.Generator
) -> None:
    for _ in range(TIMES):
        faded = effects.fading(tone, rng, 1.0)
        assert faded.min() > tone.min() + 0.05
        assert faded.max() < tone.max() - 0.05
        assert faded.std() < 0.85 * tone.std()


def test_uneven_bleaching_lightens_the_dark_but_not_everywhere_alike(
    rng: np.random.Generator,
) -> None:
    for _ in range(TIMES):
        bleached = effects.uneven(flat(0.2), rng, 1.0)
        assert bleached.min() >= 0.2
        assert np.ptp(bleached) > 0.02


def test_stains_darken_a_part_of_the_picture(rng: np.random.Generator) -> None:
    shares = [(effects.stains(flat(0.8), rng, 1.0) < 0.79).mean() for _ in range(40)]
    assert 0.05 < np.mean(shares) < 0.5


@pytest.mark.parametrize("damage", [effects.scratches, effects.dust, effects.hair])
def test_damage_touches_few_pixels_and_both_lightens_and_darkens(
    damage: Effect, rng: np.random.Generator
) -> None:
    draws = [damage(flat(0.5), rng, 1.0) - 0.5 for _ in range(40)]
    shares = [(np.abs(d) > 1e-4).mean() for d in draws]
    assert 0 < np.mean(shares) < 0.05
    assert max(shares) < 0.12
    assert min(d.min() for d in draws) < -0.2
    assert max(d.max() for d in draws) > 0.2


def test_jpeg_costs_what_a_second_encoder_says(tone: F32) -> None:
    """The worst draw lies between Pillow's quality 95 and 20."""

    def pillow(quality: int, path: BytesIO) -> float:
        Image.fromarray(codes).save(path, "JPEG", quality=quality)
        return float(np.square(np.asarray(Image.open(path)).astype(float) - codes).mean())

    codes = grey_codes(tone)
    draws = [effects.jpeg(tone, np.random.default_rng(n), 1.0) for n in range(TIMES)]
    errors = [np.square(grey_codes(draw).astype(float) - codes).mean() for draw in draws]
    assert pillow(95, BytesIO()) < min(errors)
    assert max(errors) < pillow(20, BytesIO())


def test_grey_codes_are_the_nearest_codes_of_core(tone: F32) -> None:
    lab = np.stack((100 * tone, 0 * tone, 0 * tone), axis=-1)
    expected = quantize(lab_to_rgb(lab), np.uint8)[..., 1].astype(int)
    assert np.abs(grey_codes(tone).astype(int) - expected).max() <= 1
    codes = np.arange(256, dtype=np.uint8)[None]
    tones = (luminance_to_L(linearize(codes)) / 100).astype(np.float32)
    np.testing.assert_array_equal(grey_codes(tones), codes)
