"""What a model file says of itself: the model contract, and `ModelSpec`.

The contract, version 2 (float32, batch and sides dynamic)::

    L           in             (N, 1, H, W)    L* in 0..100
    hints       in, optional   (N, 3, H, W)    a*, b* of the user's colours, and a 0/1 mask
    z           in, optional   (N, Z)          the noise vector
    ab          out            (N, 2, H', W')  a*, b* in Lab units
    confidence  out, optional  (N, 1, H', W')  0..1
    bins        out, optional  (N, K, h, w)    logits of K colours at a place
    features    out, optional  (N, C, h, w)    learnt features: what is alike is near

and the metadata properties of `METADATA_KEYS`; with ``bins`` also ``bin_colors``, a JSON list of
their K a*, b*. Version 1 has neither of the two and is read as well.

Apart from `core.inference.model_file`, which verifies a file, so that who only speaks of a model
need not load ONNX Runtime.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from core.resources import resource

#: The contract version this program speaks, and those it reads.
CONTRACT: Final = 2
CONTRACTS: Final = (1, 2)
METADATA_KEYS: Final = (
    "autochrome.contract",
    "name",
    "version",
    "lab_convention",
    "multiple_of",
    "default_size",
    "max_size",
    "trained_on",
    "config",
)


@dataclass(frozen=True)
class ModelSpec:
    """A verified model file. Sizes are in pixels of the picture the network sees."""

    path: Path
    sha256: str
    contract: int
    name: str
    version: str
    multiple_of: int
    default_size: int
    max_size: int
    trained_on: str
    config: Mapping[str, Any]
    has_hints: bool
    z_size: int
    has_confidence: bool
    has_features: bool = False
    #: a*, b* of each colour bin; empty where the model has no ``bins``
    bin_colors: tuple[tuple[float, float], ...] = ()


def bundled_model() -> Path:
    """The model that comes with the program; the file need not be there."""
    return resource("model/colorizer.onnx")
