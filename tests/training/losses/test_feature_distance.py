"""What a fixed Lite0 makes of colours."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
import torch
from skimage.data import astronaut

from core.color import rgb_to_lab
from training.data.samples import Batch
from training.losses.feature_distance import (
    PerceptualLoss,
    SemanticLoss,
    feature_distance,
    perceptual_distance,
    semantic_distance,
)
from training.losses.term import LossInputs
from training.models.color_features import ColorFeatureMaps, ColorFeatures
from training.models.generator import Prediction


@pytest.fixture(scope="module")
def eyes() -> ColorFeatures:
    return ColorFeatures()


def photo(side: int = 128) -> tuple[torch.Tensor, torch.Tensor]:
    """L (1, 1, S, S) and ab (1, 2, S, S) of a photograph."""
    lab = rgb_to_lab(np.ascontiguousarray(astronaut()[: 4 * side : 4, : 4 * side : 4]))
    planes = torch.from_numpy(lab.transpose(2, 0, 1).copy())[None]
    return planes[:, :1], planes[:, 1:]


def test_pale_colours_are_farther_than_true_ones_and_none_farther_still(
    eyes: ColorFeatures,
) -> None:
    L, ab = photo()
    truth = eyes(L, ab)
    seen = [eyes(L, s * ab) for s in (1.0, 0.8, 0.0, -1.0)]
    of_maps = [float(feature_distance(s.maps, truth.maps)) for s in seen]
    assert of_maps[0] == 0
    assert of_maps == sorted(of_maps)  # and the wrong ones farthest
    of_summaries = [float(semantic_distance(s.summary, truth.summary)) for s in seen[:3]]
    assert of_summaries[0] == pytest.approx(0, abs=1e-6)
    assert of_summaries == sorted(of_summaries)


def test_summaries_are_told_apart_as_places_of_a_map_are() -> None:
    draw = torch.Generator().manual_seed(4)
    own, truth = (torch.randn(3, 20, generator=draw) for _ in range(2))
    places = [
        perceptual_distance(s[None, :, None, None], t[None, :, None, None])
        for s, t in zip(own, truth, strict=True)
    ]
    torch.testing.assert_close(semantic_distance(own, truth), torch.cat(places).mean())
    cosine = torch.nn.functional.cosine_similarity(own, truth)
    torch.testing.assert_close(semantic_distance(own, truth), 2 * (1 - cosine).mean())
    assert float(semantic_distance(own, -own)) == pytest.approx(4)


def test_half_precision_leaves_the_picture_whole(eyes: ColorFeatures) -> None:
    L, ab = photo()
    whole = eyes(L, ab)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        rough = eyes(L, ab)
    assert rough.maps[0].dtype == torch.bfloat16
    assert float(feature_distance(rough.maps, whole.maps)) < 0.01
    assert float(semantic_distance(rough.summary, whole.summary)) < 0.01


def test_its_gradients_point_to_the_truth(eyes: ColorFeatures) -> None:
    L, ab = photo(96)
    truth = eyes(L, ab)
    guess = (0.3 * ab).requires_grad_()
    own = eyes(L, guess)
    for distance in (
        feature_distance(own.maps, truth.maps),
        semantic_distance(own.summary, truth.summary),
    ):
        (slope,) = torch.autograd.grad(distance, guess, retain_graph=True)
        assert float((slope * (ab - guess.detach())).sum()) < 0


def extract(L: torch.Tensor, ab: torch.Tensor) -> ColorFeatureMaps:
    both = torch.cat((L[..., ::4, ::4], ab), dim=1)
    return ColorFeatureMaps([both], both.mean(dim=(2, 3)))


def test_what_is_seen_in_the_answers_is_to_be_what_is_seen_in_the_truth(
    batch: Batch, prediction: Prediction, inputs: Callable[..., LossInputs]
) -> None:
    given = inputs(features=extract)
    L, some, true = batch.L[::2], prediction.ab[::2], batch.ab[::2]  # those whose z is zero
    own, wanted = extract(L, some), extract(L, true)
    assert PerceptualLoss(1.0)(given) == feature_distance(own.maps, wanted.maps)
    assert SemanticLoss(1.0)(given) == semantic_distance(own.summary, wanted.summary)


def test_two_terms_look_at_the_pictures_once(inputs: Callable[..., LossInputs]) -> None:
    asked: list[bool] = []

    def count(L: torch.Tensor, ab: torch.Tensor) -> ColorFeatureMaps:
        asked.append(torch.is_grad_enabled())
        return extract(L, ab)

    given = inputs(features=count)
    for term in (PerceptualLoss(1.0), SemanticLoss(1.0)):
        term(given)
    assert asked == [False, True]  # the truth has no gradient


def test_without_features_set_up_there_is_nothing_to_compare(
    inputs: Callable[..., LossInputs],
) -> None:
    with pytest.raises(RuntimeError, match="no features"):
        PerceptualLoss(1.0)(inputs())
