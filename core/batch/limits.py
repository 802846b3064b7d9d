"""`Limits` of a batch (memory, threads, disk); `BatchControl` pauses or stops it from elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Literal


@dataclass(frozen=True)
class Limits:
    """What a batch may take.

    Attributes:
        max_megapixels_in_flight: of photos decoded and not yet written; one larger photo goes
            alone.
        max_photos_in_flight: 1 is one by one, without overlap.
        workers: threads that read and write; 0 is one for each core, two to four.
        disk_reserve_mb: is left free on every disk that is written to.
        when_disk_full: ``wait`` until there is room, or ``stop``.
        max_megapixels: of one photo; larger ones fail.
    """

    max_megapixels_in_flight: float = 100
    max_photos_in_flight: int = 8
    workers: int = 0
    disk_reserve_mb: int = 500
    when_disk_full: Literal["wait", "stop"] = "wait"
    max_megapixels: float = 400


class Stop(IntEnum):
    """How urgently a run is to end; a later request never weakens an earlier one."""

    NO = 0
    AFTER_CURRENT = 1
    NOW = 2


class BatchControl:
    """Requests to pause or stop a run, read by it between two steps; a new one for each run.

    Every method is one assignment: safe from any thread, and in a signal handler, where a lock
    that the interrupted thread holds would never come free.
    """

    def __init__(self) -> None:
        self._paused = False
        self._stop = Stop.NO

    def pause(self) -> None:
        """Begin no further photo."""
        self._paused = True

    def resume(self) -> None:
        """Go on after `pause`."""
        self._paused = False

    def stop_after_current(self) -> None:
        """Finish the photos that have their colours already, and end."""
        self._stop = max(self._stop, Stop.AFTER_CURRENT)

    def cancel(self) -> None:
        """End as soon as nothing is being written; the queue keeps what is left."""
        self._stop = Stop.NOW

    @property
    def paused(self) -> bool:
        """Whether a pause is asked for."""
        return self._paused

    @property
    def stop(self) -> Stop:
        """Whether an end is asked for, and how urgently."""
        return self._stop
