"""Several networks together, and colours by foreign networks from a photo to its result."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms
from skimage import color as skcolor
from skimage import data

from core.colorize.colorizer import Colorizer
from core.colorize.ensemble import load_specs
from core.colorize.hints import ColorHint
from core.colorize.network_input import network_L
from core.errors import LibraryError
from core.inference.model_choice import ModelChoice
from core.photo.photo import Photo
from core.photo.read import read_photo
from core.photo.write import write_photo
from tests.core.conftest import ExifTool
from tests.models import graphs


@pytest.fixture
def photo() -> Photo:
    return Photo(data.camera()[:256, :384], source=Path("grandma.jpg"), format="jpeg")


@pytest.fixture
def ddcolor(tmp_path: Path) -> ModelChoice:
    return ModelChoice(graphs.ddcolor(tmp_path / "ddcolor.onnx", side="free"))


@pytest.fixture
def deoldify(tmp_path: Path) -> ModelChoice:
    return ModelChoice(graphs.deoldify(tmp_path / "deoldify.onnx"), 0.5)


@pytest.fixture
def tiny(tiny_model: Callable[..., Path]) -> ModelChoice:
    return ModelChoice(tiny_model(likeness=True))


def colorizer(*choices: ModelChoice) -> Colorizer:
    return Colorizer(choices, device="cpu", threads=1)


def test_the_mean_is_weighted_and_at_the_finer_grid(
    photo: Photo, ddcolor: ModelChoice, tiny: ModelChoice
) -> None:
    heavy = ModelChoice(ddcolor.path, 3.0)
    both = colorizer(heavy, tiny).colorize(photo)
    fine = colorizer(ddcolor).colorize(photo)
    coarse = colorizer(tiny).colorize(photo)
    assert both.ab.shape == fine.ab.shape == (2, 512, 768)
    assert coarse.ab.shape == (2, 16, 24)

    def blocks(ab: np.ndarray) -> np.ndarray:
        means: np.ndarray = ab.reshape(2, 16, 32, 24, 32).mean((2, 4))
        return means

    expected = (3 * blocks(fine.ab) + coarse.ab) / 4
    assert np.abs(blocks(both.ab) - expected).mean() < 1


def test_confidence_is_how_near_the_answers_are(
    photo: Photo, ddcolor: ModelChoice, deoldify: ModelChoice
) -> None:
    made = colorizer(ddcolor, deoldify).colorize(photo)
    alone = [colorizer(each).colorize(photo).ab for each in (ddcolor, deoldify)]
    assert made.confidence is not None
    assert made.confidence.shape == made.ab.shape[1:] == (512, 768)
    apart = np.hypot(*(alone[0].mean((1, 2)) - alone[1].mean((1, 2))))
    assert abs(float(made.confidence.mean()) - 10 / (10 + apart)) < 0.15
    twin = ModelChoice(Path(str(ddcolor.path)), described=None)
    with pytest.raises(LibraryError, match="named twice"):
        colorizer(ddcolor, twin)


def test_models_that_all_give_confidence_keep_it(
    photo: Photo, tiny_model: Callable[..., Path]
) -> None:
    paths = [tiny_model(name=name, metadata={"name": name}) for name in ("a.onnx", "b.onnx")]
    both = colorizer(*map(ModelChoice, paths)).colorize(photo)
    one = colorizer(ModelChoice(paths[0])).colorize(photo)
    assert both.confidence is not None
    assert one.confidence is not None
    np.testing.assert_allclose(both.confidence, one.confidence, atol=1e-5)


def test_together_has_its_own_identity(
    ddcolor: ModelChoice, deoldify: ModelChoice, tiny: ModelChoice
) -> None:
    def sha(*choices: ModelChoice) -> str:
        return load_specs(choices).sha256

    assert sha(ddcolor) == colorizer(ddcolor).spec.used[0].sha256
    both = {
        sha(ddcolor, deoldify),
        sha(ddcolor, ModelChoice(deoldify.path, 0.25)),
        sha(ddcolor, tiny),
    }
    assert len(both) == 3
    assert sha(ddcolor, deoldify) == colorizer(ddcolor, deoldify).spec.sha256
    spec = load_specs([ddcolor, deoldify])
    assert [(used.name, used.weight) for used in spec.used] == [("ddcolor", 1), ("deoldify", 0.5)]


def test_points_reach_every_member(photo: Photo, ddcolor: ModelChoice, tmp_path: Path) -> None:
    siggraph = ModelChoice(graphs.zhang(tmp_path / "siggraph17.onnx", hints="three"))
    red = ColorHint(0.25, 0.5, (60.0, 40.0), radius=0.05, reach=0.1)
    plain = colorizer(ddcolor, siggraph).colorize(photo)
    made = colorizer(ddcolor, siggraph).colorize(photo, hints=[red])
    place = slice(250, 262), slice(186, 198)
    # both give the colour itself there, so their mean does too
    assert np.abs(made.ab[:, *place] - np.array([60.0, 40.0])[:, None, None]).mean() < 12
    assert np.abs(made.ab[:, :100, 600:] - plain.ab[:, :100, 600:]).max() < 1


def test_a_foreign_network_has_what_every_other_has(
    tmp_path: Path, ddcolor: ModelChoice, exiftool: ExifTool
) -> None:
    codes = (data.camera()[:200, :300].astype(np.uint16) * 257) + 13
    source = tmp_path / "scan.tif"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    Image.fromarray(codes).save(source, icc_profile=profile)
    exiftool(source, "-Artist=Ada", "-XMP-dc:Title=Sea")
    made = colorizer(ddcolor).colorize(read_photo(source)).render()
    assert made.pixels.dtype == np.uint16
    assert made.pixels.shape == (200, 300, 3)
    target = write_photo(made, tmp_path / "color.tif")
    lab = skcolor.rgb2lab(read_photo(target).pixels / 65535)
    grey = skcolor.rgb2lab(np.dstack([codes] * 3) / 65535)
    assert np.abs(lab[..., 0] - grey[..., 0]).mean() <= 0.3
    assert np.abs(lab[..., 0] - grey[..., 0]).max() <= 1.0
    L = network_L(codes, 200, 300)
    lab_grey = np.stack([L, np.zeros_like(L), np.zeros_like(L)], axis=-1)
    expected = graphs.expected_ab(skcolor.lab2rgb(lab_grey)[..., 0])
    inside = (grey[..., 0] > 40) & (grey[..., 0] < 90)  # in the gamut with their chroma
    off = np.abs(np.moveaxis(lab[..., 1:], -1, 0) - expected)[:, inside]
    assert off.mean() < 0.5
    tags = exiftool(target)
    assert (tags["IFD0:Artist"], tags["XMP-dc:Title"]) == ("Ada", "Sea")
    sha256 = colorizer(ddcolor).spec.used[0].sha256
    assert tags["XMP-autochrome:ModelName"] == "ddcolor"
    assert tags["XMP-autochrome:ModelSHA256"] == sha256
    assert f"networks=ddcolor (SHA-256 {sha256}, weight 1)" in tags["XMP-autochrome:Settings"]
