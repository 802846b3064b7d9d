"""What is said while a batch runs: a bar, plain lines, JSON, or only what went wrong."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from core.batch.batch_progress import Pace
from core.batch.events import (
    JobEvent,
    JobFailed,
    JobFinished,
    JobSkipped,
    JobStarted,
    Noticed,
    Paused,
    Resumed,
)
from core.batch.report import row_of
from core.cli.console import bar, say, say_json, shown, tell

if TYPE_CHECKING:
    from rich.progress import Progress

#: Seconds between two lines of progress where no bar can be drawn.
_EVERY_S: Final = 10.0
#: Skipped without a word: what the person asked for, and finds in the summary.
_EXPECTED: Final = frozenset({"Unchanged", "TargetExistsError"})


class Quiet:
    """What went wrong, and nothing else. The others say more; each is called with every event."""

    def __init__(self, pace: Pace) -> None:
        self.pace = pace

    def __call__(self, event: JobEvent) -> None:
        """Take note of an event, and say what it is worth."""
        self.pace.see(event)
        if isinstance(event, JobFailed):
            say(f"{shown(event.job.source)}: {event.job.error}")
        elif isinstance(event, Paused):
            say(event.reason)
        elif isinstance(event, Noticed):
            say(event.words)


class Plain(Quiet):
    """The path of each result on standard output, and now and then how far it is."""

    def __init__(self, pace: Pace) -> None:
        super().__init__(pace)
        self._said = time.monotonic()

    def __call__(self, event: JobEvent) -> None:
        """As `Quiet`."""
        super().__call__(event)
        if isinstance(event, JobFinished):
            self.finished(event)
        elif isinstance(event, JobSkipped) and event.job.error_kind not in _EXPECTED:
            say(f"{shown(event.job.source)}: {event.reason}")
        elif isinstance(event, Resumed):
            say("going on.")
        self.show()

    def finished(self, event: JobFinished) -> None:
        """One result more."""
        tell(str(shown(event.job.target)))

    def show(self) -> None:
        """How far it is, if that was not said just now."""
        if time.monotonic() - self._said >= _EVERY_S and self.pace.left:
            self._said = time.monotonic()
            say(self.pace.words())


class Bar(Plain):
    """A bar of megapixels; what else is said goes above it."""

    def __init__(self, pace: Pace, progress: Progress) -> None:
        super().__init__(pace)
        self._progress = progress
        self._task = progress.add_task("", total=pace.megapixels_left or 1, words=pace.words())

    def finished(self, event: JobFinished) -> None:
        """One result more; on a screen the bar is enough."""
        if not sys.stdout.isatty():
            super().finished(event)

    def show(self) -> None:
        """Move the bar."""
        total = self._progress.tasks[0].total or 0
        self._progress.update(
            self._task, completed=total - self.pace.megapixels_left, words=self.pace.words()
        )


class Json(Quiet):
    """One line of JSON for each event on standard output; nothing on standard error."""

    def __call__(self, event: JobEvent) -> None:
        """As `Quiet`."""
        self.pace.see(event)
        if isinstance(event, JobStarted):
            say_json("started", source=str(event.job.source))
        elif isinstance(event, JobFinished | JobFailed | JobSkipped):
            say_json(event.job.state.value, **row_of(event.job), **self._progress())
        elif isinstance(event, Paused):
            say_json("paused", reason=event.reason)
        elif isinstance(event, Resumed):
            say_json("resumed")
        elif isinstance(event, Noticed):
            say_json("noticed", words=event.words)

    def _progress(self) -> dict[str, float | int | None]:
        seconds = self.pace.seconds_left
        return {
            "left": self.pace.left,
            "megapixels_left": round(self.pace.megapixels_left, 3),
            "seconds_left": None if seconds is None else round(seconds, 1),
        }


@contextmanager
def listener(options: argparse.Namespace, pace: Pace) -> Iterator[Quiet]:
    """Who listens to this command's events; its bar, if there is one, goes with the block."""
    if options.json:
        yield Json(pace)
    elif options.quiet:
        yield Quiet(pace)
    elif not sys.stderr.isatty():
        yield Plain(pace)
    else:
        with _bar() as progress:
            yield Bar(pace, progress)


def _bar() -> Progress:
    from rich.progress import (  # noqa: PLC0415  (only where a person watches)
        BarColumn,
        TaskProgressColumn,
        TextColumn,
    )

    # the bar takes what room the words leave
    return bar(
        BarColumn(None), TaskProgressColumn(), TextColumn("{task.fields[words]}"), expand=True
    )
