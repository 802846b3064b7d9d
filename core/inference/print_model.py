"""The model of prints: its file's contract, and `PrintModel`, an open one.

The contract, version 1 (float32, batch dynamic)::

    crops   in   (N, 4, S, S)   -1..1: sRGB codes, and what lies there: print, ground, beyond
    prints  out  (N, 11)        of each crop: where the print's left, upper, right and lower side
                                go, at a quarter and at three quarters of each, in pixels of the
                                crop; how surely the rectangle and the print have intersections
                                over unions of 0.5, 0.75 and 0.92 (`STEPS`), each 0..1

as `core.scans.crops` cuts them. Metadata are as `METADATA_KEYS` name them.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from core.color import F32
from core.inference.small_model import Contract, SmallModel, open_small_model
from core.resources import resource

CONTRACT: Final = "1"
METADATA_KEYS: Final = ("autochrome.print_contract", "name", "version", "size", "trained_on")
_CONTRACT: Final = Contract(METADATA_KEYS[0], CONTRACT, METADATA_KEYS, "crops", "prints", "prints")
#: Intersections over unions whose probability the model gives.
STEPS: Final = (0.5, 0.75, 0.92)
_BATCH: Final = 32


@dataclass(frozen=True, eq=False)
class PrintModel:
    """An open model of prints."""

    model: SmallModel

    def judge(self, crops: npt.NDArray[np.uint8]) -> tuple[F32, F32]:
        """Crops (N, S, S, 4) -> places of the sides (N, 4, 2), and scores (N, 3).

        Raises:
            OutOfMemoryError: there is too little memory.
            SessionError: ONNX Runtime failed.
        """
        answers = [
            self.model.run_batch(network_input(crops[at : at + _BATCH]))
            for at in range(0, len(crops), _BATCH)
        ]
        answer = np.concatenate(answers) if answers else np.zeros((0, 11), np.float32)
        return answer[:, :8].reshape(-1, 4, 2), answer[:, 8:]


def network_input(crops: npt.NDArray[np.uint8] | F32) -> F32:
    """Crops (N, S, S, 4) of codes 0..255 -> (N, 4, S, S) in -1..1."""
    planes = np.ascontiguousarray(crops.transpose(0, 3, 1, 2), np.float32)
    return planes / np.float32(127.5) - np.float32(1)


def bundled_print_model() -> Path:
    """The model that comes with the program."""
    return resource("model/prints.onnx")


def open_print_model(path: Path | None = None, *, threads: int = 0) -> PrintModel:
    """Verify a model's file and open it; None is the bundled one.

    Raises: as `open_small_model`.
    """
    return PrintModel(open_small_model(path or bundled_print_model(), _CONTRACT, threads=threads))
