"""A sheet of photos by several models: a row for each photo, a column for each model."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from core.photo.photo import Photo
from core.photo.thumbnail import thumbnail
from core.photo.write import write_photo
from core.sharing.sheet_text import Rgb, draw_text, label

_SIDE: Final = 420
_GAP: Final = 12
_LABEL: Final = 28
_PAPER: Final = 245


@dataclass(frozen=True)
class SheetRow:
    """What one model made: a title, and a file for each photo."""

    title: str
    files: Sequence[Path]


def model_sheet(
    photos: Sequence[Path], models: Sequence[SheetRow], target: Path, *, overwrite: bool = False
) -> Path:
    """Write the sheet: the photos as they were, then by each model.

    Raises:
        PhotoError: a photo cannot be read.
        WriteError: as `core.photo.write.write_photo`.
    """
    columns = [SheetRow("the photo", photos), *models]
    thumbs = [[_thumbnail(file) for file in column.files] for column in columns]
    heights = [max(column[row].shape[0] for column in thumbs) for row in range(len(photos))]
    width = max(thumb.shape[1] for column in thumbs for thumb in column)
    height = _LABEL + 2 * _GAP + sum(heights) + _GAP * len(heights)
    sheet: Rgb = np.full((height, _GAP + len(columns) * (width + _GAP), 3), _PAPER, np.uint8)
    for number, (column, found) in enumerate(zip(columns, thumbs, strict=True)):
        left = _GAP + number * (width + _GAP)
        draw_text(sheet, label(column.title, "", width), _GAP, left, (_LABEL, width))
        top = _LABEL + 2 * _GAP
        for thumb, height in zip(found, heights, strict=True):
            h, w = thumb.shape[:2]
            y, x = top + (height - h) // 2, left + (width - w) // 2
            sheet[y : y + h, x : x + w] = thumb
            top += height + _GAP
    return write_photo(Photo(sheet), target, overwrite=overwrite, quality=88)


def _thumbnail(path: Path) -> Rgb:
    return thumbnail(path, _SIDE, max_megapixels=math.inf)
