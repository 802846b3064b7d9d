"""The white border of a print, cut off where that is asked for and nobody has cropped it."""

from __future__ import annotations

from dataclasses import replace

from core.colorize.edits import Crop, Edit
from core.photo.frame import Frame
from core.photo.photo import Photo
from core.scans.border import without_border


def with_border_cut(photo: Photo, edit: Edit) -> Edit:
    """The edit with a crop that leaves the border of a turned photo out; as it is without one."""
    if edit.crop is not None:
        return edit
    width, height = photo.width, photo.height
    inner = without_border(photo.pixels, Frame(width / 2, height / 2, float(width), float(height)))
    if (inner.width, inner.height) == (width, height):
        return edit
    left, top = inner.x - inner.width / 2, inner.y - inner.height / 2
    crop = Crop(left / width, top / height, inner.width / width, inner.height / height)
    return replace(edit, crop=crop)
