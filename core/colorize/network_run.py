"""`NetworkRun`: what the networks are asked about one photo, and what goes wrong there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from core.color import F32
from core.colorize.ensemble import Ensemble, Member
from core.colorize.told import Told
from core.errors import OutOfMemoryError, SessionError
from core.inference.network import Answer
from core.inference.providers import ORT_ERRORS, first_line, is_out_of_memory
from core.photo.photo import Photo

_RUN_ERRORS: Final[tuple[type[Exception], ...]] = (MemoryError, *ORT_ERRORS)


@dataclass(frozen=True, eq=False)
class NetworkRun:
    """What the networks are asked about one photo, and what each has answered."""

    ensemble: Ensemble
    photo: Photo
    pictures: Sequence[F32]
    noise: F32 | None
    answers: dict[int, F32] = field(default_factory=dict)

    def automatic(self, told: Told | None, member: Member, number: int) -> Answer:
        """A network's own answer, or that of one that takes hints to what it is told."""
        shape = self.pictures[number].shape
        answer = self._ask(member, number, None if told is None else told.raster(*shape))
        self.answers[number] = answer.ab
        return answer

    def told(self, told: Told, member: Member, number: int) -> Answer:
        """A network's answer to what a person says."""
        if not member.spec.has_hints:
            return Answer(told.over(self.answers[number]))
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
