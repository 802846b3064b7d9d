"""Which queues this user's programs have filled: others are continued with photos named only.

A queue file may come along in a folder that somebody else has handed over, and it lists photos to
read. So each queue that was filled here leaves a small file in the user's data folder: named by the
queue's path, holding which file that is on its disk. A copy, or another file in its place, is not
known; naming the photos once makes it so.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path

import platformdirs

from core.errors import WriteError
from core.files.atomic import atomic_file
from core.files.windows_paths import long_path
from core.queue.locations import user_queues


def remember_queue(path: Path) -> None:
    """Note that the queue at `path` was filled here. Where that cannot be noted, it is not."""
    identity = _identity(path)
    if identity is None or is_known_queue(path):
        return
    record = _record(path)
    with suppress(OSError, WriteError):
        record.parent.mkdir(parents=True, exist_ok=True)
        with atomic_file(record, overwrite=True) as out:
            out.write(identity)


def is_known_queue(path: Path) -> bool:
    """Whether the queue at `path` was filled by this user's programs."""
    if Path(os.path.realpath(path)).is_relative_to(os.path.realpath(user_queues())):
        return True  # nobody else writes there
    try:
        noted = _record(path).read_bytes()
    except OSError:
        return False
    return noted == _identity(path)


def _record(path: Path) -> Path:
    digest = hashlib.sha256(os.fsencode(os.path.realpath(path))).hexdigest()[:32]
    folder = Path(platformdirs.user_data_dir("autochrome", appauthor=False))
    return folder / "known-queues" / digest


def _identity(path: Path) -> bytes | None:
    try:
        found = long_path(path).stat()
    except (OSError, ValueError):
        return None
    return f"{found.st_dev}:{found.st_ino}\n".encode()
