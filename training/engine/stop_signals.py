"""Stopping a run between two steps: Ctrl-C, SIGTERM, or a time limit."""

from __future__ import annotations

import math
import signal
import time
from collections.abc import Callable, Iterator
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

    with stop_signals_go_to(ask):
        yield


@contextmanager
def stop_signals_go_to(handler: Callable[[int, FrameType | None], None]) -> Iterator[None]:
    """Ctrl-C and SIGTERM call a handler; afterwards they do what they did before."""
    numbers = (signal.SIGINT, signal.SIGTERM)
    previous = {number: signal.signal(number, handler) for number in numbers}
    try:
        yield
    finally:
        for number, before in previous.items():
            signal.signal(number, before)
