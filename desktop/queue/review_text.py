"""Texts for a result that is looked at: its mark, how sure the model was."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from core.queue.job import Job, JobState
from core.queue.mark import Mark
from desktop.queue.job_text import reason_words, state_words
from desktop.text.translation import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate

MARKS: Final = {
    Mark.GOOD: QT_TRANSLATE_NOOP("marks", "Good"),
    Mark.REDO: QT_TRANSLATE_NOOP("marks", "Make again"),
    Mark.REJECT: QT_TRANSLATE_NOOP("marks", "Rejected"),
    Mark.FIXED: QT_TRANSLATE_NOOP("marks", "Put right by hand"),
}


def mark_words(mark: Mark | None) -> str:
    """The word for a mark; empty without one."""
    return "" if mark is None else translate("marks", MARKS[mark])


def sure_words(job: Job) -> str:
    """How sure the model was: ``41 % sure``; empty where it does not say."""
    if job.confidence is None:
        return ""
    return translate("marks", "{} % sure").format(round(100 * job.confidence))


def caption_words(job: Job) -> str:
    """The second line below a pair: sureness, mark; the state of a photo that is done again."""
    waits = job.state in (JobState.WAITING, JobState.RUNNING)
    parts = (state_words(job) if waits else sure_words(job), mark_words(job.mark))
    return " · ".join(part for part in parts if part)


def review_words(job: Job) -> str:
    """Everything a card says, for a screen reader and as a tip."""
    reason = "" if job.has_result else f"{state_words(job)}: {reason_words(job)}"
    return ", ".join(part for part in (job.source.name, reason, caption_words(job)) if part)
