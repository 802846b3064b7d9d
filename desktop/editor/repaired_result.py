"""`RepairedResult`: a photo that keeps the colours it has, repaired; shown and saved as it is."""

from __future__ import annotations

from dataclasses import dataclass

from core.colorize.colorization import Colorization
from core.colorize.look import Look
from core.colorize.render import Rect
from core.photo.photo import Photo
from core.planning.result_paths import COLOR, REPAIRED
from core.resize import resize_area
from desktop.background.qimage import Pixels


@dataclass(frozen=True, eq=False)
class RepairedRegion:
    """A part of it, at the size that is shown."""

    pixels: Pixels

    def render(self, look: Look) -> Pixels:  # noqa: ARG002  (a look is one of colours that are made)
        """Its pixels (h, w[, 3])."""
        return self.pixels


@dataclass(frozen=True, eq=False)
class RepairedResult:
    """What is made of a photo without a network, in the place of a `Colorization`.

    Attributes:
        photo: as it is repaired.
        original: as it was read, of the same size.
    """

    photo: Photo
    original: Photo

    def region(
        self, rect: Rect | None = None, scale: float = 1.0, *, level: Photo | None = None
    ) -> RepairedRegion:
        """A rectangle of the photo, or of a level of its pyramid, at a scale of at most 1."""
        source = self.photo if level is None else level
        x, y, width, height = rect or (0, 0, source.width, source.height)
        part = source.pixels[y : y + height, x : x + width]
        size = (max(1, round(side * scale)) for side in (height, width))
        return RepairedRegion(resize_area(part, *size) if scale < 1 else part)

    def render(self, look: Look | None = None) -> Photo:  # noqa: ARG002  (as `RepairedRegion`)
        """The whole photo."""
        return self.photo

    def stream(self, look: Look | None = None) -> Photo:
        """The whole photo, to be written."""
        return self.render(look)


#: What is written when a photo is saved.
Made = Colorization | RepairedResult


def tail_of(made: Made | None) -> str:
    """What the name of its file has that the photo's has not."""
    return REPAIRED if isinstance(made, RepairedResult) else COLOR


def original_of(made: Made) -> Photo:
    """What stands before it, side by side."""
    return made.original if isinstance(made, RepairedResult) else made.photo
