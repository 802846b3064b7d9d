"""Cutting, against scikit-image's `warp` as an independent authority."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import skimage.data
from skimage.transform import EuclideanTransform, warp

from core.metadata.metadata import Metadata
from core.photo import cut as module
from core.photo.cut import cut, cut_photo, describe
from core.photo.frame import Frame
from core.photo.photo import Photo
from core.photo.read import read_photo
from core.photo.write import write_photo
from tests.core.conftest import ExifTool


def _authority(pixels: np.ndarray, frame: Frame) -> np.ndarray:
    """The frame by scikit-image: bicubic, in floating point."""
    size = (round(frame.height), round(frame.width))
    corner = frame.corners()[0] - 0.5
    turn = np.radians(frame.angle)
    half = np.array((np.cos(turn) - np.sin(turn), np.sin(turn) + np.cos(turn))) / 2
    move = EuclideanTransform(rotation=turn, translation=corner + half)
    warped: np.ndarray = warp(pixels.astype(float), move, output_shape=size, order=3, mode="edge")
    return warped


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_a_turned_frame_is_what_scikit_image_makes_of_it(dtype: type) -> None:
    wide = np.iinfo(dtype).max // 255
    page = (skimage.data.camera().astype(np.uint32) * wide).astype(dtype)
    frame = Frame(250.3, 240.7, 200, 120, 12.5)
    ours = cut(page, frame).astype(float) / wide
    wanted = _authority(page, frame).clip(0, 255 * wide) / wide
    assert ours.shape == (120, 200)
    assert np.abs(ours - wanted).mean() < 0.6


def test_tiles_leave_no_seam(monkeypatch: pytest.MonkeyPatch) -> None:
    page, frame = skimage.data.astronaut(), Frame(256, 256, 300, 260, -7)
    whole = cut(page, frame)
    monkeypatch.setattr(module, "_TILE", 64)
    assert np.abs(cut(page, frame).astype(int) - whole).max() <= 1


def test_a_straight_frame_is_copied() -> None:
    page = skimage.data.camera()
    piece = cut(page, Frame(100, 60, 80, 40))
    assert (piece == page[40:80, 60:140]).all()
    assert not np.shares_memory(piece, page)


@pytest.mark.parametrize("angle", [90, -90, 180, 270])
def test_a_frame_that_lies_on_its_side_is_copied(angle: int) -> None:
    page = skimage.data.camera()
    size = (40, 80) if angle % 180 else (80, 40)
    piece = cut(page, Frame(100, 60, *size, angle))
    assert (piece == np.rot90(page[40:80, 60:140], angle // 90)).all()


def test_a_crooked_frame_on_its_side_is_what_scikit_image_makes_of_it() -> None:
    page, frame = skimage.data.camera(), Frame(250.3, 240.7, 120, 200, 102.5)
    ours, wanted = cut(page, frame).astype(float), _authority(page, frame).clip(0, 255)
    assert ours.shape == (200, 120)
    assert np.abs(ours - wanted).mean() < 0.6


def test_quarter_turns_are_clockwise() -> None:
    page = skimage.data.camera()
    piece = cut(page, Frame(100, 60, 80, 40), quarter_turns=1)
    assert (piece == np.rot90(page[40:80, 60:140], -1)).all()


def test_alpha_depth_metadata_and_history_go_along(tmp_path: Path, exiftool: ExifTool) -> None:
    rgb = skimage.data.astronaut().astype(np.uint16) * 257
    alpha = np.full(rgb.shape[:2], 40000, np.uint16)
    page = Photo(rgb, alpha, Metadata(resolution=(20.0, 10.0)))
    piece = cut_photo(page, Frame(200, 200, 100, 150, 5), quarter_turns=1)
    assert piece.pixels.shape == (100, 150, 3)
    assert piece.alpha is not None
    assert (piece.alpha == 40000).all()
    path = write_photo(piece, tmp_path / "piece.tif")
    again = read_photo(path)
    assert again.depth == 16
    assert again.metadata.resolution == pytest.approx((10.0, 20.0), rel=0.01)
    words = exiftool(path)["XMP-xmpMM:HistoryParameters"]
    assert words == describe(Frame(200, 200, 100, 150, 5), 1)
    assert "straightened by 5.00 degrees, turned by 90 degrees" in words


def test_the_whole_page_is_no_cut() -> None:
    page = Photo(skimage.data.camera())
    piece = cut_photo(page, Frame(256, 256, 512, 512))
    assert (piece.pixels == page.pixels).all()
    assert piece.metadata.xmp is None


def test_what_lies_beyond_the_page_repeats_its_edge() -> None:
    page = np.full((50, 50), 77, np.uint8)
    assert (cut(page, Frame(25, 25, 80, 40, 10)) == 77).all()
