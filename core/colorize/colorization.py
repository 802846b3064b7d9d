"""`Colorization`: what the network made of a photo, to be rendered with any look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from core.color import F32
from core.colorize.look import Look
from core.colorize.provenance import provenance_of
from core.colorize.render import compose
from core.colorize.upsample import ChromaField
from core.inference.model_spec import ModelSpec
from core.photo.photo import Photo


@dataclass(frozen=True, eq=False)
class Colorization:
    """What the network made of one photo; looks are applied to it without running it again.

    Attributes:
        photo: the photo as it was read.
        ab: a*, b* (2, h, w) in Lab units.
        confidence: (h, w) in 0..1, or None where the model gives none.
        settings: what it was made with, for the result's provenance.
        spec: the model that made it; None where none did, and then nothing says so.
    """

    photo: Photo
    ab: F32
    confidence: F32 | None
    settings: Mapping[str, str | float | int]
    spec: ModelSpec | None = None

    @cached_property
    def field(self) -> ChromaField:
        """The chroma of any pixel of the photo: worked out when first asked for, and kept."""
        return ChromaField.of(self.photo.pixels, self.ab)

    def render(self, look: Look | None = None) -> Photo:
        """The colour photo: RGB at the photo's size and depth, everything else as it was.

        It says in its ``provenance`` that a model made its colours, and `write_photo` writes that.
        """
        look = look or Look()
        result = compose(self.photo, self.ab, look, field=self.field)
        if self.spec is None:
            return result
        return replace(result, provenance=provenance_of(self.spec, self.settings, look))
