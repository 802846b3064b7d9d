"""`NetworkRun`: what the networks are asked about one photo, and what goes wrong there."""

from __future__ import annotations

import weakref
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from core.color import F32
from core.colorize.ensemble import Ensemble, Member
from core.colorize.reach import Likeness
from core.colorize.told import Told
from core.errors import OutOfMemoryError, SessionError
from core.inference.network import Answer
from core.inference.providers import ORT_ERRORS, first_line, is_out_of_memory
from core.photo.photo import Photo

_RUN_ERRORS: Final[tuple[type[Exception], ...]] = (MemoryError, *ORT_ERRORS)


@dataclass(eq=False)
class NetworkRun:
    """What the networks are asked about one photo, and what each has answered without hints.

    A person who puts one point after the other asks about the same photo each time: `NetworkRun.of`
    goes on with what was answered before.
    """

    ensemble: Ensemble
    source: weakref.ref[Photo]
    pictures: Sequence[F32]
    noise: F32 | None
    answers: dict[int, Answer] = field(default_factory=dict)
    likeness: Likeness | None = None
    is_guided: bool = False

    @classmethod
    def of(
        cls,
        ensemble: Ensemble,
        photo: Photo,
        pictures: Sequence[F32],
        noise: F32 | None,
        last: NetworkRun | None,
    ) -> NetworkRun:
        """The run about a photo: the last one, where that asked the same."""
        if last is not None and last.is_of(photo, pictures, noise):
            return last
        return cls(ensemble, weakref.ref(photo), pictures, noise)

    def is_of(self, photo: Photo, pictures: Sequence[F32], noise: F32 | None) -> bool:
        """Whether it has asked the same already."""
        return (
            self.source() is photo
            and all(np.array_equal(*pair) for pair in zip(self.pictures, pictures, strict=True))
            and np.array_equal(_array(self.noise), _array(noise))
        )

    @property
    def photo(self) -> Photo:
        """The photo; whoever asks holds it."""
        photo = self.source()
        assert photo is not None  # noqa: S101
        return photo

    def automatic(self, member: Member, number: int) -> Answer:
        """A network's own answer."""
        if number not in self.answers:
            self.answers[number] = self._ask(member, number, None)
        return self.answers[number]

    def told(self, told: Told, member: Member, number: int) -> Answer:
        """A network's answer to what a person says."""
        if not member.spec.has_hints:
            return Answer(told.over(self.automatic(member, number).ab))
        return self._ask(member, number, told.raster(*self.pictures[number].shape))

    def _ask(self, member: Member, number: int, hints: F32 | None) -> Answer:
        z = None if self.noise is None else self.noise[:, : member.spec.z_size]
        try:
            network = self.ensemble.network(member)
            answer = network.answer(self.pictures[number], hints, z if member.spec.z_size else None)
        except _RUN_ERRORS as error:
            raise _run_error(error, self.photo) from error
        _check_finite(answer, member, self.photo)
        return answer


def _array(noise: F32 | None) -> F32:
    return np.zeros(0, np.float32) if noise is None else noise


def _check_finite(answer: Answer, member: Member, photo: Photo) -> None:
    """Refuse an answer that is no number: a damaged model, or a device that miscounts."""
    confidence = answer.confidence
    if np.isfinite(answer.ab).all() and (confidence is None or np.isfinite(confidence).all()):
        return
    raise SessionError(
        f"the model {member.spec.name} gave no colours for {photo_name(photo)} (its answer is not "
        f"a number on {member.facts.provider}): try another device or another model.",
        photo.source,
    )


def _run_error(error: Exception, photo: Photo) -> SessionError:
    if is_out_of_memory(error):
        message = f"there is not enough memory to colorize {photo_name(photo)}: use a smaller size."
        return OutOfMemoryError(message, photo.source)
    return SessionError(
        f"ONNX Runtime could not colorize {photo_name(photo)}: {first_line(error)}.", photo.source
    )


def photo_name(photo: Photo) -> str:
    """What a photo is called in a sentence."""
    return photo.source.name if photo.source else "the photo"
