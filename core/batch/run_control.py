"""Why a run begins no further photo: a pause, a stop, a full disk, a device that has failed.

Shared by the engines, which differ in how photos are done: `core.batch.pipeline` and
`core.cluster.driver`.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Final

from core.batch.disk_gate import DiskGate
from core.batch.events import JobEvent, Paused, Resumed, StopReason, Summary
from core.batch.limits import BatchControl, Limits, Stop
from core.batch.outcomes import Ledger
from core.queue.job import Job
from core.queue.store import JobStore

#: Seconds between two looks at a pause or a stop while nothing happens.
POLL_S: Final = 0.1
#: Bytes that let the queue go on.
_QUEUE_GROWS: Final = 1 << 20
#: So many photos in a row a device could not run: it is not the photos.
_SICK: Final = 3


class Brakes:
    """One run's wishes and obstacles, and its ledger.

    Attributes:
        paused: a pause is wished, and has been told.
        stopped: why the run ends early, once it does.
    """

    def __init__(
        self,
        store: JobStore,
        tell: Callable[[JobEvent], None],
        control: BatchControl,
        limits: Limits,
    ) -> None:
        self.ledger = Ledger(store, tell, self._queue_has_no_room)
        self.paused = False
        self.stopped: StopReason | None = None
        self._reason = ""
        self._control = control
        self._wait_for_room = limits.when_disk_full == "wait"
        self._gate = DiskGate(limits.disk_reserve_mb)
        self._failed_in_a_row: defaultdict[str, list[int]] = defaultdict(list)
        self._start = time.monotonic()

    @property
    def disk_is_full(self) -> bool:
        """Something did not fit, and would not yet."""
        return self._gate.is_shut

    @property
    def on(self) -> bool:
        """Whether no further photo may be begun at this moment."""
        return bool(self.stopped or self.paused or self.disk_is_full)

    @property
    def ends_idle(self) -> bool:
        """Whether a run that has nothing in hand and begins nothing is at its end."""
        return bool(self.stopped) or not self.on

    @property
    def hurry(self) -> bool:
        """Whether an end is wished at once."""
        return self._control.stop is Stop.NOW

    def obey(self) -> None:
        """Take note of what is wished."""
        if self._control.stop and self.stopped is None:
            self.stopped = StopReason.CANCELLED if self.hurry else StopReason.STOPPED
        if not self.stopped and self._control.paused != self.paused:
            self.paused = self._control.paused
            self.ledger.tell(Paused("paused.") if self.paused else Resumed())

    def let_go(self) -> None:
        """After an exception: end at once, and say nothing, since the listener may have raised."""
        self.ledger.tell = lambda _: None
        self._control.cancel()

    def stop(self, why: StopReason, reason: str) -> None:
        """End early; the first reason stays."""
        if self.stopped is None:
            self.stopped, self._reason = why, reason

    def summary(self) -> Summary:
        """What the run did."""
        seconds = time.monotonic() - self._start
        return self.ledger.summary(seconds, self.stopped, self._reason)

    # --- room on the disks -----------------------------------------------------------------

    def look_for_room(self) -> None:
        """Go on where a full disk has room again."""
        if self._gate.opens():
            self.ledger.tell(Resumed())

    def refuses(self, folder: Path, need: int) -> bool:
        """Whether so many bytes do not fit; then it is as if writing had found out."""
        reason = self._gate.refusal(folder, need)
        if reason:
            self.found_full(reason, folder, need)
        return reason is not None

    def found_full(self, reason: str, folder: Path, need: int) -> None:
        """Something did not fit: wait or stop, as the limits say."""
        was_open = self._gate.shut(folder, need)
        if not self._wait_for_room:
            self.stop(StopReason.DISK_FULL, reason)
        elif was_open:
            self.ledger.tell(Paused(reason))

    def _queue_has_no_room(self, reason: str) -> bool:
        """Wait here: without the queue nothing may go on. Whether to try again."""
        self.found_full(reason, self.ledger.store.path.parent, _QUEUE_GROWS)
        while not (self.stopped or self._control.stop):
            if self._gate.opens():
                self.ledger.tell(Resumed())
                return True
            time.sleep(POLL_S)
        return False

    # --- devices ---------------------------------------------------------------------------

    def device_works(self, device: str = "") -> None:
        """It has run: earlier failures were the photos'."""
        self._failed_in_a_row.pop(device, None)

    def device_failed(self, job: Job, reason: str, device: str = "") -> None:
        """A device that has gone would fail every photo of the night: better stop."""
        failed = self._failed_in_a_row[device]
        failed.append(job.id)
        if len(failed) < _SICK and self.stopped is not StopReason.DEVICE_FAILED:
            return
        for ids in self._failed_in_a_row.values():
            self.ledger.taken_back(ids)
        self._failed_in_a_row.clear()
        self.stop(StopReason.DEVICE_FAILED, reason)
