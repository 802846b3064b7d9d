"""The one inference thread: requests in, typed events out. It alone calls the network."""

from __future__ import annotations

import sys
import threading
from collections.abc import Hashable
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.colorize.upsample import ChromaField
from core.errors import AutochromeError, ModelNotFoundError, SessionError
from core.photo.photo import Photo
from desktop.editor.document import Colors, Edit

if TYPE_CHECKING:
    from core.colorize.colorization import Colorization
    from core.colorize.colorizer import Colorizer
    from core.inference.model_spec import ModelSpec


@dataclass(frozen=True)
class LoadModel:
    """Open this model on this device; None is the bundled model."""

    model: Path | None = None
    device: str = "auto"
    memory_limit_mb: int | None = None


@dataclass(frozen=True, eq=False)
class Colorize:
    """Colours for a photo. A newer request of the same ``slot`` replaces one that waits.

    Attributes:
        size: short side of what the network sees; held within what the model can use.
        later: whether it lets every request go first that a person waits for.
    """

    slot: Hashable
    photo: Photo
    edit: Edit
    size: int | None = None
    later: bool = False


@dataclass(frozen=True, eq=False)
class Paint:
    """A photo of the queue; ``answer`` is cancelled where ``spec`` is not the open model's."""

    spec: ModelSpec
    photo: Photo
    size: int | None
    seed: int | None
    recolor: bool
    answer: Future[Colorization]


@dataclass(frozen=True)
class TimeDevices:
    """Time every device, unless those of ``known`` are all there are."""

    spec: ModelSpec
    known: frozenset[str]
    memory_limit_mb: int | None


@dataclass(frozen=True)
class DevicesTimed:
    """Device -> seconds for one picture; only where there are several."""

    request: TimeDevices
    seconds: dict[str, float]


@dataclass(frozen=True)
class ModelReady:
    """The model is open. ``reason`` says why ``device`` is not the one asked for."""

    spec: ModelSpec
    requested: str
    device: str
    provider: str
    reason: str | None


@dataclass(frozen=True)
class ModelFailed:
    """There is no model; requests are answered with the same error."""

    error: AutochromeError


@dataclass(frozen=True, eq=False)
class Colorized:
    """The network's answer."""

    request: Colorize
    colors: Colors


@dataclass(frozen=True, eq=False)
class ColorizeFailed:
    """Why there is no answer."""

    request: Colorize
    error: AutochromeError


Event = ModelReady | ModelFailed | Colorized | ColorizeFailed | DevicesTimed
Request = LoadModel | Colorize | Paint | TimeDevices


class InferenceWorker(QObject):
    """Owns the Colorizer and the thread it lives in; events arrive on this object's thread."""

    answered = Signal(object)  # Event

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: dict[Hashable, Request] = {}
        self._change = threading.Condition()
        self._closing = False
        self._colorizer: Colorizer | None = None
        self._trouble: AutochromeError = ModelNotFoundError("no model is open yet.")
        self._thread = threading.Thread(target=self._run, name="inference", daemon=True)
        self._thread.start()

    def load(self, request: LoadModel) -> None:
        """Open a model before anything else that waits."""
        self._put(LoadModel, request, first=True)

    def ask(self, request: Colorize) -> None:
        """Colorize, after what waits in other slots."""
        self._put(request.slot, request)

    def paint(self, request: Paint) -> None:
        """Colorize for the queue, after everything a person waits for."""
        with self._change:
            if self._closing:
                request.answer.cancel()
            else:
                self._put(Paint, request)

    def time_devices(self, request: TimeDevices) -> None:
        """Time the devices when nothing else waits, and again from the start when it did."""
        self._put(TimeDevices, request)

    def forget(self, slot: Hashable) -> None:
        """Take back what waits in a slot; what runs already still answers."""
        with self._change:
            self._waiting.pop(slot, None)

    def close(self) -> None:
        """Drop what waits; returns when what runs has ended."""
        with self._change:
            self._closing = True
            self._change.notify()
        self._thread.join()

    def _put(self, slot: Hashable, request: Request, *, first: bool = False) -> None:
        with self._change:
            others = {key: value for key, value in self._waiting.items() if key != slot}
            self._waiting = {slot: request, **others} if first else {**others, slot: request}
            self._change.notify()

    def _next(self) -> Request | None:
        with self._change:
            self._change.wait_for(lambda: self._closing or self._waiting)
            if self._closing:
                return None
            first = min(self._waiting, key=lambda slot: _rank(self._waiting[slot]))
            return self._waiting.pop(first)

    def _run(self) -> None:
        while self._step():
            pass
        self._colorizer = None
        with self._change:
            left = self._waiting.pop(Paint, None)
        if isinstance(left, Paint):
            left.answer.cancel()

    def _answer(self, request: LoadModel | Colorize | TimeDevices) -> Event | None:
        if isinstance(request, LoadModel):
            return self._load(request)
        return self._ask(request) if isinstance(request, Colorize) else self._time(request)

    def _time(self, request: TimeDevices) -> DevicesTimed | None:
        from core.inference.device_timing import time_devices, usable_devices  # noqa: PLC0415  (as in _load)

        devices = usable_devices()
        if self._colorizer is None or len(devices) < 2 or request.known == set(devices):
            return None
        seconds = time_devices(
            request.spec,
            devices,
            memory_limit_mb=request.memory_limit_mb,
            interrupted=lambda: self._closing or bool(self._waiting),
        )
        if seconds is None:  # there was something to colour: again when there is not
            with self._change:
                self._waiting.setdefault(TimeDevices, request)
            return None
        return DevicesTimed(request, seconds) if len(seconds) > 1 else None

    def _step(self) -> bool:
        """One request; a function of its own, so that no photo is held while there is no other."""
        request = self._next()
        if request is None:
            return False
        if isinstance(request, Paint):
            self._paint(request)
            return True
        try:
            answer = self._answer(request)
        except Exception as error:  # noqa: BLE001  (reported; the thread must live on)
            sys.excepthook(type(error), error, error.__traceback__)
            answer = _crashed(request, error)
        if answer is not None and not self._closing:
            self.answered.emit(answer)
        return True

    def _paint(self, request: Paint) -> None:
        colorizer, answer = self._colorizer, request.answer
        if colorizer is None or colorizer.spec is not request.spec:
            answer.cancel()
            return
        try:
            answer.set_result(
                colorizer.colorize(
                    request.photo, size=request.size, seed=request.seed, recolor=request.recolor
                )
            )
        except Exception as error:  # noqa: BLE001  (the engine decides what it means)
            answer.set_exception(error)

    def _load(self, request: LoadModel) -> Event:
        # ONNX Runtime takes half a second to import: the window is on the screen by then
        from core.colorize.colorizer import Colorizer  # noqa: PLC0415

        self._colorizer = None  # the old model's memory goes before the new one's comes
        try:
            self._colorizer = Colorizer(
                request.model, device=request.device, memory_limit_mb=request.memory_limit_mb
            )
        except AutochromeError as error:
            self._trouble = error
            return ModelFailed(error)
        session = self._colorizer.session
        return ModelReady(
            session.spec, session.requested, session.device, session.provider,
            session.fallback_reason,
        )  # fmt: skip

    def _ask(self, request: Colorize) -> Event:
        if self._colorizer is None:
            return ColorizeFailed(request, self._trouble)
        edit = request.edit
        try:
            made = self._colorizer.colorize(
                request.photo,
                size=_usable(request.size, self._colorizer.spec),
                hints=edit.hints if self._colorizer.spec.has_hints else (),
                seed=edit.seed if self._colorizer.spec.z_size else None,
                recolor=edit.recolor,
            )
        except AutochromeError as error:
            return ColorizeFailed(request, error)
        field = ChromaField.of(request.photo.pixels, made.ab)
        return Colorized(request, Colors(made.ab, field, made.settings, self._colorizer.spec))


def _rank(request: Request) -> int:
    """What a person looks at comes first."""
    if isinstance(request, Paint):
        return 2
    if isinstance(request, TimeDevices):
        return 3
    return int(isinstance(request, Colorize) and request.later)


def _usable(size: int | None, spec: ModelSpec) -> int | None:
    """A size that was chosen with another model, as this one can use it."""
    return None if size is None else min(max(size, spec.multiple_of), spec.max_size)


def _crashed(request: LoadModel | Colorize | TimeDevices, error: Exception) -> Event | None:
    trouble = SessionError(f"unexpected: {type(error).__name__}: {error}")
    if isinstance(request, LoadModel):
        return ModelFailed(trouble)
    return ColorizeFailed(request, trouble) if isinstance(request, Colorize) else None
