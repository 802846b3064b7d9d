"""The queue, its page and the window, brought together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QMessageBox

from core.events import Paused
from core.jobs import Job
from desktop import help_text
from desktop.batch_engine import Begun, Ended, StageReached
from desktop.batch_filling import Filled, name_preview
from desktop.batch_options import BatchOptions, WhenDone
from desktop.batch_progress import BatchProgress
from desktop.batch_queue import BatchQueue, QueueState
from desktop.finish_line import FinishLine
from desktop.incoming import dropped_paths
from desktop.job_words import left_words
from desktop.keep_awake import KeepAwake
from desktop.notice import Choice, Notice
from desktop.task_bar import TaskBar
from desktop.thumbnails import Thumbnails
from desktop.widgets.job_list import PICTURE
from desktop.widgets.queue_page import QueuePage

if TYPE_CHECKING:
    from desktop.main_window import MainWindow

#: So many files that are dropped together are opened; more, or a folder, join the queue.
FEW: Final = 6
#: Milliseconds between two looks at the clock while it runs.
_TICK_MS: Final = 500
_NOT_IN_PLAN: Final = ("when_done",)


class QueueDesk(QObject):
    """Holds the queue; everything a person does to it goes through here."""

    noticed = Signal(object)  # Notice

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._studio = window, window.studio
        options = BatchOptions.from_json(window.chooser.settings.queue)
        self.queue = BatchQueue(window.studio.worker, options, self)
        self.page = QueuePage(Thumbnails(window.thumbnails, PICTURE, self), options)
        self.progress = BatchProgress()
        self.awake, self.task_bar = KeepAwake(self), TaskBar()
        self.finish_line = FinishLine(window)
        self.question: QMessageBox | None = None
        self._closing = False
        self._clock, self._settle = QTimer(self), QTimer(self)
        self._clock.setInterval(_TICK_MS)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_TICK_MS)
        window.pages.addWidget(self.page)
        self._connect_queue()
        self._connect_page()
        self.queue.look()

    # --- connecting ------------------------------------------------------------------------

    def _connect_queue(self) -> None:
        queue = self.queue
        queue.jobs_changed.connect(self._show_jobs)
        queue.happened.connect(self._happened)
        queue.state_changed.connect(self._show_state)
        queue.noticed.connect(self.noticed)
        self.finish_line.noticed.connect(self.noticed)
        queue.filled.connect(self._filled)
        queue.left_over.connect(self._offer)
        queue.busy.connect(self.page.show_busy)
        self._studio.model_changed.connect(queue.set_model)
        self._studio.model_changed.connect(self._preview)
        self._studio.document_changed.connect(self._show_look)
        self.awake.changed.connect(self._show_awake)
        self._clock.timeout.connect(self._tick)
        self._settle.timeout.connect(self._take_options)

    def _connect_page(self) -> None:
        page, queue, jobs = self.page, self.queue, self.page.list
        page.started.connect(queue.start)
        page.paused.connect(queue.pause)
        page.resumed.connect(queue.resume)
        page.stopped.connect(queue.stop)
        page.cancelled_all.connect(queue.cancel)
        page.retried_all.connect(queue.retry)
        page.cleared.connect(queue.clear_ended)
        page.add_clicked.connect(self.choose_folder)
        page.closed.connect(self.hide)
        page.panel.changed.connect(self._options_changed)
        jobs.cancelled.connect(queue.cancel)
        jobs.retried.connect(queue.retry)
        jobs.removed.connect(queue.remove)
        jobs.rows.moved.connect(queue.reorder)
        jobs.edited.connect(self._studio.open_paths)
        jobs.missing.connect(self._say_missing)

    # --- what joins ------------------------------------------------------------------------

    def take(self, mime: QMimeData) -> None:
        """What was dropped: a folder, many photos and whatever falls on the page join the queue."""
        paths = dropped_paths(mime)
        many = len(paths) > FEW or any(path.is_dir() for path in paths)
        if paths and (many or self.is_shown):
            self.add(paths)
        else:
            self._studio.open_mime(mime)

    def add(self, paths: Sequence[Path]) -> None:
        """Files and folders; the page shows them."""
        self.queue.size = self._studio.size
        self.show()
        self.queue.add(paths)

    def choose_folder(self) -> None:
        """Ask for a folder."""
        title = self.tr("Add a folder of photographs to the queue")
        if name := QFileDialog.getExistingDirectory(self._window, title):
            self.add([Path(name)])

    @Slot(object, object)
    def _filled(self, paths: list[Path], filled: Filled) -> None:
        details = "\n".join(str(trouble) for trouble in filled.troubles)
        if not filled.ids:
            words = self.tr("There is no photo to colorize in there.")
            self.noticed.emit(Notice(words, details))
            return
        words = self.tr("%n photo(s) have joined the queue.", "", len(filled.ids))
        if filled.troubles:
            words += " " + self.tr("Some folders could not be read.")
        resting = self.queue.state is QueueState.RESTING
        start = (self.tr("Colorize all"), self.queue.start) if resting else None
        self.noticed.emit(Notice(words, details, start, self._open_instead(paths, filled)))
        self._preview()

    def _open_instead(self, paths: list[Path], filled: Filled) -> Choice:
        def instead() -> None:
            self.queue.remove(filled.ids)
            self._studio.open_paths(paths)

        return self.tr("Open them one by one instead"), instead

    @Slot(int)
    def _offer(self, number: int) -> None:
        def go_on() -> None:
            self.show()
            self.queue.start()

        words = self.tr("%n photo(s) of the last queue still wait.", "", number)
        see = (self.tr("Show the queue"), self.show)
        self.noticed.emit(Notice(words, action=(self.tr("Go on"), go_on), second=see))

    # --- options ---------------------------------------------------------------------------

    @Slot(object)
    def _options_changed(self, options: BatchOptions) -> None:
        """Remembered at once; what waits is planned anew when the person pauses for breath."""
        self._window.chooser.change(queue=options.to_json())
        self._settle.start()
        self._preview()

    @Slot()
    def _take_options(self) -> None:
        self.queue.size = self._studio.size
        self.queue.set_options(self.page.panel.options())

    @Slot()
    def _preview(self) -> None:
        wish = self.queue.wish_for(self.page.panel.options())
        if wish is None:
            return
        jobs, found = self.page.jobs.jobs, dict(self.queue.found)
        source = jobs[0].source if jobs else None
        self._studio.tasks.run(
            lambda: name_preview(wish, source, found),
            lambda names: self.page.panel.set_preview(*names),
            lambda error: self.noticed.emit(Notice.of(error)),
        )

    # --- showing ---------------------------------------------------------------------------

    @property
    def is_shown(self) -> bool:
        """Whether the page is what one sees."""
        return self._window.pages.currentWidget() is self.page

    @Slot()
    def show(self) -> None:
        """The page."""
        self._show_look()
        self._window.pages.setCurrentWidget(self.page)
        self.page.start.setFocus()

    @Slot()
    def hide(self) -> None:
        """Back to the photo, or to the empty window."""
        self._window.pages.setCurrentIndex(0 if self._studio.document is None else 1)

    def toggle(self) -> None:
        """There or back."""
        (self.hide if self.is_shown else self.show)()

    @Slot()
    def _show_look(self) -> None:
        document = self._studio.document
        self.page.panel.set_photo_look(document.edit.look if document else None)

    @Slot(object)
    def _show_jobs(self, jobs: list[Job]) -> None:
        self.page.show_jobs(jobs)
        self.progress.set_jobs(jobs)
        self._show_progress()

    @Slot(object)
    def _happened(self, event: object) -> None:
        self.progress.see(event, self.page.jobs.jobs)
        if isinstance(event, StageReached):
            self.page.jobs.set_stage(event.source, event.stage)
        elif isinstance(event, Ended):
            self._ended(event)
        elif isinstance(event, Paused) and self._window.isVisible():
            self.page.bar.setToolTip(event.reason)
        elif not isinstance(event, Begun):
            job = getattr(event, "job", None)
            if isinstance(job, Job):
                self.page.jobs.update_job(job)
                self.page.count()

    @Slot()
    def _tick(self) -> None:
        self.page.jobs.tick()
        self._show_progress()

    def _show_progress(self) -> None:
        running = self.queue.state is not QueueState.RESTING
        fraction = self.progress.fraction
        self.page.show_progress(fraction)
        self.task_bar.show(fraction if running else None)
        self._window.strip.show_queue(self._words() if running else "")

    def _words(self) -> str:
        progress, locale = self.progress, self._window.locale()
        numbers = map(locale.toString, (progress.ended, progress.total))
        words = self.tr("Queue: {} of {}").format(*numbers)
        if self.queue.state is QueueState.PAUSED:
            return f"{words} · " + self.tr("paused")
        if self.queue.state is QueueState.STOPPING:
            return f"{words} · " + self.tr("finishing the photo in hand")
        left = progress.seconds_left
        return f"{words} · {left_words(left)}" if left else words

    @Slot(object)
    def _show_state(self, state: QueueState) -> None:
        resting = state is QueueState.RESTING
        self.page.show_state(state)
        if resting:
            self._clock.stop()
            self.awake.release()
        elif not self._clock.isActive():
            self._clock.start()
            self.awake.hold()
        self._show_progress()

    @Slot(bool)
    def _show_awake(self, held: bool) -> None:
        words = self.tr("The computer stays awake until the queue is done.")
        if not held:
            words = self.tr("The computer may go to sleep: Autochrome could not prevent it.")
        self._window.strip.queue.setToolTip(words)

    @Slot(object)
    def _say_missing(self, target: Path) -> None:
        words = self.tr("{} is not there any more.").format(target.name)
        self.noticed.emit(Notice(words, str(target)))

    # --- the end ---------------------------------------------------------------------------

    def _ended(self, ended: Ended) -> None:
        if self._closing:
            self._window.close()
            return
        if ended.summary is None:
            return
        folder = self.queue.options.folder
        self.finish_line.tell(ended.summary, folder, self.show)
        worked_off = ended.summary.stopped is None
        if worked_off and self.queue.options.when_done == WhenDone.OPEN:
            help_text.show_in_folder(folder / "results")
        elif worked_off and self.queue.options.when_done == WhenDone.QUIT:
            self._window.close()

    def may_close(self) -> bool:
        """Whether the window may go now; else the person is asked, and it closes by itself."""
        if self.queue.state is QueueState.RESTING:
            return True
        if self._closing:  # asked twice: the photo in hand is put back
            self.queue.stop(now=True)
        elif self.question is None:
            self._ask()
        return False

    def _ask(self) -> None:
        box = self.question = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Photos are still being colorized"))
        box.setText(self.tr("Photos are still being colorized."))
        box.setInformativeText(
            self.tr("Nothing is lost: Autochrome offers to go on when it is opened again.")
        )
        leave = box.addButton(self.tr("Stop and close"), QMessageBox.ButtonRole.AcceptRole)
        stay = box.addButton(self.tr("Keep working"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.finished.connect(lambda: self._answered(leave=box.clickedButton() is leave))
        box.open()

    def _answered(self, *, leave: bool) -> None:
        if self.question is not None:
            self.question.deleteLater()
            self.question = None
        if not leave:
            return
        self._closing = True
        if self.queue.state is QueueState.RESTING:  # it ended while one thought about it
            self._window.close()
        else:
            self.queue.stop()

    def close(self) -> None:
        """Threads and timers end; returns then."""
        self._clock.stop()
        self._settle.stop()
        self.queue.close()
        self.awake.release()
        self.task_bar.show(None)
        self.finish_line.close()
