from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
import skimage.data
import timm
import torch
import torchvision
from timm.layers.norm_act import BatchNormAct2d
from torch import nn
from torchmetrics.functional.image import learned_perceptual_image_patch_similarity

from core.color import lab_to_rgb, quantize, rgb_to_lab
from training.data.cache import U8
from training.evaluation.judge_features import (
    Lite2Features,
    fold_norms,
    inception_network,
    lpips_network,
)
from training.losses.feature_distance import perceptual_distance


def saturated(rgb_u8: U8, share: float) -> U8:
    lab = rgb_to_lab(rgb_u8)
    lab[..., 1:] *= share
    return quantize(lab_to_rgb(lab), np.uint8)


@pytest.fixture(scope="module")
def photo() -> U8:
    return np.ascontiguousarray(skimage.data.coffee()[::3, ::3])


def test_lite2_distances_grow_with_the_loss_of_colour(photo: U8) -> None:
    pictures = [saturated(photo, share) for share in (1.0, 0.5, 0.0)]
    pooled, distances = Lite2Features().compare(photo, pictures)
    assert pooled.shape == (4, 1280)
    assert distances[0] < 0.01 < distances[1] < distances[2] < 2


def test_lite2_still_knows_a_cat() -> None:
    network = Lite2Features()
    cat = cv2.resize(skimage.data.chelsea(), (260, 260), interpolation=cv2.INTER_AREA)
    pooled, _ = network.compare(cat, [])
    likely = network.classes(pooled)
    assert likely.shape == (1, 1000)
    assert likely.sum() == pytest.approx(1)
    assert int(likely.argmax()) in {281, 282, 283, 284, 285}  # ImageNet's domestic cats


def test_folded_norms_change_nothing() -> None:
    torch.manual_seed(0)
    network = timm.create_model("tf_efficientnet_lite0", pretrained=False).eval()
    for module in network.modules():
        if isinstance(module, nn.BatchNorm2d):
            assert module.running_mean is not None
            assert module.running_var is not None
            nn.init.normal_(module.running_mean, std=0.1)
            nn.init.uniform_(module.running_var, 0.5, 2.0)
    x = torch.randn(1, 3, 64, 64)
    with torch.inference_mode():
        expected = network(x)
    fold_norms(network)
    assert not any(isinstance(module, BatchNormAct2d) for module in network.modules())
    with torch.inference_mode():
        assert torch.allclose(network(x), expected, atol=1e-4)


def test_perceptual_distance_is_of_directions() -> None:
    truth = torch.zeros(1, 2, 3, 3)
    truth[:, 0] = 5.0
    other = torch.zeros(2, 2, 3, 3)
    other[0, 0], other[1, 1] = 0.5, 0.5
    assert perceptual_distance(other, truth).tolist() == pytest.approx([0.0, 2.0])


def test_absent_networks_are_absent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TORCH_HOME", str(tmp_path))
    assert lpips_network() is None
    assert inception_network() is None


@pytest.mark.filterwarnings("ignore::UserWarning")  # torchvision's own, about its argument names
def test_lpips_where_its_weights_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, photo: U8
) -> None:
    monkeypatch.setenv("TORCH_HOME", str(tmp_path))
    (tmp_path / "hub" / "checkpoints").mkdir(parents=True)
    torch.manual_seed(0)
    weights = torchvision.models.squeezenet1_1(weights=None).state_dict()
    torch.save(weights, tmp_path / "hub" / "checkpoints" / "squeezenet1_1-b8a52dc0.pth")
    found = lpips_network()
    assert found is not None
    name, distances = found
    grey = saturated(photo, 0.0)
    same, different = distances(photo, [photo, grey])
    assert name == "LPIPS (squeeze)"
    assert same == pytest.approx(0, abs=1e-6)
    a, b = (torch.from_numpy(p).permute(2, 0, 1)[None] / 127.5 - 1 for p in (grey, photo))
    expected = learned_perceptual_image_patch_similarity(a, b, net_type="squeeze")
    assert different == pytest.approx(float(expected), rel=1e-4)
