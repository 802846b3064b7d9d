from __future__ import annotations

import numpy as np
import pytest
from skimage.draw import disk, polygon

from core.colorize.hints import hint_raster
from core.colorize.stroke_cover import F64, StrokeCover, stroke_raster
from core.colorize.strokes import Stroke, StrokeKind
from core.errors import HintError


def centres(count: int) -> F64:
    return (np.arange(count) + 0.5) / count


def covered(stroke: Stroke, height: int, width: int) -> np.ndarray:
    return part(stroke, height, width, slice(None), slice(None))


def part(stroke: Stroke, height: int, width: int, rows: slice, columns: slice) -> np.ndarray:
    """Of a picture of some columns, some rows."""
    across = centres(width)[columns]
    cover = StrokeCover.of(stroke, centres(height), across, (height, width)).at(rows)
    assert cover is not None
    found = np.zeros((len(cover.values), len(across)), np.float32)
    found[:, cover.columns] = cover.values
    return found


def test_a_dot_is_skimages_disc() -> None:
    found = covered(Stroke(((0.5, 0.25),), 0.2), 100, 200) > 0
    expected = np.zeros((100, 200), bool)
    expected[disk((24.5, 99.5), 20)] = True
    np.testing.assert_array_equal(found, expected)


def test_a_line_is_as_wide_as_the_brush() -> None:
    found = covered(Stroke(((0.25, 0.5), (0.75, 0.5)), 0.1), 200, 400) > 0
    inside = np.zeros((200, 400), bool)
    inside[polygon([80, 80, 119, 119], [100, 299, 299, 100])] = True
    assert found[inside].all()
    assert found.sum() == pytest.approx(200 * 40 + np.pi * 20**2, rel=0.02)


def test_it_is_the_same_at_every_size_and_in_every_part() -> None:
    stroke = Stroke(((0.1, 0.8), (0.6, 0.1), (0.9, 0.7)), 0.07)
    large = covered(stroke, 400, 600)
    small = covered(stroke, 100, 150)
    assert np.abs(large.reshape(100, 4, 150, 4).mean((1, 3)) - small).max() < 0.1
    found = part(stroke, 400, 600, slice(100, 140), slice(200, 300))
    np.testing.assert_array_equal(found, large[100:140, 200:300])


def test_a_fine_brush_is_the_same_though_its_nodes_are_not_kept() -> None:
    stroke = Stroke(((0.05, 0.1), (0.9, 0.7)), 0.004)
    large = covered(stroke, 2000, 3000)
    assert StrokeCover.of(stroke, centres(2000), centres(3000), (2000, 3000)).kept is None
    found = part(stroke, 2000, 3000, slice(300, 420), slice(400, 1900))
    np.testing.assert_array_equal(found, large[300:420, 400:1900])
    away = np.abs((large > 0).sum() / (2 * 0.004 * 2000 * np.hypot(0.85 * 3000, 0.6 * 2000)) - 1)
    assert away < 0.02


def test_what_lies_elsewhere_costs_nothing() -> None:
    stroke = Stroke(((0.1, 0.1),), 0.05)
    picture = StrokeCover.of(stroke, centres(100), centres(100), (100, 100))
    assert picture.at(slice(50, 100)) is None
    assert picture.at(slice(5, 10)) is not None


def test_the_edge_fades() -> None:
    row = covered(Stroke(((0.5, 0.5),), 0.4), 201, 201)[100, 100:]
    assert row[0] == 1
    assert (np.diff(row) <= 0).all()
    assert ((row > 0) & (row < 1)).sum() == pytest.approx(20, abs=2)


def test_strokes_are_hints_for_the_network() -> None:
    raster = hint_raster([], 40, 40)
    stroke_raster(
        [
            Stroke(((0.25, 0.5),), 0.2, ab=(20, -30)),
            Stroke(((0.75, 0.5),), 0.2, StrokeKind.GREY, (9, 9)),
            Stroke(((0.25, 0.5),), 0.05, StrokeKind.ERASE),
        ],
        raster,
    )
    assert raster[0, :, 20, 5].tolist() == [20, -30, 1]
    assert raster[0, :, 20, 10].tolist() == [0, 0, 0]
    assert raster[0, :, 20, 30].tolist() == [0, 0, 1]


@pytest.mark.parametrize(
    ("places", "radius", "ab"),
    [
        ((), 0.1, (0, 0)),
        (((0.5, float("nan")),), 0.1, (0, 0)),
        (((5, 0.5),), 0.1, (0, 0)),
        (((0.5, 0.5),), 0.0, (0, 0)),
        (((0.5, 0.5),), 2.0, (0, 0)),
        (((0.5, 0.5),), 0.1, (200, 0)),
    ],
)
def test_values_out_of_range(
    places: tuple[tuple[float, float], ...], radius: float, ab: tuple[float, float]
) -> None:
    with pytest.raises(HintError):
        Stroke(places, radius, ab=ab)
