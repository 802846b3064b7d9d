"""`Colorizer`: an open model that makes a `Colorization` of a photo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import Self

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
from core.colorize.reference_colors import ColorReferences, ReferenceColors, Said, Seen
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
from core.repair.outcome import repair_outcome


class Colorizer:
    """An open model. One thread at a time may use it.

    Args:
        model: an ``.onnx`` file, or several models that work together; None is the bundled one.
        device: one of `core.inference.devices.DEVICES`; ``session`` says what was got.
        threads: for the CPU; 0 means one for each physical core.
        memory_limit_mb: see `core.inference.session.open_session`.

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
    ) -> None:
        choices = (
            [ModelChoice(Path(model) if model else bundled_model())]
            if model is None or isinstance(model, Path | str)
            else list(model)
        )
        pool = SessionPool(device, threads=threads, memory_limit_mb=memory_limit_mb)
        self._begin(choices, pool)

    @classmethod
    def of(cls, choices: Sequence[ModelChoice], pool: SessionPool) -> Self:
        """The colorizer of models, some of which a pool may have opened already."""
        colorizer = cls.__new__(cls)
        colorizer._begin(choices, pool)  # noqa: SLF001  (its own)
        return colorizer

    def _begin(self, choices: Sequence[ModelChoice], pool: SessionPool) -> None:
        self._pool = pool
        self.ensemble = Ensemble(choices, pool)
        self.session: SessionFacts = self.ensemble.facts
        self._last: NetworkRun | None = None

    @property
    def spec(self) -> ModelSpec:
        """What the model says of itself; of several, what is said of them together."""
        return self.session.spec

    @property
    def guessed(self) -> list[ModelSpec]:
        """The models whose conventions a sample has spoken for, and nobody else."""
        return [member.spec for member in self.ensemble.members if member.spec.guessed]

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
        references: ColorReferences = ColorReferences(),  # noqa: B008
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
            references: whose colours it borrows, where no hint reaches all of it.

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
        noise = self._noise(z, seed)
        self._last = run = NetworkRun.of(self.ensemble, photo, pictures, noise, self._last)
        answer, likeness, local, lent = self._asked(run, L, hints, strokes, references)
        ab = answer.ab if local is None else local.ab
        settings: dict[str, str | float | int] = {"size": min(L.shape), "hints": len(hints)}
        if strokes:
            settings["strokes"] = len(strokes)
        if seed is not None:
            settings["seed"] = seed
        settings |= {**outcome_of(decision, tint), **lent, **repair_outcome(photo)}
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
        self,
        run: NetworkRun,
        L: F32,
        hints: Sequence[ColorHint],
        strokes: Sequence[Stroke],
        references: ColorReferences,
    ) -> tuple[Answer, Likeness, LocalColor | None, Said]:
        """The answer, what is alike in the photo, and what colours a person gave are mixed from."""
        layered = not all(member.spec.has_hints for member in self.ensemble.members)
        if hints and not strokes and not layered and not any(hint.is_local for hint in hints):
            answer = self.ensemble.answer(partial(run.told, Told(hints)), L)
            self._remember(run.photo, L, answer, references)
            return answer, Likeness.of(L, answer.features), None, {}
        answer, lent = self._borrowed(run, L, references)
        given = bool(hints or strokes)
        guide = given and answer.features is None and not run.is_guided
        if run.likeness is None or guide:
            features = self._guide(run.photo) if guide else answer.features
            run.likeness, run.is_guided = Likeness.of(L, features), guide
        likeness = run.likeness
        if not given:
            return answer, likeness, None, lent

        def again(told: Told) -> F32:
            return self.ensemble.answer(partial(run.told, told), L).ab

        local = local_color(L, hints, strokes, likeness, answer.ab, again, layered=layered)
        self._remember(run.photo, L, replace(answer, ab=local.ab), references)
        return answer, likeness, local, lent

    def _borrowed(
        self, run: NetworkRun, L: F32, references: ColorReferences
    ) -> tuple[Answer, Said]:
        """The answer without hints, with colours of other photos, and what became of that."""
        answer = self.ensemble.answer(run.automatic, L)
        if references == ColorReferences():
            return answer, {}
        seen = self._seen(run.photo, L, answer)
        ab, said = self._references.lend(references, seen, run.photo.source)
        return replace(answer, ab=ab), said

    def _remember(self, photo: Photo, L: F32, answer: Answer, references: ColorReferences) -> None:
        """What a person chose for a photo of an album, others shall have too."""
        if references.album:
            self._references.remember(references, self._seen(photo, L, answer), photo.source)

    @cached_property
    def _references(self) -> ReferenceColors:
        return ReferenceColors(self._see)

    def _see(self, photo: Photo) -> Seen:
        """A photo as the networks see it, without anybody's wishes."""
        pictures = self.ensemble.pictures(photo, None)
        L = finest_picture(photo, pictures)
        noise = self._noise(None, None)
        run = NetworkRun.of(self.ensemble, photo, pictures, noise, None)
        return self._seen(photo, L, self.ensemble.answer(run.automatic, L))

    def _seen(self, photo: Photo, L: F32, answer: Answer) -> Seen:
        features = self._guide(photo) if answer.features is None else answer.features
        return Seen(L, answer.ab, features)

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
