"""`FreshColors`: colours for an edit whose own have not come yet, for who saves that quickly."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Slot

from core.colorize.edits import Edit
from core.errors import AlreadyColoredError, AutochromeError, UnsureTintError
from core.photo.photo import Photo
from desktop.background.inference_thread import InferenceWorker
from desktop.background.pool import Tasks
from desktop.background.requests import Colorize, Colorized, ColorizeFailed, Event
from desktop.editor.repaired_photo import repaired_photo
from desktop.editor.repaired_result import Made, RepairedResult


class FreshColors(QObject):
    """Asks once, whatever photo is shown meanwhile, and calls one of ``made`` and ``failed``.

    Args:
        size: short side of what the network sees, where the edit says nothing of it.
    """

    def __init__(
        self,
        worker: InferenceWorker,
        size: int | None,
        made: Callable[[Made], None],
        failed: Callable[[AutochromeError], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._worker, self._size, self._made, self._failed = worker, size, made, failed
        self._asked: Colorize | None = None
        self._original: Photo | None = None
        worker.answered.connect(self._answered, Qt.ConnectionType.QueuedConnection)

    def ask(self, tasks: Tasks, photo: Photo, edit: Edit, page: int = 0) -> None:
        """Repair the photo as the edit says, in the pool, and ask for its colours."""
        self._original = photo
        tasks.run(partial(repaired_photo, photo, edit, page), partial(self._ask, edit), self._fail)

    def _ask(self, edit: Edit, photo: Photo) -> None:
        self._asked = Colorize(self, photo, edit, edit.size or self._size)
        self._worker.ask(self._asked)

    @Slot(object)
    def _answered(self, event: Event) -> None:
        if not isinstance(event, Colorized | ColorizeFailed) or event.request is not self._asked:
            return
        if isinstance(event, Colorized):
            self._end(event.colorization)
        elif (kept := self._kept(event)) is not None:
            self._end(kept)
        else:
            self._fail(event.error)

    def _kept(self, event: ColorizeFailed) -> RepairedResult | None:
        """The photo that keeps its own colours, where it was repaired."""
        photo, original = event.request.photo, self._original
        keeps = isinstance(event.error, AlreadyColoredError | UnsureTintError)
        if not keeps or original is None or photo is original:
            return None
        return RepairedResult(photo, original)

    def _end(self, made: Made) -> None:
        self._made(made)
        self.deleteLater()

    def _fail(self, error: AutochromeError) -> None:
        self._failed(error)
        self.deleteLater()
