"""What is said while a batch runs: a bar, plain lines, JSON, or only what went wrong."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from core.batch.events import (
    JobEnded,
    JobEvent,
    JobFailed,
    JobFinished,
    JobSkipped,
    JobStarted,
    Noticed,
    Paused,
    Resumed,
)
from core.batch.report import report_row
from core.batch.result_files import result_files
from core.batch.run_progress import RunProgress
from core.cli.console import (
    display_name,
    display_path,
    note,
    output_json,
    output_path,
    progress_bar,
)
from core.queue.job import EARLIER_MODEL, Job

if TYPE_CHECKING:
    from rich.progress import Progress

#: Seconds between two lines of progress where no bar can be drawn.
_EVERY_S: Final = 10.0
#: Skipped without a word: what the person asked for, and finds in the summary.
_EXPECTED: Final = frozenset({"Unchanged", "Marked", EARLIER_MODEL, "TargetExistsError"})


#: The option that decides otherwise, where the reason asks for something.
_OPTIONS: Final = {"AlreadyColoredError": " (--recolor)"}


def _option(job: Job) -> str:
    return _OPTIONS.get(job.error_kind or "", "")


class Quiet:
    """What went wrong, and nothing else. The others say more; each is called with every event."""

    def __init__(self, progress: RunProgress) -> None:
        self.progress = progress

    def __call__(self, event: JobEvent) -> None:
        """Take note of an event, and say what it is worth."""
        self.progress.update(event)
        if isinstance(event, JobFailed):
            note(f"{display_name(event.job.source)}: {event.job.error}")
        elif isinstance(event, Paused):
            note(event.reason)
        elif isinstance(event, Noticed):
            note(event.words)


class Plain(Quiet):
    """The path of each result on standard output, and now and then how far it is."""

    def __init__(self, progress: RunProgress, *, print0: bool = False) -> None:
        super().__init__(progress)
        self._said = time.monotonic()
        self._print0 = print0

    def __call__(self, event: JobEvent) -> None:
        """As `Quiet`."""
        super().__call__(event)
        if isinstance(event, JobFinished):
            self.finished(event)
            if event.job.found:
                note(f"{display_name(event.job.source)}: {event.job.found}.")
        elif isinstance(event, JobSkipped) and event.job.error_kind not in _EXPECTED:
            note(f"{display_name(event.job.source)}: {event.reason}{_option(event.job)}")
        elif isinstance(event, Resumed):
            note("going on.")
        self.show()

    def finished(self, event: JobFinished) -> None:
        """One result more."""
        for file in result_files(event.job).values():
            output_path(display_path(file), print0=self._print0)

    def show(self) -> None:
        """How far it is, if that was not said just now."""
        if time.monotonic() - self._said >= _EVERY_S and self.progress.left:
            self._said = time.monotonic()
            note(self.progress.text())


class Bar(Plain):
    """A bar of megapixels; what else is said goes above it."""

    def __init__(self, progress: RunProgress, bar: Progress, *, print0: bool = False) -> None:
        super().__init__(progress, print0=print0)
        self._bar = bar
        self._task = bar.add_task("", total=progress.megapixels_left or 1, words=progress.text())

    def finished(self, event: JobFinished) -> None:
        """One result more; on a screen the bar is enough."""
        if not sys.stdout.isatty():
            super().finished(event)

    def show(self) -> None:
        """Move the bar."""
        total = self._bar.tasks[0].total or 0
        self._bar.update(
            self._task, completed=total - self.progress.megapixels_left, words=self.progress.text()
        )


class Json(Quiet):
    """One line of JSON for each event on standard output; nothing on standard error."""

    def __call__(self, event: JobEvent) -> None:
        """As `Quiet`."""
        self.progress.update(event)
        if isinstance(event, JobStarted):
            output_json("started", source=str(event.job.source))
        elif isinstance(event, JobEnded):
            output_json(event.job.state.value, **report_row(event.job), **self._left())
        elif isinstance(event, Paused):
            output_json("paused", reason=event.reason)
        elif isinstance(event, Resumed):
            output_json("resumed")
        elif isinstance(event, Noticed):
            output_json("noticed", words=event.words)

    def _left(self) -> dict[str, float | int | None]:
        seconds = self.progress.seconds_left
        return {
            "left": self.progress.left,
            "megapixels_left": round(self.progress.megapixels_left, 3),
            "seconds_left": None if seconds is None else round(seconds, 1),
        }


@contextmanager
def event_listener(
    progress: RunProgress, *, json: bool, quiet: bool, print0: bool = False
) -> Iterator[Quiet]:
    """Who listens to this command's events; its bar, if there is one, goes with the block."""
    if json:
        yield Json(progress)
    elif quiet:
        yield Quiet(progress)
    elif not sys.stderr.isatty():
        yield Plain(progress, print0=print0)
    else:
        with _bar() as bar:
            yield Bar(progress, bar, print0=print0)


def _bar() -> Progress:
    from rich.progress import (  # noqa: PLC0415  (only where a person watches)
        BarColumn,
        TaskProgressColumn,
        TextColumn,
    )

    # the bar takes what room the words leave
    return progress_bar(
        BarColumn(None), TaskProgressColumn(), TextColumn("{task.fields[words]}"), expand=True
    )
