from __future__ import annotations

import numpy as np
import pytest
import torch
from skimage.color import rgb2lab

from training.data.cache import PhotoCache
from training.engine.color_prior import color_prior
from training.models.color_bins import ColorBins, bin_prior, cell_indices, gamut_cells


@pytest.fixture(scope="module")
def bins() -> ColorBins:
    return ColorBins()


def test_every_colour_of_srgb_has_its_cell(bins: ColorBins, rng: np.random.Generator) -> None:
    assert len(bins) == gamut_cells().sum()
    assert 250 < len(bins) < 280
    ab = rgb2lab(rng.random((20_000, 3)))[:, 1:].astype(np.float32)
    inside = gamut_cells()[tuple(np.divmod(cell_indices(ab), 23))]
    assert inside.mean() > 0.999  # the 64-step cube misses a corner of a cell now and then


def test_centres_map_to_themselves(bins: ColorBins) -> None:
    ab = bins.centres.T[None, :, :, None]  # (1, 2, Q, 1)
    assert torch.equal(bins.encode(ab)[0, :, 0], torch.arange(len(bins)))


def test_a_colour_gets_the_nearest_bin(bins: ColorBins, rng: np.random.Generator) -> None:
    ab = rgb2lab(rng.random((40, 50, 3)))[..., 1:].astype(np.float32)
    index = bins.encode(torch.from_numpy(ab).permute(2, 0, 1)[None])[0]
    distance = torch.cdist(torch.from_numpy(ab).reshape(-1, 2), bins.centres)
    chosen = distance.gather(1, index.reshape(-1, 1))[:, 0]
    torch.testing.assert_close(chosen, distance.min(dim=1).values, atol=1e-3, rtol=0)


def test_colours_out_of_the_gamut_are_brought_in(bins: ColorBins) -> None:
    ab = torch.tensor([[-300.0, 300.0], [0.0, 0.0]])  # (2 of ab, 2 colours)
    edge = torch.tensor([[-110.0, 0.0], [110.0, 0.0]])  # of the grid
    nearest = torch.cdist(edge, bins.centres).min(dim=1).values
    found = bins.centres[bins.encode(ab[None, :, None, :])[0, 0]]
    torch.testing.assert_close((found - edge).norm(dim=1), nearest)


def test_a_cold_annealed_mean_is_the_mode(bins: ColorBins) -> None:
    logits = torch.rand(2, len(bins), 3, 4).argsort(dim=1).float()  # no two alike
    mode = bins.centres[logits.argmax(dim=1)].permute(0, 3, 1, 2)
    torch.testing.assert_close(bins.annealed_mean(logits, 0.01), mode, atol=1e-3, rtol=0)


def test_a_hot_annealed_mean_is_the_mean_of_all(bins: ColorBins) -> None:
    even = bins.annealed_mean(torch.randn(1, len(bins), 1, 1), 1e6)[0, :, 0, 0]
    torch.testing.assert_close(even, bins.centres.mean(dim=0), atol=1e-2, rtol=0)


def test_between_them_it_is_the_expectation(bins: ColorBins) -> None:
    logits = torch.full((1, len(bins), 1, 1), -1e9)
    logits[0, 10], logits[0, 20] = 0.0, float(np.log(3))
    expected = bins.centres[10] / 4 + bins.centres[20] * 3 / 4
    torch.testing.assert_close(bins.annealed_mean(logits, 1.0)[0, :, 0, 0], expected)


@pytest.mark.parametrize("temperature", [0.05, 0.5, 1.0])
def test_it_is_the_mean_by_the_softmax(bins: ColorBins, temperature: float) -> None:
    logits = torch.randn(2, len(bins), 3, 4) * 30
    by_softmax = torch.softmax(logits / temperature, dim=1)
    expected = torch.einsum("nqhw,qc->nchw", by_softmax, bins.centres)
    found = bins.annealed_mean(logits, temperature)
    torch.testing.assert_close(found, expected, atol=1e-3, rtol=0)


@pytest.mark.parametrize("share", [0.0, 0.5, 0.9])
def test_class_weights_have_mean_one_under_the_prior(bins: ColorBins, share: float) -> None:
    prior = torch.rand(len(bins)).square()
    prior /= prior.sum()
    weights = bins.class_weights(prior, share)
    assert float((weights * prior).sum()) == pytest.approx(1, rel=1e-5)
    if share == 0:
        torch.testing.assert_close(weights, torch.ones(len(bins)))
    else:
        assert torch.equal(weights.argsort(descending=True)[:5], prior.argsort()[:5])


def test_class_weights_by_hand(bins: ColorBins) -> None:
    prior = torch.tensor([0.75, 0.25])
    # 1 / (0.5 * 0.75 + 0.25) = 1.6, 1 / (0.5 * 0.25 + 0.25) = 8/3; their mean is 1.8667
    expected = torch.tensor([1.6, 8 / 3]) / (1.6 * 0.75 + 8 / 3 * 0.25)
    torch.testing.assert_close(bins.class_weights(prior, 0.5), expected)


def test_the_prior_counts_shares(bins: ColorBins) -> None:
    ab = bins.centres[[5, 5, 5, 9]].numpy()
    prior = bin_prior(ab, bins)
    assert (float(prior[5]), float(prior[9])) == (0.75, 0.25)
    assert float(prior.sum()) == 1


def test_the_prior_of_photos(train_cache: PhotoCache, bins: ColorBins) -> None:
    prior = color_prior(train_cache, bins)
    assert prior.shape == (len(bins),)
    assert float(prior.sum()) == pytest.approx(1)
    near_grey = bins.centres[prior.argmax()]
    assert float(near_grey.norm()) < 25  # photographs are mostly pale
    assert torch.equal(color_prior(train_cache, bins), prior)
    assert not torch.equal(color_prior(train_cache, bins, photos=2), prior)


def test_lookups_are_no_weights(bins: ColorBins) -> None:
    assert not bins.state_dict()
    assert not list(bins.parameters())
