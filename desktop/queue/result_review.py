"""`ResultReview`: looks through the results of the queue and marks them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from core.batch.rate_results import rate_results
from core.colorize.edits import Edit
from core.colorize.look import Look
from core.colorize.sidecar import write_sidecar
from core.colorize.tint.options import ToneOption
from core.inference.model_spec import ModelSpec
from core.queue.job import Job, JobSettings
from core.queue.job_edit import made_with
from core.queue.mark import Mark
from core.queue.review import do_again, redo_marked, set_mark
from core.queue.store import JobStore
from desktop.queue.batch_queue import BatchQueue
from desktop.queue.widgets.queue_page import QueuePage
from desktop.text.notices import Notice


class ResultReview(QObject):
    """Everything a person does to results; asks for photos to be shown at full size by a signal.

    Args:
        queue: whose results they are.
        page: shows them.
        rates: whether marks are written into the results too.
    """

    opened = Signal(object)  # Job
    changed = Signal(object)  # Job: something else is said of it
    noticed = Signal(object)  # Notice

    def __init__(self, queue: BatchQueue, page: QueuePage, rates: Callable[[], bool]) -> None:
        super().__init__(page)
        self._queue, self._page, self._rates = queue, page, rates
        page.review.redo_clicked.connect(self.redo_marked)
        page.review.grid.opened.connect(self.open)

    @property
    def place(self) -> tuple[int, int]:
        """The number of the current result, from 1, and of how many."""
        grid = self._page.review.grid
        return grid.currentIndex().row() + 1, grid.pairs.rowCount()

    def open(self, job: Job) -> None:
        """Ask for a result to be shown; one that is to be decided first has none."""
        grid = self._page.review.grid
        if job.has_result:
            row = grid.pairs.row_of(job.id)
            if row is not None:
                grid.go_to(row)
            self.opened.emit(job)

    def step(self, by: int) -> None:
        """Show the next result, or the one before."""
        job = self._page.review.grid.step(by)
        if job is not None:
            self.open(job)

    def mark_chosen(self, mark: Mark | None) -> None:
        """Mark the results that are chosen in the grid."""
        self.mark([job.id for job in self._page.review.grid.chosen()], mark)

    def mark(self, ids: Iterable[int], mark: Mark | None) -> None:
        """Mark results; the file of the queue, and theirs where wanted, follow."""
        wanted, rates = list(ids), self._rates()

        def work(store: JobStore) -> tuple[list[Job], list[str]]:
            set_mark(store, wanted, mark)
            jobs = [job for job in map(store.get, wanted) if job is not None]
            errors = rate_results(jobs)[1] if rates else []
            return jobs, [str(error) for error in errors]

        self._queue.change(work, self._marked, reload=False)

    def _marked(self, answer: tuple[list[Job], list[str]] | None) -> None:
        jobs, errors = answer or ([], [])
        for job in jobs:
            self._page.update_job(job)
            self.changed.emit(job)
        self._page.count()
        if errors:
            words = self.tr("Some marks could not be written into the photos.")
            self.noticed.emit(Notice(words, "\n".join(errors)))

    def redo_marked(self) -> None:
        """Make the results marked so again, in other colours; the run begins at once."""
        self._queue.change(redo_marked, self._start)

    def replace_result(
        self, job: Job, edit: Edit, model: ModelSpec | None, page: int = 0, pages: int = 1
    ) -> None:
        """Let a result be made anew as it was put right by hand, by the rules of the queue.

        Of a document of several ``pages`` the others, from 0, stay as they are.
        """
        models = self._queue.models

        def as_it_is_seen(settings: JobSettings) -> JobSettings:
            return replace(_as_the_sidecar_says(settings), models=models)

        def work(store: JobStore) -> list[int]:
            others = {n: made_with(job.source, job.settings, n) for n in range(pages) if n != page}
            for number, made in {**others, page: edit}.items():
                write_sidecar(job.source, made, page=number, model=model)
            do_again(store, [job.id], Mark.FIXED, as_it_is_seen)
            return [job.id]

        self._queue.change(work, self._start)

    def _start(self, ids: list[int] | None) -> None:
        """Have them done at once, and not all that waits beside them."""
        if ids:
            self._queue.start(ids)

    def rate_fixed(self, job: Job) -> None:
        """Write the mark of a result that has just been made anew into it, where that is wanted."""
        if job.mark is not None and self._rates():
            self._queue.change(lambda _: rate_results([job]), reload=False)


def _as_the_sidecar_says(settings: JobSettings) -> JobSettings:
    """Settings that say nothing of what an edit says: the sidecar alone decides."""
    look = Look()
    return replace(
        settings,
        strength=look.strength,
        saturation=look.saturation,
        warmth=look.warmth,
        brightness=look.brightness,
        contrast=look.contrast,
        seed=None,
        recolor=False,
        tone=ToneOption.REMOVE,
        keep_ink=True,
        ignore_edits=False,
        consistent=False,
        repair=False,
        auto_levels=False,
        like="",
        like_sha256="",
    )
