from __future__ import annotations

import torch
from torch.nn import functional as F

from training.losses.bin_cross_entropy import bin_cross_entropy


def test_bins_weigh_each_pixel_by_its_class() -> None:
    logits, target = torch.randn(2, 5, 3, 4), torch.randint(0, 5, (2, 3, 4))
    even = bin_cross_entropy(logits, target, torch.ones(5))
    torch.testing.assert_close(even, F.cross_entropy(logits, target))
    weights = torch.tensor([0.0, 1.0, 2.0, 3.0, 4.0])
    logp = torch.log_softmax(logits, dim=1)
    by_hand = [
        -weights[target[n, y, x]] * logp[n, target[n, y, x], y, x]
        for n in range(2)
        for y in range(3)
        for x in range(4)
    ]
    torch.testing.assert_close(
        bin_cross_entropy(logits, target, weights), torch.stack(by_hand).mean()
    )
