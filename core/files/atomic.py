"""Atomic writing: a new file appears whole or not at all, and never over one that must stay."""

from __future__ import annotations

import errno
import logging
import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final, cast

from core.errors import (
    DiskFullError,
    TargetExistsError,
    TargetIsSourceError,
    UnwritableTargetError,
    system_reason,
)
from core.files.lock import Lock, delete_unlocked, try_lock
from core.files.windows_paths import is_directory, long_path

_LOG: Final = logging.getLogger(__name__)

#: What a system calls a disk, and a quota, without room.
_FULL: Final = (errno.ENOSPC, errno.EDQUOT)


def check_target(target: Path, source: Path | None, *, overwrite: bool) -> None:
    """Refuse a target that is the source (by any name: link, hard link) or is there already.

    Raises:
        TargetIsSourceError: `target` and `source` are the same file.
        TargetExistsError: something is at `target` and `overwrite` is false.
        UnwritableTargetError: `target` is a folder.
    """
    if source is not None and same_file(target, source):
        raise TargetIsSourceError(
            f"{target.name} is the original photo, which is never replaced: choose another name.",
            target,
        )
    if is_directory(target):
        raise UnwritableTargetError(f"{target.name} is a folder: name a file in it.", target)
    if not overwrite and os.path.lexists(target):
        raise _exists(target)


def same_file(one: Path, other: Path) -> bool:
    """Whether two names lead to one existing file."""
    try:
        return one.samefile(other)
    except OSError:
        return False


def _exists(target: Path) -> TargetExistsError:
    return TargetExistsError(
        f"{target.name} exists already: allow overwriting, or choose another name.", target
    )


@contextmanager
def atomic_file(
    target: Path, *, overwrite: bool = False, dated_as: Path | None = None
) -> Iterator[BinaryIO]:
    """A readable, writable binary file that becomes `target` when the block ends well.

    It is written beside the target, flushed to the disk and renamed; when the block raises, nothing
    is left. With `dated_as` it has the times of that file.

    Raises:
        TargetExistsError: something has appeared at `target` meanwhile.
        UnwritableTargetError: no folder, no permission, no room.
    """
    temporary = target  # until there is one
    try:
        with _part(target.parent) as out:
            temporary = Path(out.name)
            yield out
            out.flush()
            os.fsync(out.fileno())
        if dated_as is not None:
            _copy_times(dated_as, temporary)
        _rename(temporary, target, overwrite=overwrite)
    except OSError as error:
        raise unwritable_error(target, error) from error
    finally:
        if temporary != target:
            with suppress(OSError):
                temporary.unlink()
    _sync_folder(target.parent)


def _copy_times(source: Path, target: Path) -> None:
    """A disk that takes no times, or a source that is gone, are no reason to lose a result."""
    try:
        times = long_path(source).stat()
        os.utime(target, ns=(times.st_atime_ns, times.st_mtime_ns))
    except OSError as error:
        _LOG.warning("the time of %s could not be kept: %s", source.name, error.strerror or error)


def _part(folder: Path) -> BinaryIO:
    """A new file in a folder, locked so that `delete_partial_files` leaves it alone."""
    while True:
        path = folder / f".autochrome-{secrets.token_hex(8)}.part"
        out = cast("BinaryIO", path.open("x+b"))
        if sys.platform == "win32":
            return out
        # a sweep that looked just before the lock takes the file away: another one, then
        if try_lock(out) is not Lock.TAKEN and os.fstat(out.fileno()).st_nlink:
            return out
        out.close()


def delete_partial_files(folder: Path) -> int:
    """Delete what killed processes left half written in a folder; how many files went."""
    return delete_unlocked(folder, ".autochrome-*.part")


def unwritable_error(target: Path, error: OSError) -> UnwritableTargetError:
    """The `UnwritableTargetError` for an error of the system."""
    reasons = {
        errno.ENOSPC: "the disk is full: make room and try again",
        errno.EDQUOT: "the disk quota is used up: make room and try again",
        errno.ENOENT: f"there is no folder {target.parent}: make it first",
        errno.ENOTDIR: f"{target.parent} is not a folder: choose another place",
        errno.EACCES: f"writing into {target.parent} is not permitted: choose another folder",
        errno.EPERM: f"writing into {target.parent} is not permitted: choose another folder",
        errno.EROFS: f"{target.parent} is read-only: choose another folder",
        errno.ENAMETOOLONG: "its name is too long: choose a shorter one",
        errno.EINVAL: "its disk takes no such name (sticks know no : ? *): choose another name",
    }
    reason = reasons.get(error.errno or 0, f"{system_reason(error)}: check the disk")
    kind = DiskFullError if error.errno in _FULL else UnwritableTargetError
    return kind(f"{target.name} could not be written: {reason}.", target)


def _rename(temporary: Path, target: Path, *, overwrite: bool) -> None:
    """Rename; without `overwrite`, in a way that fails where something is at `target`."""
    if overwrite:
        temporary.replace(target)
        return
    try:
        if sys.platform == "win32":
            temporary.rename(target)  # fails there where the target exists
        else:
            os.link(temporary, target)
    except FileExistsError as error:
        raise _exists(target) from error
    except OSError:
        # a file system without hard links (FAT, some network shares)
        if os.path.lexists(target):
            raise _exists(target) from None
        temporary.replace(target)


def _sync_folder(folder: Path) -> None:
    """Make the rename itself durable; where folders cannot be synced, the file still is."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
