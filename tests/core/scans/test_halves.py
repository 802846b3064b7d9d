"""Two prints edge to edge are cut where they meet; one photo with lines of its own is not."""

from __future__ import annotations

import numpy as np
import pytest
import skimage.data

from core.color import rgb_to_lab
from core.photo.frame import Frame
from core.scans.halves import cut_in_halves


def _pictures() -> tuple[np.ndarray, np.ndarray]:
    one = np.repeat(skimage.data.camera()[:200, :200, None], 3, 2)
    return one, skimage.data.astronaut()[100:300, 150:350]


def _page(picture: np.ndarray) -> np.ndarray:
    rgb = np.full((500, 500, 3), 40, np.uint8)
    rgb[50 : 50 + picture.shape[0], 60 : 60 + picture.shape[1]] = picture
    lab: np.ndarray = rgb_to_lab(rgb).astype(np.float32)
    return lab


@pytest.mark.parametrize("axis", [0, 1])
def test_two_of_one_size_are_two(axis: int) -> None:
    both = np.concatenate(_pictures(), axis)
    height, width = both.shape[:2]
    first, second = cut_in_halves(
        _page(both), Frame(60 + width / 2, 50 + height / 2, float(width), float(height))
    )
    assert (first.width, first.height) == pytest.approx((200, 200), abs=1.5)
    assert (second.x, second.y) == pytest.approx((160, 350) if axis == 0 else (360, 150), abs=1.5)


def test_a_photo_twice_as_wide_as_high_is_one() -> None:
    wide = skimage.data.astronaut()[100:290, 20:400]
    frame = Frame(60 + 190, 50 + 95, 380.0, 190.0)
    assert cut_in_halves(_page(wide), frame) == [frame]


def test_what_is_no_longer_than_a_print_is_never_cut() -> None:
    left, right = _pictures()
    both = np.concatenate((left[:, :100], right[:, :100]), 1)
    frame = Frame(160, 150, 200.0, 200.0)
    assert cut_in_halves(_page(both), frame) == [frame]
