"""The queue, its page and the window, brought together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from core.queue.job import Job
from desktop.background.thumbnails import Thumbnails
from desktop.presets import unpacked
from desktop.queue.close_guard import CloseGuard
from desktop.queue.completion_notifier import CompletionNotifier
from desktop.queue.engine import RunEnded, StageReached
from desktop.queue.enqueue import Enqueued, name_preview
from desktop.queue.options import QueueOptions, WhenDone
from desktop.queue.queue import BatchQueue, QueueState
from desktop.queue.queue_progress_view import QueueProgressView
from desktop.queue.widgets.job_list import PICTURE
from desktop.queue.widgets.queue_page import QueuePage
from desktop.system.drop_contents import dropped_paths
from desktop.system.file_manager import open_folder
from desktop.text.notices import Choice, Notice

if TYPE_CHECKING:
    from desktop.shell.main_window import MainWindow

#: So many files that are dropped together are opened; more, or a folder, join the queue.
FEW: Final = 6
#: Milliseconds after the last change of an option until it is taken up.
_SETTLE_MS: Final = 500


class QueueController(QObject):
    """Holds the queue; everything a person does to it goes through here."""

    noticed = Signal(object)  # Notice

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._editor = window, window.editor
        options = QueueOptions.from_json(window.chooser.settings.queue)
        self.queue = BatchQueue(window.editor.worker, options, self)
        self.page = QueuePage(Thumbnails(window.thumbnails, PICTURE, self), options)
        self.progress_view = QueueProgressView(self.queue, self.page, window.strip)
        self.notifier = CompletionNotifier(window)
        self.close_guard = CloseGuard(window, self.queue)
        self.close_guard.ready.connect(window.close, Qt.ConnectionType.QueuedConnection)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        window.pages.addWidget(self.page)
        self._connect_queue()
        self._connect_page()
        self.queue.look()

    # --- connecting ------------------------------------------------------------------------

    def _connect_queue(self) -> None:
        queue = self.queue
        queue.happened.connect(self._happened)
        queue.noticed.connect(self.noticed)
        self.notifier.noticed.connect(self.noticed)
        queue.filled.connect(self._filled)
        queue.left_over.connect(self._offer)
        queue.busy.connect(self.page.show_busy)
        self._editor.model_changed.connect(queue.set_model)
        self._editor.model_changed.connect(self._preview)
        self._editor.document_changed.connect(self._show_look)
        self._window.pages.currentChanged.connect(self._page_changed)
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
        page.closed.connect(self.hide)
        page.panel.changed.connect(self._options_changed)
        jobs.cancelled.connect(queue.cancel)
        jobs.retried.connect(queue.retry)
        jobs.removed.connect(queue.remove)
        jobs.rows.moved.connect(queue.reorder)
        jobs.edited.connect(self._editor.open_paths)
        jobs.missing.connect(self._say_missing)

    # --- what joins ------------------------------------------------------------------------

    def take(self, mime: QMimeData) -> None:
        """What was dropped: a folder, many photos and whatever falls on the page join the queue."""
        paths = dropped_paths(mime)
        many = len(paths) > FEW or any(path.is_dir() for path in paths)
        if paths and (many or self.is_shown):
            self.add(paths)
        else:
            self._editor.open_mime(mime)

    def add(self, paths: Sequence[Path]) -> None:
        """Files and folders; the page shows them."""
        self._take_options()
        self.show()
        self.queue.add(paths)

    def start(self) -> None:
        """Colorize what waits, as the panel says now."""
        self._take_options()
        self._window.notice_bar.clear()
        self.queue.start()

    def choose_folder(self) -> None:
        """Ask for a folder."""
        title = self.tr("Add a folder of photographs to the queue")
        if name := QFileDialog.getExistingDirectory(self._window, title):
            self.add([Path(name)])

    @Slot(object, object)
    def _filled(self, paths: list[Path], filled: Enqueued) -> None:
        details = "\n".join(str(trouble) for trouble in filled.troubles)
        if not filled.ids:
            words = self.tr("There is no photo to colorize in there.")
            self.noticed.emit(Notice(words, details))
            return
        words = self.tr("%n photo(s) have joined the queue.", "", len(filled.ids))
        if filled.troubles:
            words += " " + self.tr("Some folders could not be read.")
        resting = self.queue.state is QueueState.RESTING
        start = (self.tr("Colorize all"), self.start) if resting else None
        self.noticed.emit(Notice(words, details, start, self._open_instead(paths, filled)))
        self._preview()

    def _open_instead(self, paths: list[Path], filled: Enqueued) -> Choice:
        def instead() -> None:
            self.queue.remove(filled.ids)
            self._editor.open_paths(paths)

        return self.tr("Open them one by one instead"), instead

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
        self._window.chooser.change(queue=options.to_json())
        self._settle.start()
        self._preview()

    @Slot()
    def _take_options(self) -> None:
        self._settle.stop()
        self.queue.size = self._editor.size
        self.queue.set_options(self.page.panel.options())

    @Slot()
    def _preview(self) -> None:
        wish = self.queue.wish_for(self.page.panel.options())
        if wish is None:
            return
        jobs, found = self.page.jobs.jobs, dict(self.queue.found)
        source = jobs[0].source if jobs else None
        self._editor.tasks.run(
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
        self._window.pages.setCurrentIndex(0 if self._editor.document is None else 1)

    def toggle(self) -> None:
        """There or back."""
        (self.hide if self.is_shown else self.show)()

    @Slot()
    def _page_changed(self) -> None:
        self._window.actions_by_name["queue"].setChecked(self.is_shown)

    @Slot()
    def _show_look(self) -> None:
        document = self._editor.document
        own = unpacked(self._window.chooser.settings.presets)
        self.page.panel.set_looks(document.edit.look if document else None, own)

    @Slot(object)
    def _happened(self, event: object) -> None:
        if isinstance(event, StageReached):
            self.page.jobs.set_stage(event.source, event.stage)
        elif isinstance(event, RunEnded):
            self._ended(event)
        elif isinstance(job := getattr(event, "job", None), Job):
            self.page.jobs.update_job(job)
            self.page.count()

    @Slot(object)
    def _say_missing(self, target: Path) -> None:
        words = self.tr("{} is not there any more.").format(target.name)
        self.noticed.emit(Notice(words, str(target)))

    # --- the end ---------------------------------------------------------------------------

    def _ended(self, ended: RunEnded) -> None:
        if ended.summary is None:
            return
        folder = self.queue.options.folder
        self.notifier.tell(ended.summary, folder, self.show)
        worked_off = ended.summary.stopped is None
        if worked_off and self.queue.options.when_done == WhenDone.OPEN:
            open_folder(folder)
        elif worked_off and self.queue.options.when_done == WhenDone.QUIT:
            self._window.close()

    def may_close(self) -> bool:
        """Whether the window may go now; else the person is asked, and it closes by itself."""
        return self.close_guard.may_go()

    def close(self) -> None:
        """Threads and timers end; returns then."""
        self._settle.stop()
        self.queue.close()
        self.progress_view.close()
        self.notifier.close()
