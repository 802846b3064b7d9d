"""Work that a thread begins while the command's other modules are imported."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from typing import TypeVar

Result = TypeVar("Result")


def in_background(work: Callable[[], Result]) -> Future[Result]:
    """Begin ``work`` in a thread of its own; its result, or what it raised, is the future's."""
    future: Future[Result] = Future()

    def run() -> None:
        try:
            future.set_result(work())
        except BaseException as error:  # noqa: BLE001  (raised where the result is asked for)
            future.set_exception(error)

    Thread(target=run, name="autochrome-begin").start()
    return future
