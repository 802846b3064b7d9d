"""`open_queue`: the queue of a folder of results, for programs that fill it and work it off."""

from __future__ import annotations

from pathlib import Path

from core.queue.known_queues import is_known_queue, remember_queue
from core.queue.store import JobStore


def open_queue(path: Path, output: Path) -> JobStore:
    """Open or make a queue. Of one that was not filled here nothing waits, but its past is shown.

    Args:
        path: its file.
        output: the folder of its results, outside of which nothing is to be written.

    Raises:
        StoreError: it cannot be used; StoreBusyError: it is not known, and another program is in.
    """
    known = is_known_queue(path)
    store = JobStore(path, output)
    if not known:
        try:
            with store.exclusive():
                store.disown()
        except BaseException:
            store.close()
            raise
        remember_queue(path)
    return store
