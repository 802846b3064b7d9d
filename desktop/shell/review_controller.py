"""`ReviewController`: results of the queue at full size in the editor, where they are put right."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from core.queue.job import Job
from core.queue.job_edit import made_with
from core.queue.mark import Mark
from desktop.background.requests import ModelReady
from desktop.editor.photo_editor import PhotoEditor
from desktop.editor.saved_result import ResultFile
from desktop.queue.queue_controller import QueueController
from desktop.queue.widgets.review_bar import ReviewBar
from desktop.text.notices import Notice

#: Names of the actions that say something of a result.
MARK_ACTIONS: Final = {
    "mark_good": Mark.GOOD,
    "mark_redo": Mark.REDO,
    "mark_reject": Mark.REJECT,
    "mark_none": None,
}
_ON_RESULTS: Final = ("mark_good", "mark_redo", "mark_reject", "fix", "mark_none")


class ReviewController(QObject):
    """Brings the queue's results and the editor together, which do not know each other.

    Args:
        bar: above the photo, while a result is looked at.
        actions: of the window, by their names.
    """

    def __init__(
        self,
        editor: PhotoEditor,
        queue: QueueController,
        bar: ReviewBar,
        actions: Mapping[str, QAction],
    ) -> None:
        super().__init__(bar)
        self._editor, self._queue, self._bar = editor, queue, bar
        self._actions = actions
        self._job: Job | None = None
        on_results = [actions[name] for name in _ON_RESULTS]
        bar.set_actions(on_results)
        queue.page.review.set_actions(on_results)
        bar.left.connect(self.leave)
        queue.review.opened.connect(self._open)
        queue.review.changed.connect(self._job_changed)
        queue.shown_changed.connect(self.show_state)
        queue.page.review_shown.connect(self.show_state)
        queue.page.review.grid.chosen_changed.connect(self.show_state)
        editor.document_changed.connect(self._document_changed)
        actions["review"].triggered.connect(queue.show_review)
        actions["fix"].triggered.connect(self._fix)
        for name, mark in MARK_ACTIONS.items():
            actions[name].triggered.connect(lambda _on=False, mark=mark: self._mark(mark))
        self.show_state()

    @property
    def active(self) -> bool:
        """Whether a result is looked at in the editor."""
        return self._job is not None and not self._queue.is_shown

    def step(self, by: int) -> bool:
        """Go to the next result, or the one before; False where none is looked at."""
        if self.active:
            self._queue.review.step(by)
        return self.active

    def leave(self) -> bool:
        """Back to the grid; False where no result is looked at."""
        if not self.active:
            return False
        self._queue.show_review()
        return True

    def save(self) -> bool:
        """Replace the result that is looked at, as the photo is now; False where there is none."""
        document, job = self._editor.document, self._job
        if not self.active or job is None or document is None or document.colorization is None:
            return False
        model = self._editor.model
        spec = model.spec if isinstance(model, ModelReady) else None
        place = document.page, document.pages
        self._queue.review.replace_result(job, document.edit, spec, *place)
        document.saved = document.work
        words = self.tr("{} is made anew as it is here.").format(job.target.name)
        self._editor.noticed.emit(Notice(words))
        return True

    @Slot()
    def show_state(self) -> None:
        """Enable what can be said of what is looked at, or chosen."""
        grid = self._queue.page.review.grid
        chosen = grid.chosen() if self._queue.is_reviewing else []
        some = self.active or any(job.has_result for job in chosen[:500])
        for name in _ON_RESULTS:
            self._actions[name].setEnabled(some)
        self._bar.setVisible(self._job is not None)

    def _mark(self, mark: Mark | None) -> None:
        if self.active and self._job is not None:
            self._queue.review.mark([self._job.id], mark)
        elif self._queue.is_reviewing:
            self._queue.review.mark_chosen(mark)

    def _fix(self) -> None:
        if not self.active:
            for job in self._queue.page.review.grid.chosen()[:1]:
                self._queue.review.open(job)
        words = self.tr("Change what you like. Save replaces the result.")
        self._editor.noticed.emit(Notice(words))

    @Slot(object)
    def _open(self, job: Job) -> None:
        self._job = job
        made = partial(made_with, job.source, job.settings)
        result = ResultFile(job.target, job.split_pages, made)
        self._editor.open_path(job.source, result=result)
        self._show_bar()

    @Slot(object)
    def _job_changed(self, job: Job) -> None:
        if self._job is not None and self._job.id == job.id:
            self._job = job
            self._show_bar()

    def _show_bar(self) -> None:
        if self._job is not None:
            self._bar.show_job(self._job, *self._queue.review.place)
        self.show_state()

    @Slot(object)
    def _document_changed(self) -> None:
        document, job = self._editor.document, self._job
        if job is not None and (document is None or document.photo.source != job.source):
            self._job = None
        self.show_state()
