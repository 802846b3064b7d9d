from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
import torch
from skimage.color import deltaE_ciede2000

from training.losses.error_estimate import color_difference, error_estimate_loss


def test_own_error_is_right_where_it_says_the_difference() -> None:
    actual = torch.full((1, 1, 1, 1), 5.0)
    assert float(error_estimate_loss(torch.full((1, 1, 1, 1), 5.0), actual)) == 0
    off = torch.full((1, 1, 1, 1), 25.0, requires_grad=True)
    loss = error_estimate_loss(off, actual)  # |25 - 5| / 10 = 2, of which Huber takes 1.5
    assert loss.item() == pytest.approx(1.5)
    loss.backward()
    assert off.grad is not None


def test_the_expected_error_is_judged_in_ciede2000_and_buys_nothing() -> None:
    draw = torch.Generator().manual_seed(3)
    ab, truth = (torch.randn(2, 2, 3, 5, generator=draw) * 30 for _ in range(2))
    ab.requires_grad_()
    found = color_difference(ab, truth)
    assert found.shape == (2, 1, 3, 5)
    assert not found.requires_grad

    def lab(colors: torch.Tensor, L: float) -> npt.NDArray[np.float32]:
        bright = np.full((2, 3, 5, 1), L, np.float32)
        return np.concatenate((bright, colors.detach().permute(0, 2, 3, 1).numpy()), axis=-1)

    for L in (20.0, 90.0):  # the same whatever the lightness
        theirs = deltaE_ciede2000(lab(ab, L), lab(truth, L))
        np.testing.assert_allclose(found[:, 0], theirs, atol=1e-3)
