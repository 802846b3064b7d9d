"""Why a job failed, in words for a person and in facts that decide how a run goes on."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from core.errors import (
    AutochromeError,
    DiskFullError,
    OutOfMemoryError,
    SessionError,
    system_reason,
)
from core.photo.label import plain_reason

_LOG: Final = logging.getLogger(__name__)


@dataclass(frozen=True)
class JobFailure:
    """Why a job failed; it travels between processes, which exceptions do badly.

    Attributes:
        sentence: for a person.
        kind: `core.queue.job.Job.error_kind`.
        disk_full: there was no room for the result: not the photo's fault.
        device_failed: it may be the device's fault.
    """

    sentence: str
    kind: str
    disk_full: bool = False
    device_failed: bool = False


def describe_failure(source: Path, error: BaseException) -> JobFailure:
    """What an error says of a photo; one that nobody expected goes to the log as well."""
    name = source.name
    if isinstance(error, AutochromeError):
        device = isinstance(error, SessionError) and not isinstance(error, OutOfMemoryError)
        disk = isinstance(error, DiskFullError)
        return JobFailure(str(error), type(error).__name__, disk, device)
    if isinstance(error, MemoryError):
        sentence = f"there is not enough memory for {name}: close other programs and try again."
        return JobFailure(sentence, OutOfMemoryError.__name__)
    if isinstance(error, OSError):
        sentence = f"{name} could not be colorized ({system_reason(error)}): check its disk."
        return JobFailure(sentence, "OSError")
    _LOG.error("%s could not be colorized", source, exc_info=error)
    kind = type(error).__name__
    sentence = (
        f"{name} could not be colorized ({kind}{_words(error)}): a fault of the program, report it."
    )
    return JobFailure(sentence, kind)


def _words(error: BaseException) -> str:
    """What an unknown class of error says, on one line; nothing where it cannot say it."""
    try:
        said = " ".join(str(error).split())
    except Exception:  # noqa: BLE001  (whatever a foreign class does there)
        return ""
    said = plain_reason(said)
    return f": {said}" if said else ""
