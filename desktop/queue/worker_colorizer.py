"""The queue's photos on the window's one inference thread, after whatever the person waits for."""

from __future__ import annotations

from concurrent.futures import CancelledError, Future
from typing import TYPE_CHECKING

from desktop.background.inference_thread import InferenceWorker, ModelReady, Paint

if TYPE_CHECKING:
    from collections.abc import Callable

    from core.colorize.colorization import Colorization
    from core.inference.model_spec import ModelSpec
    from core.photo.photo import Photo


class Withdrawn(BaseException):
    """The model is not lent any more: another one is opened, or the window closes.

    No `Exception`, for it is no photo's fault: the engine ends as on Ctrl-C, and what it had in
    hand waits again.
    """


class LentPainter:
    """A `core.batch.protocols.ColorizerProtocol`: the engine waits, the worker runs the network.

    Args:
        ready: the model that is open; one run of the engine works with one model.
        told: called on the engine's thread with each photo before and after the network sees it.
    """

    def __init__(
        self,
        worker: InferenceWorker,
        ready: ModelReady,
        told: Callable[[Photo, bool], None] = lambda _photo, _painted: None,
    ) -> None:
        self._worker = worker
        self._told = told
        self.spec: ModelSpec = ready.spec
        self.session = ready

    def colorize(
        self, photo: Photo, *, size: int | None, seed: int | None, recolor: bool
    ) -> Colorization:
        """As `core.colorize.colorizer.Colorizer.colorize`.

        Raises:
            Withdrawn: the model is another one by now, or the window closes.
        """
        answer: Future[Colorization] = Future()
        self._told(photo, False)
        self._worker.paint(Paint(self.spec, photo, size, seed, recolor, answer))
        try:
            painted = answer.result()
        except CancelledError:
            raise Withdrawn from None
        self._told(photo, True)
        return painted
