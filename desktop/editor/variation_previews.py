"""Small pictures of several colorizations of one photo, to choose from."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from core.colorize.colorization import Colorization
from core.colorize.edits import Edit
from core.colorize.look import Look
from core.errors import AutochromeError
from core.inference.model_spec import ModelSpec
from desktop.background.inference_thread import InferenceWorker
from desktop.background.pool import Tasks
from desktop.background.qimage import to_qimage
from desktop.background.requests import Colorize, Colorized, Event, Rank
from desktop.editor.document import PhotoDocument
from desktop.editor.variation import Variation, models_beside, variations_of

#: Short side of a picture: a grid of them fills the view.
_SIDE: Final = 320
#: Milliseconds of rest after a change until the pictures are made anew.
_REST_MS: Final = 800


class VariationPreviews(QObject):
    """Asks the inference thread for small colorizations, after whatever is more urgent."""

    ready = Signal(object, QImage)  # Variation and its picture

    def __init__(
        self, worker: InferenceWorker, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._worker, self._tasks = worker, tasks
        self._document: PhotoDocument | None = None
        self._wanted: tuple[Variation, ...] = ()
        self._size: int | None = None
        self._made: dict[Variation, Colorization] = {}
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._ask)
        worker.answered.connect(self._answered, Qt.ConnectionType.QueuedConnection)

    def stop(self) -> None:
        """Make no more previews."""
        self._rest.stop()
        self._document = None
        self._made.clear()
        for variation in self._wanted:
            self._worker.forget(variation)

    def colorization(self, variation: Variation) -> Colorization | None:
        """What the network made of the small photo, laid over the whole one; None: not yet."""
        made, document = self._made.get(variation), self._document
        if made is None or document is None:
            return None
        return replace(made, photo=document.repaired.photo)

    def ask(self, document: PhotoDocument, spec: ModelSpec, size: int | None = None) -> None:
        """Make all previews of a photo, and again when what is common to them changes.

        Args:
            document: the photo.
            spec: the model that is open.
            size: what the network sees, where a variation says nothing of it.
        """
        if document is not self._document:
            self.stop()
            document.edited.connect(self._edited)
            document.repaired_changed.connect(self._rest.start)
        self._document, self._size = document, size
        self._wanted = (*variations_of(spec), *models_beside(spec))
        self._ask()

    @Slot()
    def _ask(self) -> None:
        if self._document is None:
            return
        for each in self._wanted:
            small = self._document.repaired.pyramid.levels[-1]
            edit = each.of(self._document.edit)
            size = None if each.model else edit.size or self._size
            self._worker.ask(Colorize(each, small, edit, size, Rank.LATER, each.model))

    @Slot(object, object)
    def _edited(self, before: Edit, now: Edit) -> None:
        plain = Variation()  # what is replaced in every one of them makes none another
        if plain.of(before) != plain.of(now) and self._document is not None:
            self._rest.start()

    @Slot(object)
    def _answered(self, event: Event) -> None:
        document = self._document
        if not isinstance(event, Colorized) or document is None:
            return
        request, made = event.request, event.colorization
        small = document.repaired.pyramid.levels[-1]
        if isinstance(request.slot, Variation) and request.photo is small:
            self._made[request.slot] = made
            self._tasks.run(
                lambda: _picture(made, request.edit.look),
                lambda image: self.ready.emit(request.slot, image),
                self._nothing,
            )

    @staticmethod
    def _nothing(_error: AutochromeError) -> None:
        """A picture that is missing says enough."""


def _picture(made: Colorization, look: Look) -> QImage:
    photo = made.photo
    scale = min(1.0, _SIDE / min(photo.height, photo.width))
    return to_qimage(made.region(scale=scale).render(look))
