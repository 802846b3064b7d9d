"""training.data.degrade: the films, the draw, and what the network is promised about its input."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from skimage.data import astronaut

from core.color import rgb_to_L
from training.config import DegradeConfig
from training.data.degrade import FILMS, degrade, film_weights, full_strength
from training.data.effects import U8
from training.degradation_sheet import contact_sheet, main

CLEAN = DegradeConfig(panchromatic=0.0, orthochromatic=0.0, wet_plate=0.0, old=0.0)
ORTHO = replace(CLEAN, orthochromatic=1.0)


@pytest.fixture(scope="module")
def crop() -> U8:
    return np.ascontiguousarray(astronaut()[:192, 120:280])


def flat(*rgb: int) -> U8:
    return np.full((8, 8, 3), rgb, np.uint8)


def test_the_same_state_gives_the_same_crop(crop: U8) -> None:
    first, second = np.random.default_rng(7), np.random.default_rng(7)
    for config in (DegradeConfig(), full_strength()):
        for _ in range(5):
            once, again = degrade(crop, first, config), degrade(crop, second, config)
            np.testing.assert_array_equal(once, again)


def test_different_states_give_different_crops(crop: U8) -> None:
    draws = [degrade(crop, np.random.default_rng(n), full_strength()) for n in range(3)]
    assert not np.array_equal(draws[0], draws[1])
    assert not np.array_equal(draws[1], draws[2])


def test_the_crop_itself_is_left_alone(crop: U8, rng: np.random.Generator) -> None:
    before = crop.copy()
    degrade(crop, rng, full_strength())
    np.testing.assert_array_equal(crop, before)


@pytest.mark.parametrize("config", [CLEAN, DegradeConfig(strength=0.0)])
def test_a_config_without_effects_is_exactly_the_luminance_of_core(
    crop: U8, rng: np.random.Generator, config: DegradeConfig
) -> None:
    np.testing.assert_array_equal(degrade(crop, rng, config), rgb_to_L(crop))


def test_orthochromatic_film_is_blind_to_red_and_sees_blue(rng: np.random.Generator) -> None:
    for _ in range(20):
        red = degrade(flat(255, 0, 0), rng, ORTHO)
        blue = degrade(flat(0, 0, 255), rng, ORTHO)
        assert red.max() < 20
        assert blue.min() > 60


def test_wet_plate_sees_hardly_more_than_blue(rng: np.random.Generator) -> None:
    config = replace(CLEAN, wet_plate=1.0)
    assert degrade(flat(255, 0, 0), rng, config).max() == 0
    assert degrade(flat(0, 0, 255), rng, config).min() > 95


@pytest.mark.parametrize("film", [film.__name__ for film in FILMS])
@pytest.mark.parametrize("code", [0, 30, 118, 200, 255])
def test_every_film_keeps_greys(film: str, code: int, rng: np.random.Generator) -> None:
    grey = flat(code, code, code)
    for _ in range(10):
        L = degrade(grey, rng, replace(CLEAN, **dict[str, Any]({film: 1.0})))
        np.testing.assert_allclose(L, rgb_to_L(grey), atol=0.01)


def test_films_are_drawn_at_their_probabilities(rng: np.random.Generator) -> None:
    config = DegradeConfig(panchromatic=0.3, orthochromatic=0.2, wet_plate=0.1)
    clean = film_weights(rng, CLEAN)
    drawn = np.array([film_weights(rng, config) for _ in range(4000)])
    assert np.mean((drawn == clean).all(axis=1)) == pytest.approx(0.4, abs=0.04)
    assert np.mean(drawn[:, 0] == 0) == pytest.approx(0.1, abs=0.02)
    np.testing.assert_allclose(drawn.sum(axis=1), 1, atol=1e-6)
    assert drawn.min() >= 0


def test_half_the_crops_stay_free_of_effects_by_default(crop: U8, rng: np.random.Generator) -> None:
    config = replace(DegradeConfig(), panchromatic=0.0, orthochromatic=0.0, wet_plate=0.0)
    L = rgb_to_L(crop)
    clean = [np.array_equal(degrade(crop, rng, config), L) for _ in range(400)]
    assert 0.4 < np.mean(clean) < 0.6


def test_strength_scales_the_damage(crop: U8) -> None:
    def damage(strength: float) -> float:
        config = replace(full_strength(), strength=strength)
        draws = [degrade(crop, np.random.default_rng(n), config) for n in range(12)]
        return float(np.mean([np.abs(L - rgb_to_L(crop)).mean() for L in draws]))

    assert damage(0.0) == 0
    assert 0 < damage(0.1) < damage(0.5) < damage(1.0)


@pytest.mark.parametrize(
    "config", [DegradeConfig(), full_strength(), replace(full_strength(), strength=3.0)]
)
@pytest.mark.parametrize(
    "pixels",
    [
        flat(0, 0, 0),
        flat(255, 255, 255),
        flat(255, 0, 0),
        flat(0, 0, 255),
        np.random.default_rng(1).choice(np.array([0, 255], np.uint8), (64, 48, 3)),
    ],
)
def test_the_result_is_a_lightness_whatever_the_crop(
    pixels: U8, config: DegradeConfig, rng: np.random.Generator
) -> None:
    for _ in range(15):
        L = degrade(pixels, rng, config)
        assert L.dtype == np.float32
        assert L.shape == pixels.shape[:2]
        assert np.isfinite(L).all()
        assert L.min() >= 0
        assert L.max() <= 100


def test_a_crop_larger_than_the_grain_tile_works(rng: np.random.Generator) -> None:
    L = degrade(np.full((700, 530, 3), 128, np.uint8), rng, full_strength())
    assert L.shape == (700, 530)


def test_full_strength_has_every_effect_on() -> None:
    chances = [getattr(full_strength(), field.name) for field in fields(DegradeConfig)]
    certain = [chance[0] for chance in chances if isinstance(chance, tuple)]
    assert len(certain) == 13
    assert set(certain) == {1.0}


def test_the_contact_sheet_has_a_tile_for_each_effect(crop: U8) -> None:
    sheet = contact_sheet(crop)
    assert sheet.dtype == np.uint8
    tile = (160 + 26, 160 + 8)
    rows, columns = sheet.shape[0] // tile[0], sheet.shape[1] // tile[1]
    assert (rows * tile[0], columns * tile[1], 3) == sheet.shape
    assert rows * columns >= 13 + 8 + len(FILMS) + 2


def test_the_command_draws_the_sheet_of_a_photo(
    crop: U8, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo, out = tmp_path / "photo.png", tmp_path / "sheet.png"
    cv2.imwrite(str(photo), np.ascontiguousarray(crop[..., ::-1]))
    monkeypatch.setattr("sys.argv", ["degrade", str(photo), str(out)])
    main()
    written = cv2.imread(str(out))
    assert written is not None
    np.testing.assert_array_equal(written[..., ::-1], contact_sheet(crop))


def test_the_command_names_a_photo_it_cannot_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["degrade", str(tmp_path / "none.png"), "sheet.png"])
    with pytest.raises(SystemExit):
        main()
    assert "none.png could not be read" in capsys.readouterr().err
