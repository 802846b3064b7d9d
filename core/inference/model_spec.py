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

from core.inference.families.conventions import Conventions
from core.inference.fit import Fit
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


#: `ModelSpec.family` of a file that follows the contract.
OWN_FAMILY: Final = "autochrome"


@dataclass(frozen=True)
class UsedNetwork:
    """One of the networks a result was made by: its name, its file, its share."""

    name: str
    sha256: str
    weight: float = 1.0
    family: str = OWN_FAMILY

    def __str__(self) -> str:
        return f"{self.name} (SHA-256 {self.sha256}, weight {self.weight:g})"


@dataclass(frozen=True)
class ModelSpec:
    """A verified model file. Sizes are in pixels of the picture the network sees.

    Attributes:
        sha256: names what makes the colours: of a file its own, of several networks together, or
            of one that is read otherwise than its family is, a hash of all that.
        fixed: height and width that the network takes alone; None where they are free.
        fit: how a photo is brought into them.
        conventions: what a foreign model's numbers mean; None of the contract's.
        guessed: whether a sample spoke for them, and nobody has said so.
        networks: all that have a share in the colours, where it is not one of the contract.
        earlier: what ``sha256`` was with the models of earlier versions of the program.
    """

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
    family: str = OWN_FAMILY
    fixed: tuple[int, int] | None = None
    fit: Fit = Fit.AUTO
    conventions: Conventions | None = None
    guessed: bool = False
    networks: tuple[UsedNetwork, ...] = ()
    earlier: frozenset[str] = frozenset()

    @property
    def title(self) -> str:
        """Name and version, for a person."""
        return f"{self.name} {self.version}".strip()

    @property
    def used(self) -> tuple[UsedNetwork, ...]:
        """The networks that have a share in the colours."""
        own = UsedNetwork(self.name, self.sha256, family=self.family)
        return self.networks or (own,)


def bundled_model() -> Path:
    """The model that comes with the program; the file need not be there."""
    return resource("model/colorizer.onnx")
