"""Several colorizations of one photo, small, to choose from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from core.colorize.look import Look
from core.colorize.render import compose_region
from core.errors import AutochromeError
from desktop.background.inference_thread import Colorize, Colorized, Event, InferenceWorker
from desktop.background.pool import Tasks
from desktop.background.qimage import to_qimage
from desktop.editor.document import Colors, Edit, PhotoDocument
from desktop.presets import BUILT_IN

if TYPE_CHECKING:
    from core.inference.model_spec import ModelSpec

#: Draws of the model's noise beside its first choice.
_DRAWS: Final = 5
_SIDE: Final = 168
#: Milliseconds of rest after a change until the pictures are made anew.
_REST_MS: Final = 800


@dataclass(frozen=True)
class Variation:
    """What it changes of an `Edit`; all None is the model's first choice. ``look`` None: kept."""

    seed: int | None = None
    size: int | None = None
    look: Look | None = None

    def of(self, edit: Edit) -> Edit:
        """The photo's choices with this one among them."""
        return replace(edit, seed=self.seed, size=self.size, look=self.look or edit.look)


def variations_of(spec: ModelSpec) -> tuple[Variation, ...]:
    """The model's own choice, then draws of its noise; where it has none, other sizes and looks."""
    if spec.z_size:
        return (Variation(), *(Variation(seed=seed) for seed in range(1, _DRAWS + 1)))
    wanted = (round(spec.default_size * share) for share in (0.5, 1.5, 2))
    sizes = dict.fromkeys(min(max(size, spec.multiple_of), spec.max_size) for size in wanted)
    sizes.pop(spec.default_size, None)
    looks = (look for look in BUILT_IN.values() if look != Look())
    return (
        Variation(look=Look()),
        *(Variation(size=size) for size in sizes),
        *(Variation(look=look) for look in looks),
    )


class Variations(QObject):
    """Asks the worker for small colorizations, after whatever is more urgent."""

    ready = Signal(object, QImage)  # Variation and its picture

    def __init__(
        self, worker: InferenceWorker, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._worker, self._tasks = worker, tasks
        self._document: PhotoDocument | None = None
        self._wanted: tuple[Variation, ...] = ()
        self._size: int | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._ask)
        worker.answered.connect(self._answered, Qt.ConnectionType.QueuedConnection)

    def stop(self) -> None:
        """No more of them."""
        self._rest.stop()
        self._document = None
        for variation in self._wanted:
            self._worker.forget(variation)

    def ask(self, document: PhotoDocument, spec: ModelSpec, size: int | None = None) -> None:
        """Make all of them for a photo, with its colour points; anew when these change.

        Args:
            document: the photo.
            spec: the model that is open.
            size: what the network sees, where a variation says nothing of it.
        """
        if document is not self._document:
            self.stop()
            document.edited.connect(self._edited)
        self._document, self._wanted, self._size = document, variations_of(spec), size
        self._ask()

    @Slot()
    def _ask(self) -> None:
        if self._document is None:
            return
        for each in self._wanted:
            small, edit = self._document.pyramid.levels[-1], each.of(self._document.edit)
            self._worker.ask(Colorize(each, small, edit, edit.size or self._size, later=True))

    @Slot(object, object)
    def _edited(self, before: Edit, now: Edit) -> None:
        if (before.hints, before.look) != (now.hints, now.look) and self._document is not None:
            self._rest.start()

    @Slot(object)
    def _answered(self, event: Event) -> None:
        document = self._document
        if not isinstance(event, Colorized) or document is None:
            return
        request, colors = event.request, event.colors
        if isinstance(request.slot, Variation) and request.photo is document.pyramid.levels[-1]:
            self._tasks.run(
                lambda: _picture(document, colors, request.edit.look),
                lambda image: self.ready.emit(request.slot, image),
                self._nothing,
            )

    @staticmethod
    def _nothing(_error: AutochromeError) -> None:
        """A picture that is missing says enough."""


def _picture(document: PhotoDocument, colors: Colors, look: Look) -> QImage:
    photo = document.pyramid.levels[-1]
    scale = min(1.0, _SIDE / min(photo.height, photo.width))
    rect = (0, 0, photo.width, photo.height)
    pixels = compose_region(photo, colors.ab, look, rect=rect, scale=scale, field=colors.field)
    return to_qimage(pixels)
