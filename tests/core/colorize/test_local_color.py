"""Points that reach a thing and strokes, through the whole of `Colorizer`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from skimage import color as skcolor
from skimage.draw import disk

from core.color import rgb_to_lab
from core.colorize.colorizer import Colorizer
from core.colorize.hints import ColorHint, hint_raster
from core.colorize.look import Look
from core.colorize.network_input import network_L
from core.colorize.strokes import Stroke, StrokeKind
from core.inference.model_spec import bundled_model
from core.photo.photo import Photo
from core.photo.read import read_photo

RED = (60.0, 30.0)
SAMPLES = bundled_model().parent.parent / "samples"


@pytest.fixture(scope="module")
def real() -> Colorizer:
    return Colorizer(threads=1, device="cpu")


@pytest.fixture
def tiny(tiny_model: Callable[..., Path]) -> Colorizer:
    return Colorizer(tiny_model(likeness=True), device="cpu", threads=1)


@pytest.fixture
def photo(rng: np.random.Generator) -> Photo:
    """Two light discs on a dark ground."""
    grey = np.full((256, 384), 60.0)
    for column in (100, 290):
        grey[disk((128, column), 60)] = 190
    return Photo(np.clip(grey + rng.normal(0, 2, grey.shape), 0, 255).astype(np.uint8))


def ab_of(photo: Photo) -> np.ndarray:
    lab: np.ndarray = skcolor.rgb2lab(photo.pixels)
    return lab[..., 1:]


def test_points_that_reach_everything_are_what_they_were(real: Colorizer, photo: Photo) -> None:
    hints = [ColorHint(0.26, 0.5, RED, reach=1.0), ColorHint(0.1, 0.1, (-20, 20), reach=1)]
    made = real.colorize(photo, hints=hints)
    assert made.local is None
    shape = (256, 384)
    feeds = {
        "L": network_L(photo.pixels, *shape)[None, None],
        "hints": hint_raster(hints, *shape),
        "z": np.zeros((1, 8), np.float32),
    }
    np.testing.assert_array_equal(made.ab, real.open_session().inference.run(["ab"], feeds)[0][0])


def test_a_point_colours_the_thing_it_is_put_on(real: Colorizer, photo: Photo) -> None:
    hint = ColorHint(100 / 384, 0.5, RED)
    plain = real.colorize(photo)
    made = real.colorize(photo, hints=[hint])
    changed = np.hypot(*(made.ab - plain.ab)) > 5
    thing = np.zeros((256, 384), bool)
    thing[disk((128, 100), 60)] = True
    inside = thing.reshape(64, 4, 96, 4).mean((1, 3)) > 0.5
    assert (changed & inside).sum() >= 0.9 * changed.sum()
    assert (changed & inside).sum() >= 0.8 * inside.sum()
    pixels = np.hypot(*np.moveaxis(ab_of(made.render()) - ab_of(plain.render()), -1, 0)) > 5
    assert (pixels & thing).sum() >= 0.9 * pixels.sum()
    assert (pixels & thing).sum() >= 0.8 * thing.sum()
    everywhere = real.colorize(photo, hints=[replace(hint, reach=1.0)])
    assert (np.hypot(*(everywhere.ab - plain.ab)) > 5).sum() > 1.5 * changed.sum()


@pytest.mark.slow
@pytest.mark.parametrize("where", ["ab", "pixels"])
@pytest.mark.parametrize(
    ("kind", "expected"),
    [(StrokeKind.GREY, "grey"), (StrokeKind.ORIGINAL, "plain"), (StrokeKind.ERASE, "points")],
)
def test_strokes_over_a_point(
    real: Colorizer, photo: Photo, kind: StrokeKind, expected: str, where: str
) -> None:
    hints = [ColorHint(100 / 384, 0.5, RED)]
    strokes = [
        Stroke(((0.1, 0.5), (0.4, 0.5)), 0.12, ab=(-40, 40)),
        Stroke(((0.2, 0.5), (0.3, 0.5)), 0.1, kind),
    ]
    made = {
        "strokes": real.colorize(photo, hints=hints, strokes=strokes),
        "points": real.colorize(photo, hints=hints),
        "plain": real.colorize(photo),
    }
    if where == "ab":
        ab = {name: np.moveaxis(one.ab, 0, -1) for name, one in made.items()}
        spot, edge, away = np.s_[30:34, 22:26], np.s_[30:34, 12:14], np.s_[4:20, 60:90]
    else:
        ab = {name: ab_of(one.render()) for name, one in made.items()}
        spot, edge, away = np.s_[122:134, 90:102], np.s_[124:132, 48:54], np.s_[10:80, 250:370]
    ab["grey"] = np.zeros_like(ab["plain"])
    np.testing.assert_allclose(ab["strokes"][spot], ab[expected][spot], atol=1.0)
    np.testing.assert_allclose(ab["strokes"][away], ab["points"][away], atol=1.5)
    assert ab["strokes"][edge][..., 0].mean() < -5  # the first stroke's green


def test_grey_stays_grey_whatever_the_look(tiny: Colorizer, photo: Photo) -> None:
    stroke = Stroke(((0.5, 0.5),), 0.2, StrokeKind.GREY)
    made = tiny.colorize(photo, strokes=[stroke])
    rgb = made.render(Look(saturation=2.0, warmth=1.0)).pixels[110:146, 180:204]
    assert np.ptp(rgb, axis=-1).max() <= 1


def test_strokes_do_not_touch_the_luminance(real: Colorizer, photo: Photo) -> None:
    strokes = [Stroke(((0.0, 0.2), (0.9, 0.9)), 0.2, ab=(20, 40))]
    after = real.colorize(photo, strokes=strokes).render().pixels
    before = rgb_to_lab(np.repeat(photo.pixels[..., None], 3, axis=-1))[..., 0]
    assert np.abs(rgb_to_lab(after)[..., 0] - before).max() < 1.0


def test_a_region_is_part_of_the_whole(tiny: Colorizer, photo: Photo) -> None:
    strokes = [Stroke(((0.1, 0.1), (0.9, 0.9)), 0.05, ab=(20, 40))]
    made = tiny.colorize(photo, hints=[ColorHint(0.3, 0.5, RED)], strokes=strokes)
    whole = made.render().pixels
    part = made.region((100, 50, 120, 90)).render(Look())
    np.testing.assert_array_equal(part, whole[50:140, 100:220])


def test_provenance_counts_them(tiny: Colorizer, photo: Photo) -> None:
    made = tiny.colorize(
        photo,
        hints=[ColorHint(0.3, 0.5, RED)],
        strokes=[Stroke(((0.5, 0.5),), 0.1, StrokeKind.GREY)],
    )
    assert (made.settings["hints"], made.settings["strokes"]) == (1, 1)
    assert "strokes" not in tiny.colorize(photo).settings


def test_a_point_of_another_colour_ends_one_that_reaches_too_far(
    real: Colorizer, photo: Photo
) -> None:
    """One on each disc; the first is made to reach both."""
    wide, blue = ColorHint(100 / 384, 0.5, RED, reach=0.85), ColorHint(290 / 384, 0.5, (5, -40))
    alone = real.colorize(photo, hints=[wide])
    both = real.colorize(photo, hints=[wide, blue])
    more = real.colorize(photo, hints=[wide, replace(blue, ab=RED)])
    _, height, width = alone.ab.shape
    there = np.s_[:, height // 2, round(width * 290 / 384)]
    assert alone.ab[there][0] > 12
    assert both.ab[there][1] < -15
    assert both.ab[:, height // 2, round(width * 100 / 384)][0] > 20
    assert alone.local is not None
    assert more.local is not None
    # a point of the same colour takes nothing away
    assert (more.local.mask >= alone.local.mask - 1e-6).all()


def test_a_model_without_features_has_reach_too(
    tiny_model: Callable[..., Path], photo: Photo
) -> None:
    colorizer = Colorizer(tiny_model(), device="cpu", threads=1)
    made = colorizer.colorize(photo, hints=[ColorHint(100 / 384, 0.5, RED, 0.3)])
    changed = np.hypot(*(made.ab - colorizer.colorize(photo).ab)) > 5
    assert changed.any()
    assert not changed[:, changed.shape[1] // 2 :].any()
    assert made.likely_colors(0.5, 0.5) == []


def test_with_a_model_without_hints_masks_alone_work(
    tiny_model: Callable[..., Path], photo: Photo
) -> None:
    colorizer = Colorizer(tiny_model(hints=False), device="cpu", threads=1)
    plain = colorizer.colorize(photo)
    for reach in (0.3, 1.0):
        made = colorizer.colorize(photo, hints=[ColorHint(100 / 384, 0.5, RED, reach=reach)])
        assert made.settings["hints"] == 1
        changed = np.hypot(*(made.ab - plain.ab)) > 5
        assert not changed[:, changed.shape[1] // 2 :].any()
        _, height, width = made.ab.shape
        there = made.ab[:, height // 2, round(width * 100 / 384)]
        np.testing.assert_allclose(there, RED, atol=1)


def test_with_a_model_without_hints_strokes_have_their_colour(
    tiny_model: Callable[..., Path], photo: Photo
) -> None:
    colorizer = Colorizer(tiny_model(hints=False), device="cpu", threads=1)
    grey = Stroke(((0.5, 0.5),), 0.2, StrokeKind.GREY)
    assert np.ptp(colorizer.colorize(photo, strokes=[grey]).render().pixels[128, 192]) <= 1
    red = replace(grey, kind=StrokeKind.COLOR, ab=(30.0, 20.0))
    made = colorizer.colorize(photo, strokes=[red]).render().pixels
    plain = colorizer.colorize(photo).render().pixels
    np.testing.assert_allclose(rgb_to_lab(made[128:129, 192:193])[0, 0, 1:], (30, 20), atol=1)
    np.testing.assert_array_equal(made[:, :60], plain[:, :60])


def test_likely_colours_differ_and_the_likeliest_is_near_what_was_chosen(real: Colorizer) -> None:
    made = real.colorize(read_photo(SAMPLES / "astronaut.jpg"))
    palette = made.likely_colors(0.44, 0.24)  # the face
    assert len(palette) == 5
    apart = [np.hypot(a[0] - b[0], a[1] - b[1]) for a in palette for b in palette if a is not b]
    assert min(apart) > 5
    _, height, width = made.ab.shape
    chosen = made.ab[:, int(0.24 * height), int(0.44 * width)]
    assert np.hypot(*(chosen - palette[0])) < 15
    assert palette[0][0] > 0
    assert palette[0][1] > 0  # skin
