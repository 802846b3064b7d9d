"""The renderer: the latest view wins, a coarse picture first where the full one would take long."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRectF

from core.colorize.colorization import Colorization
from core.colorize.look import Look
from core.colorize.render import compose
from core.photo.photo import Photo
from desktop.background.patch import Patch, Stage, View
from desktop.background.pyramid import Pyramid
from desktop.background.qimage import from_qimage
from desktop.background.renderer import Renderer


@pytest.fixture
def renderer() -> Iterator[Renderer]:
    """Without a thread: what is asked for is rendered in `run_pending`."""
    made = Renderer(synchronous=True)
    yield made
    made.close()


@pytest.fixture
def view(rng: np.random.Generator) -> View:
    photo = Photo(rng.integers(40, 200, (60, 90), dtype=np.uint8))
    ab = np.full((2, 15, 22), 20, np.float32)
    made = Colorization(photo, ab, None, {})
    return View(Pyramid.of(photo), made, Look(), QRectF(0, 0, 90, 60), 1.0)


def _patches(renderer: Renderer) -> list[Patch]:
    heard: list[Patch] = []
    renderer.rendered.connect(heard.append)
    return heard


def test_the_latest_view_wins(renderer: Renderer, view: View) -> None:
    heard = _patches(renderer)
    for strength in (0.2, 0.4, 0.6):
        renderer.request(replace(view, look=Look(strength)))
    renderer.run_pending()
    assert [patch.view.look.strength for patch in heard] == [0.6]


def test_a_large_view_is_coarse_first(
    renderer: Renderer, view: View, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renderer, "_seconds_per_pixel", 0.01 / (90 * 60) * 4)
    heard = _patches(renderer)
    renderer.request(view)
    renderer.run_pending()
    coarse, full = heard
    assert coarse.before.width() == pytest.approx(45, abs=1)
    assert full.view is view
    assert full.before.width() == 90


@pytest.mark.parametrize(
    ("seconds", "share"), [(0.005, 1.0), (0.01, 1.0), (0.04, 0.5), (100.0, 0.25)]
)
def test_the_share_that_is_quick_enough(view: View, seconds: float, share: float) -> None:
    per_pixel = seconds / (90 * 60)
    assert Renderer.share_for(view, per_pixel) == pytest.approx(share)
    assert Renderer.share_for(replace(view, coarse=False), per_pixel) == 1
    assert Renderer.share_for(replace(view, colorization=None), per_pixel) == 1


def test_a_patch_has_the_very_pixels_of_the_result(view: View) -> None:
    assert isinstance(view.colorization, Colorization)
    look = Look(0.8, 1.3, 0.1)
    part = replace(view, look=look, visible=QRectF(10, 20, 30, 15))
    patch = Stage.of(part).patch(part)
    assert patch.rect == QRectF(10, 20, 31, 16)
    assert patch.after is not None
    whole = compose(view.pyramid.photo, view.colorization.ab, look).pixels
    assert np.array_equal(from_qimage(patch.after)[0], whole[20:36, 10:41])
    before, _ = from_qimage(patch.before)
    assert np.array_equal(before, view.pyramid.photo.pixels[20:36, 10:41])


def test_without_colours_there_is_only_the_photo(view: View) -> None:
    plain = replace(view, colorization=None)
    assert Stage.of(plain).patch(plain).after is None


def test_a_slider_that_moves_renders_the_look_alone(renderer: Renderer, view: View) -> None:
    heard = _patches(renderer)
    for warmth in (0.1, 0.2, 0.3):
        renderer.request(replace(view, look=Look(warmth=warmth)))
        renderer.run_pending()
    assert heard[0].before is heard[1].before is heard[2].before
    for patch in heard:
        fresh = Stage.of(patch.view).patch(patch.view).after
        assert fresh is not None
        assert patch.after == fresh
    assert heard[0].after != heard[1].after


def test_another_part_another_photo_or_other_colours_are_not_taken_for_the_same(
    renderer: Renderer, view: View, rng: np.random.Generator
) -> None:
    heard = _patches(renderer)
    other = Photo(rng.integers(40, 200, (60, 90), dtype=np.uint8))
    assert isinstance(view.colorization, Colorization)
    colors = replace(view.colorization, ab=np.full((2, 15, 22), -20, np.float32))
    for changed in (
        view,
        replace(view, visible=QRectF(0, 0, 45, 60)),
        replace(view, scale=0.5),
        replace(view, pyramid=Pyramid.of(other), colorization=replace(colors, photo=other)),
        replace(view, colorization=colors),
        view,
    ):
        renderer.request(changed)
        renderer.run_pending()
        fresh = Stage.of(changed).patch(changed)
        assert (heard[-1].before, heard[-1].after) == (fresh.before, fresh.after)
        assert heard[-1].rect == fresh.rect
