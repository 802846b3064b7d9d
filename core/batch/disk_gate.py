"""Room on a disk, before something is written to it."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Final

from core.files.disk_space import shortage
from core.photo.photo import Photo

#: The most a lossless encoder adds to pixels it cannot compress, and room for metadata.
_OVERHEAD: Final = 1.01
_METADATA: Final = 1 << 20
#: A lossy result of noise at quality 100, as a share of its 8-bit pixels.
_LOSSY: Final = 1.6
#: Seconds between two looks whether a full disk has room again.
_RETRY_S: Final = 2.0


class DiskGate:
    """Shut once something did not fit, until that something would.

    Args:
        reserve_mb: is left free.
    """

    def __init__(self, reserve_mb: int) -> None:
        self.is_shut = False
        self._reserve_mb = reserve_mb
        self._wanted = Path(), 0
        self._look_again = 0.0

    def refusal(self, folder: Path, need: int) -> str | None:
        """The sentence where `need` more bytes do not fit beside the reserve."""
        return shortage(folder, need, self._reserve_mb)

    def shut(self, folder: Path, need: int) -> bool:
        """Something did not fit; whether the gate was open until now."""
        was_open, self.is_shut = not self.is_shut, True
        self._wanted = folder, need
        self._look_again = time.monotonic() + _RETRY_S
        return was_open

    def opens(self) -> bool:
        """Look, but not too often; whether the gate was shut and now is not."""
        if not self.is_shut or time.monotonic() < self._look_again:
            return False
        self._look_again = time.monotonic() + _RETRY_S
        self.is_shut = self.refusal(*self._wanted) is not None
        return not self.is_shut


def bytes_needed(photo: Photo, format_name: str, depth: int | None) -> int:
    """An upper bound for the size of a photo's colour version (three channels and alpha)."""
    channels = 3 + (photo.alpha is not None)
    lossless = format_name in ("png", "tiff")
    bits = (depth or photo.depth) if lossless else 8
    share = _OVERHEAD if lossless else _LOSSY
    return round(photo.width * photo.height * channels * bits / 8 * share) + _METADATA
