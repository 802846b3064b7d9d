"""Where a photo lies: what is under the pointer stays there, and the two ways are inverse."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, QSizeF

from desktop.editor.viewport import Viewport

sides = st.floats(20, 12_000)
rooms = st.floats(60, 4_000)


def _view(photo_w: float, photo_h: float, w: float = 800, h: float = 600) -> Viewport:
    return Viewport(QSizeF(w, h), QSizeF(photo_w, photo_h)).fit()


@given(sides, sides, rooms, rooms)
def test_a_fitted_photo_is_seen_whole_and_in_the_middle(
    w: float, h: float, room_w: float, room_h: float
) -> None:
    view = _view(w, h, room_w, room_h)
    rect = view.photo_rect
    assert QRectF(-0.5, -0.5, room_w + 1, room_h + 1).contains(rect)
    assert rect.center().x() == pytest.approx(room_w / 2, abs=1e-3)
    assert rect.center().y() == pytest.approx(room_h / 2, abs=1e-3)


@given(st.floats(3, 20), st.floats(0.3, 0.7), st.floats(0.3, 0.7))
def test_zooming_in_keeps_the_place_under_the_pointer(factor: float, x: float, y: float) -> None:
    view = _view(4000, 3000)
    at = QPointF(x * 800, y * 600)
    before = view.to_photo(at)
    after = view.zoomed(factor, at).to_photo(at)
    assert (before - after).manhattanLength() < 1e-3


@given(st.floats(0, 800), st.floats(0, 600), st.floats(1, 30))
def test_to_view_is_the_inverse_of_to_photo(x: float, y: float, factor: float) -> None:
    view = _view(4000, 3000).zoomed(factor, QPointF(x, y))
    there = view.to_view(view.to_photo(QPointF(x, y)))
    assert (there - QPointF(x, y)).manhattanLength() < 1e-3


def test_zooming_out_ends_at_the_whole_photo() -> None:
    view = _view(4000, 3000).zoomed(5, QPointF(10, 10))
    assert not view.fitted
    assert view.zoomed(1e-3, QPointF(10, 10)) == view.fit()


def test_panning_stops_at_the_edge() -> None:
    view = _view(4000, 3000).zoomed(10, QPointF(400, 300)).panned(QPointF(1e6, 1e6))
    assert view.seen.topLeft() == QPointF(0, 0)


def test_a_fitted_photo_stays_fitted_in_a_window_of_another_size() -> None:
    view = _view(4000, 3000).resized(QSizeF(1600, 1200), 1.0)
    assert view.fitted
    assert view.photo_rect.width() == pytest.approx(1546.67, abs=0.01)


def test_one_for_one_means_the_screens_pixels() -> None:
    view = replace(_view(4000, 3000), ratio=2.0)
    zoomed = view.zoomed(1 / view.scale, QPointF(400, 300))
    assert zoomed.scale == pytest.approx(1)
    assert zoomed.zoom == pytest.approx(0.5)


def test_another_screen_shows_the_same_device_pixels() -> None:
    view = _view(4000, 3000).zoomed(4, QPointF(400, 300))
    assert view.resized(view.view, 2.0).scale == pytest.approx(view.scale)
