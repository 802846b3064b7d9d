"""How a batch ended: its exit status, and its last line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path

from core.batch.events import StopReason, Summary
from core.cli.console import counted, display_name, display_path
from core.cli.exit_status import DISK_FULL, FAILED, OK, STOPPED, UNSURE
from core.queue.job import EARLIER_MODEL, Job, JobState


def batch_status(summary: Summary, *, troubles: bool) -> int:
    """The exit status; ``troubles``: something besides the queue's photos went wrong."""
    if summary.stopped is StopReason.DISK_FULL:
        return DISK_FULL
    if stopped_early(summary):
        return STOPPED
    if summary.failed or troubles:
        return FAILED
    return UNSURE if summary.unsure else OK


def stopped_early(summary: Summary) -> bool:
    """Whether photos are left; a Ctrl-C during the last one changes nothing."""
    return summary.stopped is not None and summary.left > 0


def summary_record(summary: Summary) -> dict[str, object]:
    """For ``--json``."""
    return {
        "done": summary.done,
        "failed": summary.failed,
        "skipped": summary.skipped,
        "unsure": summary.unsure,
        "left": summary.left,
        "megapixels": round(summary.megapixels, 3),
        "seconds": round(summary.seconds, 3),
        "stopped": summary.stopped,
        "reason": summary.reason or None,
    }


def summary_sentence(summary: Summary, output: Path) -> str:
    """For a person."""
    words = _counts(summary)
    if stopped_early(summary):
        reason = f"{summary.reason} " if summary.reason else ""
        left = photo_count(summary.left)
        return f"stopped early: {reason}{words} The same command does the {left} left."
    if summary.failed:
        words += f" See: autochrome queue list {display_path(output)} --state failed"
    return words


def unsure_lines(jobs: Sequence[Job]) -> Iterator[str]:
    """What a person has to decide: each photo, and the options that decide."""
    unsure = [job for job in jobs if job.state is JobState.UNSURE]
    if not unsure:
        return
    yield (
        f"{photo_count(len(unsure))} may be black-and-white with a tone, or colour photos that "
        "have faded:"
    )
    for job in unsure:
        yield display_name(job.source)
    yield (
        "Look at them, and give the same command with --tinted colorize (they are black-and-white) "
        "or with --tinted skip (they are in colour; --recolor gives even those new colours)."
    )


def earlier_model_lines(jobs: Sequence[Job]) -> Iterator[str]:
    """How many results are of an earlier model, and the option that makes them anew."""
    left = sum(job.error_kind == EARLIER_MODEL for job in jobs)
    if left:
        yield (
            f"{photo_count(left)} had been colorized by an earlier model: what it made stays as it "
            "is (--update-model makes it anew)."
        )


def _counts(summary: Summary) -> str:
    counts = [f"{photo_count(summary.done)} done"]
    counts += [f"{summary.failed:,} failed"] if summary.failed else []
    counts += [f"{summary.skipped:,} skipped"] if summary.skipped else []
    counts += [f"{summary.unsure:,} not certain"] if summary.unsure else []
    words = f"{', '.join(counts)} in {timedelta(seconds=round(summary.seconds))}"
    if not summary.done or not summary.seconds:
        return f"{words}."
    per_second = (summary.done / summary.seconds, summary.megapixels / summary.seconds)
    return f"{words} ({per_second[0]:.1f} photos/s, {per_second[1]:.1f} megapixels/s)."


def photo_count(number: int) -> str:
    """``1 photo``, ``2,000 photos``."""
    return counted(number, "photo")
