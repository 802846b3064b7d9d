"""Turned, straightened and cropped: pixels against scikit-image, places against the pixels."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
import skimage.data
from skimage.transform import rotate

from core.codec import from_plain, to_plain
from core.colorize.edits import Crop, Edit
from core.colorize.framing import (
    frame_of,
    framed,
    framed_result,
    turned,
    turned_further,
    with_places_turned,
)
from core.colorize.hints import ColorHint
from core.colorize.strokes import Stroke
from core.errors import HintError
from core.photo.photo import Photo
from core.photo.streamed_photo import StreamedPhoto

CAMERA = skimage.data.camera()[:400]  # 512 x 400
HINT = ColorHint(0.2, 0.1, (20.0, 30.0))
STROKE = Stroke(((0.2, 0.1), (0.4, 0.3)), 0.05)


@pytest.mark.parametrize("turn", range(4))
def test_places_turn_with_the_pixels(turn: int) -> None:
    pixels = np.zeros((200, 400), np.uint8)
    pixels[20, 80] = 255  # at 0.2, 0.1
    edit = Edit(hints=(HINT,), strokes=(STROKE,), turn=turn)
    seen = turned(Photo(pixels), edit)
    rows, columns = np.nonzero(seen.photo.pixels)
    height, width = seen.photo.pixels.shape
    (hint,), (stroke,) = seen.edit.hints, seen.edit.strokes
    place = ((columns[0] + 0.5) / width, (rows[0] + 0.5) / height)
    assert (hint.x, hint.y) == pytest.approx(place, abs=0.005)
    assert stroke.places[0] == pytest.approx(place, abs=0.005)
    assert with_places_turned(seen.edit, -turn).hints[0].x == pytest.approx(HINT.x)


@pytest.mark.parametrize("angle", [-7.0, 3.5])
def test_a_straightened_photo_is_turned_about_its_middle(angle: float) -> None:
    edit = Edit(straighten=angle, crop=Crop(0.25, 0.25, 0.5, 0.5))
    ours = framed(Photo(CAMERA), edit).pixels.astype(float)
    wanted = rotate(CAMERA.astype(float), angle, order=3)[100:300, 128:384]
    assert ours.shape == wanted.shape
    assert np.abs(ours - wanted)[5:-5, 5:-5].mean() < 1


@pytest.mark.parametrize("angle", [-45, -10, 0.5, 30])
def test_without_a_crop_no_empty_corner_stays(angle: float) -> None:
    frame = frame_of(Edit(straighten=angle), 512, 400)
    assert frame is not None
    corners = frame.corners()
    assert corners.min() >= -1e-6
    assert (corners <= np.array((512, 400)) + 1e-6).all()
    assert frame.width / frame.height == pytest.approx(512 / 400)
    touches = np.isclose(corners, 0) | np.isclose(corners, (512, 400))
    assert touches.any()


def test_a_crop_is_copied_pixel_for_pixel() -> None:
    photo = framed(Photo(CAMERA), Edit(crop=Crop(0.25, 0.5, 0.5, 0.25)))
    assert (photo.pixels == CAMERA[200:300, 128:384]).all()


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_crop_turns_with_the_photo(turns: int) -> None:
    edit = Edit(crop=Crop(0.25, 0.5, 0.5, 0.25), hints=(HINT,))
    first = framed(Photo(CAMERA), edit).pixels
    further = turned_further(edit, turns)
    second = framed(turned(Photo(CAMERA), dataclasses.replace(edit, turn=turns)).photo, further)
    assert (second.pixels == np.rot90(first, -turns)).all()
    assert further.turn == turns
    back = turned_further(further, 4 - turns)
    assert back.crop is not None
    assert dataclasses.astuple(back.crop) == pytest.approx((0.25, 0.5, 0.5, 0.25))


def test_nothing_chosen_changes_nothing() -> None:
    photo = Photo(CAMERA)
    assert framed(photo, Edit()) is photo
    streamed = StreamedPhoto(photo, lambda: iter([CAMERA]))
    assert framed_result(streamed, Edit()) is streamed
    assert turned(photo, Edit()).photo is photo


def test_a_streamed_result_is_cut() -> None:
    rgb = np.dstack([CAMERA] * 3)
    streamed = StreamedPhoto(Photo(CAMERA), lambda: iter([rgb[:100], rgb[100:]]))
    cut = framed_result(streamed, Edit(crop=Crop(0, 0.5, 1, 0.5)))
    assert isinstance(cut, Photo)
    assert (cut.pixels == rgb[200:]).all()


def test_it_is_kept_as_json() -> None:
    edit = Edit(turn=3, straighten=-1.5, crop=Crop(0.1, 0.2, 0.3, 0.4))
    assert from_plain(to_plain(edit), Edit) == edit


def test_what_is_out_of_range_is_refused() -> None:
    for wrong in ({"turn": 4}, {"straighten": 46.0}, {"straighten": float("nan")}):
        with pytest.raises(HintError):
            Edit(**wrong)
    for crop in ((0.5, 0.5, 0.6, 0.1), (0.0, 0.0, 0.0, 1.0), (-0.1, 0.0, 0.5, 0.5)):
        with pytest.raises(HintError):
            Crop(*crop)
