"""`Album`: photos that are to come out alike: each borrows the colours of those like it before it.

In a folder that is given, every photo leaves a small file: so one that joins the album next year
has the colours of its neighbours, and so have those that several programs do at the same time.
"""

from __future__ import annotations

from collections import OrderedDict
from contextlib import nullcontext
from pathlib import Path
from typing import Final

import numpy as np

from core.color import F32
from core.colorize.album_folder import AlbumFolder, file_name
from core.colorize.album_photo import AlbumPhoto
from core.colorize.color_source import ColorSource, carry, carry_aligned, unlikeness

#: A colour is trusted by 1/e at this squared distance of features, the nearer the more alike the
#: photos are as a whole (`core.colorize.color_source.unlikeness`); beyond the last not.
_UNLIKE: Final = (0.26, 0.38, 0.48)
_REACH: Final = (2.0, 1.2, 0.3)
#: Photos that are remembered, asked whether they are alike, and borrowed from.
_REMEMBERED: Final = 400
_ASKED: Final = 8
_LENDERS: Final = 4


class Album:
    """The photos of an album that have their colours, the latest `_REMEMBERED` of them.

    Args:
        folder: where they are remembered; None: here alone.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = None if folder is None else AlbumFolder(folder)
        self._photos: OrderedDict[str, AlbumPhoto] = OrderedDict()

    def lend(self, features: F32, chroma: F32, file: Path | None) -> tuple[F32, int]:
        """The chroma (2, h, w) of a photo with what is borrowed, and from how many photos.

        ``features`` are (C, h', w'). It is remembered so, and lends to those that come.
        """
        with nullcontext() if self._folder is None else self._folder.held():
            self._hear_of_others()
            photo = ColorSource.of(features, chroma)
            lenders, reach = self._like(photo, file)
            if lenders:
                carried = carry(photo, lenders)
                chroma = carried.mixed(chroma, np.exp(-carried.distance / np.float32(reach)))
                aligned, trust = carry_aligned(photo, lenders, *chroma.shape[1:])
                chroma = chroma + trust * (aligned - chroma)
            self.remember(features, chroma, file)
        return chroma, len(lenders)

    def remember(self, features: F32, chroma: F32, file: Path | None) -> None:
        """Take a photo, or other colours of one that is there."""
        photo = AlbumPhoto.of(ColorSource.of(features, chroma))
        # what came without a file is nobody else
        name = f"photo {len(self._photos)}" if file is None else file_name(file)
        self._keep(name, photo)
        if self._folder is not None and file is not None:
            self._folder.write(name, photo)

    def _like(self, photo: ColorSource, file: Path | None) -> tuple[list[ColorSource], float]:
        """Those that are alike, and how far their colours are trusted."""
        own, summary = None if file is None else file_name(file), photo.summary
        others = [
            other
            for name, other in self._photos.items()
            if name != own and other.summary.shape == summary.shape
        ]
        others.sort(key=lambda other: float(np.square(other.summary - summary).sum()))
        asked = [other.source for other in others[:_ASKED]]
        apart = sorted((unlikeness(photo, other), n) for n, other in enumerate(asked))
        if not apart or apart[0][0] > _UNLIKE[-1]:
            return [], 0.0
        nearest = apart[0][0]
        alike = [asked[n] for distance, n in apart if distance <= max(_UNLIKE[1], 1.2 * nearest)]
        return alike[:_LENDERS], float(np.interp(nearest, _UNLIKE, _REACH))

    def _keep(self, name: str, photo: AlbumPhoto) -> None:
        self._photos[name] = photo
        self._photos.move_to_end(name)
        while len(self._photos) > _REMEMBERED:
            gone, _ = self._photos.popitem(last=False)
            if self._folder is not None:
                self._folder.delete(gone)

    def _hear_of_others(self) -> None:
        if self._folder is not None:
            for name, photo in self._folder.news(_REMEMBERED):
                self._keep(name, photo)
