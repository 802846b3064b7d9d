"""A saved result is laid over its photo, however it was turned and cut."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.colorize.edits import Crop, Edit
from core.colorize.framing import finished_photo
from core.colorize.look import Look
from core.errors import PhotoError
from core.photo.photo import Photo
from core.photo.write import write_photo
from desktop.background.pyramid import Pyramid
from desktop.editor.saved_result import ResultFile, saved_result, shown_photo

EDITS = {
    "whole": Edit(),
    "turned": Edit(turn=1),
    "cropped": Edit(crop=Crop(0.25, 0.1, 0.5, 0.6)),
    "both": Edit(turn=3, crop=Crop(0.1, 0.2, 0.5, 0.6)),
}


@pytest.fixture
def colors(rng: np.random.Generator) -> Photo:
    return Photo(rng.integers(40, 200, (80, 120, 3), np.uint8))


@pytest.fixture
def grey(colors: Photo) -> Photo:
    return Photo(np.ascontiguousarray(colors.pixels[..., 1]), source=Path("/in/a.png"))


@pytest.mark.parametrize("name", EDITS)
def test_each_pixel_lies_where_it_was(
    colors: Photo, grey: Photo, tmp_path: Path, name: str
) -> None:
    edit = EDITS[name]
    target = write_photo(finished_photo(colors, edit), tmp_path / "a.png")
    saved = saved_result(ResultFile(target, None, lambda _: edit), grey, 0)
    assert saved is not None
    region = saved.region((0, 0, 120, 80), 1.0, level=Pyramid.of(grey).photo)
    shown = region.render(Look(saturation=0))
    in_color = np.ptp(shown.astype(int), axis=-1) > 0
    assert np.array_equal(shown[in_color], colors.pixels[in_color])
    wanted = 1.0 if edit.crop is None else edit.crop.width * edit.crop.height
    assert in_color.mean() == pytest.approx(wanted, abs=0.04)
    assert np.array_equal(shown_photo(saved, edit).pixels, finished_photo(colors, edit).pixels)
    part = saved.region((30, 20, 60, 40), 0.5, level=Pyramid.of(grey).photo)
    assert part.render(Look()).shape == (20, 30, 3)


def test_pages_have_files_of_their_own_or_share_one(
    colors: Photo, grey: Photo, tmp_path: Path
) -> None:
    write_photo(colors, tmp_path / "a_2.png")
    split = ResultFile(tmp_path / "a.png", 3, lambda _: Edit())
    assert saved_result(split, grey, 1) is not None
    with pytest.raises(PhotoError, match="a_1"):
        saved_result(split, grey, 0)


def test_what_cannot_be_laid_over_it_is_not_shown(
    colors: Photo, grey: Photo, tmp_path: Path
) -> None:
    target = write_photo(colors, tmp_path / "a.png")
    other = replace(grey, pixels=grey.pixels[:50])
    assert saved_result(ResultFile(target, None, lambda _: Edit()), other, 0) is None
    straight = Edit(straighten=3.0)
    cut = write_photo(finished_photo(colors, straight), tmp_path / "b.png")
    assert saved_result(ResultFile(cut, None, lambda _: straight), grey, 0) is None
