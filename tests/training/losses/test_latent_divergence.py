from __future__ import annotations

import torch
from torch.distributions import Normal, kl_divergence

from training.losses.latent_divergence import kl_to_normal


def test_kl_is_torchs() -> None:
    mean, log_variance = torch.randn(6, 4), torch.randn(6, 4)
    ours = kl_to_normal(mean, log_variance)
    theirs = kl_divergence(Normal(mean, (0.5 * log_variance).exp()), Normal(0, 1)).sum(dim=1).mean()
    torch.testing.assert_close(ours, theirs)
    assert float(kl_to_normal(torch.zeros(2, 3), torch.zeros(2, 3))) == 0
