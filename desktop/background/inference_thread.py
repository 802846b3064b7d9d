"""The one inference thread: requests in, typed events out. It alone calls the network."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QObject, Signal

from core.errors import AutochromeError, ModelNotFoundError, SessionError
from core.inference.model_spec import ModelSpec
from desktop.background.mailbox import Mailbox
from desktop.background.requests import (
    Colorize,
    Colorized,
    ColorizeFailed,
    ColorizeJob,
    DevicesTimed,
    Event,
    LoadModel,
    ModelFailed,
    ModelReady,
    Request,
    TimeDevices,
)

# ruff: noqa: PLC0415  (see below)

if TYPE_CHECKING:  # it brings ONNX Runtime: half a second, when the window is there already
    from core.colorize.colorizer import Colorizer
    from core.inference.model_choice import ModelChoice
    from core.inference.session_pool import SessionPool


class InferenceWorker(QObject):
    """Owns the Colorizer and the thread it lives in; events arrive on this object's thread.

    Args:
        synchronous: have no thread: `run_pending` does what was asked for.
    """

    answered = Signal(object)  # Event

    def __init__(self, parent: QObject | None = None, *, synchronous: bool = False) -> None:
        super().__init__(parent)
        self._colorizer: Colorizer | None = None
        self._pool: SessionPool | None = None
        self._others: dict[Hashable, Colorizer] = {}
        self._trouble: AutochromeError = ModelNotFoundError("no model is open yet.")
        self._mailbox: Mailbox[Request] = Mailbox(
            self._handle, failed=self._failed, name="inference", synchronous=synchronous
        )

    def ask(self, request: Request) -> None:
        """Queue a request; answered after those of a lower rank and older ones of its own."""
        taken = self._mailbox.put(request.slot, request, rank=request.rank)
        if not taken and isinstance(request, ColorizeJob):
            request.answer.cancel()

    def forget(self, slot: Hashable) -> None:
        """Drop the request that waits in a slot; one that runs already still answers."""
        self._mailbox.forget(slot)

    def run_pending(self) -> None:
        """Answer everything that waits, on the caller's thread; only where there is no other."""
        self._mailbox.run_pending()

    def close(self) -> None:
        """Drop what waits and end the thread; returns when what runs has ended."""
        for request in self._mailbox.close():
            if isinstance(request, ColorizeJob):
                request.answer.cancel()
        self._colorizer = self._pool = None
        self._others.clear()

    # --- on the thread ---------------------------------------------------------------------

    def _handle(self, request: Request) -> None:
        match request:
            case LoadModel():
                self._tell(self._load(request))
            case Colorize():
                self._tell(self._colorize(request))
            case ColorizeJob():
                self._answer(request)
            case TimeDevices():
                self._tell(self._time(request))
            case _:
                assert_never(request)

    def _tell(self, event: Event | None) -> None:
        if event is not None and not self._mailbox.closed:
            self.answered.emit(event)

    def _failed(self, request: Request, error: Exception) -> None:
        """Nobody waits in vain for an answer that an unexpected error has prevented."""
        trouble = SessionError(f"unexpected: {type(error).__name__}: {error}")
        if isinstance(request, LoadModel):
            self._tell(ModelFailed(trouble))
        elif isinstance(request, Colorize):
            self._tell(ColorizeFailed(request, trouble))

    def _load(self, request: LoadModel) -> Event:
        from core.colorize.colorizer import Colorizer
        from core.inference.model_choice import ModelChoice, chosen_models
        from core.inference.session_pool import SessionPool

        self._colorizer = self._pool = None  # their memory goes before the new one's comes
        self._others.clear()
        try:
            self._pool = SessionPool(request.device, memory_limit_mb=request.memory_limit_mb)
            own = [] if request.model is None else [ModelChoice(request.model)]
            choices = own or chosen_models(request.models)
            self._colorizer = Colorizer.of(choices, self._pool)
        except AutochromeError as error:
            self._trouble = error
            return ModelFailed(error)
        session = self._colorizer.session
        return ModelReady(
            session.spec, session.requested, session.device, session.provider,
            session.fallback_reason, tuple(choices),
        )  # fmt: skip

    def _colorize(self, request: Colorize) -> Event:
        if self._colorizer is None:
            return ColorizeFailed(request, self._trouble)
        edit = request.edit
        try:
            colorizer = self._other(request.model) if request.model else self._colorizer
            spec = colorizer.spec
            made = colorizer.colorize(
                request.photo,
                size=_usable(request.size, spec),
                hints=edit.hints,
                strokes=edit.strokes,
                seed=edit.seed if spec.z_size else None,
                recolor=edit.recolor,
                tint=edit.tint_options,
                references=edit.references,
            )
        except AutochromeError as error:
            return ColorizeFailed(request, error)
        # worked out here, and not where it would hold up the picture
        made.field, made.painted  # noqa: B018
        return Colorized(request, made)

    def _other(self, name: str) -> Colorizer:
        """Another model than the open one, beside it: the pool closes what has no room."""
        from core.inference.model_choice import chosen_models

        if name not in self._others:
            self._others[name] = self._beside(tuple(chosen_models([name])))
        return self._others[name]

    def _beside(self, choices: tuple[ModelChoice, ...]) -> Colorizer:
        from core.colorize.colorizer import Colorizer

        if choices not in self._others:
            assert self._pool is not None  # noqa: S101  (there is an open model)
            self._others[choices] = Colorizer.of(choices, self._pool)
        return self._others[choices]

    def _answer(self, request: ColorizeJob) -> None:
        colorizer, answer = self._colorizer, request.answer
        of_open = not request.models
        if colorizer is None or (of_open and colorizer.spec is not request.spec):
            answer.cancel()
            return
        try:
            colorizer = colorizer if of_open else self._beside(request.models)
            answer.set_result(
                colorizer.colorize(
                    request.photo,
                    size=request.edit.size,
                    seed=request.edit.seed,
                    recolor=request.edit.recolor,
                    tint=request.tint,
                    references=request.references,
                    hints=request.edit.hints,
                    strokes=request.edit.strokes,
                )
            )
        except Exception as error:  # noqa: BLE001  (the engine decides what it means)
            answer.set_exception(error)

    def _time(self, request: TimeDevices) -> DevicesTimed | None:
        from core.inference.device_timing import time_devices, usable_devices

        devices = usable_devices()
        together = len(request.spec.used) > 1
        if self._colorizer is None or len(devices) < 2 or request.known == set(devices) or together:
            return None
        seconds = time_devices(
            request.spec,
            devices,
            memory_limit_mb=request.memory_limit_mb,
            interrupted=lambda: self._mailbox.interrupted,
        )
        if seconds is None:  # there was something to colour: again when there is not
            self._mailbox.put_back(request.slot, request, rank=request.rank)
            return None
        return DevicesTimed(request, seconds) if len(seconds) > 1 else None


def _usable(size: int | None, spec: ModelSpec) -> int | None:
    """A size that was chosen with another model, as this one can use it."""
    return None if size is None else min(max(size, spec.multiple_of), spec.max_size)
