"""`Colorizer`: an open model that makes a `Colorization` of a photo."""

from __future__ import annotations

import weakref
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import cast

import numpy as np
import numpy.typing as npt

from core.color import F32
from core.colorize.colorization import Colorization
from core.colorize.ensemble import Ensemble, finest_picture
from core.colorize.hints import ColorHint
from core.colorize.local_color import LocalColor, local_color
from core.colorize.network_input import network_L, network_shape
from core.colorize.network_run import NetworkRun, photo_name
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
from core.colorize.told import Told
from core.colorize.underlay import Underlay
from core.errors import (
    AlreadyColoredError,
    SessionError,
    UnsureTintError,
)
from core.inference.model_choice import ModelChoice
from core.inference.model_spec import ModelSpec, bundled_model
from core.inference.network import Answer
from core.inference.session import Session, SessionFacts
from core.inference.session_pool import SessionPool
from core.photo.photo import Photo


@dataclass(frozen=True, eq=False)
class _Automatic:
    """What the networks say without hints of the photo that was asked about last.

    A person who puts one point after the other asks about the same photo each time.
    """

    photo: weakref.ref[Photo]
    pictures: Sequence[F32]
    noise: F32 | None
    answers: Mapping[int, F32]
    answer: Answer

    def is_of(self, run: NetworkRun) -> bool:
        if self.photo() is not run.photo or (self.noise is None) != (run.noise is None):
            return False
        seen = zip(self.pictures, run.pictures, strict=True)
        same = self.noise is None or np.array_equal(self.noise, cast("F32", run.noise))
        return same and all(np.array_equal(mine, other) for mine, other in seen)


class Colorizer:
    """An open model. One thread at a time may use it.

    Args:
        model: an ``.onnx`` file, or several models that work together; None is the bundled one.
        device: one of `core.inference.devices.DEVICES`; ``session`` says what was got.
        threads: for the CPU; 0 means one for each physical core.
        memory_limit_mb: see `core.inference.session.open_session`.
        pool: of sessions that are open; the three before are its own matter then.

    Raises:
        ModelError: a file is missing, damaged, or of another contract and no known family.
        SessionError: no such device, or ONNX Runtime cannot run the model.
    """

    def __init__(
        self,
        model: Path | str | Sequence[ModelChoice] | None = None,
        *,
        device: str = "auto",
        threads: int = 0,
        memory_limit_mb: int | None = None,
        pool: SessionPool | None = None,
    ) -> None:
        choices = (
            [ModelChoice(Path(model) if model else bundled_model())]
            if model is None or isinstance(model, Path | str)
            else list(model)
        )
        self._pool = pool or SessionPool(device, threads=threads, memory_limit_mb=memory_limit_mb)
        self.ensemble = Ensemble(choices, self._pool)
        self.session: SessionFacts = self.ensemble.facts
        self._guided: tuple[weakref.ref[Photo], F32 | None] | None = None
        self._last: _Automatic | None = None
        self._alike: tuple[F32 | None, F32, Likeness] | None = None

    @property
    def spec(self) -> ModelSpec:
        """What the model says of itself; of several, what is said of them together."""
        return self.session.spec

    def open_session(self) -> Session:
        """The session of the first model; opened again where it had to be closed."""
        return self._pool.session(self.ensemble.members[0].choice)

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
            hints: colours the person knows.
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
        self._check_size(size)
        pictures = self.ensemble.pictures(photo, size)
        L = finest_picture(photo, pictures)
        run = NetworkRun(self.ensemble, photo, pictures, self._noise(z, seed))
        answer, likeness, local = self._asked(run, L, hints, strokes)
        ab = answer.ab if local is None else local.ab
        settings: dict[str, str | float | int] = {"size": min(L.shape), "hints": len(hints)}
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

    def _asked(
        self, run: NetworkRun, L: F32, hints: Sequence[ColorHint], strokes: Sequence[Stroke]
    ) -> tuple[Answer, Likeness, LocalColor | None]:
        """The answer, what is alike in the photo, and what colours a person gave are mixed from."""
        everywhere = not strokes and not any(hint.is_local for hint in hints)
        if everywhere and not hints:
            answer = self._automatic(run, L)
            return answer, self._likeness(L, answer.features), None
        if everywhere and all(member.spec.has_hints for member in self.ensemble.members):
            told = Told(tuple(hints), ())
            answer = self.ensemble.answer(partial(run.automatic, told), L)
            return answer, Likeness.of(L, answer.features), None
        answer = self._automatic(run, L)
        features = self._guide(run.photo) if answer.features is None else answer.features
        likeness = self._likeness(L, features)

        def again(told: Told) -> F32:
            return self.ensemble.answer(partial(run.told, told), L).ab

        return answer, likeness, local_color(L, hints, strokes, likeness, answer.ab, again)

    def _automatic(self, run: NetworkRun, L: F32) -> Answer:
        known = self._last
        if known is None or not known.is_of(run):
            answer = self.ensemble.answer(partial(run.automatic, None), L)
            known = self._last = _Automatic(
                weakref.ref(run.photo), run.pictures, run.noise, run.answers, answer
            )
        run.answers.update(known.answers)
        return known.answer

    def _likeness(self, L: F32, features: F32 | None) -> Likeness:
        """The one that is known, where it is made of the same: its points stay worked out."""
        known = self._alike
        if known is None or known[0] is not features or not np.array_equal(known[1], L):
            known = self._alike = (features, L, Likeness.of(L, features))
        return known[2]

    def _check_size(self, size: int | None) -> None:
        spec = self.spec
        if size is not None and not spec.multiple_of <= size <= spec.max_size:
            raise SessionError(
                f"the model {spec.name} works at sizes from {spec.multiple_of} to "
                f"{spec.max_size}, not at {size}.",
                spec.path,
            )

    def _noise(self, z: npt.NDArray[np.floating] | None, seed: int | None) -> F32 | None:
        length = self.spec.z_size
        if z is not None and seed is not None:
            raise ValueError("give z or a seed, not both")
        if not length:
            if z is None and seed is None:
                return None
            message = f"the model {self.spec.name} has no variants: leave the seed away."
            raise SessionError(message, self.spec.path)
        if seed is not None:
            z = np.random.default_rng(seed).standard_normal(length)
        z = np.zeros(length) if z is None else z
        if z.shape != (length,):
            raise ValueError(f"z must have the shape ({length},), not {z.shape}")
        return z.astype(np.float32)[None]

    def _guide(self, photo: Photo) -> F32 | None:
        """Features of the bundled model, run beside one that has none; None where it is missing."""
        if self._guided is None or self._guided[0]() is not photo:
            self._guided = (weakref.ref(photo), self._bundled_features(photo))
        return self._guided[1]

    def _bundled_features(self, photo: Photo) -> F32 | None:
        if not bundled_model().is_file():
            return None
        session = self._pool.session(ModelChoice(bundled_model()))
        size, spec = session.spec.default_size, session.spec
        L = network_L(photo.pixels, *network_shape(photo.height, photo.width, size, spec))
        return session.network.answer(L).features


def _refuse_colors(decision: TintDecision, photo: Photo, options: TintOptions) -> None:
    """Raises: AlreadyColoredError, UnsureTintError."""
    unsure = decision.tint is Tint.UNSURE
    if unsure and options.when_unsure is WhenUnsure.ASK:
        raise UnsureTintError(
            f"{photo_name(photo)} may be black-and-white with a tone, or a colour photo that has "
            "faded: say which, to colorize it or to leave it as it is.",
            photo.source,
        )
    if decision.tint is Tint.COLORED or (unsure and options.when_unsure is WhenUnsure.SKIP):
        raise AlreadyColoredError(
            f"{photo_name(photo)} has colours already: ask to recolor it, if it should lose them.",
            photo.source,
        )


def _underlay(decision: TintDecision, options: TintOptions) -> Underlay | None:
    """What stays of a black-and-white photo's own colours; of a recolored one's nothing does."""
    if decision.evidence is None or decision.tint is Tint.COLORED:
        return None
    keep_tone = options.tone is ToneOption.KEEP and decision.tint is not Tint.GREY
    return Underlay.of(decision.evidence, keep_tone=keep_tone, keep_ink=options.keep_ink)
