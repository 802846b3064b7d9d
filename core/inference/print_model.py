"""The finder of prints: its file's contract, and `PrintModel`, an open one.

The contract, version 1 (float32, batch and sides dynamic, sides multiples of ``multiple_of``)::

    rgb     in   (N, 3, H, W)             sRGB codes in 0..1
    prints  out  (N, 2, H / s, W / s)     logits; s is ``stride``

of lying on a print, and of lying on a side of one that shows. Metadata are as `METADATA_KEYS` name
them; ``side`` is the long side in pixels of the pages that it was trained on.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from core.color import F32
from core.inference.small_model import Contract, SmallModel, open_small_model
from core.resources import resource

CONTRACT: Final = "1"
METADATA_KEYS: Final = (
    "autochrome.print_contract",
    "name",
    "version",
    "multiple_of",
    "stride",
    "side",
    "trained_on",
)
_CONTRACT: Final = Contract(METADATA_KEYS[0], CONTRACT, METADATA_KEYS, "rgb", "prints", "prints")


@dataclass(frozen=True, eq=False)
class PrintModel:
    """An open finder.

    Attributes:
        multiple_of: pixels that both sides of what it sees are a multiple of.
        stride: pixels of the page in a cell of its maps.
        side: pixels of the page's long side that it wants.
    """

    multiple_of: int
    stride: int
    side: int
    model: SmallModel

    def maps(self, rgb: F32) -> F32:
        """RGB (3, H, W) in 0..1 -> logits (2, H / stride, W / stride).

        Raises:
            OutOfMemoryError: the picture is too large.
            SessionError: ONNX Runtime failed.
        """
        return self.model.run(rgb)


def bundled_print_model() -> Path:
    """The finder that comes with the program; the file need not be there."""
    return resource("model/prints.onnx")


def open_print_model(path: Path | None = None, *, threads: int = 0) -> PrintModel:
    """Verify a finder's file and open it; None is the bundled one.

    Raises: as `open_small_model`.
    """
    model = open_small_model(path or bundled_print_model(), _CONTRACT, threads=threads)
    multiple_of, stride, side = (int(model.facts[key]) for key in ("multiple_of", "stride", "side"))
    return PrintModel(multiple_of, stride, side, model)
