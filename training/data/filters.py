"""What is left out of a collection of photographs: near-grey ones, and copies of one another."""

from __future__ import annotations

from dataclasses import dataclass, field

import cv2
import numpy as np

from training.data.cache import U8, mean_chroma

#: Mean C*ab under which a photo teaches the network that the world is grey.
NEAR_GREY = 5.0

#: Fingerprints of 144 bits that differ in at most so many are of one photo. Copies at 60 % of the
#: size, saved as JPEG again, differ by 0 to 9 (99.7 % of 677 photos); other photos by 22 and more.
SAME_PHOTO = 10


@dataclass
class Filter:
    """Says why a photo is left out; remembers what it has seen."""

    min_chroma: float = NEAR_GREY
    seen: list[bytes] = field(default_factory=list)

    def reason_against(self, rgb_u8: U8) -> str | None:
        """A word for the manifest, or None for a photo to keep."""
        if mean_chroma(rgb_u8) < self.min_chroma:
            return "near-grey"
        small = cv2.resize(rgb_u8, (64, 64), interpolation=cv2.INTER_AREA).astype(np.uint8)
        fingerprint = difference_hash(small)
        if self._has_seen(fingerprint):
            return "duplicate"
        self.seen.append(fingerprint)
        return None

    def _has_seen(self, fingerprint: bytes) -> bool:
        length = len(fingerprint)
        known = np.frombuffer(b"".join(self.seen), np.uint8).reshape(-1, length)  # (photos, bytes)
        differing = np.bitwise_count(known ^ np.frombuffer(fingerprint, np.uint8)).sum(axis=1)
        return bool((differing <= SAME_PHOTO).any())


def difference_hash(rgb_u8: U8, side: int = 12) -> bytes:
    """Signs of horizontal luminance differences on a grid: nearly equal for copies of other sizes.

    The same idea as dHash (N. Krawetz, 2013), at 144 bits so that unlike skies do not collide.
    """
    grey = cv2.cvtColor(rgb_u8, cv2.COLOR_RGB2GRAY)
    grey = cv2.resize(grey, (side + 1, side), interpolation=cv2.INTER_AREA)
    return np.packbits(grey[:, 1:] > grey[:, :-1]).tobytes()
