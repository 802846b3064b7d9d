"""What a person may decide about photos of the queue that have no result."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from core.colorize.tint.options import WhenUnsure
from core.errors import UnreadablePhotoError
from core.queue.job import Job, JobSettings, JobState
from desktop.text.translation import QT_TRANSLATE_NOOP

#: What the settings of a job become.
Change = Callable[[JobSettings], JobSettings]

_DAMAGED: Final = UnreadablePhotoError.__name__


@dataclass(frozen=True)
class Decision:
    """A word for a button, of the context ``decisions``, and what it does."""

    word: str
    change: Change


def is_damaged(job: Job) -> bool:
    """Whether rescuing it has not been tried yet."""
    failed = job.state is JobState.FAILED and job.error_kind == _DAMAGED
    return failed and not job.settings.salvage


def colorize(settings: JobSettings) -> JobSettings:
    """A photo that is not certain is black-and-white."""
    return replace(settings, tinted=WhenUnsure.COLORIZE)


def leave(settings: JobSettings) -> JobSettings:
    """A photo that is not certain is in colour."""
    return replace(settings, tinted=WhenUnsure.SKIP)


def salvage(settings: JobSettings) -> JobSettings:
    """Of a damaged photo is taken what can be decoded."""
    return replace(settings, salvage=True)


def _again(settings: JobSettings) -> JobSettings:
    return settings


_UNSURE: Final = (
    Decision(QT_TRANSLATE_NOOP("decisions", "Colour it"), colorize),
    Decision(QT_TRANSLATE_NOOP("decisions", "Leave it"), leave),
)
_RESCUE: Final = (Decision(QT_TRANSLATE_NOOP("decisions", "Rescue what is left"), salvage),)
_RETRY: Final = (Decision(QT_TRANSLATE_NOOP("decisions", "Try again"), _again),)


def decisions_for(job: Job) -> tuple[Decision, ...]:
    """The buttons that a job wants; none of one that has its result, or is to have it."""
    if job.state is JobState.UNSURE:
        return _UNSURE
    if job.state is JobState.FAILED:
        return _RESCUE if is_damaged(job) else _RETRY
    return ()
