"""`PhotoRepairs`: keeps the repaired photo of the open document what its edit says."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.colorize.edits import Edit
from core.errors import AutochromeError
from core.repair.edits import RepairMark
from desktop.background.pool import Task, Tasks
from desktop.editor.activity import Activity
from desktop.editor.document import PhotoDocument
from desktop.editor.repaired_photo import MadeRepair, make_repair, scratch_at
from desktop.text.notices import Notice

#: Milliseconds that a slider has to rest until damage is looked for again.
_SETTLE_MS: Final = 250


class PhotoRepairs(QObject):
    """Finds and repairs in the pool; the latest edit of the document counts."""

    noticed = Signal(object)  # Notice
    ready = Signal()  # there is a photo that has no colours yet
    busy_changed = Signal()
    traced = Signal(object)  # RepairMark | None

    def __init__(self, tasks: Tasks, activity: Activity, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._activity = tasks, activity
        self._document: PhotoDocument | None = None
        self._task: Task | None = None
        self._trace: Task | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._settled)

    @property
    def busy(self) -> bool:
        """Whether something is being looked for, or repaired."""
        return self._task is not None or self._settle.isActive()

    @property
    def is_ready(self) -> bool:
        """Whether the photo is what its edit says already."""
        document = self._document
        return document is not None and document.repaired.asked == document.edit.repair.asked

    def follow(self, document: PhotoDocument | None) -> None:
        """Another document is open, or none."""
        self._stop()
        self._stop_tracing()
        self._document = document
        if document is not None:
            document.edited.connect(self._edited)
            self._update(document)

    def trace(self, x: float, y: float) -> None:
        """Follow the straight scratch at a place, in shares of the photo; ``traced`` carries it."""
        document = self._document
        if document is not None:
            photo = document.photo
            self._stop_tracing()
            self._activity.set("trace", self.tr("Following the scratch…"))
            self._trace = self._tasks.run(
                lambda: scratch_at(photo, (x, y)), self._followed, self._not_followed
            )

    def _followed(self, mark: RepairMark | None) -> None:
        self._stop_tracing()
        self.traced.emit(mark)

    def _not_followed(self, error: AutochromeError) -> None:
        self._stop_tracing()
        self.noticed.emit(Notice.of(error))

    def _stop_tracing(self) -> None:
        if self._trace is not None:
            self._trace.cancel()
            self._trace = None
            self._activity.set("trace", "")

    @Slot(object, object)
    def _edited(self, before: Edit, now: Edit) -> None:
        if self._document is None or before.repair == now.repair:
            return
        moved = replace(before.repair, sensitivity=now.repair.sensitivity)
        if now.repair.find and moved == now.repair:
            self._stop()
            self._settle.start()
            self.busy_changed.emit()
        else:
            self._update(self._document)

    @Slot()
    def _settled(self) -> None:
        if self._document is not None:
            self._update(self._document)

    def _update(self, document: PhotoDocument) -> None:
        """What is under way for an earlier edit is given up."""
        self._stop()
        photo, pyramid, page = document.photo, document.pyramid, document.page
        edit, damage = document.edit.repair, document.damage
        looking = edit.find and (damage is None or damage.sensitivity != edit.sensitivity)
        if self.is_ready and not looking:
            self.busy_changed.emit()
            return
        words = self.tr("Looking for damage…") if looking else self.tr("Repairing…")
        self._activity.set("repair", words)
        self._task = self._tasks.run(
            lambda: make_repair(photo, pyramid, edit, damage, page), self._made, self._failed
        )
        self.busy_changed.emit()

    def _made(self, answer: MadeRepair) -> None:
        document = self._document
        if document is not None:
            self._end()
            if answer.damage is not None:
                document.set_damage(answer.damage)
            document.set_repaired(answer.repaired)
            if not document.has_colors:
                self.ready.emit()

    def _stop(self) -> None:
        self._settle.stop()
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
