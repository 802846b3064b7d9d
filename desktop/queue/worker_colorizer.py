"""`WorkerColorizer`: colorizes the queue's photos on the window's one inference thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError, Future
from dataclasses import replace

from core.colorize.colorization import Colorization
from core.colorize.edits import Edit
from core.colorize.hints import ColorHint
from core.colorize.reference_colors import ColorReferences
from core.colorize.strokes import Stroke
from core.colorize.tint import TintOptions
from core.inference.model_choice import ModelChoice
from core.inference.model_spec import ModelSpec
from core.photo.photo import Photo
from desktop.background.inference_thread import InferenceWorker
from desktop.background.requests import ColorizeJob, ModelReady


class ModelWithdrawn(KeyboardInterrupt):
    """The model of a run is not open any more: another one is, or the window closes.

    A KeyboardInterrupt, for it is no photo's fault: the engine ends as on Ctrl-C, and what it had
    in hand waits again.
    """


class WorkerColorizer:
    """A `core.batch.protocols.ColorizerProtocol`: the engine waits, the worker runs the network.

    Args:
        ready: the model that is open; one run of the engine works with one model.
        on_progress: called on the engine's thread with each photo, before and after the network
            sees it.
        choices: other models than the open one, which are verified now.

    Raises:
        ModelError: one of those cannot be used.
    """

    def __init__(
        self,
        worker: InferenceWorker,
        ready: ModelReady,
        on_progress: Callable[[Photo, bool], None] = lambda _photo, _colored: None,
        *,
        choices: tuple[ModelChoice, ...] = (),
    ) -> None:
        self._worker = worker
        self._on_progress = on_progress
        self._choices = choices
        self.spec: ModelSpec = _spec_of(choices) if choices else ready.spec
        self.session = ready

    def colorize(
        self,
        photo: Photo,
        *,
        size: int | None,
        seed: int | None,
        recolor: bool,
        tint: TintOptions,
        hints: Sequence[ColorHint] = (),
        strokes: Sequence[Stroke] = (),
        references: ColorReferences = ColorReferences(),  # noqa: B008  (frozen)
    ) -> Colorization:
        """As `core.colorize.colorizer.Colorizer.colorize`.

        Raises:
            ModelWithdrawn: the model is another one by now, or the window closes.
        """
        answer: Future[Colorization] = Future()
        self._on_progress(photo, False)
        edit = Edit(hints=tuple(hints), seed=seed, recolor=recolor, size=size)
        edit = replace(edit, strokes=tuple(strokes))
        self._worker.ask(
            ColorizeJob(self.spec, photo, edit, tint, answer, references, self._choices)
        )
        try:
            made = answer.result()
        except CancelledError:
            raise ModelWithdrawn from None
        self._on_progress(photo, True)
        return made


def _spec_of(choices: tuple[ModelChoice, ...]) -> ModelSpec:
    # it brings ONNX Runtime, which the window is not to wait for
    from core.colorize.ensemble import load_specs  # noqa: PLC0415

    return load_specs(choices)
