"""Pausing and stopping a batch from another thread or a signal handler."""

from __future__ import annotations

from enum import IntEnum


class Stop(IntEnum):
    """How urgently; a later wish never weakens an earlier one."""

    NO = 0
    AFTER_CURRENT = 1
    NOW = 2


class BatchControl:
    """Wishes the engine reads between two steps.

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
        """Whether a pause is wished."""
        return self._paused

    @property
    def stop(self) -> Stop:
        """Whether an end is wished."""
        return self._stop
