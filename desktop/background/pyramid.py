"""`Pyramid`: a photo at full size, at half, at a quarter, so that any view costs a screenful."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from core.photo.decode import to_u8
from core.photo.photo import Photo
from core.resize import resize_area

#: The smallest level's long side is not more than this.
_FAR: Final = 1024


@dataclass(frozen=True, eq=False)
class Pyramid:
    """Levels of a photo, each half the one before; the first is the photo itself.

    The reduced levels have 8 bits: they are only looked at.
    """

    levels: tuple[Photo, ...]

    @classmethod
    def of(cls, photo: Photo) -> Pyramid:
        """Build the levels: some 50 ms for 70 megapixels, so not on the window's thread."""
        levels = [photo]
        while max(levels[-1].height, levels[-1].width) > _FAR:
            last = levels[-1]
            height, width = (max(1, round(side / 2)) for side in (last.height, last.width))
            levels.append(Photo(to_u8(resize_area(last.pixels, height, width))))
        return cls(tuple(levels))

    @property
    def photo(self) -> Photo:
        """The photo at full size."""
        return self.levels[0]

    def level_for(self, scale: float) -> Photo:
        """The smallest level that still has ``scale`` pixels for each of the photo's."""
        return next(
            (level for level in reversed(self.levels) if level.width >= scale * self.photo.width),
            self.photo,
        )
