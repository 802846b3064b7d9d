"""`Mailbox`: requests that wait for one thread, of which the latest of each slot counts."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Item = TypeVar("Item")


class Mailbox(Generic[Item]):
    """A thread of its own that handles requests one after another.

    A newer request of a slot replaces the one that waits there. The lowest rank goes first; within
    a rank, the slot that was filled first.

    Args:
        handle: called with each request, on the thread.
        failed: called after ``handle`` has raised, which is reported too; the thread lives on.
        name: of the thread.
        synchronous: have no thread: what waits is handled in `run_pending`, by whoever calls it.
    """

    def __init__(
        self,
        handle: Callable[[Item], None],
        *,
        failed: Callable[[Item, Exception], None] = lambda _item, _error: None,
        name: str,
        synchronous: bool = False,
    ) -> None:
        self._handle, self._failed = handle, failed
        self._waiting: dict[Hashable, tuple[int, Item]] = {}
        self._change = threading.Condition()
        self._closed = False
        self._thread: threading.Thread | None = None
        if not synchronous:
            self._thread = threading.Thread(target=self._run, name=name, daemon=True)
            self._thread.start()

    # --- for those who ask -----------------------------------------------------------------

    def put(self, slot: Hashable, item: Item, *, rank: int = 0) -> bool:
        """Queue a request in its slot; False where the mailbox is closed."""
        with self._change:
            if not self._closed:
                self._waiting.pop(slot, None)
                self._waiting[slot] = (rank, item)
                self._change.notify_all()
            return not self._closed

    def forget(self, slot: Hashable) -> None:
        """Drop the request that waits in a slot; one in hand is handled to its end."""
        with self._change:
            self._waiting.pop(slot, None)

    def close(self) -> list[Item]:
        """End the thread; returns what was never begun, when what was in hand has ended."""
        with self._change:
            self._closed = True
            self._change.notify_all()
        if self._thread is not None:
            self._thread.join()
        left = [item for _, item in self._waiting.values()]
        self._waiting.clear()
        return left

    def run_pending(self) -> None:
        """Handle all that waits, and what comes of it, on the caller's thread.

        Raises:
            RuntimeError: the mailbox has a thread that does it.
        """
        if self._thread is not None:
            raise RuntimeError("this mailbox has a thread of its own")
        while self.interrupted and self._step():
            pass

    # --- for the handler -------------------------------------------------------------------

    @property
    def closed(self) -> bool:
        """Whether the mailbox is closed, so that nobody waits for an answer."""
        return self._closed

    @property
    def interrupted(self) -> bool:
        """Whether another request waits, or the mailbox is closed."""
        return self._closed or bool(self._waiting)

    def pause(self, seconds: float) -> None:
        """Wait for so long, or until `interrupted`; not at all without a thread."""
        if self._thread is not None:
            with self._change:
                self._change.wait_for(lambda: self.interrupted, seconds)

    def put_back(self, slot: Hashable, item: Item, *, rank: int = 0) -> None:
        """Queue a request again, unless a newer one waits in its slot."""
        with self._change:
            self._waiting.setdefault(slot, (rank, item))

    # --- the thread ------------------------------------------------------------------------

    def _run(self) -> None:
        while self._step():
            pass

    def _step(self) -> bool:
        """One request; a function of its own, so that none is held while there is no other."""
        found = self._next()
        if found is None:
            return False
        (item,) = found
        try:
            self._handle(item)
        except Exception as error:  # noqa: BLE001  (reported; the thread must live on)
            sys.excepthook(type(error), error, error.__traceback__)
            self._failed(item, error)
        return True

    def _next(self) -> tuple[Item] | None:
        with self._change:
            self._change.wait_for(lambda: self.interrupted)
            if self._closed:
                return None
            first = min(self._waiting, key=lambda slot: self._waiting[slot][0])
            return (self._waiting.pop(first)[1],)
