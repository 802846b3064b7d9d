"""`WatchController`: the switch "watch a folder" of the queue's page, and what it lets join."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from core.queue.job import Job, JobState
from desktop.background.pool import Tasks
from desktop.queue.batch_queue import BatchQueue
from desktop.queue.enqueue import Enqueued, watch_file
from desktop.queue.watched_folder import WatchedFolder
from desktop.queue.widgets.queue_page import QueuePage


class WatchController(QObject):
    """Lets what comes into a folder join the queue, and colorizes it at once.

    Args:
        window: the folder is asked for over it.
        start: begins a run over what waits, with the page's options.
    """

    noticed = Signal(object)  # Notice
    #: as the queue's, of what did not come by itself
    filled = Signal(object, object)

    def __init__(
        self,
        window: QWidget,
        queue: BatchQueue,
        page: QueuePage,
        tasks: Tasks,
        start: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._window, self._queue, self._page, self._start = window, queue, page, start
        self.watched = WatchedFolder(tasks, self)
        self._joining: set[Path] = set()
        page.watch_clicked.connect(self._switch)
        self.watched.changed.connect(page.show_watched)
        self.watched.noticed.connect(self.noticed)
        self.watched.ready.connect(self._add)
        queue.filled.connect(self._filled)
        queue.happened.connect(self._hear)

    @Slot(object, object)
    def _filled(self, paths: Sequence[Path], filled: Enqueued) -> None:
        """What came by itself is begun, and nobody is asked."""
        if not self._joining.issuperset(paths):
            self.filled.emit(paths, filled)
            return
        self._joining -= set(paths)
        self._start()

    @Slot(object)
    def _hear(self, event: object) -> None:
        job = getattr(event, "job", None)
        if isinstance(job, Job) and job.state not in (JobState.WAITING, JobState.RUNNING):
            self.watched.job_ended(job.source, failed=job.state is JobState.FAILED)

    def close(self) -> None:
        """End it."""
        self.watched.stop()

    @Slot(bool)
    def _switch(self, on: bool) -> None:
        """Watch a folder, which is asked for, or no longer."""
        self.watched.stop()
        title = self.tr("Watch the folder that a scanner puts its pictures in")
        name = QFileDialog.getExistingDirectory(self._window, title) if on else ""
        if name:
            output = self._queue.options.folder
            self.watched.start(Path(name), watch_file(output), output)
        else:
            self._page.show_watched(None)

    @Slot(object)
    def _add(self, paths: list[Path]) -> None:
        self._joining |= set(paths)
        self._queue.add(paths)
