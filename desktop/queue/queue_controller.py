"""`QueueController`: brings the queue, its page and the settings together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from core.batch.events import JobFinished
from core.colorize.look import Look
from core.queue.job import Job
from desktop.background.inference_thread import InferenceWorker
from desktop.background.pool import Tasks
from desktop.background.requests import ModelFailed, ModelReady
from desktop.background.thumbnails import Thumbnails
from desktop.presets import decode_presets
from desktop.queue.batch_queue import BatchQueue
from desktop.queue.close_guard import CloseGuard
from desktop.queue.completion_notifier import CompletionNotifier
from desktop.queue.decisions import Change
from desktop.queue.enqueue import Enqueued, name_preview
from desktop.queue.events import QueueState, RunEnded, StageReached
from desktop.queue.filled_notice import FilledNotice
from desktop.queue.options import QueueOptions, WhenDone
from desktop.queue.queue_progress_view import QueueProgressView
from desktop.queue.result_review import ResultReview
from desktop.queue.watch_controller import WatchController
from desktop.queue.widgets.job_list import PICTURE
from desktop.queue.widgets.queue_page import QueuePage
from desktop.queue.widgets.review_delegate import SIDE
from desktop.settings import SettingsStore
from desktop.system.file_manager import open_folder
from desktop.text.notices import Notice
from desktop.widgets.status_strip import StatusStrip

#: So many files that are dropped together are opened; more, or a folder, join the queue.
FEW: Final = 6
#: Milliseconds after the last change of an option until it is taken up.
_SETTLE_MS: Final = 500


class QueueController(QObject):
    """Holds the queue; everything a person does to it goes through here.

    Args:
        window: closes when all is done, where the person wants that; dialogs are shown over it.
        pages: takes the queue's page and shows it.
        strip: says how far the queue is.
        worker: colorizes the photos.
        tasks: for small things that may take a moment.
        thumbnail_tasks: make the pictures of the table.
        settings: remember the queue's options, and have the person's looks.
    """

    noticed = Signal(object)  # Notice
    started = Signal()  # by the person
    open_requested = Signal(object)  # list[Path]: photos to be worked on by hand
    left = Signal()  # the page is no longer wanted
    shown_changed = Signal(bool)

    def __init__(
        self,
        window: QWidget,
        pages: QStackedWidget,
        strip: StatusStrip,
        worker: InferenceWorker,
        *,
        tasks: Tasks,
        thumbnail_tasks: Tasks,
        settings: SettingsStore,
    ) -> None:
        super().__init__(window)
        self._window, self._pages, self._tasks, self._settings = window, pages, tasks, settings
        options = QueueOptions.from_json(settings.value.queue)
        self.queue = BatchQueue(worker, options, self)
        rows = Thumbnails(thumbnail_tasks, PICTURE, self)
        pairs = Thumbnails(thumbnail_tasks, SIDE, self, square=False)
        self.page = QueuePage(rows, pairs, options)
        self.review = ResultReview(self.queue, self.page, lambda: self.page.panel.options().rate)
        self.progress_view = QueueProgressView(self.queue, self.page, strip)
        self.notifier = CompletionNotifier(window)
        self.close_guard = CloseGuard(window, self.queue)
        self.close_guard.ready.connect(window.close, Qt.ConnectionType.QueuedConnection)
        self._photo_look: Look | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self.watching = WatchController(window, self.queue, self.page, tasks, self.start)
        pages.addWidget(self.page)
        self._connect_queue()
        self._connect_page()
        self.queue.look()

    # --- connecting ------------------------------------------------------------------------

    def _connect_queue(self) -> None:
        queue = self.queue
        queue.happened.connect(self._happened)
        queue.noticed.connect(self.noticed)
        self.notifier.noticed.connect(self.noticed)
        self.review.noticed.connect(self.noticed)
        self.watching.filled.connect(self._filled)
        queue.left_over.connect(self._offer)
        queue.busy.connect(self.page.show_busy)
        self._pages.currentChanged.connect(lambda: self.shown_changed.emit(self.is_shown))
        self._settle.timeout.connect(self._take_options)

    def _connect_page(self) -> None:
        page, queue, jobs = self.page, self.queue, self.page.list
        page.started.connect(self.start)
        page.paused.connect(queue.pause)
        page.resumed.connect(queue.resume)
        page.stopped.connect(queue.stop)
        page.cancelled_all.connect(queue.cancel)
        page.retried_all.connect(queue.retry)
        page.cleared.connect(queue.clear_ended)
        page.add_clicked.connect(self.choose_folder)
        page.closed.connect(self.left)
        self.watching.noticed.connect(self.noticed)
        page.panel.changed.connect(self._options_changed)
        page.decisions.decided.connect(self._decide)
        page.review.grid.decided.connect(self._decide)
        jobs.cancelled.connect(queue.cancel)
        jobs.retried.connect(queue.retry)
        jobs.removed.connect(queue.remove)
        jobs.rows.moved.connect(queue.reorder)
        jobs.edited.connect(self.open_requested)
        jobs.missing.connect(self._say_missing)
        jobs.result_opened.connect(self.review.open)

    # --- what joins ------------------------------------------------------------------------

    def wants(self, paths: Sequence[Path]) -> bool:
        """Whether what was dropped joins the queue: a folder, many photos, what falls on the page.

        Few photos are opened one by one instead.
        """
        many = len(paths) > FEW or any(path.is_dir() for path in paths)
        return bool(paths) and (many or self.is_shown)

    def add(self, paths: Sequence[Path]) -> None:
        """Add files, and the photos in folders; show the page."""
        self._take_options()
        self.show()
        self.queue.add(paths)

    def start(self) -> None:
        """Colorize what waits, as the panel says now."""
        self._take_options()
        self.started.emit()
        self.queue.start()

    def _decide(self, ids: list[int], change: Change) -> None:
        """Do these photos again at once, with other settings, and nothing else."""
        self._take_options()
        self.queue.retry_with(ids, change)
        self.queue.start(ids)

    def choose_folder(self) -> None:
        """Ask for a folder and add the photos in it."""
        title = self.tr("Add a folder of photographs to the queue")
        if name := QFileDialog.getExistingDirectory(self._window, title):
            self.add([Path(name)])

    def _filled(self, paths: list[Path], filled: Enqueued) -> None:
        def instead() -> None:
            self.queue.remove(filled.ids)
            self.open_requested.emit(paths)

        resting = self.queue.state is QueueState.RESTING
        self.noticed.emit(FilledNotice(self).of(filled, self.start if resting else None, instead))
        self._preview()

    @Slot(int)
    def _offer(self, number: int) -> None:
        def go_on() -> None:
            self.show()
            self.start()

        words = self.tr("%n photo(s) of the last queue still wait.", "", number)
        see = (self.tr("Show the queue"), self.show)
        self.noticed.emit(Notice(words, action=(self.tr("Go on"), go_on), second=see))

    # --- options ---------------------------------------------------------------------------

    @Slot(object)
    def _options_changed(self, options: QueueOptions) -> None:
        """Remembered at once; what waits is planned anew when the person pauses for breath."""
        self._settings.change(queue=options.to_json())
        self._settle.start()
        self._preview()

    @Slot()
    def _take_options(self) -> None:
        self._settle.stop()
        self.queue.size = self._settings.value.size or None
        self.queue.set_options(self.page.panel.options())

    @Slot()
    def _preview(self) -> None:
        request = self.queue.request_for(self.page.panel.options())
        if request is None:
            return
        jobs, found = self.page.jobs.jobs, dict(self.queue.found)
        source = jobs[0].source if jobs else None
        self._tasks.run(
            lambda: name_preview(request, source, found),
            lambda names: self.page.panel.set_preview(*names),
            lambda error: self.noticed.emit(Notice.of(error)),
        )

    # --- showing ---------------------------------------------------------------------------

    @Slot(object)
    def set_model(self, event: ModelReady | ModelFailed) -> None:
        """Take the model that is open, or the news that none could be opened."""
        self.queue.set_model(event)
        self._preview()

    def set_photo_look(self, look: Look | None) -> None:
        """Take the look of the open photo, which may be used for all."""
        self._photo_look = look
        if self.is_shown:
            self._show_looks()

    @property
    def is_shown(self) -> bool:
        """Whether the page is the one that is shown."""
        return self._pages.currentWidget() is self.page

    @Slot()
    def show(self) -> None:
        """Show the page."""
        self._show_looks()
        self._pages.setCurrentWidget(self.page)
        self.page.start.setFocus()

    def show_review(self) -> None:
        """Show the page with its results in a grid."""
        self.show()
        self.page.look_through.setChecked(True)
        self.page.review.grid.setFocus()

    @property
    def is_reviewing(self) -> bool:
        """Whether results are shown in a grid."""
        return self.is_shown and self.page.is_reviewing

    def toggle(self) -> None:
        """Show the page, or leave it."""
        if self.is_shown:
            self.left.emit()
        else:
            self.show()

    def _show_looks(self) -> None:
        self.page.panel.set_looks(self._photo_look, decode_presets(self._settings.value.presets))

    def _happened(self, event: object) -> None:
        if isinstance(event, StageReached):
            self.page.jobs.set_stage(event.source, event.stage)
        elif isinstance(event, RunEnded):
            self._ended(event)
        elif isinstance(job := getattr(event, "job", None), Job):
            self.page.update_job(job)
            self.page.count()
            if isinstance(event, JobFinished):
                self.review.rate_fixed(job)

    def _say_missing(self, target: Path) -> None:
        words = self.tr("{} is not there any more.").format(target.name)
        self.noticed.emit(Notice(words, str(target)))

    # --- the end ---------------------------------------------------------------------------

    def _ended(self, ended: RunEnded) -> None:
        if ended.summary is None:
            return
        folder = self.queue.options.folder
        self.notifier.notify(ended.summary, folder, self.show, ended.missing)
        worked_off = ended.summary.stopped is None and not ended.summary.left
        if worked_off and self.queue.options.when_done == WhenDone.OPEN:
            open_folder(folder)
        elif worked_off and self.queue.options.when_done == WhenDone.QUIT:
            self._window.close()

    def may_close(self) -> bool:
        """Whether the window may close now; else the person is asked, and it closes by itself."""
        return self.close_guard.may_go()

    def close(self) -> None:
        """End threads and timers; returns then."""
        self._settle.stop()
        self.watching.close()
        self.queue.close()
        self.progress_view.close()
        self.notifier.close()
