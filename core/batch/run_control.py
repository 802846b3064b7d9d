"""Why a run begins no further photo: a pause, a stop, a full disk, a device that has failed.

Shared by the engines, which differ in how photos are done: `core.batch.pipeline` and
`core.cluster.driver`. What is asked for from outside stands in a `BatchControl`, what became of
each photo in `core.batch.outcomes.Outcomes`.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Final

from core.batch.events import JobEvent, Paused, Resumed, StopReason
from core.batch.limits import BatchControl, Limits, Stop
from core.files.disk_space import disk_shortage

#: Seconds between two looks at a pause or a stop while nothing happens.
POLL_S: Final = 0.1
#: Seconds between two looks whether a full disk has room again.
_RETRY_S: Final = 2.0
#: Bytes that let the queue go on.
_QUEUE_GROWS: Final = 1 << 20
#: So many photos in a row a device could not run: it is not the photos.
_FAILURES_IN_A_ROW: Final = 3


class RunControl:
    """The state of one run's pauses, stops and obstacles.

    Args:
        requests: to pause and stop it, from any thread.
        limits: of them those of the disk.
        emit: is given every event.

    Attributes:
        disk_is_full: something did not fit, and would not yet.
        paused: a pause was asked for, and has been said.
        stopped: why the run ends early, once it does.
        reason: the sentence for a person that belongs to it.
    """

    def __init__(
        self, requests: BatchControl, limits: Limits, emit: Callable[[JobEvent], None]
    ) -> None:
        self.emit = emit
        self.disk_is_full = False
        self.paused = False
        self.stopped: StopReason | None = None
        self.reason = ""
        self._requests = requests
        self._limits = limits
        self._wanted = Path(), 0
        self._look_again = 0.0
        self._failed_in_a_row: defaultdict[str, list[int]] = defaultdict(list)
        self._start = time.monotonic()

    @property
    def blocked(self) -> bool:
        """Whether no further photo may be begun at this moment."""
        return bool(self.stopped or self.paused or self.disk_is_full)

    @property
    def ends_when_idle(self) -> bool:
        """Whether a run that has nothing in hand and begins nothing is at its end."""
        return bool(self.stopped) or not self.blocked

    @property
    def stops_now(self) -> bool:
        """Whether an end is asked for at once."""
        return self._requests.stop is Stop.NOW

    @property
    def seconds(self) -> float:
        """Wall-clock time since the run began, pauses included."""
        return time.monotonic() - self._start

    def poll(self) -> None:
        """Take note of what is asked for."""
        if self._requests.stop and self.stopped is None:
            self.stopped = StopReason.CANCELLED if self.stops_now else StopReason.STOPPED
        if not self.stopped and self._requests.paused != self.paused:
            self.paused = self._requests.paused
            self.emit(Paused("paused.") if self.paused else Resumed())

    def stop(self, why: StopReason, reason: str) -> None:
        """End early; the first reason stays."""
        if self.stopped is None:
            self.stopped, self.reason = why, reason

    def abort(self) -> None:
        """After an exception: end at once, and say nothing, since the listener may have raised."""
        self.emit = lambda _: None
        self._requests.cancel()

    # --- room on the disks -----------------------------------------------------------------

    def disk_refuses(self, folder: Path, need: int) -> bool:
        """Whether ``need`` more bytes do not fit beside the reserve; then the disk is full."""
        reason = disk_shortage(folder, need, self._limits.disk_reserve_mb)
        if reason:
            self.disk_full(reason, folder, need)
        return reason is not None

    def disk_full(self, reason: str, folder: Path, need: int) -> None:
        """Something did not fit: wait until it would, or stop, as the limits say."""
        was_full, self.disk_is_full = self.disk_is_full, True
        self._wanted = folder, need
        self._look_again = time.monotonic() + _RETRY_S
        if self._limits.when_disk_full == "stop":
            self.stop(StopReason.DISK_FULL, reason)
        elif not was_full:
            self.emit(Paused(reason))

    def retry_disk(self) -> bool:
        """Look for room again, but not too often; whether the disk was full and now is not."""
        if not self.disk_is_full or time.monotonic() < self._look_again:
            return False
        self._look_again = time.monotonic() + _RETRY_S
        folder, need = self._wanted
        self.disk_is_full = disk_shortage(folder, need, self._limits.disk_reserve_mb) is not None
        if not self.disk_is_full:
            self.emit(Resumed())
        return not self.disk_is_full

    def wait_for_room(self, reason: str, folder: Path) -> bool:
        """Wait here, for the queue's own file: without it nothing may go on. False: give it up."""
        self.disk_full(reason, folder, _QUEUE_GROWS)
        while not (self.stopped or self._requests.stop):
            if self.retry_disk():
                return True
            time.sleep(POLL_S)
        return False

    # --- devices ---------------------------------------------------------------------------

    def device_works(self, device: str = "") -> None:
        """It has run: earlier failures were the photos'."""
        self._failed_in_a_row.pop(device, None)

    def device_failed(self, job_id: int, reason: str, device: str = "") -> list[int]:
        """A device that has gone would fail every photo of the night: better stop.

        Returns:
            The ids of the jobs that failed for no fault of theirs.
        """
        self._failed_in_a_row[device].append(job_id)
        in_a_row = len(self._failed_in_a_row[device])
        if in_a_row < _FAILURES_IN_A_ROW and self.stopped is not StopReason.DEVICE_FAILED:
            return []
        innocent = [job for ids in self._failed_in_a_row.values() for job in ids]
        self._failed_in_a_row.clear()
        self.stop(StopReason.DEVICE_FAILED, reason)
        return innocent
