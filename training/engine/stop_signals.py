"""Stopping a run between two steps: Ctrl-C, SIGTERM, or a time limit."""

from __future__ import annotations

import math
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType


@dataclass
class StopRequest:
    """Set by Ctrl-C, SIGTERM or the time limit; read between steps."""

    deadline: float = math.inf
    asked: bool = False

    def __bool__(self) -> bool:
        return self.asked or time.monotonic() >= self.deadline


@contextmanager
def stop_on_signals(stop: StopRequest) -> Iterator[None]:
    """The first Ctrl-C or SIGTERM ends the run after the step in hand; the second one at once."""

    def ask(_number: int, _frame: FrameType | None) -> None:
        if stop.asked:
            raise KeyboardInterrupt
        stop.asked = True

    previous = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler)
