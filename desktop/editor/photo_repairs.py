"""`PhotoRepairs`: keeps the repaired photo of a document what its edit says."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from core.errors import AutochromeError
from desktop.background.pool import Task, Tasks
from desktop.editor.activity import Activity
from desktop.editor.document import PhotoDocument
from desktop.editor.repaired_photo import MadeRepair, make_repair
from desktop.text.notices import Notice


class PhotoRepairs(QObject):
    """Finds and repairs in the pool, one document at a time; the latest edit counts."""

    noticed = Signal(object)  # Notice
    done = Signal()  # the document is what its edit says
    busy_changed = Signal()

    def __init__(self, tasks: Tasks, activity: Activity, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._activity = tasks, activity
        self._task: Task | None = None

    @property
    def busy(self) -> bool:
        """Whether something is being looked for, or repaired."""
        return self._task is not None

    @staticmethod
    def is_done(document: PhotoDocument) -> bool:
        """Whether the document is what its edit says already."""
        edit, damage = document.edit.repair, document.damage
        known = damage is not None and damage.sensitivity == edit.sensitivity
        return document.repaired.asked == edit.asked and (known or not edit.find)

    def update(self, document: PhotoDocument) -> None:
        """Make it so; what is under way for an earlier edit is given up."""
        self.stop()
        if self.is_done(document):
            return
        photo, pyramid = document.photo, document.pyramid
        edit, damage = document.edit.repair, document.damage
        looking = edit.find and damage is None
        words = self.tr("Looking for damage…") if looking else self.tr("Repairing…")
        self._activity.set("repair", words)

        def made(answer: MadeRepair) -> None:
            self._end()
            if answer.damage is not None:
                document.set_damage(answer.damage)
            document.set_repaired(answer.repaired)
            self.done.emit()

        self._task = self._tasks.run(
            lambda: make_repair(photo, pyramid, edit, damage), made, self._failed
        )
        self.busy_changed.emit()

    def stop(self) -> None:
        """Give up what is under way."""
        if self._task is not None:
            self._task.cancel()
            self._end()

    def _end(self) -> None:
        self._task = None
        self._activity.set("repair", "")
        self.busy_changed.emit()

    def _failed(self, error: AutochromeError) -> None:
        self._end()
        self.noticed.emit(Notice.of(error))
