"""What of a photo's own colours stays: its tone under the new ones, its ink instead of them."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import pytest

from core.color import F32, lab_to_rgb, rgb_to_lab
from core.colorize.tint import Evidence
from core.colorize.underlay import Underlay

#: Small copy and photo: one pixel of the one is 8 of the other.
SMALL, WHOLE = (12, 16), (96, 128)
TONE = (4.0, 14.0)
#: a*, b* of the network, the same everywhere.
NETWORK = (-20.0, 30.0)
BLUE = (15.0, -45.0)


def evidence(*, marks: Any = None) -> Evidence:
    tone = np.broadcast_to(np.array(TONE, np.float32), (*SMALL, 2))
    marks = np.zeros(SMALL, bool) if marks is None else marks
    return Evidence(np.ones(SMALL, bool), marks, tone, 0.0)


def photo(ab: F32) -> Any:
    """Codes (H, W, 3) of L* 60 with these colours."""
    lab = np.dstack([np.full(WHOLE, 60, np.float32), ab.astype(np.float32)])
    return np.rint(lab_to_rgb(lab) * 255).astype(np.uint8)


def toned() -> F32:
    return np.broadcast_to(np.array(TONE, np.float32), (*WHOLE, 2)).copy()


def laid(underlay: Underlay, pixels: Any) -> F32:
    """a*, b* (H, W, 2) of the whole photo."""
    height, width = pixels.shape[:2]
    rows, columns = ((np.arange(side) + 0.5) / side for side in (height, width))
    own = np.stack([np.full((height, width), value, np.float32) for value in NETWORK])
    return np.moveaxis(underlay.at(columns, rows).laid_under(own, pixels, slice(None)), 0, -1)


@pytest.mark.parametrize("keep_ink", [False, True])
def test_nothing_stays_of_a_photo_without_marks(keep_ink: bool) -> None:
    assert Underlay.of(evidence(), keep_tone=False, keep_ink=keep_ink) is None


def test_a_kept_tone_is_added_to_the_networks_colours() -> None:
    underlay = Underlay.of(evidence(), keep_tone=True, keep_ink=True)
    assert underlay is not None
    made = laid(underlay, photo(toned()))
    np.testing.assert_allclose(made, np.broadcast_to(np.add(NETWORK, TONE), made.shape), atol=1e-3)


def stroke() -> tuple[Any, F32, Any]:
    """A line of ink three pixels wide: the codes, its a*, b*, and where it is."""
    where = np.zeros(WHOLE, np.uint8)
    cv2.line(where, (20, 40), (100, 60), 1, 3)
    ab = toned()
    ab[where == 1] = BLUE
    return photo(ab), ab, where == 1


def marked(where: Any) -> Any:
    """The small mask of it: true wherever some of the ink is."""
    small = where.reshape(SMALL[0], 8, SMALL[1], 8).any((1, 3))
    return evidence(marks=small)


@pytest.mark.parametrize("keep_tone", [False, True])
def test_a_stroke_keeps_its_colour_to_the_pixel(keep_tone: bool) -> None:
    pixels, _, ink = stroke()
    underlay = Underlay.of(marked(ink), keep_tone=keep_tone, keep_ink=True)
    assert underlay is not None
    made = laid(underlay, pixels)
    np.testing.assert_allclose(made[ink], rgb_to_lab(pixels)[ink, 1:], atol=1.5)
    base = np.add(NETWORK, TONE) if keep_tone else np.array(NETWORK)
    # paper a hair beside the stroke lies in the same pixel of the mask, and is no ink
    np.testing.assert_allclose(made[~ink], np.broadcast_to(base, made[~ink].shape), atol=1.5)


def test_ink_that_is_not_kept_is_coloured() -> None:
    pixels, _, ink = stroke()
    assert Underlay.of(marked(ink), keep_tone=False, keep_ink=False) is None
    underlay = Underlay.of(marked(ink), keep_tone=True, keep_ink=False)
    assert underlay is not None
    made = laid(underlay, pixels)
    np.testing.assert_allclose(made, np.broadcast_to(np.add(NETWORK, TONE), made.shape), atol=1e-3)


def test_colours_far_from_every_mark_are_not_ink() -> None:
    """A stroke that the decision did not find: the mask rules, not the pixel."""
    pixels, _, ink = stroke()
    elsewhere = np.zeros(SMALL, bool)
    elsewhere[-2:, -2:] = True
    underlay = Underlay.of(evidence(marks=elsewhere), keep_tone=False, keep_ink=True)
    assert underlay is not None
    made = laid(underlay, pixels)
    np.testing.assert_allclose(made[ink], np.broadcast_to(NETWORK, made[ink].shape), atol=0.1)


def test_between_paper_and_ink_it_goes_over_in_steps() -> None:
    """Colours from the tone's own to blue's: each keeps its own in the measure of its distance."""
    share = np.broadcast_to(np.linspace(0, 1, WHOLE[1], dtype=np.float32), WHOLE)[..., None]
    ab = toned() * (1 - share) + np.array(BLUE, np.float32) * share
    underlay = Underlay.of(evidence(marks=np.ones(SMALL, bool)), keep_tone=False, keep_ink=True)
    assert underlay is not None
    made = laid(underlay, photo(ab))[48]
    toward = np.hypot(*(made - ab[48]).T) / np.hypot(*(np.array(NETWORK) - ab[48]).T)
    assert (np.diff(toward) < 0.05).all()  # rounding of the codes
    assert toward[0] == pytest.approx(1, abs=0.01)
    assert toward[-1] == pytest.approx(0, abs=0.02)


def test_rows_are_the_same_whether_alone_or_with_others() -> None:
    pixels, _, ink = stroke()
    underlay = Underlay.of(marked(ink), keep_tone=True, keep_ink=True)
    assert underlay is not None
    whole = laid(underlay, pixels)
    columns = (np.arange(WHOLE[1]) + 0.5) / WHOLE[1]
    rows = (np.arange(WHOLE[0]) + 0.5) / WHOLE[0]
    own = np.stack([np.full((20, WHOLE[1]), value, np.float32) for value in NETWORK])
    strip = underlay.at(columns, rows).laid_under(own, pixels, slice(40, 60))
    np.testing.assert_allclose(np.moveaxis(strip, 0, -1), whole[40:60], atol=1e-4)
