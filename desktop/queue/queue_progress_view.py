"""`QueueProgressView`: shows the queue's progress on its page, status strip and task bar."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Slot

from core.batch.events import Paused, Resumed
from core.queue.job import Job
from desktop.queue.batch_queue import BatchQueue
from desktop.queue.events import QueueState
from desktop.queue.job_text import left_words
from desktop.queue.progress import BatchProgress
from desktop.queue.widgets.queue_page import QueuePage
from desktop.system.keep_awake import KeepAwake
from desktop.system.taskbar_progress import TaskbarProgress
from desktop.text.announce import announce
from desktop.widgets.status_strip import StatusStrip

#: Milliseconds between two looks at the clock while it runs.
_TICK_MS = 500


class QueueProgressView(QObject):
    """Shows the progress of a queue; keeps the computer awake while it runs."""

    def __init__(self, queue: BatchQueue, page: QueuePage, strip: StatusStrip) -> None:
        super().__init__(page)
        self._queue, self._page, self._strip = queue, page, strip
        self.progress = BatchProgress()
        self._tenth: int | None = None
        self.awake, self.taskbar = KeepAwake(self), TaskbarProgress()
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK_MS)
        self._clock.timeout.connect(self._tick)
        self.awake.changed.connect(self._show_awake)
        queue.jobs_changed.connect(self._show_jobs)
        queue.state_changed.connect(self._show_state)
        queue.happened.connect(self._happened)

    def close(self) -> None:
        """Stop the timer and let the computer sleep again."""
        self._clock.stop()
        self.awake.release()
        self.taskbar.show(None)

    @Slot(object)
    def _show_jobs(self, jobs: Sequence[Job]) -> None:
        self._page.show_jobs(jobs)
        self.progress.set_jobs(self._meant(jobs))
        self._show()

    def _meant(self, jobs: Sequence[Job]) -> Sequence[Job]:
        """Those that the run is about, where there is one."""
        only = self._queue.only
        return jobs if only is None else [job for job in jobs if job.id in only]

    @Slot(object)
    def _happened(self, event: object) -> None:
        self.progress.see(event, self._meant(self._page.jobs.jobs))
        if isinstance(event, Paused) and self._queue.state is not QueueState.PAUSED:
            words = self.tr("The disk is full: the queue waits until there is room.")
            self._page.set_note(words, event.reason)
        elif isinstance(event, Paused | Resumed):
            self._page.set_note("")

    @Slot(object)
    def _show_state(self, state: QueueState) -> None:
        self._page.show_state(state)
        if state is QueueState.RESTING:
            self._clock.stop()
            self.awake.release()
            self._page.set_note("")
        elif not self._clock.isActive():
            self._clock.start()
            self.awake.hold()
        self._show()

    @Slot()
    def _tick(self) -> None:
        self._page.jobs.tick()
        self._show()

    @Slot(bool)
    def _show_awake(self, held: bool) -> None:
        words = self.tr("The computer may go to sleep meanwhile: that could not be prevented.")
        self._page.set_note("" if held else words)

    def _show(self) -> None:
        running = self._queue.state is not QueueState.RESTING
        fraction = self.progress.fraction
        self._page.show_progress(fraction)
        self.taskbar.show(fraction if running else None)
        self._strip.show_queue(self._words())
        self._announce(running=running)

    def _announce(self, *, running: bool) -> None:
        """Have a screen reader say how far it is, at each tenth of the queue."""
        progress = self.progress
        tenth = 10 * progress.ended // progress.total if running and progress.total else None
        if tenth is not None and self._tenth is not None and tenth > self._tenth:
            announce(self._page, self._words())
        self._tenth = tenth

    def _words(self) -> str:
        progress, locale = self.progress, self._strip.locale()
        if self._queue.state is QueueState.RESTING:
            waiting = progress.waiting
            words = self.tr("Queue: {} waiting").format(locale.toString(waiting))
            return words if waiting else ""
        numbers = map(locale.toString, (progress.ended, progress.total))
        words = self.tr("Queue: {} of {}").format(*numbers)
        if self._queue.state is QueueState.PAUSED:
            return f"{words} · " + self.tr("paused")
        if self._queue.state is QueueState.STOPPING:
            return f"{words} · " + self.tr("finishing the photo in hand")
        left = progress.seconds_left
        return f"{words} · {left_words(left)}" if left else words
