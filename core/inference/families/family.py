"""The protocol of a family of models, and how the planes of a picture lie in its tensors."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from core.inference.families.conventions import Conventions
from core.inference.signature import Signature, Tensor


class Plane(StrEnum):
    """A part of what a network is fed with."""

    #: The photo, as `Conventions.encode` makes it.
    PICTURE = "picture"
    #: a*, b* of the user's colours, in the network's own scale; zero elsewhere.
    HINT_AB = "hint_ab"
    #: 1 where a colour is given, 0 elsewhere.
    HINT_MASK = "hint_mask"


@dataclass(frozen=True)
class Layout:
    """Which planes each input holds, one after the other, and which output has the colours."""

    inputs: tuple[tuple[Tensor, tuple[Plane, ...]], ...]
    output: Tensor

    @property
    def picture(self) -> Tensor:
        """The input that holds the photo."""
        return next(tensor for tensor, planes in self.inputs if Plane.PICTURE in planes)

    @property
    def has_hints(self) -> bool:
        """Whether colour points can be told to the network."""
        return any(Plane.HINT_AB in planes for _, planes in self.inputs)


class Family(Protocol):
    """Networks that are fed and read alike."""

    @property
    def name(self) -> str:
        """As ``--family`` takes it."""

    def layout(self, signature: Signature) -> Layout | None:
        """How a model of this signature is fed and read; None where it is not of the family."""

    def candidates(self, signature: Signature) -> tuple[Conventions, ...]:
        """What its numbers may mean, the likeliest first; one where nothing is left open."""


def simple_layout(signature: Signature, channels: int, out: int) -> Layout | None:
    """One picture of so many channels in, one of ``out`` channels out; None where it is not so."""
    if len(signature.inputs) != 1:
        return None
    picture, output = signature.inputs[0], only_picture(signature.outputs, out)
    if not picture.is_float or picture.channels != channels or output is None:
        return None
    return Layout(((picture, (Plane.PICTURE,)),), output)


def only_picture(tensors: Iterable[Tensor], channels: int) -> Tensor | None:
    """The one floating-point picture of so many channels; None where there are more or none."""
    found = [tensor for tensor in tensors if tensor.is_float and tensor.channels == channels]
    return found[0] if len(found) == 1 else None
