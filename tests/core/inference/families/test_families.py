"""Each family is fed and read as its public exports want it: graphs whose answer is a formula."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from skimage import color as skcolor

from core.errors import ModelContractError
from core.inference.description import ModelDescription
from core.inference.families.guess import sample_L
from core.inference.families.zhang import Zhang
from core.inference.session import Session, open_model
from core.inference.signature import Signature
from tests.models import graphs

ZHANG = Zhang().candidates(Signature((), ()))
Make = Callable[[Path], Path]


def opened(path: Path, described: ModelDescription | None = None) -> Session:
    return open_model(path, "cpu", threads=1, described=described)


@pytest.fixture
def L(rng: np.random.Generator) -> np.ndarray:
    """Every lightness there is, at any place."""
    return rng.uniform(0, 100, (256, 256)).astype(np.float32)


def grey_of(L: np.ndarray) -> np.ndarray:
    """skimage's grey code of a lightness."""
    lab = np.stack([L, np.zeros_like(L), np.zeros_like(L)], axis=-1).astype(np.float64)
    codes: np.ndarray = skcolor.lab2rgb(lab)[..., 0]
    return codes


@pytest.mark.parametrize(
    ("make", "dtype"),
    [
        (graphs.ddcolor, np.float32),
        (partial(graphs.ddcolor, batch=2), np.float32),
        (partial(graphs.ddcolor, side="free"), np.float32),
        (partial(graphs.ddcolor, batch="N"), np.float32),
        (partial(graphs.ddcolor, external="weights.bin"), np.float32),
        (partial(graphs.ddcolor, half=True), np.float16),
    ],
)
def test_ddcolor(tmp_path: Path, L: np.ndarray, make: Make, dtype: type) -> None:
    session = opened(make(tmp_path / "ddcolor.onnx"))
    assert (session.spec.family, session.spec.guessed) == ("ddcolor", False)
    answer = session.network.answer(L)
    within = 0.05 if dtype is np.float32 else 0.1  # half a code of 11 bits, times 40
    np.testing.assert_allclose(answer.ab, graphs.expected_ab(grey_of(L)), atol=within)
    assert answer.confidence is None


@pytest.mark.parametrize("scaling", ["bytes", "imagenet", "unit"])
def test_deoldify_whatever_its_scaling(tmp_path: Path, L: np.ndarray, scaling: str) -> None:
    session = opened(graphs.deoldify(tmp_path / "deoldify.onnx", scaling=scaling))
    assert (session.spec.family, session.spec.guessed) == ("deoldify", True)
    lab = skcolor.rgb2lab(graphs.deoldify_rgb(grey_of(L)))
    np.testing.assert_allclose(
        session.network.answer(L).ab, np.moveaxis(lab[..., 1:], -1, 0), atol=0.05
    )


@pytest.mark.parametrize(("low", "high"), [(0, 100), (-50, 50), (-0.5, 0.5)])
@pytest.mark.parametrize("scale", [1, 110])
def test_zhang_as_it_is_described(
    tmp_path: Path, L: np.ndarray, low: float, high: float, scale: float
) -> None:
    path = graphs.zhang(tmp_path / "eccv16.onnx", low=low, high=high, scale=scale)
    guess = opened(path).spec
    assert guess.family == "zhang"
    assert guess.conventions is not None
    assert guess.conventions.scale == scale
    conventions = next(
        each for each in ZHANG if (each.low, each.high, each.scale) == (low, high, scale)
    )
    session = opened(path, ModelDescription(family="zhang", conventions=conventions))
    np.testing.assert_allclose(session.network.answer(L).ab, graphs.expected_ab(L / 100), atol=0.05)


@pytest.mark.parametrize("hints", ["three", "two", "one"])
@pytest.mark.parametrize("scale", [1, 110])
@pytest.mark.parametrize("centre", [0.0, 0.5])
def test_zhang_takes_hints_where_it_has_planes_for_them(
    tmp_path: Path, L: np.ndarray, hints: str, scale: float, centre: float
) -> None:
    """Whether the mask of points is 0 and 1 or -0.5 and 0.5, a sample says."""
    path = graphs.zhang(tmp_path / "siggraph17.onnx", hints=hints, scale=scale, mask_centre=centre)
    session = opened(path)
    assert session.spec.has_hints
    assert session.spec.guessed
    assert ("mask -0.5..0.5" in str(session.spec.conventions)) == (centre > 0)
    raster = np.zeros((1, 3, 256, 256), np.float32)
    raster[0, :, 10:20, 30:40] = np.array([33.0, -44.0, 1.0])[:, None, None]
    expected = graphs.expected_ab(L / 100)
    expected[:, 10:20, 30:40] = np.array([33.0, -44.0])[:, None, None]
    np.testing.assert_allclose(session.network.answer(L, raster).ab, expected, atol=0.05)


def test_a_network_that_minds_no_hints_keeps_the_usual_mask(tmp_path: Path) -> None:
    graph = graphs.Graph()
    picture = graph.channel("input", 0, 1)
    ab = graph.conv(picture, graphs.SLOPE[:, None] / 100, graphs.OFFSET)
    path = graph.save(tmp_path / "a.onnx", {"input": (1, 4, 256, 256)}, ab, (1, 2, 256, 256))
    conventions = opened(path).spec.conventions
    assert conventions is not None
    assert (conventions.mask_off, conventions.mask_on) == (0, 1)


def test_a_plain_network_is_what_its_toml_says(tmp_path: Path, L: np.ndarray) -> None:
    path = graphs.zhang(tmp_path / "grey.onnx", low=-1, high=1, scale=110)
    path.with_suffix(".toml").write_text('input = "L"\nrange = [-1, 1]\nscale = 110\n')
    session = opened(path)
    assert (session.spec.family, session.spec.guessed) == ("plain", False)
    np.testing.assert_allclose(session.network.answer(L).ab, graphs.expected_ab(L / 100), atol=0.05)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('input = "luma"', "luma"),
        ("range = [1, 1]", "black and white are the same"),
        ("scale = 0", "the scale is 0"),
        ('normalisation = "mean"', "none or imagenet"),
        ('input = "L"\nnormalisation = "imagenet"', "one of rgb"),
        ("size = 8", "16 to 4096"),
        ("gain = 2", "gain is none of"),
        ("range = 5", "does not describe"),
        ("scale = true", "is not a number"),
        ("[[[", "does not describe"),
    ],
)
def test_a_toml_that_describes_nothing(tmp_path: Path, text: str, words: str) -> None:
    path = graphs.ddcolor(tmp_path / "some.onnx")
    path.with_suffix(".toml").write_text(text)
    with pytest.raises(ModelContractError, match=words):
        opened(path)


def test_what_is_no_colorizer_is_refused_with_what_was_found(tmp_path: Path) -> None:
    graph = graphs.Graph()
    result = graph.node("Relu", "x")
    graph.save(tmp_path / "other.onnx", {"x": (1, 7, 8, 8)}, result, (1, 7, 8, 8))
    with pytest.raises(ModelContractError, match=r"in x: float32 \(1, 7, 8, 8\); out output"):
        opened(tmp_path / "other.onnx")


def test_a_family_that_does_not_fit_is_refused(tmp_path: Path) -> None:
    path = graphs.ddcolor(tmp_path / "ddcolor.onnx")
    with pytest.raises(ModelContractError, match="is not zhang: it has in input"):
        opened(path, ModelDescription(family="zhang"))


def test_the_sample_is_a_picture(tmp_path: Path) -> None:
    L = sample_L(256, 256)
    assert (L.min() >= 0, L.max() <= 100, L.std() > 10) == (True, True, True)
