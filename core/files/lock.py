"""File locks that end with their process, for the queue and for files half written.

A file system that knows no locks (some network shares) refuses them; that is never an error here,
only the answer "not locked".
"""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import Enum
from pathlib import Path
from typing import IO, Any


class Lock(Enum):
    """The answer to `try_lock`."""

    HELD = "held"
    TAKEN = "taken by another"
    UNKNOWN = "the file system has none"


def try_lock(file: IO[Any]) -> Lock:
    """Ask for the lock of an open file; it is given up when the file is closed."""
    try:
        _lock(file.fileno())
    except OSError as error:
        taken = error.errno in (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
        return Lock.TAKEN if taken else Lock.UNKNOWN
    return Lock.HELD


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def locked(path: Path) -> Iterator[bool]:
    """Hold the lock of a file made for it while the block runs; false where another holds it.

    Raises:
        OSError: the file cannot be made.
    """
    with path.open("a+b") as file:
        yield try_lock(file) is not Lock.TAKEN


def delete_unlocked(folder: Path, pattern: str) -> int:
    """Delete the files of a folder that match and that nobody holds locked; how many went.

    On Windows nobody can delete a file another has open, so no lock is asked for there.
    """
    gone = 0
    try:
        found = list(folder.glob(pattern))
    except OSError:  # a folder that cannot be read now is swept another time
        return 0
    for path in found:
        with suppress(OSError):
            if sys.platform == "win32" or _is_abandoned(path):
                path.unlink()
                gone += 1
    return gone


def _is_abandoned(path: Path) -> bool:
    with path.open("rb") as file:
        return try_lock(file) is Lock.HELD
