"""Free space on the disk of a folder."""

from __future__ import annotations

import shutil
from pathlib import Path


def free_bytes(folder: Path) -> int:
    """What an ordinary user can still write to the disk of a folder, or of its next parent.

    Raises:
        OSError: not even its root can be asked.
    """
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return shutil.disk_usage(folder).free


def disk_shortage(folder: Path, need: int, reserve_mb: int) -> str | None:
    """The sentence where `need` more bytes would eat into the reserve; None where they fit."""
    try:
        free = free_bytes(folder)
    except OSError:  # writing says it better
        return None
    if free >= need + (reserve_mb << 20):
        return None
    return (
        f"the disk of {folder} has {free >> 20} MB left, and {reserve_mb} MB of it shall stay "
        "free: make room, or put the results elsewhere."
    )
