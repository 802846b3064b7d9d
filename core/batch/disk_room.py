"""How much room a result needs on its disk, at most."""

from __future__ import annotations

from typing import Final

from core.photo.photo import Photo

#: The most a lossless encoder adds to pixels it cannot compress, LZW far more than the others, and
#: room for metadata.
_OVERHEAD: Final = 1.01
_OVERHEAD_OF_LZW: Final = 1.5
_METADATA: Final = 1 << 20
#: A lossy result of noise at quality 100, as a share of its 8-bit pixels.
_LOSSY: Final = 1.6


def bytes_needed(photo: Photo, format_name: str, depth: int | None) -> int:
    """An upper bound for the size of a photo's colour version (three channels and alpha)."""
    channels = 3 + (photo.alpha is not None)
    lossless = format_name in ("png", "tiff")
    bits = (depth or photo.depth) if lossless else 8
    overhead = _OVERHEAD_OF_LZW if photo.compression == "lzw" else _OVERHEAD
    share = overhead if lossless else _LOSSY
    return round(photo.width * photo.height * channels * bits / 8 * share) + _METADATA
