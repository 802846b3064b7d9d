"""Several colorizations of one photo, small, to choose from."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QImage

from core.errors import AutochromeError
from core.finish import compose_region
from desktop.document import Colors, PhotoDocument
from desktop.qimage import to_qimage
from desktop.tasks import Tasks
from desktop.worker import Colorize, Colorized, Event, InferenceWorker

#: The model's first choice, and five draws of its noise.
SEEDS: Final = (None, 1, 2, 3, 4, 5)
_SIDE: Final = 168
_SLOT: Final = "variation"


class Variations(QObject):
    """Asks the worker for small colorizations, after whatever is more urgent."""

    ready = Signal(object, QImage)  # the seed and its picture

    def __init__(
        self, worker: InferenceWorker, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._worker, self._tasks = worker, tasks
        self._document: PhotoDocument | None = None
        worker.answered.connect(self._answered, Qt.ConnectionType.QueuedConnection)

    def stop(self) -> None:
        """No more of them."""
        self._document = None
        for seed in SEEDS:
            self._worker.forget((_SLOT, seed))

    def ask(self, document: PhotoDocument) -> None:
        """Make all of them for a photo, with its colour points."""
        self.stop()
        self._document = document
        for seed in SEEDS:
            edit = document.edit.with_seed(seed)
            self._worker.ask(Colorize((_SLOT, seed), document.pyramid.levels[-1], edit))

    @Slot(object)
    def _answered(self, event: Event) -> None:
        document = self._document
        if not isinstance(event, Colorized) or document is None:
            return
        request = event.request
        if isinstance(request.slot, tuple) and request.photo is document.pyramid.levels[-1]:
            colors, seed = event.colors, request.edit.seed
            self._tasks.run(
                lambda: _picture(document, colors),
                lambda image: self.ready.emit(seed, image),
                self._nothing,
            )

    @staticmethod
    def _nothing(_error: AutochromeError) -> None:
        """A picture that is missing says enough."""


def _picture(document: PhotoDocument, colors: Colors) -> QImage:
    photo = document.pyramid.levels[-1]
    scale = min(1.0, _SIDE / min(photo.height, photo.width))
    rect = (0, 0, photo.width, photo.height)
    look = document.edit.look
    pixels = compose_region(photo, colors.ab, look, rect=rect, scale=scale, field=colors.field)
    return to_qimage(pixels)
