"""How many megapixels the threads of one process may have in hand at once."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class MegapixelBudget:
    """Megapixels in hand at once; more than all of them goes alone, as does what is suspect.

    They are counted in pixels: sums of fractions would not come back to zero.
    """

    def __init__(self, megapixels: float) -> None:
        self._limit = round(megapixels * 1e6)
        self._held = 0
        self._changed = threading.Condition()
        self._turn = threading.Lock()

    @contextmanager
    def share(self, megapixels: float) -> Iterator[None]:
        """Wait for room, and keep it while the block runs."""
        pixels = round(min(megapixels * 1e6, self._limit))
        with self._turn, self._changed:  # in turn, or a large photo would wait for ever
            self._changed.wait_for(lambda: self._held + pixels <= self._limit)
            self._held += pixels
        try:
            yield
        finally:
            with self._changed:
                self._held -= pixels
                self._changed.notify_all()
