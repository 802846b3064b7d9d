"""`Colorization`: what the network made of a photo, to be rendered with any look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial

from core.color import F32
from core.colorize.likely_colors import likely_colors
from core.colorize.local_color import LocalColor
from core.colorize.look import Look
from core.colorize.painted import Painted
from core.colorize.provenance import provenance_of
from core.colorize.reach import Likeness
from core.colorize.render import Rect, Region
from core.colorize.tint import TintDecision
from core.colorize.underlay import Underlay
from core.colorize.upsample import ChromaField
from core.inference.model_spec import ModelSpec
from core.metadata.provenance import Provenance
from core.photo.photo import Photo
from core.photo.streamed_photo import StreamedPhoto


@dataclass(frozen=True, eq=False)
class Colorization:
    """What the network made of one photo; looks are applied to it without running it again.

    Attributes:
        photo: the photo as it was read.
        ab: a*, b* (2, h, w) in Lab units, the reach of points and the strokes applied.
        confidence: (h, w) in 0..1, or None where the model gives none.
        settings: what it was made with, for the result's provenance.
        spec: the model that made it; None where none did, and then nothing says so.
        decision: what the photo's own colours were taken for.
        underlay: what of them stays.
        local: what the points and strokes that do not reach everywhere are mixed from.
        likeness: what is alike in the photo, for the reach of points.
        bins: logits (K, h, w) of the model's colour bins, for likely colours; or None.
    """

    photo: Photo
    ab: F32
    confidence: F32 | None
    settings: Mapping[str, str | float | int]
    spec: ModelSpec | None = None
    decision: TintDecision | None = None
    underlay: Underlay | None = None
    local: LocalColor | None = None
    likeness: Likeness | None = None
    bins: F32 | None = None

    @cached_property
    def field(self) -> ChromaField:
        """The chroma of any pixel of the photo: worked out when first asked for, and kept."""
        if self.local is not None:
            return self.local.field(self.photo)
        return ChromaField.of(self.photo.pixels, self.ab)

    @cached_property
    def painted(self) -> Painted | None:
        """The strokes at any pixel of the photo; None where there are none."""
        return None if self.local is None else self.local.over(self.photo)

    def likely_colors(self, x: float, y: float, count: int = 5) -> list[tuple[float, float]]:
        """The most likely a*, b* at a place, 0..1 across and down; none of a model without bins."""
        if self.bins is None or self.spec is None:
            return []
        return likely_colors(self.bins, self.spec.bin_colors, x, y, count)

    def render(self, look: Look | None = None) -> Photo:
        """The colour photo: RGB at the photo's size and depth, everything else as it was.

        It says in its ``provenance`` that a model made its colours, and `write_photo` writes that.
        """
        pixels = self.region().render(look or Look())
        return replace(self.photo, pixels=pixels, provenance=self._provenance(look))

    def stream(self, look: Look | None = None) -> StreamedPhoto:
        """The colour photo for `write_photo`: the pixels of `render`, worked out meanwhile."""
        blocks = partial(self.region().blocks, look or Look())
        return StreamedPhoto(self.photo, blocks, self._provenance(look))

    def region(
        self, rect: Rect | None = None, scale: float = 1.0, *, level: Photo | None = None
    ) -> Region:
        """A part of the result at a scale, to be rendered with any look.

        Args:
            rect: in pixels of the level; None is all of it.
            scale: at most 1.
            level: the photo at a smaller size, to begin from; None is the photo.

        Raises:
            ValueError: as `core.colorize.render.Region.of`.
        """
        return Region.of(
            level or self.photo,
            self.field,
            rect,
            scale,
            underlay=self.underlay,
            painted=self.painted,
        )

    def _provenance(self, look: Look | None) -> Provenance | None:
        if self.spec is None:
            return self.photo.provenance
        return provenance_of(self.spec, self.settings, look or Look())
