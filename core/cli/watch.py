"""``autochrome watch``: folders looked through again and again, and what is new colorized."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Final

from core.batch.events import Summary
from core.batch.limits import BatchControl, Stop
from core.cli.batch import Batch
from core.cli.batch_models import ModelsInUse, named_models
from core.cli.batch_outcome import photo_count, stopped_early, unsure_lines
from core.cli.batch_request import plan_request
from core.cli.console import (
    display_name,
    display_path,
    flush_output,
    note,
    output_json,
    print_error,
)
from core.cli.exit_status import FAILED, OK, STOPPED, USAGE
from core.cli.interrupt import interrupts_raise
from core.cli.split import page_cutter, split_file
from core.cli.watch_options import WatchOptions
from core.errors import AutochromeError, StoreError
from core.files.windows_paths import is_directory, long_path
from core.photo.probe import probe
from core.planning.plan import make_plan
from core.planning.result_paths import check_writable
from core.planning.source_photo import SourcePhoto
from core.queue.job import Job, JobState
from core.queue.open_queue import open_queue
from core.queue.store import JobStore
from core.watch.folder_watch import FolderWatch, Found, Listing, list_folders
from core.watch.memory import WatchMemory
from core.watch.waiting import FolderWaiter

#: Photos after which is noted what is done.
_ROUND: Final = 64
Clock = Callable[[], float]
#: Jobs that ended; the others wait for the next start.
_ENDED: Final = frozenset({JobState.DONE, JobState.FAILED, JobState.SKIPPED, JobState.UNSURE})


def run(
    options: WatchOptions,
    *,
    waiter: Callable[..., FolderWaiter] = FolderWaiter,
    clock: Clock = time.monotonic,
) -> int:
    """Watch until Ctrl-C; the exit status.

    Args:
        options: the command line's.
        waiter: makes what waits for changes.
        clock: seconds.

    Raises:
        AutochromeError: the model, the device, the queue or OUT cannot be used.
    """
    with interrupts_raise():
        check_writable(options.batch.output)
        models = named_models(options.batch)
        if options.batch.settings.seed is not None and not models.spec.z_size:
            note(f"the model {models.spec.name} has no variants: leave --seed away.")
            return USAGE
        folders = [Path(source) for source in options.batch.sources]
        with waiter(folders, recursive=options.batch.recursive) as waits:
            return _Watching(options, models, waits, clock).run()


@dataclass
class _Watching:
    """One command, from its start to Ctrl-C."""

    options: WatchOptions
    models: ModelsInUse
    waiter: FolderWaiter
    clock: Clock
    counts: Counter[JobState] = field(default_factory=Counter)
    _away: tuple[Path, ...] = ()
    _left: int = 0

    def run(self) -> int:
        """Everything; the exit status."""
        self._say_begin()
        try:
            while not self._stopped_session():
                self._wait_for_output()
        except KeyboardInterrupt:
            pass
        return self._say_end()

    def _stopped_session(self) -> bool:
        """Watch with the queue open; false where the folder of the results has gone."""
        batch = self.options.batch
        recipe = self.options.recipe(self.models.spec.sha256)
        try:
            with (
                WatchMemory(self.options.memory, recipe) as memory,
                open_queue(batch.store, batch.output) as store,
            ):
                return self._watch(
                    store, FolderWatch(self._listing(), memory, self.options.new_only)
                )
        except StoreError:
            if is_directory(batch.output):
                raise
            return False

    def _listing(self) -> Callable[[], Listing]:
        batch = self.options.batch
        return partial(
            list_folders,
            batch.sources,
            recursive=batch.recursive,
            include=batch.include,
            exclude=batch.exclude,
            output=batch.output,
        )

    def _watch(self, store: JobStore, watch: FolderWatch) -> bool:
        """Look, do, wait. True: stopped by a person."""
        while True:
            found = watch.look(self.clock())
            self._say_found(found)
            for at in range(0, len(found.ready), _ROUND):
                if self._do(store, watch, found.ready[at : at + _ROUND]):
                    return True
            if not is_directory(self.options.batch.output):
                return False
            if not found.ready:
                self.waiter.wait(found.look_again)

    def _do(self, store: JobStore, watch: FolderWatch, ready: Sequence[SourcePhoto]) -> bool:
        """Colorize what is ready; whether a person has stopped that."""
        pieces = {photo: self._pieces(photo) for photo in ready}
        unreadable = {photo for photo, made in pieces.items() if made is None}
        todo = [piece for made in pieces.values() for piece in made or ()]
        plan = make_plan(todo, plan_request(self.options.batch, self.models.spec), store.jobs())
        ids = store.add(plan.jobs)
        control = BatchControl()
        summary = Batch(self.options.batch, self.models).work_off(store, control)
        flush_output()  # a program that reads it must not wait for the end of the watch
        jobs = [job for number in ids if (job := store.get(number)) is not None]
        self._count(jobs, summary)
        if not is_directory(self.options.batch.output):
            return False  # what could not be written there is done anew when it is back
        states = {job.source: job.state for job in jobs}
        for photo, made in pieces.items():
            own = [states.get(long_path(piece.real), JobState.DONE) for piece in made or ()]
            if set(own) <= _ENDED:
                failed = JobState.FAILED in own or photo in unreadable
                watch.ended(photo, self.clock(), failed=failed)
            else:
                watch.put_back(photo)
        return stopped_early(summary) or control.stop is not Stop.NO

    def _pieces(self, photo: SourcePhoto) -> Sequence[SourcePhoto] | None:
        """The photo itself, or with ``--split`` its prints; None where it cannot be cut."""
        if not self.options.split:
            return [replace(photo, header=probe(photo.path))]
        options = self.options.splitting(photo.relative.parent)
        cutter = page_cutter(options, wrote=lambda _: None, own_only=True)
        try:
            check_writable(options.output)
            paths = split_file(cutter, photo.path)
            cutter.report()
        except AutochromeError as error:
            print_error(error, photo.path)
            self.counts[JobState.FAILED] += 1
            return None
        folder = photo.relative.parent
        return [SourcePhoto(path, folder / path.name, path, probe(path)) for path in paths]

    def _count(self, jobs: Sequence[Job], summary: Summary) -> None:
        self.counts.update(job.state for job in jobs)
        self._left = summary.left
        if not self.options.batch.json:
            for line in unsure_lines([job for job in jobs if job.state is JobState.UNSURE]):
                note(line)

    def _wait_for_output(self) -> None:
        self._say("away", self.options.batch.output)
        while not is_directory(self.options.batch.output):
            self.waiter.wait(None)
        self._say("back", self.options.batch.output)

    def _say_found(self, found: Found) -> None:
        away = tuple(found.away)
        for folder in away:
            if folder not in self._away:
                self._say("away", folder)
        for folder in self._away:
            if folder not in away:
                self._say("back", folder)
                self.waiter.restart()
        self._away = away
        for path in found.in_use:
            self._say("in_use", path)

    def _say_begin(self) -> None:
        batch = self.options.batch
        if batch.json:
            output_json("watching", folders=list(batch.sources), polling=self.waiter.is_polling)
        elif not batch.quiet:
            how = (
                " (every few seconds: no events come from there)" if self.waiter.is_polling else ""
            )
            note(f"watching {', '.join(batch.sources)}{how}; Ctrl-C ends it.")

    def _say(self, event: str, path: Path) -> None:
        if self.options.batch.json:
            output_json(event, path=str(path))
        else:
            note(f"{display_name(path)} {_SENTENCES[event]}")

    def _say_end(self) -> int:
        counts = self.counts
        status = FAILED if counts[JobState.FAILED] else OK
        status = STOPPED if self._left else status
        if self.options.batch.json:
            output_json(
                "summary", **{state.value: counts[state] for state in _ENDED}, left=self._left
            )
        elif not self.options.batch.quiet:
            words = f"{photo_count(counts[JobState.DONE])} done"
            words += f", {counts[JobState.FAILED]:,} failed" if counts[JobState.FAILED] else ""
            words += f", {self._left:,} left for the next start" if self._left else ""
            note(f"no longer watching: {words}, in {display_path(self.options.batch.output)}.")
        return status


_SENTENCES: Final = {
    "away": "is not there now, or cannot be read: waiting until it is.",
    "back": "is there again.",
    "in_use": "is in use by another program, or may not be read: waiting until it is free.",
}
