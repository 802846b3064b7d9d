"""`ReferenceColors`: photos whose colours others borrow: a reference photo, and those of an album.

A reference photo (one with colours) lends its colours to what is alike in another; where nothing
is, its palette as a whole. In an album each photo borrows from those before it that are alike, so
that the same thing has the same colours in all of them.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import numpy as np

from core.color import F32, rgb_to_lab
from core.colorize.color_source import ColorSource, carry, unlikeness
from core.colorize.palette import Palette
from core.colorize.tint import Tint, tint_of
from core.errors import ReferencePhotoError
from core.photo.photo import Photo
from core.photo.read import read_photo
from core.resize import resize_area

#: Squared distance of features at which a reference photo's colour is trusted by 1/e.
_REFERENCE_REACH: Final = 0.4
#: In an album a colour is trusted by 1/e at this squared distance of features, the nearer the more
#: alike the photos are as a whole (`core.colorize.color_source.unlikeness`); beyond the last not.
_UNLIKE: Final = (0.26, 0.38, 0.48)
_ALBUM_REACH: Final = (2.0, 1.2, 0.3)
#: Share of a photo that is alike from which on none of it takes the palette as a whole: nine of ten
#: shots of one scene have more than 0.5, nine of ten photos by chance less than 0.23.
_ENOUGH: Final = 0.3
#: Photos of an album that are remembered, asked whether they are alike, and borrowed from.
_REMEMBERED: Final = 400
_ASKED: Final = 8
_LENDERS: Final = 4
#: Reference photos that are kept at hand.
_KEPT: Final = 2

#: What became of it, for `core.colorize.colorization.Colorization.settings`.
Said = Mapping[str, str | float | int]


@dataclass(frozen=True)
class ColorReferences:
    """Whose colours a photo is to borrow; ``ColorReferences()``: nobody's.

    Attributes:
        like: the file of a photo with colours.
        album: a name that photos share which are to come out alike.
    """

    like: Path | None = None
    album: str = ""


@dataclass(frozen=True, eq=False)
class Seen:
    """A photo as the network saw it: L* (H, W), ab (2, h, w), features (C, h', w') or None."""

    L: F32
    ab: F32
    features: F32 | None


@dataclass(frozen=True, eq=False)
class _Reference:
    source: ColorSource | None
    palette: Palette


@dataclass
class _Album:
    """The photos of an album that have their colours, by their files."""

    photos: OrderedDict[Path, ColorSource] = field(default_factory=OrderedDict)

    def like(self, photo: ColorSource, file: Path | None) -> tuple[list[ColorSource], float]:
        """Those that are alike, and how far their colours are trusted."""
        others = [source for path, source in self.photos.items() if path != file]
        summary = photo.summary
        others.sort(key=lambda other: float(np.square(other.summary - summary).sum()))
        apart = sorted((unlikeness(photo, other), n) for n, other in enumerate(others[:_ASKED]))
        if not apart or apart[0][0] > _UNLIKE[-1]:
            return [], 0.0
        nearest = apart[0][0]
        alike = [others[n] for distance, n in apart if distance <= max(_UNLIKE[1], 1.2 * nearest)]
        return alike[:_LENDERS], float(np.interp(nearest, _UNLIKE, _ALBUM_REACH))

    def remember(self, photo: ColorSource, file: Path | None) -> None:
        # what came without a file is nobody else
        self.photos[file or Path(f"photo {len(self.photos)}")] = photo
        while len(self.photos) > _REMEMBERED:
            self.photos.popitem(last=False)


class ReferenceColors:
    """Lends colours, and remembers those of albums.

    Args:
        see: runs the network on a photo's luminance.
    """

    def __init__(self, see: Callable[[Photo], Seen]) -> None:
        self._see = see
        self._references: OrderedDict[Path, _Reference] = OrderedDict()
        self._albums: dict[str, _Album] = {}

    def lend(self, wanted: ColorReferences, seen: Seen, file: Path | None) -> tuple[F32, Said]:
        """The chroma (2, h, w) of a photo with borrowed colours, and what became of it.

        ``like`` in what is said is the share of the photo that has colours of what is alike;
        ``album`` of how many photos it has some.

        Raises:
            PhotoError: the reference photo cannot be read.
            ReferencePhotoError: it has no colours.
        """
        ab, said = seen.ab, dict[str, str | float | int]()
        if wanted.like is not None:
            ab, share = _referred(seen, self._reference(wanted.like))
            said |= {"like": wanted.like.name, "alike": f"{share:.0%}"}
        if wanted.album and seen.features is not None:
            album = self._albums.setdefault(wanted.album, _Album())
            photo = ColorSource.of(seen.features, ab)
            lenders, reach = album.like(photo, file)
            if lenders:
                carried = carry(photo, lenders)
                ab = carried.mixed(ab, np.exp(-carried.distance / np.float32(reach)))
                said["album"] = len(lenders)
            album.remember(ColorSource.of(seen.features, ab), file)
        return ab, said

    def _reference(self, path: Path) -> _Reference:
        known = self._references.get(path)
        if known is None:
            known = self._references[path] = self._made(path)
            while len(self._references) > _KEPT:
                self._references.popitem(last=False)
        return known

    def _made(self, path: Path) -> _Reference:
        photo = read_reference(path)
        seen = self._see(photo)
        height, width = (min(pair) for pair in zip(photo.pixels.shape, seen.L.shape, strict=False))
        lab = rgb_to_lab(resize_area(photo.pixels, height, width))
        ab = np.ascontiguousarray(np.moveaxis(lab[..., 1:], -1, 0))
        source = None if seen.features is None else ColorSource.of(seen.features, ab)
        return _Reference(source, Palette.of(np.ascontiguousarray(lab[..., 0]), ab))


def read_reference(path: Path) -> Photo:
    """A photo whose colours others may borrow.

    Raises:
        PhotoError: it cannot be read.
        ReferencePhotoError: it has no colours.
    """
    photo = read_photo(path)
    # one that may have faded has colours, for who names it
    if tint_of(photo.pixels).tint not in (Tint.COLORED, Tint.UNSURE):
        raise ReferencePhotoError(
            f"{path.name} is black-and-white: name a photo that has the colours you want.", path
        )
    return photo


def _referred(seen: Seen, reference: _Reference) -> tuple[F32, float]:
    """Chroma with the colours of a reference photo, and the share of it that is alike."""
    height, width = seen.ab.shape[1:]
    palette = reference.palette.moved(resize_area(seen.L, height, width), seen.ab)
    if reference.source is None or seen.features is None:
        return palette, 0.0
    carried = carry(ColorSource.of(seen.features, seen.ab), [reference.source])
    trust = np.exp(-np.square(carried.distance / _REFERENCE_REACH))
    share = float(np.mean(trust > 0.5))
    as_a_whole = max(0.0, 1 - share / _ENOUGH)
    ab = seen.ab + np.float32(as_a_whole) * (palette - seen.ab)
    return carried.mixed(ab, trust), share


def lent_words(said: Said) -> list[str]:
    """What a person should hear of `ReferenceColors.lend`."""
    words = []
    if "like" in said:
        share = float(str(said.get("alike", "0%")).rstrip("%"))
        alike = share >= 100 * _ENOUGH
        words.append("colours lent by what is alike" if alike else "palette lent as a whole")
    if said.get("album"):
        words.append("colours as in photos like it")
    return words
