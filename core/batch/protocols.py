"""What the engines need of a colorizer: `core.colorize.colorizer.Colorizer`, or one like it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from core.batch.events import Summary
from core.color import F32
from core.colorize.hints import ColorHint
from core.colorize.look import Look
from core.colorize.reference_colors import ColorReferences
from core.colorize.strokes import Stroke
from core.colorize.tint.options import TintOptions
from core.inference.model_spec import ModelSpec
from core.photo.photo import Photo
from core.photo.streamed_photo import WritablePhoto

#: `core.batch.run.run_batch` or `core.cluster.run.run_on_cluster`, with what is the same for a
#: whole command filled in.
BatchEngine = Callable[..., Summary]


class ColorizationProtocol(Protocol):
    """What the engines need of a `core.colorize.colorization.Colorization`."""

    @property
    def confidence(self) -> F32 | None:
        """(h, w) in 0..1."""

    @property
    def settings(self) -> Mapping[str, str | float | int]:
        """For the provenance."""

    def stream(self, look: Look | None = None) -> WritablePhoto:
        """The colour photo, to be written."""


class SessionProtocol(Protocol):
    """What the engines need of a `core.inference.session.Session`."""

    @property
    def provider(self) -> str:
        """The execution provider that ONNX Runtime said it uses."""


class ColorizerProtocol(Protocol):
    """What the engines need of a `core.colorize.colorizer.Colorizer`."""

    @property
    def spec(self) -> ModelSpec:
        """The model."""

    @property
    def session(self) -> SessionProtocol:
        """Where it runs."""

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
    ) -> ColorizationProtocol:
        """One photo's colours; called by one thread at a time."""
