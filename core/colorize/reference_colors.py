"""`ReferenceColors`: photos whose colours others borrow: a reference photo, and those of an album.

A reference photo (one with colours) lends its colours to what is alike in another; where nothing
is, its palette as a whole. In an album (`core.colorize.album`) each photo borrows from those before
it that are alike, so that the same thing has the same colours in all of them.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from core.color import F32, rgb_to_lab
from core.colorize.album import Album
from core.colorize.color_source import ColorSource, carry
from core.colorize.palette import Palette
from core.colorize.tint import Tint, tint_of
from core.errors import ReferencePhotoError
from core.photo.photo import Photo
from core.photo.read import read_photo
from core.resize import resize_area

#: Squared distance of features at which a reference photo's colour is trusted by 1/e.
_REFERENCE_REACH: Final = 0.4
#: Share of a photo that is alike from which on none of it takes the palette as a whole: nine of ten
#: shots of one scene have more than 0.5, nine of ten photos by chance less than 0.23.
_ENOUGH: Final = 0.3
#: Reference photos and albums that are kept at hand.
_KEPT: Final = 2

#: What became of it, for `core.colorize.colorization.Colorization.settings`.
Said = Mapping[str, str | float | int]


@dataclass(frozen=True)
class ColorReferences:
    """Whose colours a photo is to borrow; ``ColorReferences()``: nobody's.

    Attributes:
        like: the file of a photo with colours.
        album: a name that photos share which are to come out alike.
        albums: where those are remembered, each in a folder of its own; None: as long as the
            colorizer lives.
    """

    like: Path | None = None
    album: str = ""
    albums: Path | None = None


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


class ReferenceColors:
    """Lends colours, and remembers those of albums.

    Args:
        see: runs the network on a photo's luminance.
    """

    def __init__(self, see: Callable[[Photo], Seen]) -> None:
        self._see = see
        self._references: OrderedDict[Path, _Reference] = OrderedDict()
        self._albums: OrderedDict[tuple[Path | None, str], Album] = OrderedDict()

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
            ab, lenders = self._album(wanted).lend(seen.features, ab, file)
            if lenders:
                said["album"] = lenders
        return ab, said

    def remember(self, wanted: ColorReferences, seen: Seen, file: Path | None) -> None:
        """A photo of an album has other colours than it had borrowed: a person gave it some."""
        if wanted.album and seen.features is not None:
            self._album(wanted).remember(seen.features, seen.ab, file)

    def _album(self, wanted: ColorReferences) -> Album:
        key = wanted.albums, wanted.album
        album = self._albums.get(key)
        if album is None:
            place = None if wanted.albums is None else wanted.albums / wanted.album
            album = self._albums[key] = Album(place)
        self._albums.move_to_end(key)
        while len(self._albums) > _KEPT:
            self._albums.popitem(last=False)
        return album

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
