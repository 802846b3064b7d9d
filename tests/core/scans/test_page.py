"""Whether a page holds prints or is a photo itself, whatever rectangles were found."""

from __future__ import annotations

import numpy as np
import pytest

from core.photo.frame import Frame
from core.scans.crops import with_ground
from core.scans.judge import Judged
from core.scans.page import is_hollow, is_one_photo, is_sliver, without_unsure_second
from core.scans.proposals import clusters

SHAPE = (400, 300)
PLACES = np.zeros((4, 2))


def _judged(frame: Frame, value: float) -> Judged:
    return Judged(frame, value, value, PLACES)


def _whole(value: float) -> Judged:
    return _judged(Frame(150, 200, 300, 400), value)


FIRST, SECOND = Frame(100, 100, 120, 80), Frame(180, 280, 120, 100)


def _page(*frames: Frame, bare: float = 60.0) -> tuple[np.ndarray, np.ndarray]:
    """Lab of rough pictures on a plain ground, and where that lies bare."""
    lab = np.zeros((*SHAPE, 3), np.float32)
    lab[..., 0] = bare
    ground = np.ones(SHAPE, bool)
    for each in frames:
        x0, y0 = round(each.x - each.width / 2), round(each.y - each.height / 2)
        x1, y1 = x0 + round(each.width), y0 + round(each.height)
        rough = np.random.default_rng(1).uniform(0, 100, ((y1 - y0) // 8 + 1, (x1 - x0) // 8 + 1))
        lab[y0:y1, x0:x1, 0] = np.kron(rough, np.ones((8, 8)))[: y1 - y0, : x1 - x0]
        ground[y0:y1, x0:x1] = False
    return lab, ground


def _is_photo(page: tuple[np.ndarray, np.ndarray], prints: list[Judged], whole: Judged) -> bool:
    lab, ground = page
    grey = np.repeat((lab[..., :1] * 2.55).astype(np.uint8), 3, 2)
    return is_one_photo(with_ground(grey, ground), lab, ground, clusters(ground), prints, whole)


def test_certain_prints_on_a_bare_margin_are_prints() -> None:
    lab, ground = _page(FIRST, SECOND)
    prints = [_judged(FIRST, 0.99), _judged(SECOND, 0.5)]
    assert not _is_photo((lab, ground), prints, _whole(0.2))


def test_where_none_of_several_is_certain_the_page_is_a_photo() -> None:
    lab, ground = _page(FIRST, SECOND)
    prints = [_judged(FIRST, 0.8), _judged(SECOND, 0.5)]
    assert _is_photo((lab, ground), prints, _whole(0.2))


def test_a_margin_that_is_hardly_bare_wants_more_certainty() -> None:
    lab, ground = _page(FIRST, SECOND)
    ground[:, :40] = ground[:60] = False
    ground[:, -40:] = False
    filled = [
        FIRST,
        SECOND,
        Frame(20, 200, 40, 400),
        Frame(280, 200, 40, 400),
        Frame(150, 30, 300, 60),
    ]
    for value, is_photo in ((0.96, True), (0.99, False)):
        prints = [_judged(each, value) for each in filled]
        assert _is_photo((lab, ground), prints, _whole(0.2)) is is_photo


@pytest.mark.parametrize(("page", "is_photo"), [(0.95, True), (0.3, False)])
def test_one_print_is_weighed_against_the_page(page: float, is_photo: bool) -> None:
    lab, ground = _page(FIRST)
    assert _is_photo((lab, ground), [_judged(FIRST, 0.8)], _whole(page)) is is_photo


def test_what_no_print_explains_makes_the_page_a_photo() -> None:
    lab, ground = _page(FIRST, SECOND)
    assert _is_photo((lab, ground), [_judged(FIRST, 0.99)], _whole(0.0))


def test_a_shadow_on_an_empty_glass_is_no_photo() -> None:
    lab, ground = _page()
    lab[..., 0] -= np.linspace(0, 25, SHAPE[1], dtype=np.float32)
    ground[:, -60:] = False
    assert not _is_photo((lab, ground), [], _whole(0.4))
    assert not _is_photo(_page(), [], _whole(0.9))


def test_a_photo_of_little_but_sky_is_one() -> None:
    lab, ground = _page()
    ground[150:] = False
    assert _is_photo((lab, ground), [], _whole(0.4))


def test_windows_in_a_row_are_of_one_photo() -> None:
    row = [Frame(60 + 90 * n, 120, 60, 80) for n in range(3)]
    lab, ground = _page(*row)
    prints = [_judged(each, 0.99) for each in row]
    assert _is_photo((lab, ground), prints, _whole(0.0))
    rough = np.random.default_rng(2)
    lab[..., 0] = np.kron(rough.uniform(0, 100, (50, 38)), np.ones((8, 8)))[:400, :300]
    assert not _is_photo((lab, ground), prints, _whole(0.0))


def test_a_strip_along_the_edge_is_of_the_next_page() -> None:
    assert is_sliver(Frame(8, 200, 16, 400), SHAPE)
    assert not is_sliver(Frame(60, 200, 16, 300), SHAPE)
    assert not is_sliver(Frame(40, 200, 80, 400), SHAPE)
    assert not is_sliver(Frame(8, 200, 16, 300, 12.0), SHAPE)


def test_a_frame_of_bare_ground_is_hollow_unless_it_is_sure() -> None:
    _, ground = _page(FIRST)
    assert is_hollow(_judged(SECOND, 0.5), ground)
    assert not is_hollow(_judged(SECOND, 0.9), ground)
    assert not is_hollow(_judged(FIRST, 0.5), ground)


def test_of_two_prints_the_second_has_to_be_sure() -> None:
    sure, unsure = _judged(FIRST, 0.97), _judged(SECOND, 0.87)
    assert without_unsure_second([sure, unsure]) == [sure]
    assert without_unsure_second([sure, sure]) == [sure, sure]
    assert without_unsure_second([sure, sure, unsure]) == [sure, sure, unsure]
