"""Exit statuses, and the one each error ends in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from core.errors import (
    AutochromeError,
    ClusterError,
    HintError,
    InvalidDataError,
    ModelError,
    OutOfMemoryError,
    PhotoError,
    SessionError,
    ShareError,
    SidecarError,
    StoreError,
    StoreFullError,
    UnknownDeviceError,
    WriteError,
)

OK: Final = 0
FAILED: Final = 1
USAGE: Final = 2
STOPPED: Final = 3
NO_MODEL: Final = 4
DISK_FULL: Final = 5
UNSURE: Final = 6

#: Shown by ``autochrome --help``.
EXPLANATION: Final = """\
exit status:
  0  everything was done
  1  at least one photo failed (the others were done), or the self-test did
  2  the command was not understood
  3  stopped early (Ctrl-C, the device, cluster or queue failed, or nobody reads the output any
     more)
  4  the model, the device, the queue, the cluster or a folder to write into could not be used:
     nothing was done
  5  a batch stopped early because a disk was about to be full
  6  nothing failed, but whether some photos are black-and-white is not certain: a batch lists them
"""

#: A class stands for its subclasses too; the nearest one counts.
STATUSES: Final[Mapping[type[AutochromeError], int]] = {
    PhotoError: FAILED,
    WriteError: FAILED,
    HintError: FAILED,
    ShareError: FAILED,
    SidecarError: FAILED,
    InvalidDataError: FAILED,
    ClusterError: NO_MODEL,
    StoreError: NO_MODEL,
    StoreFullError: DISK_FULL,
    OutOfMemoryError: FAILED,
    ModelError: NO_MODEL,
    SessionError: NO_MODEL,
    UnknownDeviceError: USAGE,
}


def exit_status(error: AutochromeError) -> int:
    """The exit status a command ends in because of this error."""
    return next(STATUSES[kind] for kind in type(error).__mro__ if kind in STATUSES)
