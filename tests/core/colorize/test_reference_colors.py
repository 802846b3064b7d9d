"""Colours of another photo, and of the photos of one album; with the shipped model."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from skimage import data

from core.colorize.colorizer import Colorizer
from core.colorize.hints import ColorHint
from core.colorize.reference_colors import ColorReferences, lent_words, read_reference
from core.errors import PhotoError, ReferencePhotoError
from core.photo.photo import Photo
from core.photo.write import write_photo
from core.resources import resource
from tests.album.__main__ import measure
from tests.album.series import grey_codes


@pytest.fixture(scope="module")
def colorizer() -> Colorizer:
    return Colorizer(device="cpu", threads=1)


@pytest.fixture
def red_cat(tmp_path: Path) -> Path:
    """A photo of a cat in colours that no model would give it."""
    rgb = data.chelsea().astype(float)
    rgb[..., 0] = np.minimum(255, 1.2 * rgb[..., 0])
    rgb[..., 1:] *= 0.6
    return write_photo(Photo(rgb.astype(np.uint8)), tmp_path / "red cat.png")


def cat(part: slice = slice(None)) -> Photo:
    return Photo(grey_codes(data.chelsea())[:, part])


def test_what_is_alike_has_the_reference_photos_colours(
    colorizer: Colorizer, red_cat: Path
) -> None:
    photo, like = cat(slice(40, 400)), ColorReferences(red_cat)
    plain = colorizer.colorize(photo)
    made = colorizer.colorize(photo, references=like)
    redder = made.ab[0].mean() - plain.ab[0].mean()
    wanted = 30  # the reference has a mean a* of some 40
    assert redder > 0.6 * wanted
    assert made.settings["like"] == "red cat.png"
    assert int(str(made.settings["alike"]).rstrip("%")) > 60
    assert lent_words(made.settings) == ["colours lent by what is alike"]


def test_where_nothing_is_alike_it_lends_its_palette(colorizer: Colorizer, red_cat: Path) -> None:
    photo = Photo(grey_codes(data.rocket()))
    made = colorizer.colorize(photo, references=ColorReferences(red_cat))
    assert lent_words(made.settings) == ["palette lent as a whole"]
    assert made.ab[0].mean() > colorizer.colorize(photo).ab[0].mean() + 5


def test_points_of_a_person_count_more(colorizer: Colorizer, red_cat: Path) -> None:
    blue = ColorHint(0.5, 0.5, (0.0, -60.0), reach=0.3)
    made = colorizer.colorize(cat(), hints=[blue], references=ColorReferences(red_cat))
    height, width = made.ab.shape[1:]
    assert made.ab[1, height // 2, width // 2] < -20
    everywhere = ColorHint(0.5, 0.5, (0.0, -60.0), reach=1.0)
    made = colorizer.colorize(cat(), hints=[everywhere], references=ColorReferences(red_cat))
    assert "like" not in made.settings


def test_a_photo_without_colours_lends_none(tmp_path: Path) -> None:
    grey = write_photo(cat(), tmp_path / "grey.png")
    with pytest.raises(ReferencePhotoError, match=r"grey\.png is black-and-white"):
        read_reference(grey)
    with pytest.raises(PhotoError):
        read_reference(tmp_path / "gone.png")


@pytest.mark.slow
def test_series_come_out_alike(colorizer: Colorizer) -> None:
    """A seeded slice of ``python -m tests.album``: of so few shots a third may be left at most."""
    photos = (data.astronaut(), data.chelsea(), data.camera())
    found = [measure(colorizer, grey_codes(photo), seed=3, shots=4) for photo in photos]
    assert sum(each.album for each in found) < sum(each.alone for each in found) / 3
    assert all(each.album < 0.7 * each.alone for each in found)
    assert all(each.chroma_album > 0.6 * each.chroma_alone for each in found)


def test_photos_of_other_albums_lend_nothing(colorizer: Colorizer) -> None:
    photo = cat(slice(0, 300))
    first = colorizer.colorize(cat(), references=ColorReferences(album="a"))
    assert "album" not in first.settings
    alone = colorizer.colorize(photo, references=ColorReferences(album="b"))
    assert np.array_equal(alone.ab, colorizer.colorize(photo).ab)
    with_it = colorizer.colorize(photo, references=ColorReferences(album="a"))
    assert with_it.settings["album"] == 1
    assert lent_words(with_it.settings) == ["colours as in photos like it"]


def test_a_photo_lends_nothing_to_itself(colorizer: Colorizer) -> None:
    photo = Photo(grey_codes(data.chelsea()), source=resource("samples") / "chelsea.jpg")
    for _ in range(2):
        made = colorizer.colorize(photo, references=ColorReferences(album="twice"))
        assert "album" not in made.settings
