"""`Network`: L* in, a*, b* out, whatever a model file wants to be fed with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from core.color import F32


@dataclass(frozen=True, eq=False)
class Answer:
    """What a network says of one picture.

    Attributes:
        ab: a*, b* (2, h, w) in Lab units, over the whole picture.
        confidence: (h, w) in 0..1; None where the network gives none.
        features: (C, h', w'), learnt features; or None.
        bins: (K, h'', w''), logits of the model's colour bins; or None.
    """

    ab: F32
    confidence: F32 | None = None
    features: F32 | None = None
    bins: F32 | None = None


class Network(Protocol):
    """An open model of any family.

    Whatever ONNX Runtime raises comes through: `core.inference.providers.ORT_ERRORS`.
    """

    def answer(self, L: F32, hints: F32 | None = None, z: F32 | None = None) -> Answer:
        """The colours of one picture.

        Args:
            L: (H, W) in 0..100, of a size the model can use (`ModelSpec`).
            hints: (1, 3, H, W): a*, b* and a 0/1 mask; only where the model takes hints.
            z: (1, Z), the noise vector; only where the model has one.
        """
