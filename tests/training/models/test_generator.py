from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
import torch
from torch import nn

from training.config import GeneratorConfig, GeneratorKind
from training.models.color_bins import ColorBins
from training.models.generator import Generator, build_generator

CONFIGS: dict[GeneratorKind, GeneratorConfig] = {
    "unet": GeneratorConfig("unet", channels=4, noise_size=3, hints=True),
    "resnet18": GeneratorConfig("resnet18", weights="none", noise_size=3, hints=True),
    "lite0": GeneratorConfig("lite0", weights="none", noise_size=3, hints=True, bins=True),
    "lite2": GeneratorConfig("lite2", weights="none", noise_size=3, hints=True, bins=True),
}
STRIDES: dict[GeneratorKind, int] = {"unet": 1, "resnet18": 1, "lite0": 4, "lite2": 4}


@pytest.fixture(scope="module", params=CONFIGS)
def generator(request: pytest.FixtureRequest) -> Generator:
    """In eval, with statistics: without them a fresh network's features fade away."""
    torch.manual_seed(0)
    generator = build_generator(CONFIGS[request.param]).train()
    norms = [m for m in generator.modules() if isinstance(m, nn.BatchNorm2d)]
    for norm in norms:
        norm.momentum = 1.0
    with torch.inference_mode():
        generator(light(generator), None, torch.randn(2, 3))
    return generator.eval()


def light(generator: Generator, count: int = 2) -> torch.Tensor:
    side = generator.multiple_of
    return torch.rand(count, 1, side, 2 * side, generator=torch.Generator().manual_seed(1)) * 100


@torch.inference_mode()
def ab(generator: Generator, *args: Any) -> torch.Tensor:
    return generator(*args).ab


def test_the_answer_has_its_stride(generator: Generator) -> None:
    L = light(generator)
    kind = generator.config.kind
    assert generator.stride == STRIDES[kind]
    h, w = L.shape[2] // generator.stride, L.shape[3] // generator.stride
    with torch.inference_mode():
        answer = generator(L)
    assert answer.ab.shape == (2, 2, h, w)
    assert answer.ab.dtype == torch.float32
    assert answer.ab.abs().max() <= 110
    if kind.startswith("lite"):
        assert answer.error is not None
        assert answer.bin_logits is not None
        assert answer.error.shape == (2, 1, h, w)
        assert float(answer.error.min()) > 0
        assert answer.bin_logits.shape == (2, len(ColorBins()), h, w)
    else:
        assert answer.error is answer.bin_logits is None


def test_luminance_is_read(generator: Generator) -> None:
    L = light(generator)
    assert not torch.allclose(ab(generator, L), ab(generator, 100 - L))


def test_zero_noise_is_the_default(generator: Generator) -> None:
    L = light(generator)
    assert torch.equal(ab(generator, L, None, torch.zeros(2, 3)), ab(generator, L))


def test_noise_is_a_real_input(generator: Generator) -> None:
    L = light(generator, 1).expand(2, -1, -1, -1)
    z = torch.tensor([[0.0, 0.0, 0.0], [2.0, -2.0, 2.0]])
    first, second = ab(generator, L, None, z)
    assert (first - second).abs().max() > 1e-3


def test_noise_counts_in_every_direction(generator: Generator) -> None:
    L = light(generator)
    default = ab(generator, L)
    for i in range(3):
        for sign in (-1.0, 1.0):
            z = torch.zeros(2, 3)
            z[:, i] = 2 * sign
            assert not torch.allclose(ab(generator, L, None, z), default, atol=1e-3)


def test_empty_hints_are_no_hints(generator: Generator) -> None:
    L = light(generator)
    empty = torch.zeros(2, 3, *L.shape[2:])
    assert torch.equal(ab(generator, L, empty), ab(generator, L))


def test_hints_are_a_real_input(generator: Generator) -> None:
    L = light(generator)
    hints = torch.zeros(2, 3, *L.shape[2:])
    hints[1, :, 8:12, 8:12] = torch.tensor([60.0, -40.0, 1.0])[:, None, None]
    plain, hinted = ab(generator, L), ab(generator, L, hints)
    assert torch.allclose(plain[0], hinted[0], atol=1e-4)
    assert (plain[1] - hinted[1]).abs().max() > 1e-3


def test_a_photo_is_judged_alone(generator: Generator) -> None:
    L = light(generator)
    torch.testing.assert_close(ab(generator, L)[1:], ab(generator, L[1:]), atol=0.05, rtol=0)


def parameters(module: nn.Module) -> int:
    return sum(p.numel() for p in module.parameters())


def test_the_unet_is_pix2pixs() -> None:
    with torch.device("meta"):
        unet: Any = build_generator(GeneratorConfig("unet", noise_size=8))
    assert parameters(unet) == pytest.approx(54.4e6, abs=1e6)
    assert len(unet.down) == 8
    assert len(unet.up) == 7
    x = torch.zeros(1, 1, 256, 256, device="meta")
    for level in unet.down:
        x = level(x)
    assert x.shape == (1, 512, 1, 1)
    names = [[type(part).__name__ for part in level] for level in unet.down]
    assert names[0] == ["Conv2d"]
    assert names[1:7] == [["LeakyReLU", "Conv2d", "BatchNorm2d"]] * 6
    assert names[7] == ["LeakyReLU", "Conv2d"]
    dropped = [any(isinstance(part, nn.Dropout) for part in level) for level in unet.up]
    assert dropped == [True] * 3 + [False] * 4


def test_the_unets_skips_are_joined_by_concatenation() -> None:
    unet: Any = build_generator(GeneratorConfig("unet", channels=2))
    ins = [level[1].in_channels for level in unet.up]
    outs = [level[1].out_channels for level in unet.up]
    skips = [level[-1].num_features if len(level) == 3 else 2 for level in unet.down[:7]][::-1]
    assert ins[1:] == [out + skip for out, skip in zip(outs, skips, strict=True)][:6]


@pytest.mark.parametrize(("kind", "millions"), [("lite0", 5.5), ("lite1", 6.3), ("lite2", 7.0)])
def test_the_lites_are_small(kind: GeneratorKind, millions: float) -> None:
    config = GeneratorConfig(kind, "none", noise_size=8, hints=True, bins=True, mixing=True)
    assert parameters(build_generator(config)) / 1e6 == pytest.approx(millions, abs=0.15)


def test_a_decoder_may_be_wider() -> None:
    config = replace(CONFIGS["lite0"], decoder_width=1.25)
    wide, narrow = build_generator(config), build_generator(CONFIGS["lite0"])
    assert wide.state_dict()["ab_head.weight"].shape == (2, 80, 1, 1)
    assert parameters(wide) > parameters(narrow)
    with torch.inference_mode():
        assert wide.eval()(light(wide)).ab.shape == narrow.eval()(light(narrow)).ab.shape


def test_lite0_begins_near_grey() -> None:
    torch.manual_seed(0)
    lite0 = build_generator(CONFIGS["lite0"]).train()
    assert ab(lite0, torch.rand(2, 1, 64, 64) * 100).abs().mean() < 15


@pytest.mark.parametrize(
    ("kind", "count"), [("unet", 0), ("resnet18", 5), ("lite0", 9), ("lite2", 9)]
)
def test_what_may_be_frozen(kind: GeneratorKind, count: int) -> None:
    assert len(build_generator(CONFIGS[kind]).backbone_stages()) == count


@pytest.mark.parametrize("kind", CONFIGS)
def test_without_noise_and_hints_there_are_no_weights_for_them(kind: GeneratorKind) -> None:
    bare = build_generator(GeneratorConfig(kind, weights="none", channels=4))
    assert parameters(bare) < parameters(build_generator(CONFIGS[kind]))
    assert not [n for n, _ in bare.named_parameters() if "hint" in n or "noise" in n]
    side = bare.multiple_of
    assert ab(bare.eval(), torch.zeros(1, 1, side, side)).shape[:2] == (1, 2)
