"""``autochrome batch``: photos found, planned, put into the queue, and the queue worked off."""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from core.batch.batch_progress import Pace
from core.batch.contact_sheet import contact_sheet
from core.batch.events import Summary
from core.batch.limits import BatchControl, Limits
from core.batch.report import row_of, trouble_row, write_report
from core.batch.run import run_batch
from core.cli import dry_run
from core.cli.batch_outcome import facts_of, photos, status_of, stopped_early, words_of
from core.cli.batch_parser import USER
from core.cli.console import report, say, say_json, shown, watched
from core.cli.engine_parser import DASK
from core.cli.exit_status import FAILED, NO_MODEL, OK, USAGE
from core.cli.interrupt import interrupts_raise, interrupts_stop
from core.cli.progress_display import listener
from core.cluster.config import Fleet
from core.cluster.run import check_installed, run_on_cluster
from core.colorize.colorizer import Colorizer
from core.errors import StoreError, UnwritableTargetError, WriteError
from core.files.windows_paths import is_file
from core.inference.model_file import load_model_spec
from core.inference.model_spec import ModelSpec, bundled_model
from core.planning.plan import Plan, Wish, make_plan, needs_nothing
from core.planning.result_paths import check_writable
from core.planning.walk import Walk
from core.queue.job import IfExists, Job, JobSettings, JobState, NewJob
from core.queue.locations import beside_results, in_user_data
from core.queue.store import JobStore

_UNFINISHED = (JobState.WAITING, JobState.RUNNING)

#: `run_batch` or `run_on_cluster`, with what is the same for a whole command filled in.
Engine = Callable[..., Summary]


def run(options: argparse.Namespace) -> int:
    """Colorize what the command line names; returns the exit status.

    Raises:
        AutochromeError: the model, the device or the queue cannot be used.
    """
    # links are followed once, here: a queue knows one name for each file
    options.output = Path(os.path.realpath(options.output))
    with interrupts_raise():
        if options.dry_run:
            return _dry_run(options)
        path = store_path(options)
        if not options.sources and not is_file(path):
            say(f"{shown(options.output)} has no queue to continue: name the photos.")
            return USAGE
        spec, engine = _engine(options)
        if options.seed is not None and not spec.z_size:
            say(f"the model {spec.name} has no variants: leave --seed away.")
            return USAGE
        return _Batch(options, path, spec, engine).run()


def _engine(options: argparse.Namespace) -> tuple[ModelSpec, Engine]:
    """The model, and what runs it."""
    if options.engine == DASK:
        check_installed()  # before the photos are looked for
        spec = load_model_spec(options.model or bundled_model())
        fleet = Fleet(
            scheduler=options.scheduler,
            workers=options.workers or 0,
            gpus_per_worker=options.gpus_per_worker or 0,
            device="cuda" if options.gpus_per_worker else options.device,
        )
        return spec, partial(run_on_cluster, spec=spec, fleet=fleet)
    colorizer = Colorizer(options.model, device=options.device)
    if colorizer.session.fallback_reason:
        say(colorizer.session.fallback_reason)
    return colorizer.spec, partial(run_batch, colorizer=colorizer)


def store_path(options: argparse.Namespace) -> Path:
    """Where this command's queue is."""
    if options.store == USER:
        return in_user_data(options.output, options.shard)
    return Path(options.store) if options.store else beside_results(options.output, options.shard)


def _dry_run(options: argparse.Namespace) -> int:
    walk, spec = _walk(options), load_model_spec(options.model or bundled_model())
    known = _known(store_path(options))
    plan = make_plan(watched(walk, "Looking for photos"), _wish(options, spec), known)
    return dry_run.run(options, walk, plan, spec, known)


@dataclass
class _Batch:
    """One command, from its sources to its exit status."""

    options: argparse.Namespace
    path: Path
    spec: ModelSpec
    engine: Engine

    def run(self) -> int:
        """Everything; the exit status."""
        walk = _walk(self.options)
        wish = _wish(self.options, self.spec)
        plan = make_plan(watched(walk, "Looking for photos"), wish, _known(self.path))
        self._say_found(walk, plan)
        if self.options.sources and not plan.jobs and not plan.done:
            say("there is no photo to colorize.")
            return FAILED if walk.troubles else OK
        try:
            self._check_places()
        except UnwritableTargetError as error:
            report(error)
            return NO_MODEL
        with JobStore(self.path) as store:
            ids = self._fill(store, plan.jobs, plan.done)
            summary = self._work_off(store)
            return self._tell_result(store, ids, walk, summary)

    def _check_places(self) -> None:
        """A night must not end at a folder that could have been refused at once."""
        papers = (self.options.report, self.options.contact_sheet)
        for folder in (self.options.output, *(paper.parent for paper in papers if paper)):
            check_writable(folder)

    def _fill(self, store: JobStore, jobs: Sequence[NewJob], done: Sequence[Job]) -> set[int]:
        """Queue the jobs; their ids. What else an earlier command left waiting is not for now."""
        with store.claimed_by_me():
            if not self.options.sources:
                return {job.id for job in store.jobs(_UNFINISHED)}
            ids = set(store.add(jobs))
            others = [job.id for job in store.jobs(_UNFINISHED) if job.id not in ids]
            if store.cancel(others):
                say(
                    f"of those that an earlier command left waiting {photos(len(others))} will "
                    "not be done: they are not among these."
                )
        return ids | {job.id for job in done}

    def _work_off(self, store: JobStore) -> Summary:
        pace = self._pace(store)
        limits = Limits(
            disk_reserve_mb=self.options.disk_reserve,
            max_megapixels=self.options.max_megapixels,
            when_disk_full="stop",
        )
        control = BatchControl()
        with listener(self.options, pace) as listen, interrupts_stop(control):
            try:
                return self.engine(store, control=control, on_event=listen, limits=limits)
            except StoreError as error:
                if not pace.begun:
                    raise
                return pace.broken_off(error)

    def _pace(self, store: JobStore) -> Pace:
        jobs = store.jobs(_UNFINISHED)
        settled = {job.id: job for job in jobs if needs_nothing(job, self.spec.sha256)}
        megapixels = sum(job.megapixels or 0.0 for job in settled.values())
        left = max(0.0, store.remaining_megapixels() - megapixels)
        return Pace(len(jobs), left, settled.keys())

    def _say_found(self, walk: Walk, plan: Plan) -> None:
        for trouble in walk.troubles:
            report(trouble)
        passed = Counter({reason.value: number for reason, number in walk.skipped.items()})
        passed += Counter(
            {
                "results of this program": plan.results,
                "other shares": plan.elsewhere,
                "done before the interruption": len(plan.done),
            }
        )
        if self.options.json:
            say_json("planned", photos=len(plan.jobs), passed_over=dict(passed))
        elif passed and not self.options.quiet:
            said = ", ".join(f"{reason} ({number:,})" for reason, number in passed.items())
            say(f"{photos(len(plan.jobs))} to do; passed over: {said}.")

    def _tell_result(self, store: JobStore, ids: set[int], walk: Walk, summary: Summary) -> int:
        """Write what was asked for, say how it ended; the exit status."""
        written = self._write_papers(store, ids, walk)
        status = status_of(summary, troubles=bool(walk.troubles) or not written)
        if self.options.json:
            say_json("summary", **facts_of(summary), status=status)
        elif not self.options.quiet or stopped_early(summary):
            say(words_of(summary, self.options.output))
        return status

    def _write_papers(self, store: JobStore, ids: set[int], walk: Walk) -> bool:
        """The report and the contact sheet; whether they could be written."""
        options = self.options
        if not (options.report or options.contact_sheet):
            return True
        try:
            jobs = [job for job in store.jobs() if job.id in ids]
            if options.report:
                rows = [*map(row_of, jobs), *map(trouble_row, walk.troubles)]
                write_report(rows, options.report)
            if options.contact_sheet:
                contact_sheet(_with_results(jobs), options.contact_sheet, overwrite=True)
        except (WriteError, StoreError) as error:
            report(error)
            return False
        return True


def _with_results(jobs: Sequence[Job]) -> list[Job]:
    """Those done, and those an earlier run of the same command did, as done."""
    unchanged = JobState.SKIPPED, "Unchanged"
    return [
        replace(job, state=JobState.DONE) if (job.state, job.error_kind) == unchanged else job
        for job in jobs
    ]


def _walk(options: argparse.Namespace) -> Walk:
    return Walk(
        options.sources,
        recursive=options.recursive,
        include=options.include,
        exclude=options.exclude,
        output=options.output,
    )


def _wish(options: argparse.Namespace, spec: ModelSpec) -> Wish:
    return Wish(
        output=options.output,
        template=options.name,
        format=None if options.format == "keep" else options.format,
        settings=JobSettings(
            strength=options.strength,
            saturation=options.saturation,
            warmth=options.warmth,
            size=options.size,
            seed=options.seed,
            recolor=options.recolor,
            quality=options.quality,
        ),
        if_exists=IfExists(options.if_exists),
        consistent=options.consistent,
        shard=options.shard,
        model_name=spec.name,
        model_sha256=spec.sha256,
    )


def _known(path: Path) -> list[Job]:
    """The jobs of a queue; none where there is no queue yet."""
    if not is_file(path):
        return []
    with JobStore(path) as store:
        return store.jobs()
