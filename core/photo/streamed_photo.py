"""`StreamedPhoto`: a photograph whose pixels are worked out while it is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from core.metadata.metadata import Metadata
from core.metadata.provenance import Provenance
from core.photo.decode import Pixels
from core.photo.photo import Photo


@dataclass(frozen=True, eq=False)
class StreamedPhoto:
    """An upright RGB photograph in sRGB whose pixels come in blocks of rows, from its top down.

    The whole of it is never in memory, and the encoder works on one block while others are made.

    Attributes:
        original: the photo it is made of: size, depth, alpha, metadata and source are the same.
        blocks: begins to work its pixels out: each ``(R, W, 3)``, of the original's type.
        provenance: what a result says of its colours.
    """

    original: Photo
    blocks: Callable[[], Iterator[Pixels]]
    provenance: Provenance | None = None

    #: It has three channels.
    is_grey = False

    @property
    def width(self) -> int:
        """Width in pixels."""
        return self.original.width

    @property
    def height(self) -> int:
        """Height in pixels."""
        return self.original.height

    @property
    def depth(self) -> int:
        """Bits per sample: 8 or 16."""
        return self.original.depth

    @property
    def megapixels(self) -> float:
        """Millions of pixels."""
        return self.original.megapixels

    def whole(self) -> Photo:
        """The photo with all of its pixels in memory."""
        pixels = np.concatenate(list(self.blocks()))
        return replace(self.original, pixels=pixels, provenance=self.provenance)

    @property
    def alpha(self) -> Pixels | None:
        """``(H, W)`` of the pixels' type, or None."""
        return self.original.alpha

    @property
    def metadata(self) -> Metadata:
        """What came with the original."""
        return self.original.metadata

    @property
    def source(self) -> Path | None:
        """The file it is made of; None for bytes. It is never written to."""
        return self.original.source

    @property
    def format(self) -> str:
        """What the original's bytes are: ``jpeg``, ``png``, ``tiff``..."""
        return self.original.format

    @property
    def compression(self) -> str | None:
        """How a TIFF's pixels were compressed without loss; None for other photos."""
        return self.original.compression


#: What `core.photo.write.write_photo` writes.
WritablePhoto = Photo | StreamedPhoto
