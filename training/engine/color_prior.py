"""How often each colour bin occurs in the training photographs."""

from __future__ import annotations

import numpy as np
from torch import Tensor

from core.color import rgb_to_lab
from training.data.cache import PhotoCache
from training.models.color_bins import ColorBins, bin_prior


def color_prior(cache: PhotoCache, bins: ColorBins, photos: int = 2000) -> Tensor:
    """Shares (Q,) over every seventh pixel of up to ``photos`` photos, evenly taken."""
    chosen = np.linspace(0, len(cache) - 1, min(photos, len(cache)), dtype=int)
    ab = [rgb_to_lab(cache[i][::7, ::7])[..., 1:].reshape(-1, 2) for i in chosen]
    return bin_prior(np.concatenate(ab), bins)
