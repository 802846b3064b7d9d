"""A small slice of the made-up pages; `tests/benchmarks/bench_scans.py` measures the whole."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.scans.find import find_prints
from tests.scan_pages import grounds
from tests.scan_pages.draw import draw
from tests.scan_pages.layout import split_pages
from tests.scan_pages.plan import Page, Print
from tests.scan_pages.truth import truths
from tests.scan_pages.whole import whole_pages

_INCH = 25.4


def _print(x: float, y: float, angle: float, subject: str, border: float = 4.0) -> Print:
    crop = (0.1, 0.1, 0.8, 0.8)
    return Print(x, y, 80, 60, angle, subject, crop, "grey", 1.0, border=border, edge=20)


def _page(kind: str, prints: tuple[Print, ...]) -> Page:
    ground = grounds.choose(np.random.default_rng(5), kind)
    return Page(kind, 216, 297, ground, prints, noise=1.0, seed=3, pieces=len(prints))


THREE = (
    _print(60, 60, 3.0, "astronaut"),
    _print(150, 130, -17.0, "coffee"),
    _print(70, 220, 0.0, "chelsea"),
)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["white", "grey", "black", "wood", "card", "shadow"])
def test_prints_are_found_on_every_ground(kind: str) -> None:
    page = _page(kind, THREE)
    frames = find_prints(draw(page, 75))
    assert len(frames) == 3
    for truth, frame in zip(truths(page), frames, strict=True):  # in reading order, as planned
        assert truth.iou(frame.scaled(_INCH / 75).corners().astype(np.float32)) > 0.95


@pytest.mark.slow
def test_the_same_is_found_at_every_resolution() -> None:
    page = _page("grey", THREE)
    small, large = (
        [frame.scaled(_INCH / dpi) for frame in find_prints(draw(page, dpi))] for dpi in (75, 300)
    )
    for one, other in zip(small, large, strict=True):
        assert (one.x, one.y) == pytest.approx((other.x, other.y), abs=0.5)
        assert (one.width, one.height) == pytest.approx((other.width, other.height), abs=1.0)
        assert one.angle == pytest.approx(other.angle, abs=0.3)


def test_prints_that_touch_are_two() -> None:
    touching = (_print(60, 100, 0, "astronaut"), replace(_print(140, 112, 0, "coffee")))
    page = _page("card", touching)
    frames = find_prints(draw(page, 75))
    ious = [
        max(truth.iou(f.scaled(_INCH / 75).corners().astype(np.float32)) for f in frames)
        for truth in truths(page)
    ]
    assert len(frames) == 2
    assert min(ious) > 0.95


@pytest.mark.slow
def test_16_bits_and_grey_give_what_8_bits_and_colour_give() -> None:
    page = _page("grey", THREE)
    pixels = draw(page, 75)
    wide = find_prints(pixels.astype(np.uint16) * 257)
    assert [f.corners().round(1).tolist() for f in wide] == [
        f.corners().round(1).tolist() for f in find_prints(pixels)
    ]
    assert len(find_prints(draw(page, 75, grey=True))) == 3


@pytest.mark.slow
@pytest.mark.parametrize("page", whole_pages(1, 12), ids=lambda page: page.name)
def test_pages_that_must_not_be_split_are_not(page: Page) -> None:
    assert len(find_prints(draw(page, 75))) <= page.pieces


def test_an_empty_glass_holds_nothing() -> None:
    assert find_prints(draw(_page("white", ()), 75)) == []


@pytest.mark.slow
def test_a_photo_that_fills_the_scan_is_the_scan() -> None:
    photo = replace(_print(40, 30, 0, "brick", border=0.0), w=84, h=64)
    page = replace(_page("white", (photo,)), width=80, height=60)
    pixels = draw(page, 150)
    (frame,) = find_prints(pixels)
    assert (frame.width, frame.height, frame.angle) == (pixels.shape[1], pixels.shape[0], 0)


@pytest.mark.slow
def test_the_windows_of_a_wall_are_no_prints() -> None:
    house = replace(_print(70, 45, 0, "house", border=0.0), w=142, h=92, crop=(0, 0, 0.8, 0.8))
    page = replace(_page("white", (house,)), width=140, height=90)
    assert len(find_prints(draw(page, 75))) == 1


@pytest.mark.slow
def test_three_prints_of_one_picture_are_three() -> None:
    again = [replace(each, subject="chelsea") for each in THREE]
    assert len(find_prints(draw(_page("grey", tuple(again)), 75))) == 3


#: Pages whose parts were once taken for prints: writing, a rocket by night, dust along a board's
#: gap; an empty glass whose shadow was taken for a photo; windows with dust on them, a picture on a
#: page on a print, a lid's shadow beside a print.
ONCE_SPLIT = ((12, 7), (12, 9), (12, 27), (31, 5), (32, 5), (32, 31), (31, 27), (31, 22), (55, 49))


@pytest.mark.slow
@pytest.mark.parametrize(("seed", "number"), ONCE_SPLIT)
def test_pages_that_were_once_split_no_longer_are(seed: int, number: int) -> None:
    page = whole_pages(seed, number + 1)[number]
    assert len(find_prints(draw(page, 75))) <= page.pieces


def _ious(page: Page) -> list[float]:
    """How well each print is found at 75 dpi."""
    frames = find_prints(draw(page, 75))
    assert len(frames) == len(page.prints)
    corners = [frame.scaled(_INCH / 75).corners().astype(np.float32) for frame in frames]
    return [max(truth.iou(each) for each in corners) for truth in truths(page)]


@pytest.mark.slow
def test_prints_of_one_size_edge_to_edge_are_two() -> None:
    row = (
        _print(60, 100, 1.0, "moon", border=0.0),
        _print(139.99, 101.4, 1.0, "grass", border=0.0),
    )
    assert min(_ious(_page("card", row))) > 0.95


@pytest.mark.slow
def test_a_horizon_is_no_seam() -> None:
    assert min(_ious(_page("card", (_print(80, 100, 1.0, "sea", border=0.0),)))) > 0.95


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["grey", "shadow"])
def test_a_narrow_border_on_paper_of_its_colour_is_the_prints(kind: str) -> None:
    assert min(_ious(_page(kind, (_print(90, 140, 2.0, "grass", border=1.4),)))) > 0.95


@pytest.mark.slow
def test_a_horizon_within_a_border_is_no_seam() -> None:
    sepia = replace(_print(80, 100, 1.0, "sea", border=5.0), tone="sepia", w=80, h=120)
    assert min(_ious(_page("black", (sepia,)))) > 0.95


#: Pages of which prints were once missed: an octagon of photo corners beside two others, a print
#: on wood of its own grey.
ONCE_MISSED = ((21, 45), (21, 9))


@pytest.mark.slow
@pytest.mark.parametrize(("seed", "number"), ONCE_MISSED)
def test_prints_that_were_once_missed_are_found(seed: int, number: int) -> None:
    assert min(_ious(split_pages(seed, number + 1)[number])) > 0.95
