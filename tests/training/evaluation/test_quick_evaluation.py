from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
import skimage.data
from torch import Tensor, nn

from core.color import AB_SCALE, rgb_to_lab
from training.config import GeneratorConfig
from training.data.cache import CachedPhoto, PhotoCache, write_split
from training.evaluation.quick_evaluation import quick_evaluation, result_grid
from training.models.generator import Generator, Prediction, build_generator


class Even(Generator):
    """The same ab everywhere, at a quarter of the size; dropout tells train mode from eval."""

    stride = 4

    def __init__(self, a: float, b: float) -> None:
        super().__init__(GeneratorConfig("lite0"))
        self.dropout = nn.Dropout(1.0)
        self.norm = nn.BatchNorm2d(2)
        self.a, self.b = a, b

    def forward(
        self, L: Tensor, hints: Tensor | None = None, z: Tensor | None = None
    ) -> Prediction:
        ab = L.new_tensor([self.a, self.b])[None, :, None, None]
        height, width = L.shape[-2:]
        return Prediction(self.dropout(ab.expand(len(L), 2, height // 4, width // 4)))


@pytest.fixture
def cache(tmp_path: Path) -> PhotoCache:
    astronaut, coffee = skimage.data.astronaut(), skimage.data.coffee()
    photos = [
        CachedPhoto("a", cv2.resize(astronaut, (96, 96), interpolation=cv2.INTER_AREA), "x", 1),
        CachedPhoto("b", cv2.resize(coffee, (144, 96), interpolation=cv2.INTER_AREA), "y", 0),
    ]
    write_split(tmp_path, "val", photos)
    return PhotoCache(tmp_path, "val")


def test_figures_of_a_constant_colour(cache: PhotoCache) -> None:
    figures = quick_evaluation(Even(10.0, -5.0), cache, photos=10, size=96)
    l1 = [
        np.abs(rgb_to_lab(cache[i])[..., 1:] - np.array([10.0, -5.0])).mean() / AB_SCALE
        for i in range(2)
    ]
    assert figures["l1"] == pytest.approx(np.mean(l1), rel=1e-4)
    assert 10 < figures["psnr"] < 30
    assert figures["delta_e"] > 3
    assert figures["colourfulness_truth"] > figures["colourfulness"] > 0


def test_grey_has_no_colour(cache: PhotoCache) -> None:
    assert quick_evaluation(Even(0.0, 0.0), cache, photos=1, size=64)["colourfulness"] < 0.1


def test_the_network_comes_back_in_its_own_modes(cache: PhotoCache) -> None:
    network = Even(1.0, 1.0).train()
    network.norm.eval()
    quick_evaluation(network, cache, photos=1, size=64)
    assert network.training
    assert network.dropout.training
    assert not network.norm.training


def test_a_real_generator_in_a_grid(cache: PhotoCache, tmp_path: Path) -> None:
    generator = build_generator(GeneratorConfig("lite0", weights="none", noise_size=4, hints=True))
    result_grid(generator, cache, [0, 1], tmp_path / "grid.png", size=64)
    stored = cv2.imread(str(tmp_path / "grid.png"))
    assert stored is not None
    grid = stored[..., ::-1]
    height, width = grid.shape[:2]
    assert height * 2 == width * 3  # grey, predicted, truth; two photos
    grey = grid[8 : height // 3 - 8, 8 : width // 2 - 8].astype(int)
    assert np.ptp(grey, axis=-1).max() <= 1
    truth = grid[2 * height // 3 + 8 :, 8 : width // 2 - 8].astype(int)
    assert np.ptp(truth, axis=-1).max() > 50
