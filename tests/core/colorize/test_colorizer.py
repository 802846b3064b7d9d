from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from skimage import color as skcolor
from skimage import data

from core.colorize.colorization import Colorization
from core.colorize.colorizer import Colorizer
from core.colorize.ensemble import Member
from core.colorize.hints import ColorHint
from core.colorize.look import Look
from core.colorize.network_input import network_L, network_shape
from core.colorize.network_run import NetworkRun
from core.errors import (
    AlreadyColoredError,
    ModelNotFoundError,
    OutOfMemoryError,
    SessionError,
)
from core.inference.families.autochrome import ContractNetwork
from core.inference.model_spec import ModelSpec
from core.inference.network import Answer
from core.photo.photo import Photo

MakeModel = Callable[..., Path]

SPEC = ModelSpec(
    path=Path("m.onnx"),
    sha256="0" * 64,
    contract=1,
    name="m",
    version="1",
    multiple_of=32,
    default_size=256,
    max_size=512,
    trained_on="",
    config={},
    has_hints=True,
    z_size=8,
    has_confidence=True,
)


@pytest.fixture
def colorizer(tiny_model: MakeModel) -> Colorizer:
    """Its answer is a formula, see tests/conftest.py."""
    return Colorizer(tiny_model(), device="cpu", threads=1)


@pytest.fixture
def bare_colorizer(tiny_model: MakeModel) -> Colorizer:
    """Neither hints, z nor confidence."""
    model = tiny_model(hints=False, z=0, confidence=False)
    return Colorizer(model, device="cpu", threads=1)


@pytest.fixture
def photo() -> Photo:
    return Photo(data.camera()[:300], source=Path("grandma.jpg"), format="jpeg")


def test_the_networks_answer_comes_through(colorizer: Colorizer, photo: Photo) -> None:
    result = colorizer.colorize(photo)
    assert result.photo is photo
    assert result.ab.shape == (2, 16, 24)  # 64 x 109: the nearest multiples of 32, by 4
    small = network_L(photo.pixels, 64, 96).reshape(16, 4, 24, 4).mean((1, 3))
    np.testing.assert_allclose(result.ab[0], 0.4 * (small - 50), atol=1e-3)
    assert result.confidence is not None


def test_a_model_of_fewer_tensors(bare_colorizer: Colorizer, photo: Photo) -> None:
    result = bare_colorizer.colorize(photo)
    assert result.confidence is None
    assert result.ab.shape == (2, 16, 24)


def test_rendering_adds_colour_and_keeps_lightness(colorizer: Colorizer, photo: Photo) -> None:
    result = colorizer.colorize(photo).render()
    assert result.pixels.shape == (*photo.pixels.shape, 3)
    assert (result.source, result.format) == (photo.source, photo.format)
    lab = skcolor.rgb2lab(result.pixels)
    before = skcolor.rgb2lab(np.dstack([photo.pixels] * 3))
    assert np.abs(lab[..., 0] - before[..., 0]).max() < 0.5
    assert np.hypot(lab[..., 1], lab[..., 2]).mean() > 10


def test_a_tinted_photo_gets_the_colours_of_its_luminance(colorizer: Colorizer) -> None:
    grey = data.camera() / 255
    sepia = np.array([0.1, 0.05, 0.02]) + np.array([0.9, 0.9, 0.8]) * grey[..., None]
    rgb_u8 = np.rint(sepia * 255).astype(np.uint8)
    result = colorizer.colorize(Photo(rgb_u8))
    assert result.settings["original"] == "tinted"
    drift = skcolor.rgb2lab(result.render().pixels)[..., 0] - skcolor.rgb2lab(rgb_u8)[..., 0]
    assert np.abs(drift).max() < 0.5
    L = network_L(rgb_u8, 64, 64).reshape(16, 4, 16, 4).mean((1, 3))
    np.testing.assert_allclose(result.ab[0], 0.4 * (L - 50), atol=1e-3)


def test_a_colour_photo_is_refused_unless_asked_for(colorizer: Colorizer) -> None:
    photo = Photo(data.astronaut(), source=Path("eileen.png"))
    with pytest.raises(AlreadyColoredError, match=r"eileen\.png has colours already") as caught:
        colorizer.colorize(photo)
    assert caught.value.path == Path("eileen.png")
    assert colorizer.colorize(photo, recolor=True).settings["original"] == "colored"


def test_size_is_the_short_side(colorizer: Colorizer, photo: Photo) -> None:
    assert colorizer.colorize(photo, size=128).ab.shape == (2, 32, 56)
    assert colorizer.colorize(photo, size=128).settings["size"] == 128


@pytest.mark.parametrize("size", [0, 31, 513, -5])
def test_a_size_out_of_range_is_refused(colorizer: Colorizer, photo: Photo, size: int) -> None:
    with pytest.raises(SessionError, match="works at sizes from 32 to 512"):
        colorizer.colorize(photo, size=size)


def test_hints_reach_the_network(colorizer: Colorizer, photo: Photo) -> None:
    plain = colorizer.colorize(photo).ab
    inside = (9 + 0.5) / 24, (12 + 0.5) / 16  # of the coat: a cell at its rim is half of it
    hinted = colorizer.colorize(photo, hints=[ColorHint(*inside, (60, 30), 0.1)])
    assert hinted.settings["hints"] == 1
    difference = hinted.ab - plain
    np.testing.assert_allclose(difference[:, 12, 9], (60, 30), atol=1e-3)
    assert not difference[:, :4].any()


def test_a_seed_draws_z(colorizer: Colorizer, photo: Photo) -> None:
    plain, one = colorizer.colorize(photo), colorizer.colorize(photo, seed=1)
    drawn = np.random.default_rng(1).standard_normal(8)
    np.testing.assert_allclose(one.ab - plain.ab, drawn.mean(), atol=1e-3)
    np.testing.assert_array_equal(one.ab, colorizer.colorize(photo, z=drawn).ab)
    assert one.settings["seed"] == 1
    assert "seed" not in plain.settings


def test_z_that_cannot_be_used(
    colorizer: Colorizer, bare_colorizer: Colorizer, photo: Photo
) -> None:
    with pytest.raises(ValueError, match="not both"):
        colorizer.colorize(photo, z=np.zeros(8), seed=1)
    with pytest.raises(ValueError, match=r"shape \(8,\)"):
        colorizer.colorize(photo, z=np.zeros(7))
    with pytest.raises(SessionError, match="no variants"):
        bare_colorizer.colorize(photo, seed=1)


def put_in_place(colorizer: Colorizer, inference: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another session runs from now on."""
    network = ContractNetwork(inference, colorizer.spec)
    monkeypatch.setattr(colorizer.ensemble, "network", lambda _member: network)


class Failing:
    """An inference session whose every run raises."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def run(self, names: list[str], feeds: dict[str, Any]) -> None:
        raise self.error


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        RuntimeError("[ONNXRuntimeError] : 6 : std::bad_alloc"),
        RuntimeError("Failed to allocate memory for requested buffer of size 4294967296"),
        RuntimeError("Available memory of 1024 is smaller than requested bytes of 4096"),
        RuntimeError("CUDA error 2: out of memory"),
        RuntimeError("CUBLAS failure 3: CUBLAS_STATUS_ALLOC_FAILED"),
    ],
)
def test_out_of_memory_has_its_own_error(
    colorizer: Colorizer, photo: Photo, error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_in_place(colorizer, Failing(error), monkeypatch)
    with pytest.raises(OutOfMemoryError, match=r"memory to colorize grandma\.jpg") as caught:
        colorizer.colorize(photo)
    assert caught.value.path == Path("grandma.jpg")
    assert caught.value.__cause__ is error


def test_any_other_failure_is_a_session_error(
    colorizer: Colorizer, photo: Photo, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing = Failing(RuntimeError("Non-zero status code\nstack of source lines"))
    put_in_place(colorizer, failing, monkeypatch)
    with pytest.raises(SessionError, match=r"could not colorize grandma\.jpg: Non-zero.*code\.$"):
        colorizer.colorize(photo)


@pytest.mark.parametrize("kind", [Path, str])
def test_a_missing_model(tmp_path: Path, kind: type) -> None:
    with pytest.raises(ModelNotFoundError, match=r"none\.onnx"):
        Colorizer(kind(tmp_path / "none.onnx"))


def test_the_photo_is_not_touched(colorizer: Colorizer, photo: Photo) -> None:
    before = photo.pixels.copy()
    colorizer.colorize(photo, recolor=True).render(Look(warmth=1))
    np.testing.assert_array_equal(photo.pixels, before)


def test_the_networks_L_is_skimages(photo: Photo) -> None:
    expected = skcolor.rgb2lab(np.dstack([photo.pixels] * 3))[..., 0]
    np.testing.assert_allclose(network_L(photo.pixels, 300, 512), expected, atol=0.01)
    assert network_L(photo.pixels, 1200, 2048).min() >= 0
    assert network_L(photo.pixels, 1200, 2048).max() <= 100


@pytest.mark.parametrize(
    ("height", "width", "expected"),
    [
        (1000, 1000, (256, 256)),
        (2000, 3000, (256, 384)),
        (3000, 2000, (384, 256)),
        (600, 800, (256, 352)),
        (50, 50, (256, 256)),
        (1000, 10_000, (224, 2304)),  # a panorama: 512 * 512 * 2 pixels at most
        (1, 100_000, (32, 16_384)),
    ],
)
def test_the_networks_shape(height: int, width: int, expected: tuple[int, int]) -> None:
    assert network_shape(height, width, 256, SPEC) == expected


@given(height=st.integers(1, 40_000), width=st.integers(1, 40_000), size=st.integers(32, 512))
@example(height=60, width=55, size=112)  # 55 * (112 / 55) is a hair less than 112
def test_no_shape_explodes(height: int, width: int, size: int) -> None:
    h, w = network_shape(height, width, size, SPEC)
    assert h % 32 == w % 32 == 0
    assert min(h, w) >= 32
    # a side may be rounded up by half a multiple
    assert h * w <= 2 * 512**2 * (1 + 16 / min(h, w)) * (1 + 16 / max(h, w))
    if max(height, width) <= 4 * min(height, width):
        assert min(h, w) == max(32, round(size / 32) * 32) or size > 256
        assert abs(w - width / height * h) <= 32 * (1 + width / height)


@pytest.mark.parametrize("shape", [(1, 1), (1, 3000), (2000, 3)])
def test_a_photo_of_any_shape(colorizer: Colorizer, shape: tuple[int, int]) -> None:
    photo = Photo(np.full(shape, 90, np.uint16))
    assert colorizer.colorize(photo).render().pixels.shape == (*shape, 3)


def test_a_colorization_can_be_made_by_hand(photo: Photo) -> None:
    ab = np.full((2, 4, 4), 10, np.float32)
    assert Colorization(photo, ab, None, {}).render(Look(strength=0.5)).depth == 8


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("output", [0, 1])
def test_an_answer_that_is_no_number_is_an_error(
    tiny_model: Callable[..., Path], value: float, output: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    colorizer = Colorizer(tiny_model(), device="cpu")
    inference = colorizer.open_session().inference

    class Broken:
        def run(self, names: list[str], feeds: dict[str, Any]) -> list[Any]:
            outputs = [array.copy() for array in inference.run(names, feeds)]
            outputs[output].flat[3] = value
            return outputs

    put_in_place(colorizer, Broken(), monkeypatch)
    with pytest.raises(SessionError, match="its answer is not a number on CPUExecutionProvider"):
        colorizer.colorize(Photo(np.full((40, 60), 99, np.uint8)))


def test_a_photo_is_asked_about_once_however_many_points_are_put(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    colorizer, asked = Colorizer(), list[str]()
    ask = NetworkRun._ask

    def counted(self: NetworkRun, member: Member, number: int, hints: Any) -> Answer:
        if self.ensemble is colorizer.ensemble:
            asked.append("run")
        return ask(self, member, number, hints)

    monkeypatch.setattr(NetworkRun, "_ask", counted)
    photo, other = Photo(data.camera()), Photo(data.coins())
    points = [ColorHint(0.2, 0.3, (20.0, 30.0)), ColorHint(0.7, 0.6, (-20.0, 10.0))]
    colorizer.colorize(photo)
    one = colorizer.colorize(photo, hints=points[:1])
    both = colorizer.colorize(photo, hints=points)
    assert len(asked) == 3  # without points, with one, with both
    fresh = Colorizer().colorize(photo, hints=points)
    np.testing.assert_array_equal(both.ab, fresh.ab)
    assert not np.array_equal(one.ab, both.ab)
    changes: list[dict[str, Any]] = [{"seed": 3}, {"size": 192}]
    for options in changes:
        changed = colorizer.colorize(photo, **options)
        np.testing.assert_array_equal(changed.ab, Colorizer().colorize(photo, **options).ab)
    np.testing.assert_array_equal(colorizer.colorize(other).ab, Colorizer().colorize(other).ab)


def test_a_photo_that_was_asked_about_is_not_kept_in_memory() -> None:
    colorizer, photo = Colorizer(), Photo(data.camera())
    kept = weakref.ref(photo)
    colorizer.colorize(photo)
    del photo
    gc.collect()
    assert kept() is None
