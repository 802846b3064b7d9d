"""Turned, straightened, cropped: what a person chose of a photo's frame, applied to a result.

The network sees the photo turned, and whole; what is straightened and cut is cut from the result.
So colours do not change with the frame, and places of colour points stay what they are.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from core.colorize.edits import Crop, Edit
from core.colorize.hints import ColorHint
from core.colorize.strokes import Stroke
from core.photo.cut import cut_photo
from core.photo.frame import Frame, axes
from core.photo.photo import Photo
from core.photo.streamed_photo import WritablePhoto

Place = tuple[float, float]


@dataclass(frozen=True)
class Turned:
    """A photo as it is to be seen, and the edit with its places on it."""

    photo: Photo
    edit: Edit


def turned(photo: Photo, edit: Edit) -> Turned:
    """The upright photo and its edit, turned by ``edit.turn``."""
    return Turned(turned_photo(photo, edit.turn), with_places_turned(edit, edit.turn))


def turned_photo(photo: Photo, quarter_turns: int) -> Photo:
    """A photo turned clockwise by 90 degrees so many times, its regions with it."""
    if quarter_turns % 4 == 0:
        return photo
    return cut_photo(photo, _whole(photo), quarter_turns=quarter_turns)


def with_places_turned(edit: Edit, quarter_turns: int) -> Edit:
    """The edit with the places of points and strokes turned clockwise, and nothing else."""
    if quarter_turns % 4 == 0:
        return edit
    return replace(
        edit,
        hints=tuple(_hint_turned(hint, quarter_turns) for hint in edit.hints),
        strokes=tuple(_stroke_turned(stroke, quarter_turns) for stroke in edit.strokes),
    )


def turned_further(edit: Edit, quarter_turns: int) -> Edit:
    """The edit of a photo that is turned clockwise once more: places and crop turn with it."""
    crop = edit.crop
    for _ in range(quarter_turns % 4 if crop is not None else 0):
        assert crop is not None  # noqa: S101
        crop = Crop(1 - crop.y - crop.height, crop.x, crop.height, crop.width)
    edit = with_places_turned(edit, quarter_turns)
    return replace(edit, turn=(edit.turn + quarter_turns) % 4, crop=crop)


def _place_turned(x: float, y: float, quarter_turns: int) -> Place:
    return ((x, y), (1 - y, x), (1 - x, 1 - y), (y, 1 - x))[quarter_turns % 4]


def _hint_turned(hint: ColorHint, quarter_turns: int) -> ColorHint:
    x, y = _place_turned(hint.x, hint.y, quarter_turns)
    return replace(hint, x=x, y=y)


def _stroke_turned(stroke: Stroke, quarter_turns: int) -> Stroke:
    places = tuple(_place_turned(x, y, quarter_turns) for x, y in stroke.places)
    return replace(stroke, places=places)


def frame_of(edit: Edit, width: int, height: int) -> Frame | None:
    """What is cut from a turned photo of so many pixels; None where all of it stays.

    A photo that is straightened and not cropped keeps the largest part of its own shape that has
    no empty corners. A crop is a share of the photo straightened about its middle.
    """
    if not edit.straighten and edit.crop is None:
        return None
    # seen straight, the photo's rows lie along the frame's
    angle = edit.straighten
    share = _largest_share(width, height, angle)
    crop = edit.crop or Crop((1 - share) / 2, (1 - share) / 2, share, share)
    off = np.array(
        ((crop.x + crop.width / 2 - 0.5) * width, (crop.y + crop.height / 2 - 0.5) * height)
    )
    x, y = np.array((width / 2, height / 2)) + off @ axes(angle)
    return Frame(float(x), float(y), crop.width * width, crop.height * height, angle)


def _largest_share(width: float, height: float, angle: float) -> float:
    """How much of its sides a rectangle may have that is turned within itself, 0..1."""
    sin, cos = abs(math.sin(math.radians(angle))), abs(math.cos(math.radians(angle)))
    return min(width / (width * cos + height * sin), height / (width * sin + height * cos))


def framed(photo: Photo, edit: Edit) -> Photo:
    """A turned photo with its frame cut; the same where nothing is straightened or cropped."""
    frame = frame_of(edit, photo.width, photo.height)
    return photo if frame is None else cut_photo(photo, frame)


def framed_result(result: WritablePhoto, edit: Edit) -> WritablePhoto:
    """As `framed`; a result that is cut is worked out whole first."""
    if not edit.straighten and edit.crop is None:
        return result
    return framed(result if isinstance(result, Photo) else result.whole(), edit)


def finished(result: WritablePhoto, edit: Edit) -> WritablePhoto:
    """The result of an upright photo that was colorized as it lay: turned, then as `framed`."""
    if not edit.turn:
        return framed_result(result, edit)
    whole = result if isinstance(result, Photo) else result.whole()
    return framed(turned_photo(whole, edit.turn), edit)


def finished_photo(photo: Photo, edit: Edit) -> Photo:
    """As `finished`, of a photo whose pixels are there."""
    return framed(turned_photo(photo, edit.turn), edit)


def _whole(photo: Photo) -> Frame:
    return Frame(photo.width / 2, photo.height / 2, float(photo.width), float(photo.height))
