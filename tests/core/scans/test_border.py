"""White borders: completed where they are hidden, cut off where asked for."""

from __future__ import annotations

import numpy as np
import pytest
import skimage.data

from core.photo.frame import Frame
from core.scans.border import surrounded, without_border


def _bordered() -> np.ndarray:
    page = np.full((500, 600), 40, np.uint8)
    page[50:450, 80:520] = 240
    page[70:430, 100:500] = np.clip(skimage.data.camera()[50:410, 50:450], 0, 200)
    return page


def test_the_border_is_cut_off() -> None:
    inner = without_border(_bordered(), Frame(300, 250, 440, 400))
    assert abs(inner.width - 400) < 8
    assert abs(inner.height - 360) < 8
    assert inner.width <= 400
    assert inner.height <= 360


def test_a_print_without_a_border_stays_whole() -> None:
    page = skimage.data.astronaut()
    frame = Frame(256, 256, 512, 512)
    assert without_border(page, frame) == frame


def _print_of_paper() -> tuple[np.ndarray, np.ndarray]:
    """Lab of a print with a border of 12 pixels on a darker ground, and where that lies."""
    lab = np.zeros((300, 400, 3), np.float32)
    lab[..., 0] = 50
    lab[60:240, 80:320, 0] = 92
    lab[72:228, 92:308, 0] = np.random.default_rng(2).uniform(5, 60, (156, 216))
    bare = np.ones((300, 400), bool)
    bare[60:240, 80:320] = False
    return lab, bare


def test_a_picture_gets_the_border_around_it() -> None:
    lab, bare = _print_of_paper()
    frame = surrounded(lab, bare, Frame(200, 150, 216, 156))
    assert (frame.width, frame.height) == pytest.approx((240, 180), abs=2)


def test_a_border_beside_another_prints_is_as_wide_as_on_the_other_sides() -> None:
    lab, bare = _print_of_paper()
    lab[60:240, :80, 0], bare[60:240, :80] = 92, False
    frame = surrounded(lab, bare, Frame(200, 150, 216, 156))
    assert (frame.width, frame.height) == pytest.approx((240, 180), abs=2)


def test_a_print_with_its_border_gets_no_other() -> None:
    lab, bare = _print_of_paper()
    frame = Frame(200, 150, 240, 180)
    assert surrounded(lab, bare, frame) == frame
