"""`Answers`: what a detector has said, for who looks at one photo at several sensitivities."""

from __future__ import annotations

import hashlib
import threading
from dataclasses import dataclass, field

from core.color import F32
from core.repair.find import Detector


@dataclass(eq=False)
class Answers:
    """Answers of one detector, by what it was shown; any thread may use it.

    What is seen does not depend on the threshold but where an earlier find was filled, so most of
    it is asked for again. Nothing that is kept makes room for anything newer: the pieces of a photo
    come in the same order, and what is thrown away would be what is asked for next.

    Attributes:
        room: bytes of answers that are kept at most.
    """

    room: int = 96 << 20
    _kept: dict[bytes, F32] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def of(self, detector: Detector) -> Detector:
        """The detector, which is asked about each picture once."""

        def find(L: F32) -> F32:
            key = hashlib.blake2b(L.tobytes(), digest_size=16).digest() + repr(L.shape).encode()
            known = self._kept.get(key)
            return self._keep(key, detector(L)) if known is None else known

        return find

    def _keep(self, key: bytes, damage: F32) -> F32:
        with self._lock:
            if damage.nbytes <= self.room:
                self.room -= damage.nbytes
                self._kept[key] = damage
        return damage
