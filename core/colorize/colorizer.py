"""`Colorizer`: an open model that makes a `Colorization` of a photo."""

from __future__ import annotations

import weakref
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self, cast

import numpy as np
import numpy.typing as npt

from core.color import F32
from core.colorize.colorization import Colorization
from core.colorize.flat_color import flat_color
from core.colorize.hints import ColorHint, hint_raster
from core.colorize.local_color import LocalColor, local_color
from core.colorize.network_input import network_L, network_shape
from core.colorize.reach import Likeness
from core.colorize.strokes import Stroke
from core.colorize.tint import (
    Tint,
    TintDecision,
    TintOptions,
    ToneOption,
    WhenUnsure,
    outcome_of,
    tint_of,
)
from core.colorize.underlay import Underlay
from core.errors import (
    AlreadyColoredError,
    OutOfMemoryError,
    SessionError,
    UnsureTintError,
)
from core.inference.model_spec import ModelSpec, bundled_model
from core.inference.providers import ORT_ERRORS, first_line
from core.inference.session import Session, open_model
from core.photo.photo import Photo

_RUN_ERRORS: Final[tuple[type[Exception], ...]] = (MemoryError, *ORT_ERRORS)
#: How ONNX Runtime, CUDA and the C++ library say it; none of them has a type for it.
_OUT_OF_MEMORY: Final = (
    "bad allocation",
    "bad_alloc",
    "out of memory",
    "failed to allocate",
    "alloc_failed",
    "available memory",
)


@dataclass(frozen=True, eq=False)
class _Answer:
    """What the network says of one photo: ab (2, h, w), confidence (h, w), the rest (C, h, w)."""

    ab: F32
    confidence: F32 | None
    features: F32 | None
    bins: F32 | None


@dataclass(frozen=True, eq=False)
class _Automatic:
    """What the network says without hints of the photo it was asked about last.

    A person who puts one point after the other asks about the same photo each time.
    """

    photo: weakref.ref[Photo]
    feeds: dict[str, F32]
    answer: _Answer
    likeness: Likeness

    def is_of(self, photo: Photo, feeds: dict[str, F32]) -> bool:
        return self.photo() is photo and all(
            np.array_equal(self.feeds[name], feed) for name, feed in feeds.items()
        )


class Colorizer:
    """An open model. One thread at a time may use it.

    Args:
        model: an ``.onnx`` file; None is the bundled one.
        device: one of `core.inference.devices.DEVICES`; ``session`` says what was got.
        threads: for the CPU; 0 means one for each physical core.
        memory_limit_mb: see `core.inference.session.open_session`.

    Raises:
        ModelError: the file is missing, damaged, or of another contract.
        SessionError: no such device, or ONNX Runtime cannot run the model.
    """

    _last: _Automatic | None = None

    def __init__(
        self,
        model: Path | str | None = None,
        *,
        device: str = "auto",
        threads: int = 0,
        memory_limit_mb: int | None = None,
    ) -> None:
        path = Path(model) if model else bundled_model()
        self.session: Session = open_model(
            path, device, threads=threads, memory_limit_mb=memory_limit_mb
        )

    @classmethod
    def of(cls, session: Session) -> Self:
        """The colorizer of a model that is open."""
        colorizer = cls.__new__(cls)
        colorizer.session = session
        return colorizer

    @property
    def spec(self) -> ModelSpec:
        """What the model says of itself."""
        return self.session.spec

    def colorize(
        self,
        photo: Photo,
        *,
        size: int | None = None,
        hints: Sequence[ColorHint] = (),
        strokes: Sequence[Stroke] = (),
        z: npt.NDArray[np.floating] | None = None,
        seed: int | None = None,
        recolor: bool = False,
        tint: TintOptions = TintOptions(),  # noqa: B008  (frozen)
    ) -> Colorization:
        """Run the network on a photo's luminance.

        Args:
            photo: grey, tinted, or coloured with ``recolor``.
            size: short side of what the network sees; None is the model's default.
            hints: colours the person knows; where the model reads none they are laid over what
                they reach.
            strokes: of the brush, in the order they were painted.
            z: (Z,) the noise vector; None is zeros: the most plausible colours.
            seed: draws ``z`` from N(0, 1) instead.
            recolor: replace the colours of a photo that has some.
            tint: what becomes of a photo's own tone and ink, and of one that is not certain.

        Raises:
            AlreadyColoredError: it has colours and ``recolor`` is false.
            UnsureTintError: whether it has is not certain, and ``tint`` does not say what to do.
            OutOfMemoryError: the picture is too large for this machine at this size.
            SessionError: a size or a seed the model cannot use, or ONNX Runtime failed.
        """
        decision = tint_of(photo.pixels)
        if not recolor:
            _refuse_colors(decision, photo, tint)
        size = self._checked_size(size)
        shape = network_shape(photo.height, photo.width, size, self.spec)
        L = network_L(photo.pixels, *shape)
        feeds = {"L": L[None, None], **self._z_feed(z, seed)}
        has_hints = self.spec.has_hints
        is_local = bool(strokes) or any(hint.is_local or not has_hints for hint in hints)
        if is_local or not hints:
            answer, likeness = self._automatic(feeds, photo, shape)
        else:
            answer = self._run(feeds | self._hint_feed(hints, shape), photo)
            likeness = Likeness.of(L, answer.features)
        ab = answer.ab
        local: LocalColor | None = None
        if is_local and has_hints:
            local = local_color(
                L, hints, strokes, likeness, ab, lambda raster: self._again(feeds, raster, photo)
            )
        elif is_local:
            local = flat_color(L, hints, strokes, likeness, ab)
        ab = ab if local is None else local.ab
        settings: dict[str, str | float | int] = {"size": min(shape), "hints": len(hints)}
        if strokes:
            settings["strokes"] = len(strokes)
        if seed is not None:
            settings["seed"] = seed
        settings |= outcome_of(decision, tint)
        if photo.salvaged is not None:
            settings["salvaged"] = f"{photo.salvaged:.0%}"
        underlay = _underlay(decision, tint)
        return Colorization(
            photo,
            ab,
            answer.confidence,
            settings,
            self.spec,
            decision,
            underlay,
            local,
            likeness,
            answer.bins,
        )

    def _checked_size(self, size: int | None) -> int:
        spec = self.spec
        size = spec.default_size if size is None else size
        if not spec.multiple_of <= size <= spec.max_size:
            raise SessionError(
                f"the model {spec.name} works at sizes from {spec.multiple_of} to "
                f"{spec.max_size}, not at {size}.",
                spec.path,
            )
        return size

    def _hint_feed(self, hints: Sequence[ColorHint], shape: tuple[int, int]) -> dict[str, F32]:
        return {"hints": hint_raster(hints, *shape)} if self.spec.has_hints else {}

    def _z_feed(self, z: npt.NDArray[np.floating] | None, seed: int | None) -> dict[str, F32]:
        length = self.spec.z_size
        if z is not None and seed is not None:
            raise ValueError("give z or a seed, not both")
        if not length:
            if z is None and seed is None:
                return {}
            message = f"the model {self.spec.name} has no variants: leave the seed away."
            raise SessionError(message, self.spec.path)
        if seed is not None:
            z = np.random.default_rng(seed).standard_normal(length)
        z = np.zeros(length) if z is None else z
        if z.shape != (length,):
            raise ValueError(f"z must have the shape ({length},), not {z.shape}")
        return {"z": z.astype(np.float32)[None]}

    def _automatic(
        self, feeds: dict[str, F32], photo: Photo, shape: tuple[int, int]
    ) -> tuple[_Answer, Likeness]:
        known = self._last
        if known is None or not known.is_of(photo, feeds):
            answer = self._run(feeds | self._hint_feed((), shape), photo)
            likeness = Likeness.of(feeds["L"][0, 0], answer.features)
            known = self._last = _Automatic(weakref.ref(photo), feeds, answer, likeness)
        return known.answer, known.likeness

    def _again(self, feeds: dict[str, F32], raster: F32, photo: Photo) -> F32:
        """The network's ab (2, h, w) with a raster of hints."""
        return self._run(feeds | {"hints": raster}, photo).ab

    def _run(self, feeds: dict[str, F32], photo: Photo) -> _Answer:
        spec = self.spec
        has = {
            "ab": True,
            "confidence": spec.has_confidence,
            "features": spec.has_features,
            "bins": bool(spec.bin_colors),
        }
        names = [name for name, there in has.items() if there]
        try:
            outputs = self.session.inference.run(names, feeds)
        except _RUN_ERRORS as error:
            raise _run_error(error, photo) from error
        found = {n: cast("F32", out)[0] for n, out in zip(names, outputs, strict=True)}
        confidence = found.get("confidence")
        answer = _Answer(
            found["ab"],
            None if confidence is None else confidence[0],
            found.get("features"),
            found.get("bins"),
        )
        self._check_finite(answer.ab, answer.confidence, photo)
        return answer

    def _check_finite(self, ab: F32, confidence: F32 | None, photo: Photo) -> None:
        """Refuse an answer that is no number: a damaged model, or a device that miscounts."""
        if np.isfinite(ab).all() and (confidence is None or np.isfinite(confidence).all()):
            return
        raise SessionError(
            f"the model {self.spec.name} gave no colours for {_name(photo)} (its answer is not a "
            f"number on {self.session.provider}): try another device or another model.",
            photo.source,
        )


def _refuse_colors(decision: TintDecision, photo: Photo, options: TintOptions) -> None:
    """Raises: AlreadyColoredError, UnsureTintError."""
    unsure = decision.tint is Tint.UNSURE
    if unsure and options.when_unsure is WhenUnsure.ASK:
        raise UnsureTintError(
            f"{_name(photo)} may be black-and-white with a tone, or a colour photo that has faded: "
            "say which, to colorize it or to leave it as it is.",
            photo.source,
        )
    if decision.tint is Tint.COLORED or (unsure and options.when_unsure is WhenUnsure.SKIP):
        raise AlreadyColoredError(
            f"{_name(photo)} has colours already: ask to recolor it, if it should lose them.",
            photo.source,
        )


def _underlay(decision: TintDecision, options: TintOptions) -> Underlay | None:
    """What stays of a black-and-white photo's own colours; of a recolored one's nothing does."""
    if decision.evidence is None or decision.tint is Tint.COLORED:
        return None
    keep_tone = options.tone is ToneOption.KEEP and decision.tint is not Tint.GREY
    return Underlay.of(decision.evidence, keep_tone=keep_tone, keep_ink=options.keep_ink)


def _run_error(error: Exception, photo: Photo) -> SessionError:
    text = str(error).lower()
    if isinstance(error, MemoryError) or any(words in text for words in _OUT_OF_MEMORY):
        message = f"there is not enough memory to colorize {_name(photo)}: use a smaller size."
        return OutOfMemoryError(message, photo.source)
    return SessionError(
        f"ONNX Runtime could not colorize {_name(photo)}: {first_line(error)}.", photo.source
    )


def _name(photo: Photo) -> str:
    return photo.source.name if photo.source else "the photo"
