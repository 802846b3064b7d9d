"""`Photo`: a photograph in memory, upright sRGB, with what came with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from core.metadata.metadata import Metadata
from core.metadata.provenance import Provenance
from core.photo.decode import Pixels


@dataclass(frozen=True, eq=False)
class Photo:
    """An upright photograph in sRGB.

    Attributes:
        pixels: ``(H, W)`` grey or ``(H, W, 3)`` RGB, sRGB-encoded, uint8 or uint16.
        alpha: ``(H, W)`` of the same type, or None.
        metadata: what came with it.
        source: the file it came from; None for bytes. It is never written to.
        format: what its bytes are: ``jpeg``, ``png``, ``tiff``...
        provenance: what a result says of its colours; None for a photo as it was read.
        notes: what was noticed in reading it that a person should know: sentences.
        compression: how a TIFF's pixels were compressed without loss, by libvips' name of it; None
            for other photos.
        salvaged: of a damaged photo, how much of it could be decoded, 0..1; None: it is whole.
        repaired: how much of the picture was repaired, 0..1; None: it is as it was read.
        levels_spread: its faded tones were spread.
    """

    pixels: Pixels
    alpha: Pixels | None = None
    metadata: Metadata = field(default_factory=Metadata)
    source: Path | None = None
    format: str = "png"
    provenance: Provenance | None = None
    notes: tuple[str, ...] = ()
    compression: str | None = None
    salvaged: float | None = None
    repaired: float | None = None
    levels_spread: bool = False

    @property
    def height(self) -> int:
        """Height in pixels."""
        return int(self.pixels.shape[0])

    @property
    def width(self) -> int:
        """Width in pixels."""
        return int(self.pixels.shape[1])

    @property
    def depth(self) -> int:
        """Bits per sample: 8 or 16."""
        return self.pixels.dtype.itemsize * 8

    @property
    def megapixels(self) -> float:
        """Millions of pixels."""
        return self.height * self.width / 1e6

    @property
    def is_grey(self) -> bool:
        """Whether it has one channel; RGB with three equal channels is not grey."""
        return self.pixels.ndim == 2
