from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest
import skimage.data

from core.color import F32, rgb_to_L
from training.evaluation.metrics import psnr
from training.evaluation.photographs import Photograph, Result, name_list
from training.evaluation.pictures import even_ab
from training.evaluation.predictors import Guess, Predictor, constant
from training.evaluation.sections import (
    CONFIDENCE_BINS,
    Asked,
    degraded,
    fidelity,
    neutrals,
    stability,
    sureness,
    variety,
    with_chosen_hints,
    with_hints,
)
from training.losses.ciede2000 import delta_e_2000

ASKED = Asked(size=96, hints=(1, 20), samples=4)


@pytest.fixture(scope="module")
def photo() -> Photograph:
    small = cv2.resize(skimage.data.coffee(), (144, 96), interpolation=cv2.INTER_AREA)
    return Photograph("coffee", "food", 0, small)


def oracle(photo: Photograph) -> Predictor:
    """Knows the photo's colours at full resolution."""
    ab = np.ascontiguousarray(photo.lab[..., 1:].transpose(2, 0, 1))
    return Predictor("oracle", lambda L, h, z: Guess(ab))


def listener() -> Predictor:
    """Grey, but for the mean of the hints and for z on a*; surer where it is bright."""

    def answer(L: F32, hints: F32 | None, z: F32 | None) -> Guess:
        ab = even_ab()
        if hints is not None and hints[2].any():
            ab += hints[:2, hints[2] > 0].mean(axis=1).reshape(2, 1, 1)
        if z is not None:
            ab[0] += 20 * z[0]
        return Guess(ab, (L / 100).astype(np.float32))

    return Predictor("listener", answer, 8, hints=True, z_size=1, confidence=True)


def by_lightness() -> Predictor:
    """a* follows L*, b* grows to the right: neither film nor mirror leaves it alone."""

    def answer(L: F32, _hints: F32 | None, _z: F32 | None) -> Guess:
        ramp = np.linspace(-20, 20, L.shape[1], dtype=np.float32)
        return Guess(np.stack((L - 50, np.broadcast_to(ramp, L.shape))))

    return Predictor("lightness", answer, 8)


def test_the_truths_own_colours_are_nearly_perfect(photo: Photograph) -> None:
    figures = fidelity(Result(oracle(photo), photo, 96))
    assert figures["psnr"] > 40
    assert figures["ssim"] > 0.99
    assert figures["delta_e"] < 1
    assert abs(figures["colourfulness_difference"]) < 1


def test_a_result_keeps_the_photos_luminance(photo: Photograph) -> None:
    result = Result(constant("warm", 10, 30), photo, 96)
    assert np.abs(rgb_to_L(result.rgb_u8) - photo.lab[..., 0]).mean() < 0.3
    assert result.psnr == psnr(result.rgb_u8, photo.rgb_u8)
    assert result.delta_e == pytest.approx(float(delta_e_2000(result.lab, photo.lab).mean()))


def test_neutrals_are_counted_by_tone() -> None:
    tones = np.array([[10, 128, 250]], np.uint8)
    stripes = np.repeat(tones, 20, axis=0)[..., None].repeat(3, axis=-1)
    photo = Photograph("stripes", "x", 0, np.ascontiguousarray(stripes.repeat(10, axis=1)))
    figures = neutrals(Result(constant("green", -8, 0), photo, 20))
    assert [figures[f"{tone}_pixels"] for tone in ("black", "grey", "white", "all")] == [
        200,
        200,
        200,
        600,
    ]
    assert figures["grey_chroma"] / 200 == pytest.approx(8, abs=0.5)
    grey = neutrals(Result(constant("grey"), photo, 20))
    assert grey["all_chroma"] / 600 < 0.01


def test_hints_help_who_listens(photo: Photograph) -> None:
    figures = with_hints(listener(), photo, ASKED)
    assert figures["gain_20"] > 1
    assert figures["psnr_20"] == pytest.approx(figures["psnr_0"] + figures["gain_20"])
    deaf = with_hints(replace(constant("warm", 1, 2), hints=True), photo, ASKED)
    assert deaf["gain_1"] == 0


def half_wrong(photo: Photograph) -> Predictor:
    """Right but for a patch, which it leaves grey until a point lies there; counts its points."""
    ab = np.ascontiguousarray(photo.lab[..., 1:].transpose(2, 0, 1))
    patch = np.s_[:, 60:84, 12:36]

    def answer(L: F32, hints: F32 | None, z: F32 | None) -> Guess:
        said = ab.copy()
        if hints is None or not hints[2][patch[1:]].any():
            said[patch] = 0
        return Guess(said)

    return Predictor("half wrong", answer, hints=True)


def test_points_are_chosen_where_it_is_wrong(photo: Photograph) -> None:
    predict = half_wrong(photo)
    chosen = with_chosen_hints(predict, photo, ASKED)
    assert chosen["gain_1"] == chosen["gain_20"] > 5
    assert chosen["delta_e_1"] < 0.5
    assert chosen["psnr_1"] == pytest.approx(chosen["psnr_0"] + chosen["gain_1"])
    at_random = with_hints(predict, photo, replace(ASKED, hints=(1,)))
    assert at_random["psnr_0"] == chosen["psnr_0"]


def test_degradation_costs_who_looks(photo: Photograph) -> None:
    assert degraded(constant("warm", 5, 5), photo, ASKED)["loss"] == 0
    figures = degraded(by_lightness(), photo, ASKED)
    assert figures["psnr_clean"] != figures["psnr_degraded"]
    assert figures == degraded(by_lightness(), photo, ASKED)  # the same film and dust every time


def test_stability_of_a_constant_and_of_a_lopsided_one(photo: Photograph) -> None:
    steady = stability(constant("warm", 5, 5), photo, ASKED)
    assert steady["all"] == 0
    assert steady["flip"] == steady["copies"] == 0
    lopsided = stability(by_lightness(), photo, ASKED)
    assert lopsided["flip"] > 2 > lopsided["all"] > 0
    assert 0 < lopsided["copies"] < lopsided["all"]


def test_variety_of_samples(photo: Photograph) -> None:
    figures = variety(listener(), photo, ASKED)
    assert figures["pairwise"] > 5
    assert figures["psnr_best"] >= figures["psnr_sample"]
    assert figures["best_gain"] == pytest.approx(figures["psnr_best"] - figures["psnr_default"])
    same = variety(replace(constant("warm", 5, 5), z_size=3), photo, ASKED)
    assert same["pairwise"] == 0
    assert same["best_gain"] == 0


def test_sureness_counts_every_pixel(photo: Photograph) -> None:
    told = sureness(Result(listener(), photo, 96))
    assert told is not None
    assert told.pixels.shape == (3, CONFIDENCE_BINS)
    number, confidence, error = told.pixels
    assert number.sum() == 96 * 144
    assert confidence.sum() / number.sum() == pytest.approx(told.confidence, rel=1e-4)
    assert error.sum() / number.sum() == pytest.approx(told.error, rel=1e-4)
    assert sureness(Result(constant("grey"), photo, 96)) is None


def test_randomness_is_the_photos_own(photo: Photograph) -> None:
    draws = [photo.rng(0, 1).random(), photo.rng(0, 2).random(), photo.rng(1, 1).random()]
    assert len(set(draws)) == 3
    assert photo.rng(0, 1).random() == draws[0]


def test_a_list_of_names_and_its_hash() -> None:
    text, digest = name_list(["a", "b"])
    assert text == "a\nb\n"
    # printf 'a\nb\n' | sha256sum
    assert digest == "911169ddaaf146aff539f58c26c489af3b892dff0fe283c1c264c65ae5aa59a2"
