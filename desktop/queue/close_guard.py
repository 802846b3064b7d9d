"""`CloseGuard`: asks before the window closes while photos are being colorized."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop.queue.batch_queue import BatchQueue
from desktop.queue.events import QueueState


class CloseGuard(QObject):
    """Stops the queue before the window closes; ``ready`` says when it has finished what it had."""

    ready = Signal()

    def __init__(self, window: QWidget, queue: BatchQueue) -> None:
        super().__init__(window)
        self._window, self._queue = window, queue
        self.question: QMessageBox | None = None
        self._going = False
        queue.state_changed.connect(self._state_changed)

    def may_go(self) -> bool:
        """Whether the window may close now; else the person is asked, and ``ready`` may follow."""
        if self._queue.state is QueueState.RESTING:
            return True
        if self._going:  # in a hurry: the photo in hand is put back
            self._queue.stop(now=True)
        elif self.question is None:
            self._ask()
        return False

    def _ask(self) -> None:
        box = self.question = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("Autochrome")
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
        self._going = True
        if self._queue.state is QueueState.RESTING:  # it ended while one thought about it
            self.ready.emit()
        else:
            self._queue.stop()

    @Slot(object)
    def _state_changed(self, state: QueueState) -> None:
        if self._going and state is QueueState.RESTING:
            self.ready.emit()
