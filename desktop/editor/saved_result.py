"""`SavedResult`: the file that was made of a photo, shown in the compare view as it is.

It is shown in the place of a `core.colorize.colorization.Colorization`, as long as nobody changes
anything: what is looked through then is what was saved, whatever model is open now.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from core.batch.result_files import page_target
from core.colorize.edits import Crop, Edit
from core.colorize.framing import finished_photo, turned_photo
from core.colorize.look import Look
from core.colorize.render import Rect
from core.photo.decode import to_u8
from core.photo.photo import Photo
from core.photo.read import read_photo
from core.resize import resize_area
from desktop.background.pyramid import Pyramid
from desktop.editor.repaired_result import Made

Pixels = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class ResultFile:
    """Where a result lies, and how it was made.

    Attributes:
        target: its file, or what the files of its pages are named after.
        split_pages: how many pages have files of their own; None where they share one.
        edit_of: what a page, from 0, was made with.
    """

    target: Path
    split_pages: int | None
    edit_of: Callable[[int], Edit]

    def read(self, page: int) -> Photo:
        """The result of a page, from 0. Raises: PhotoError."""
        if self.split_pages is not None:
            return read_photo(page_target(self.target, page, self.split_pages))
        return read_photo(self.target, page=page)


@dataclass(frozen=True, eq=False)
class SavedRegion:
    """A part of it, at the size that is shown."""

    pixels: Pixels

    def render(self, look: Look) -> Pixels:  # noqa: ARG002  (it has its look already)
        """Its pixels (h, w, 3)."""
        return self.pixels


@dataclass(frozen=True, eq=False)
class SavedResult:
    """A result over its photo.

    Attributes:
        pyramid: of pictures as large as the photo.
        edit: what it was made with.
    """

    pyramid: Pyramid
    edit: Edit

    def region(self, rect: Rect, scale: float, *, level: Photo) -> SavedRegion:
        """A rectangle of a level of the photo's pyramid, at a scale of at most 1."""
        x, y, width, height = rect
        mine = next(each for each in self.pyramid.levels if each.width == level.width)
        part = mine.pixels[y : y + height, x : x + width]
        size = (max(1, round(side * scale)) for side in (height, width))
        pixels: Pixels = to_u8(resize_area(part, *size))
        return SavedRegion(pixels)


#: What is seen of a photo after its colours or its repair.
Seen = Made | SavedResult


def shown_photo(shown: Seen, edit: Edit) -> Photo:
    """What is seen of a photo at full size, turned and cut as its edit says."""
    if isinstance(shown, SavedResult):
        return finished_photo(shown.pyramid.photo, edit)
    return finished_photo(shown.render(edit.look), edit)


def saved_result(file: ResultFile, photo: Photo, page: int) -> SavedResult | None:
    """The saved result of a page of a photo; None where it cannot be laid over it.

    Raises:
        PhotoError: it is not there any more, or cannot be read.
    """
    edit = file.edit_of(page)
    picture = _laid_over(photo, file.read(page), edit)
    return None if picture is None else SavedResult(Pyramid.of(picture), edit)


def _laid_over(photo: Photo, result: Photo, edit: Edit) -> Photo | None:
    """A result as large as its photo, and as it lies; None of one that was straightened."""
    result = turned_photo(result, -edit.turn % 4)
    if edit.crop is not None and not edit.straighten:
        return _in_its_place(photo, result, _crop_turned(edit.crop, -edit.turn % 4))
    same = (result.height, result.width) == (photo.height, photo.width)
    return result if same else None


def _crop_turned(crop: Crop, quarter_turns: int) -> Crop:
    for _ in range(quarter_turns):
        crop = Crop(max(0.0, 1 - crop.y - crop.height), crop.x, crop.height, crop.width)
    return crop


def _in_its_place(photo: Photo, result: Photo, crop: Crop) -> Photo | None:
    """The photo with a result that shows a part of it."""
    top, left = round(crop.y * photo.height), round(crop.x * photo.width)
    whole = _rgb(to_u8(photo.pixels)).copy()
    room = whole[top : top + result.height, left : left + result.width]
    if abs(result.width - crop.width * photo.width) > 2 or room.size == 0:
        return None
    room[...] = _rgb(to_u8(result.pixels))[: room.shape[0], : room.shape[1]]
    return replace(result, pixels=whole, alpha=None)


def _rgb(pixels: Pixels) -> Pixels:
    return np.repeat(pixels[..., None], 3, axis=-1) if pixels.ndim == 2 else pixels
