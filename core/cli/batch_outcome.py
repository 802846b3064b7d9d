"""How a batch ended: its exit status, and its last line."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from core.batch.events import StopReason, Summary
from core.cli.console import display_path
from core.cli.exit_status import DISK_FULL, FAILED, OK, STOPPED


def batch_status(summary: Summary, *, troubles: bool) -> int:
    """The exit status; ``troubles``: something besides the queue's photos went wrong."""
    if summary.stopped is StopReason.DISK_FULL:
        return DISK_FULL
    if stopped_early(summary):
        return STOPPED
    return FAILED if summary.failed or troubles else OK


def stopped_early(summary: Summary) -> bool:
    """Whether photos are left; a Ctrl-C during the last one changes nothing."""
    return summary.stopped is not None and summary.left > 0


def summary_record(summary: Summary) -> dict[str, object]:
    """For ``--json``."""
    return {
        "done": summary.done,
        "failed": summary.failed,
        "skipped": summary.skipped,
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


def _counts(summary: Summary) -> str:
    counts = [f"{photo_count(summary.done)} done"]
    counts += [f"{summary.failed:,} failed"] if summary.failed else []
    counts += [f"{summary.skipped:,} skipped"] if summary.skipped else []
    words = f"{', '.join(counts)} in {timedelta(seconds=round(summary.seconds))}"
    if not summary.done or not summary.seconds:
        return f"{words}."
    per_second = (summary.done / summary.seconds, summary.megapixels / summary.seconds)
    return f"{words} ({per_second[0]:.1f} photos/s, {per_second[1]:.1f} megapixels/s)."


def photo_count(number: int) -> str:
    """``1 photo``, ``2,000 photos``."""
    return "1 photo" if number == 1 else f"{number:,} photos"
