"""Which pages of a TIFF are photos, and what its samples are; tifffile writes them."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile
from skimage import data

from core.metadata.exif import DATE_TIME
from core.photo.infrared import read_infrared
from core.photo.probe import probe
from core.photo.read import page_count, read_photo

GREY: Any = data.camera()[:96, :128]
DEEP = GREY.astype(np.uint16) * 257
COLOUR: Any = data.astronaut()[:96, :128]
INFRARED = np.linspace(40_000, 60_000, DEEP.size).reshape(DEEP.shape).astype(np.uint16)


def tiff(*pages: tuple[np.ndarray, dict[str, Any]], **file: Any) -> bytes:
    out = io.BytesIO()
    with tifffile.TiffWriter(out, **file) as writer:
        for codes, options in pages:
            writer.write(codes, metadata=None, **options)
    return out.getvalue()


def grey(codes: np.ndarray, **options: Any) -> tuple[np.ndarray, dict[str, Any]]:
    return codes, {"photometric": "minisblack", **options}


def rgb(codes: np.ndarray, **options: Any) -> tuple[np.ndarray, dict[str, Any]]:
    return codes, {"photometric": "rgb", **options}


@pytest.mark.parametrize("big", [False, True])
@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("planar", ["contig", "separate"])
def test_infrared_is_kept_apart_and_no_alpha(big: bool, order: str, planar: str) -> None:
    codes = np.dstack([DEEP, DEEP, DEEP, INFRARED])
    codes = np.moveaxis(codes, -1, 0) if planar == "separate" else codes
    content = tiff(
        rgb(codes, extrasamples=["unspecified"], planarconfig=planar), bigtiff=big, byteorder=order
    )
    photo = read_photo(content)
    assert photo.alpha is None
    np.testing.assert_array_equal(photo.pixels, np.dstack([DEEP] * 3))
    np.testing.assert_array_equal(read_infrared(content), INFRARED)


def test_grey_with_an_unspecified_sample_is_grey() -> None:
    photo = read_photo(tiff(grey(np.dstack([GREY, GREY // 2]), extrasamples=["unspecified"])))
    assert photo.alpha is None
    np.testing.assert_array_equal(photo.pixels, GREY)


@pytest.mark.parametrize("kind", ["assocalpha", "unassalpha"])
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_alpha_is_what_the_file_calls_alpha(kind: str, dtype: Any) -> None:
    top = np.iinfo(dtype).max
    alpha = np.full(GREY.shape, top // 2, dtype)
    straight = (GREY.astype(np.uint32) * top // 255).astype(dtype)
    stored = (straight.astype(np.uint32) * alpha // top).astype(dtype)
    colours = stored if kind == "assocalpha" else straight
    photo = read_photo(tiff(rgb(np.dstack([colours] * 3 + [alpha]), extrasamples=[kind])))
    assert photo.alpha is not None
    np.testing.assert_array_equal(photo.alpha, alpha)
    error = np.abs(photo.pixels[..., 0].astype(int) - straight.astype(int)).max()
    assert error <= (3 if kind == "assocalpha" else 0)


def test_infrared_before_alpha() -> None:
    codes = np.dstack([DEEP, DEEP, DEEP, INFRARED, np.full_like(DEEP, 30_000)])
    content = tiff(rgb(codes, extrasamples=["unspecified", "unassalpha"]))
    photo = read_photo(content)
    assert photo.alpha is not None
    assert (photo.alpha == 30_000).all()
    np.testing.assert_array_equal(read_infrared(content), INFRARED)


def test_a_bigtiff_says_all_that_a_classic_one_says(tmp_path: Path) -> None:
    facts = {
        "resolution": (600, 300), "resolutionunit": "INCH", "software": "EPSON Scan",
        "datetime": "1998:05:04 03:02:01", "extratags": [(274, "H", 1, 6, True)],
    }  # fmt: skip
    said = []
    for big in (False, True):
        path = tmp_path / f"{big}.tif"
        path.write_bytes(tiff(grey(DEEP, **facts), bigtiff=big))
        photo, header = read_photo(path), probe(path)
        assert photo.metadata.exif is not None
        assert (header.width, header.height) == (96, 128)
        said.append((photo.metadata.exif, photo.metadata.resolution, header.date_taken))
        np.testing.assert_array_equal(photo.pixels, np.rot90(DEEP, -1))
    assert said[0] == said[1]
    assert DATE_TIME in said[1][0].ifd0.entries


REDUCED: dict[str, Any] = {"subfiletype": 1}
SMALL = GREY[::8, ::8].copy()


@pytest.mark.parametrize(
    ("pages", "photo"),
    [
        ([grey(GREY, subfiletype=0), grey(SMALL, **REDUCED)], 0),
        ([grey(SMALL, **REDUCED), grey(GREY)], 1),
        ([grey(GREY), grey(GREY < 99, subfiletype=4)], 0),
        ([grey(GREY), grey(SMALL)], 0),
        ([grey(GREY), grey(GREY[::2, ::2].copy()), grey(GREY[::4, ::4].copy())], 0),
        ([rgb(np.dstack([DEEP] * 3), software="SilverFast 8.8"), grey(INFRARED)], 0),
        ([rgb(np.dstack([DEEP] * 3)), grey(INFRARED)], 0),
        ([rgb(np.dstack([GREY] * 3)), grey(GREY // 2, description="Infrared")], 0),
        ([rgb(np.dstack([GREY] * 3)), grey(SMALL, **REDUCED), grey(GREY > 9, subfiletype=4)], 0),
    ],
)
def test_what_only_accompanies_a_photo_is_passed_over(pages: Any, photo: int) -> None:
    content = tiff(*pages)
    assert page_count(content) == 1
    np.testing.assert_array_equal(read_photo(content).pixels, pages[photo][0])


def test_a_page_of_infrared_is_reachable() -> None:
    content = tiff(rgb(np.dstack([DEEP] * 3), software="SilverFast"), grey(INFRARED))
    np.testing.assert_array_equal(read_infrared(content), INFRARED)
    assert read_infrared(tiff(grey(DEEP))) is None


def test_photos_of_an_album_are_all_photos() -> None:
    other = np.asarray(data.moon())[:48, :64].copy()  # the shape of half the others
    pages = [
        grey(GREY),
        rgb(COLOUR),
        grey(GREY[::-1].copy()),
        grey(other),
        grey(DEEP, subfiletype=2),
    ]
    content = tiff(*pages)
    assert page_count(content) == len(pages)
    for number, (codes, _) in enumerate(pages):
        np.testing.assert_array_equal(read_photo(content, page=number).pixels, codes)


def test_a_file_of_nothing_but_reduced_pictures_has_its_largest() -> None:
    content = tiff(grey(SMALL, **REDUCED), grey(GREY, **REDUCED))
    np.testing.assert_array_equal(read_photo(content).pixels, GREY)


def test_a_full_picture_below_its_preview() -> None:
    out = io.BytesIO()
    with tifffile.TiffWriter(out) as writer:
        writer.write(SMALL, photometric="minisblack", subifds=1, metadata=None, **REDUCED)
        writer.write(GREY, photometric="minisblack", metadata=None)
    photo = read_photo(out.getvalue())
    assert photo.format == "tiff"
    np.testing.assert_array_equal(photo.pixels, GREY)
