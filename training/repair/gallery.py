"""A gallery of repairs: damaged photographs of scikit-image, what was found, and the result."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import cv2
import numpy as np

from core.inference.damage_model import DamageModel
from core.repair.fill import filled
from core.repair.repair import Repairer
from training.data.damage_samples import damaged_pair
from training.data.effects import U8
from training.repair.drawn import LEVELS
from training.repair.evaluate_filling import grey

#: scikit-image's photographs, of which none is in the training.
PHOTOS: Final = ("astronaut", "chelsea", "coffee", "rocket")
_SIDE: Final = 320


def gallery(model: DamageModel) -> U8:
    """A row a photograph, sRGB: damaged, what was found in red, repaired."""
    from skimage import data  # noqa: PLC0415  a development extra, only for this

    damage = replace(LEVELS["medium"], structures=0.0, damaged=1.0)
    rows = []
    for number, name in enumerate(PHOTOS):
        photo: U8 = getattr(data, name)()
        side = min(photo.shape[:2])
        left = (photo.shape[1] - side) // 2
        square = cv2.resize(photo[:side, left : left + side], (_SIDE, _SIDE), None, 0, 0, 3)
        rng = np.random.default_rng((7, number))
        L = damaged_pair(square.astype(np.uint8), rng, damage, 1.0)[0]
        mask = Repairer(model).find(L)
        repaired = filled(L, mask)
        found = grey(L)
        found[mask] = (220, 30, 30)
        rows.append(np.hstack([grey(L), found, grey(repaired)]))
    return np.vstack(rows)
