"""The detector of damage: its file's contract, and `DamageModel`, an open one.

The contract, version 1 (float32, batch and sides dynamic, sides multiples of ``multiple_of``)::

    L       in   (N, 1, H, W)   L* in 0..100
    damage  out  (N, 1, H, W)   0..1: how surely a place is damaged

and the metadata properties of `METADATA_KEYS`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from core.color import F32, LAB_CONVENTION
from core.errors import ModelContractError
from core.inference.small_model import Contract, SmallModel, open_small_model
from core.resources import resource

CONTRACT: Final = "1"
METADATA_KEYS: Final = (
    "autochrome.damage_contract",
    "name",
    "version",
    "lab_convention",
    "multiple_of",
    "threshold",
    "trained_on",
)
_CONTRACT: Final = Contract(METADATA_KEYS[0], CONTRACT, METADATA_KEYS, "L", "damage", "damage")


@dataclass(frozen=True, eq=False)
class DamageModel:
    """An open detector.

    Attributes:
        name, version, sha256: of the file.
        multiple_of: pixels that both sides of what it sees are a multiple of.
        threshold: from which ``damage`` on a place is to be repaired, unless one asks otherwise.
    """

    name: str
    version: str
    sha256: str
    multiple_of: int
    threshold: float
    model: SmallModel

    def __str__(self) -> str:
        return f"{self.name} {self.version} (SHA-256 {self.sha256})"

    def find(self, L: F32) -> F32:
        """L* (H, W) in 0..100, sides multiples of ``multiple_of`` -> damage 0..1 (H, W).

        Raises:
            OutOfMemoryError: the picture is too large.
            SessionError: ONNX Runtime failed.
        """
        return self.model.run(L[None])[0]  # type: ignore[no-any-return]


def bundled_damage_model() -> Path:
    """The detector that comes with the program; the file need not be there."""
    return resource("model/repair.onnx")


def open_damage_model(path: Path | None = None, *, threads: int = 0) -> DamageModel:
    """Verify a detector's file and open it on the CPU.

    Args:
        path: None is the bundled one.
        threads: 0 means one for each physical core.

    Raises:
        ModelNotFoundError, ModelHashError, ModelCorruptError, ModelUnsafeError: as of a model that
            colorizes.
        ModelContractError: it follows another contract; the message says what differs.
    """
    path = path or bundled_damage_model()
    model = open_small_model(path, _CONTRACT, threads=threads)
    facts, convention = model.facts, model.facts["lab_convention"]
    if convention != LAB_CONVENTION:
        trouble = f"its Lab convention is {convention}, not {LAB_CONVENTION}"
        raise ModelContractError(f"{path.name} finds no damage: {trouble}.", path)
    return DamageModel(
        facts["name"],
        facts["version"],
        model.sha256,
        int(facts["multiple_of"]),
        float(facts["threshold"]),
        model,
    )
