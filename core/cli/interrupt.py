"""Ctrl-C and a polite kill: the first ends a batch after the photo in hand, the second at once."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any, Final

from core.batch.limits import BatchControl

_FIRST: Final = b"autochrome: finishing the photos in hand; once more stops at once.\n"
_SECOND: Final = b"autochrome: stopping.\n"


def _signals() -> list[signal.Signals]:
    """Ctrl-C; what ``kill`` and a closing session send; Ctrl-Break on Windows."""
    names = ("SIGINT", "SIGTERM", "SIGBREAK")
    return [getattr(signal, name) for name in names if hasattr(signal, name)]


def _write(words: bytes) -> None:
    """Straight to standard error: Python's own would refuse, were it interrupted in a print."""
    with suppress(OSError):
        os.write(2, words)


@contextmanager
def interrupts_raise() -> Iterator[None]:
    """While the block runs, each of the signals is a KeyboardInterrupt."""

    def handle(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    with _handled(handle):
        yield


@contextmanager
def interrupts_stop(control: BatchControl) -> Iterator[None]:
    """While the block runs, they end a batch; a third one is a KeyboardInterrupt."""
    seen = 0

    def handle(_number: int, _frame: FrameType | None) -> None:
        nonlocal seen
        seen += 1
        if seen == 1:
            _write(_FIRST)
            control.stop_after_current()
        elif seen == 2:
            _write(_SECOND)
            control.cancel()
        else:
            raise KeyboardInterrupt

    with _handled(handle):
        yield


@contextmanager
def _handled(handle: Any) -> Iterator[None]:  # noqa: ANN401  (what signal.signal takes)
    before = {number: signal.signal(number, handle) for number in _signals()}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
