"""Texts for a job of the queue: its state, its reason, durations, details."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale, QObject

from core import errors
from core.queue.job import EARLIER_MODEL, Job, JobState
from desktop.queue.events import Stage
from desktop.text.found_words import found_words
from desktop.text.messages import headline
from desktop.text.translation import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate

STATES: Final = {
    JobState.WAITING: QT_TRANSLATE_NOOP("jobs", "Waiting"),
    JobState.RUNNING: QT_TRANSLATE_NOOP("jobs", "Processing"),
    JobState.DONE: QT_TRANSLATE_NOOP("jobs", "Done"),
    JobState.FAILED: QT_TRANSLATE_NOOP("jobs", "Failed"),
    JobState.SKIPPED: QT_TRANSLATE_NOOP("jobs", "Skipped"),
    JobState.UNSURE: QT_TRANSLATE_NOOP("jobs", "Not certain"),
    JobState.CANCELLED: QT_TRANSLATE_NOOP("jobs", "Cancelled"),
}
_STAGES: Final = {
    Stage.READING: QT_TRANSLATE_NOOP("jobs", "Reading"),
    Stage.COLORS: QT_TRANSLATE_NOOP("jobs", "Finding colours"),
    Stage.WRITING: QT_TRANSLATE_NOOP("jobs", "Writing"),
}
#: Kinds that are no class of `core.errors`.
_KINDS: Final = {
    "Unchanged": QT_TRANSLATE_NOOP("jobs", "Nothing has changed since it was colorized."),
    "Marked": QT_TRANSLATE_NOOP("jobs", "You have marked its result: it stays as it is."),
    EARLIER_MODEL: QT_TRANSLATE_NOOP(
        "jobs", "An earlier colour model made its result: it stays as it is."
    ),
    "OSError": QT_TRANSLATE_NOOP("jobs", "Its disk could not be read or written."),
}


def state_words(job: Job, stage: Stage | None = None) -> str:
    """The state of a job, in a few words."""
    if job.state is JobState.RUNNING and stage is not None:
        return translate("jobs", _STAGES[stage])
    if job.state is JobState.SKIPPED and job.error_kind == errors.AlreadyColoredError.__name__:
        return translate("jobs", "Skipped (already in colour)")
    return translate("jobs", STATES[job.state])


def reason_words(job: Job) -> str:
    """Why a job failed or was passed over; what became of its own colours, where it was done."""
    if not job.error:
        return found_words(job.found) if job.found and job.state is JobState.DONE else ""
    kind = job.error_kind or ""
    if kind in _KINDS:
        return translate("jobs", _KINDS[kind])
    known = getattr(errors, kind, None)
    if isinstance(known, type) and issubclass(known, errors.AutochromeError):
        return headline(known(job.error))
    return job.error


def duration_words(seconds: float) -> str:
    """A duration: ``0.8 s``, ``12 s``, ``3:05``, ``2:00:10``."""
    locale = QLocale()
    if seconds < 10:
        return translate("jobs", "{} s").format(locale.toString(seconds, "f", 1))
    if seconds < 60:
        return translate("jobs", "{} s").format(locale.toString(round(seconds)))
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


class _Plural(QObject):
    """lupdate takes a text for one with plurals where it stands in ``tr`` alone."""

    def minutes_left(self, minutes: int) -> str:
        return self.tr("about %n minute(s) left", "", minutes)


def left_words(seconds: float) -> str:
    """A time left, no more exact than it can be known: ``about 4 minutes left``."""
    if seconds < 60:
        return translate("jobs", "less than a minute left")
    minutes = round(seconds / 60)
    if minutes < 60:
        return _Plural().minutes_left(minutes)
    hours, minutes = divmod(5 * round(minutes / 5), 60)
    words = translate("jobs", "about {hours} h {minutes} min left")
    return words.format(hours=hours, minutes=minutes)


def detail_rows(job: Job) -> Iterator[tuple[str, str]]:
    """Pairs of a word and a fact: everything known of a job."""
    yield translate("jobs", "Photo"), str(job.source)
    yield translate("jobs", "Result"), str(job.target)
    yield translate("jobs", "State"), state_words(job)
    if job.error:
        yield translate("jobs", "Reason"), reason_words(job)
        yield translate("jobs", "Exactly"), f"{job.error_kind}: {job.error}"
    if job.found:
        yield translate("jobs", "What was done"), found_words(job.found)
    if job.megapixels is not None:
        yield translate("jobs", "Megapixels"), QLocale().toString(job.megapixels, "f", 1)
    if job.finished is not None:
        moment = datetime.fromtimestamp(job.finished).astimezone()
        yield translate("jobs", "Finished"), f"{moment:%Y-%m-%d %H:%M:%S}"
    if job.provider:
        yield translate("jobs", "Computed by"), job.provider
    if job.confidence is not None:
        yield translate("jobs", "Confidence"), f"{job.confidence:.0%}"
    if job.attempts > 1:
        yield translate("jobs", "Attempts"), QLocale().toString(job.attempts)
