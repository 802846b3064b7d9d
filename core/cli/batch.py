"""``autochrome batch``: photos found, planned, put into the queue, and the queue worked off."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.batch.contact_sheet import contact_sheet
from core.batch.events import Summary
from core.batch.limits import BatchControl
from core.batch.report import report_row, source_error_row, write_report
from core.batch.run_progress import RunProgress
from core.cli import dry_run
from core.cli.batch_models import ModelsInUse, named_models, recalled_models
from core.cli.batch_options import BatchOptions
from core.cli.batch_outcome import (
    batch_status,
    earlier_model_lines,
    photo_count,
    stopped_early,
    summary_record,
    summary_sentence,
    unsure_lines,
)
from core.cli.batch_reference import with_reference
from core.cli.batch_request import plan_request
from core.cli.console import (
    display_path,
    note,
    output_json,
    print_error,
    with_counter,
)
from core.cli.exit_status import (
    DISK_FULL,
    FAILED,
    NO_MODEL,
    OK,
    STOPPED,
    USAGE,
    exit_status,
)
from core.cli.interrupt import interrupts_raise, interrupts_stop
from core.cli.progress_display import event_listener
from core.colorize.ensemble import load_specs
from core.errors import AutochromeError, StoreError, UnwritableTargetError, WriteError
from core.files.windows_paths import is_file
from core.inference.model_spec import ModelSpec
from core.planning.plan import Plan, is_up_to_date, make_plan
from core.planning.result_paths import check_writable
from core.planning.walk import Walk
from core.queue.asked import Asked
from core.queue.job import Job, JobSettings, JobState, NewJob
from core.queue.known_queues import is_known_queue
from core.queue.open_queue import open_queue
from core.queue.store import JobStore
from core.repair.repair import bundled_repairer

_UNFINISHED = (JobState.WAITING, JobState.RUNNING)
_LEFT_OUT = (JobState.UNSURE, JobState.SKIPPED)


def run(options: BatchOptions) -> int:
    """Colorize what the command line names; returns the exit status.

    Raises:
        AutochromeError: the model, the device or the queue cannot be used.
    """
    with interrupts_raise():
        known = with_reference(options)
        return USAGE if known is None else _run(known)


def _run(options: BatchOptions) -> int:
    if options.dry_run:
        return _dry_run(options)
    if not options.sources and not is_file(options.store):
        note(f"{display_path(options.output)} has no queue to continue: name the photos.")
        return USAGE
    if not options.sources and not is_known_queue(options.store):
        note(
            f"the queue {display_path(options.store)} was not filled here, or was moved: name "
            "its photos (SRC) to continue it."
        )
        return USAGE
    if not options.sources and not options.model.names:
        return _continue(options)
    if options.settings.repair:
        bundled_repairer()  # one that is not there is said before anything is done
    in_use = named_models(options)
    if options.settings.seed is not None and not in_use.spec.z_size:
        note(f"the model {in_use.spec.name} has no variants: leave --seed away.")
        return USAGE
    return Batch(options, in_use).run()


def _continue(options: BatchOptions) -> int:
    """A queue goes on with the models its photos were meant for."""
    waiting = [job for job in _known(options) if job.state in _UNFINISHED]
    if not waiting:
        return Batch(options, named_models(options)).run()
    statuses, meant = [], frozenset(job.id for job in waiting)
    for found in recalled_models(options, waiting):
        if isinstance(found, AutochromeError):
            print_error(found)
            statuses.append(exit_status(found))
            continue
        statuses.append(Batch(options, found, meant).run())
        if statuses[-1] in (STOPPED, DISK_FULL):
            break
    return max(statuses, default=OK)


def _dry_run(options: BatchOptions) -> int:
    walk, spec = _walk(options), load_specs(options.model.choices())
    known = _known(options)
    plan = make_plan(with_counter(walk, "Looking for photos"), plan_request(options, spec), known)
    return dry_run.run(options, walk, plan, spec, known, _asked(options))


@dataclass
class Batch:
    """One command, from its sources to its exit status.

    Attributes:
        reported: jobs that report and contact sheet are about, beside its own: those that the
            command has other models for.
    """

    options: BatchOptions
    models: ModelsInUse
    reported: frozenset[int] = frozenset()

    @property
    def spec(self) -> ModelSpec:
        """What is said of the models."""
        return self.models.spec

    def run(self) -> int:
        """Everything; the exit status."""
        walk = _walk(self.options)
        request = plan_request(self.options, self.spec)
        plan = make_plan(with_counter(walk, "Looking for photos"), request, _known(self.options))
        self._note_found(walk, plan)
        if self.options.sources and not plan.jobs and not plan.done:
            note("there is no photo to colorize.")
            return FAILED if walk.troubles else OK
        try:
            self._check_places()
        except UnwritableTargetError as error:
            print_error(error)
            return NO_MODEL
        with open_queue(self.options.store, self.options.output) as store:
            only = self.models.only
            store.claim_only(None if only is None else JobSettings(models=only))
            ids = self._fill(store, plan.jobs, plan.done)
            summary = self.work_off(store)
            return self._report_result(store, ids, walk, summary)

    def _check_places(self) -> None:
        """A night must not end at a folder that could have been refused at once."""
        papers = (self.options.report, self.options.contact_sheet)
        for folder in (self.options.output, *(paper.parent for paper in papers if paper)):
            check_writable(folder)

    def _fill(self, store: JobStore, jobs: Sequence[NewJob], done: Sequence[Job]) -> set[int]:
        """Queue the jobs; their ids. What else an earlier command left waiting is not for now."""
        with store.exclusive():
            if not self.options.sources:
                return {job.id for job in self._waiting(store)}
            ids = set(store.add(jobs))
            others = [job.id for job in store.jobs(_UNFINISHED) if job.id not in ids]
            if store.cancel(others):
                left = photo_count(len(others))
                note(
                    f"of those that an earlier command left waiting {left} will not be done: they "
                    "are not among these."
                )
        return ids | {job.id for job in done}

    def _waiting(self, store: JobStore) -> list[Job]:
        """Those that are these models' to do."""
        jobs, only = store.jobs(_UNFINISHED), self.models.only
        return [job for job in jobs if only is None or job.settings.models == only]

    def work_off(self, store: JobStore, control: BatchControl | None = None) -> Summary:
        """All that waits in the queue, said as it happens; Ctrl-C asks ``control`` for its end."""
        progress, options = self._progress(store), self.options
        control = control or BatchControl()
        listener = event_listener(
            progress, json=options.json, quiet=options.quiet, print0=options.print0
        )
        with listener as listen, interrupts_stop(control):
            try:
                engine = self.models.engine
                return engine(store, control=control, on_event=listen, limits=options.limits)
            except StoreError as error:
                if not progress.begun:
                    raise
                return progress.interrupted_summary(error)

    def _progress(self, store: JobStore) -> RunProgress:
        jobs, spec = self._waiting(store), self.spec
        up_to_date = {job.id: job for job in jobs if is_up_to_date(job, spec.sha256, spec.earlier)}
        megapixels = sum(job.megapixels or 0.0 for job in up_to_date.values())
        left = max(0.0, store.remaining_megapixels() - megapixels)
        return RunProgress(len(jobs), left, up_to_date.keys())

    def _note_found(self, walk: Walk, plan: Plan) -> None:
        for trouble in walk.troubles:
            print_error(trouble)
        passed = Counter({reason.value: number for reason, number in walk.skipped.items()})
        passed += Counter(
            {
                "results of this program": plan.results,
                "other shares": plan.elsewhere,
                "done before the interruption": len(plan.done),
            }
        )
        if self.options.json:
            output_json("planned", photos=len(plan.jobs), passed_over=dict(passed))
        elif passed and not self.options.quiet:
            said = ", ".join(f"{reason} ({number:,})" for reason, number in passed.items())
            note(f"{photo_count(len(plan.jobs))} to do; passed over: {said}.")

    def _report_result(self, store: JobStore, ids: set[int], walk: Walk, summary: Summary) -> int:
        """Write what was asked for, say how it ended; the exit status."""
        written = self._write_papers(store, ids, walk)
        status = batch_status(summary, troubles=bool(walk.troubles) or not written)
        if self.options.json:
            output_json("summary", **summary_record(summary), status=status)
        elif not self.options.quiet or stopped_early(summary):
            note(summary_sentence(summary, self.options.output))
        if not self.options.json:
            jobs = [job for job in store.jobs(_LEFT_OUT) if job.id in ids]
            lines = () if self.options.quiet else earlier_model_lines(jobs)
            for line in (*unsure_lines(jobs), *lines):
                note(line)
        return status

    def _write_papers(self, store: JobStore, ids: set[int], walk: Walk) -> bool:
        """The report and the contact sheet; whether they could be written."""
        options = self.options
        if not (options.report or options.contact_sheet):
            return True
        try:
            jobs = [job for job in store.jobs() if job.id in ids | self.reported]
            if options.report:
                rows = [*map(report_row, jobs), *map(source_error_row, walk.troubles)]
                write_report(rows, options.report)
            if options.contact_sheet:
                contact_sheet(_with_results(jobs), options.contact_sheet, overwrite=True)
        except (WriteError, StoreError) as error:
            print_error(error)
            return False
        return True


def _with_results(jobs: Sequence[Job]) -> list[Job]:
    """Those done, and those an earlier run of the same command did, as done."""
    return [replace(job, state=JobState.DONE) if job.has_result else job for job in jobs]


def _walk(options: BatchOptions) -> Walk:
    return Walk(
        options.sources,
        recursive=options.recursive,
        include=options.include,
        exclude=options.exclude,
        output=options.output,
    )


def _asked(options: BatchOptions) -> dict[int, Asked]:
    """What was asked for single photos of a queue, by their jobs' ids."""
    if not _is_ours(options):
        return {}
    with JobStore(options.store, options.output) as store:
        return store.asked()


def _is_ours(options: BatchOptions) -> bool:
    """Whether there is a queue, and no stranger's."""
    return is_file(options.store) and is_known_queue(options.store)


def _known(options: BatchOptions) -> list[Job]:
    """The jobs of a queue; none where there is none of ours."""
    if not _is_ours(options):
        return []
    with JobStore(options.store, options.output) as store:
        return [job for job in store.jobs() if store.is_inside(job.target)]
