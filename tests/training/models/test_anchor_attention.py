from __future__ import annotations

import math

import pytest
import torch
from torch import Tensor

from training.models.anchor_attention import AnchorAttention, at_anchors


def two_things() -> Tensor:
    """Features (1, 4, 8, 16): one thing on the left, another on the right."""
    x = torch.zeros(1, 4, 8, 16)
    x[:, :2, :, :8] = 1
    x[:, 2:, :, 8:] = 1
    return x


def attention(**changes: float) -> AnchorAttention:
    found = AnchorAttention(4, side=4).eval()
    for name, value in changes.items():
        torch.nn.init.constant_(getattr(found, name), math.log(value))
    return found


def even_error(x: Tensor) -> Tensor:
    return torch.full_like(x[:, :1], 9.0)


@torch.inference_mode()
def test_one_colour_stays_as_it_is() -> None:
    x, ab = torch.randn(2, 4, 8, 12), torch.tensor([30.0, -12.0])[:, None, None].expand(2, 2, 8, 12)
    torch.testing.assert_close(attention()(x, even_error(x)).agree(ab), ab)


@torch.inference_mode()
def test_what_is_alike_comes_to_one_colour_and_to_its_own() -> None:
    ab = torch.randn(1, 2, 8, 16) * 5
    ab[..., :8] += 40
    agreed = attention(likeness=100.0, nearness=1e-4, own=1e-4)(two_things(), even_error(ab))
    found = agreed.agree(ab)
    for half in (slice(0, 8), slice(8, 16)):
        part = found[..., half]
        anchors = at_anchors(ab, 4).reshape(1, 2, 4, 4)[..., half.start // 4 : half.stop // 4]
        expected = anchors.mean(dim=(2, 3), keepdim=True).expand_as(part)
        torch.testing.assert_close(part, expected, atol=0.02, rtol=0)


@torch.inference_mode()
def test_what_is_like_no_anchor_keeps_its_colour() -> None:
    x = two_things()
    x[0, :, 0, 0] = torch.tensor([9.0, -9.0, 9.0, -9.0])
    ab = torch.zeros(1, 2, 8, 16)
    ab[..., 0, 0] = 50.0
    found = attention(likeness=100.0)(x, even_error(x)).agree(ab)
    torch.testing.assert_close(found[..., 0, 0], ab[..., 0, 0])


@torch.inference_mode()
def test_the_surer_are_heard_more() -> None:
    x = torch.ones(1, 4, 8, 16)
    ab = torch.zeros(1, 2, 8, 16)
    ab[..., 8:] = 40.0
    error = even_error(x)
    error[..., 8:] = 1.0
    found = attention(nearness=1e-4, sureness=3.0)(x, error).agree(ab)
    # of 16 anchors half are sure: 2 to the power -3 against 10
    unsure, sure = 8 * 10.0**-3, 8 * 2.0**-3
    expected = 40 * sure / (sure + unsure + 10.0**-3)  # the last is the pixel's own say
    assert float(found[0, 0, 4, 2]) == pytest.approx(expected, rel=1e-4)


def test_nobody_grows_sure_by_being_heard() -> None:
    x = torch.randn(1, 4, 8, 8)
    error = (torch.rand(1, 1, 8, 8) * 10).requires_grad_()
    ab = torch.randn(1, 2, 8, 8, requires_grad=True)
    block = attention()
    block(x, error).agree(ab).square().sum().backward()
    assert error.grad is None
    assert ab.grad is not None
    assert all(p.grad is not None and p.grad.abs().sum() > 0 for p in block.parameters())


@torch.inference_mode()
def test_the_mirrored_picture_agrees_on_mirrored_colours() -> None:
    x, ab, error = torch.randn(1, 4, 8, 12), torch.randn(1, 2, 8, 12), torch.rand(1, 1, 8, 12)
    block = attention(nearness=5.0)
    mirrored = block(x.flip(3), error.flip(3)).agree(ab.flip(3)).flip(3)
    torch.testing.assert_close(block(x, error).agree(ab), mirrored, atol=1e-4, rtol=1e-4)


@torch.inference_mode()
def test_each_photo_of_a_batch_is_its_own() -> None:
    x, ab, error = torch.randn(3, 4, 8, 12), torch.randn(3, 2, 8, 12), torch.rand(3, 1, 8, 12)
    block = attention()
    together = block(x, error).agree(ab)
    for i in range(3):
        one = slice(i, i + 1)
        torch.testing.assert_close(together[one], block(x[one], error[one]).agree(ab[one]))
