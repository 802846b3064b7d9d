"""Before and after in one file, read back by other programs."""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from skimage import data

from core.errors import ShareError, TargetExistsError, TargetIsSourceError
from core.metadata.provenance import Provenance
from core.photo.photo import Photo
from core.photo.read import read_photo
from core.photo.write import write_photo
from core.sharing.frames import ShareOptions, captioned, frames, marked
from core.sharing.share import share

COFFEE = data.coffee()[:300, :400]
GREY = np.asarray(Image.fromarray(COFFEE).convert("L"))
SAID = Provenance("m", "1", "ab" * 32, "Autochrome")


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Photo, Photo]:
    """A photo and its result, as they are read from their files."""
    before = write_photo(Photo(GREY), tmp_path / "a.png")
    after = write_photo(Photo(COFFEE), tmp_path / "a_color.png", provenance=SAID)
    return read_photo(before), read_photo(after)


def test_a_picture_has_both_and_its_caption(pair: tuple[Photo, Photo], tmp_path: Path) -> None:
    target = share(*pair, tmp_path / "both.png", ShareOptions(caption="Coffee, 1931"))
    with Image.open(target) as picture:
        pixels = np.asarray(picture)
    assert pixels.shape[1] == 804
    band = pixels[300:]
    assert len(band) > 20
    assert (band < 100).any()
    assert np.array_equal(pixels[:300, :400, 0], GREY)
    assert np.array_equal(pixels[:300, 404:], COFFEE)
    assert b"compositeWithTrainedAlgorithmicMedia" in target.read_bytes()
    with pytest.raises(TargetExistsError):
        share(*pair, target, ShareOptions())
    share(*pair, target, ShareOptions(), overwrite=True)
    with pytest.raises(TargetIsSourceError):
        share(*pair, tmp_path / "a.png", ShareOptions(), overwrite=True)


@pytest.mark.parametrize("name", ["both.webp", "both.gif"])
def test_an_animation_fades_from_one_to_the_other(
    pair: tuple[Photo, Photo], tmp_path: Path, name: str
) -> None:
    options = ShareOptions(longest=200, seconds=2)
    target = share(*pair, tmp_path / name, options)
    with Image.open(target) as animation:
        count = getattr(animation, "n_frames", 1)
        assert animation.size == (200, 150)
        chroma, seconds = [], 0.0
        for number in range(count):
            animation.seek(number)
            animation.load()
            seconds += animation.info["duration"] / 1000
            rgb = np.asarray(animation.convert("RGB")).astype(int)
            chroma.append(float((rgb.max(axis=2) - rgb.min(axis=2)).mean()))
    assert seconds == pytest.approx(2, abs=0.3)
    half = count // 2
    assert chroma[0] < 12
    assert chroma[half] > 40
    assert all(one <= other + 1 for one, other in pairwise(chroma[:half]))
    if name.endswith("webp"):
        assert b"compositeWithTrainedAlgorithmicMedia" in target.read_bytes()


def test_a_film_plays_as_long_as_it_is_asked(pair: tuple[Photo, Photo], tmp_path: Path) -> None:
    av = pytest.importorskip("av")
    target = share(*pair, tmp_path / "both.mp4", ShareOptions(longest=201, seconds=2, caption="x"))
    with av.open(str(target)) as film:
        stream = film.streams.video[0]
        pictures = [frame.to_ndarray(format="rgb24") for frame in film.decode(stream)]
        assert stream.codec_context.name == "h264"
    assert len(pictures) == pytest.approx(40, abs=4)
    assert pictures[0].shape[1] == 200
    spread = [int(np.ptp(picture.astype(int), axis=2).mean()) for picture in pictures]
    assert spread[0] < 8
    assert max(spread) > 30


def test_layers_give_the_colours_over_the_photo(pair: tuple[Photo, Photo], tmp_path: Path) -> None:
    psd_tools = pytest.importorskip("psd_tools")
    target = share(*pair, tmp_path / "both.psd", ShareOptions(longest=100))
    document = psd_tools.PSDImage.open(target)
    photo, colors = document
    assert document.size == (400, 300)  # every pixel, whatever is asked of pictures
    assert colors.blend_mode == psd_tools.constants.BlendMode.COLOR
    assert np.array_equal(np.asarray(colors.topil())[..., :3], COFFEE)
    assert np.array_equal(np.asarray(photo.topil())[..., 0], GREY)


@pytest.mark.parametrize(("name", "package"), [("a.mp4", "av"), ("a.psd", "psd_tools")])
def test_without_the_extra_a_sentence_says_what_to_do(
    pair: tuple[Photo, Photo],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    package: str,
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(ShareError, match="install autochrome"):
        share(*pair, tmp_path / name, ShareOptions())
    assert not (tmp_path / name).exists()


def test_a_mark_is_small_and_in_the_corner(pair: tuple[Photo, Photo]) -> None:
    one, other = frames(*pair, ShareOptions(mark="colorized"))
    assert np.array_equal(one[..., 0], GREY)
    changed = (other != COFFEE).any(axis=2)
    assert 0.001 < changed.mean() < 0.05
    rows, columns = np.nonzero(changed)
    assert rows.min() > 260
    assert columns.min() > 250
    tiny = np.zeros((8, 8, 3), np.uint8)
    assert marked(tiny, "colorized") is tiny


def test_a_caption_of_any_length_and_script_stays_inside(pair: tuple[Photo, Photo]) -> None:
    _, other = frames(*pair, ShareOptions())
    for caption in ("x" * 500, "جدتي، ١٩٣١", "Zürich / 1931", "a\nb"):
        assert captioned(other, caption).shape[1] == 400
    assert captioned(other, "") is other


def test_photos_that_do_not_belong_together(pair: tuple[Photo, Photo], tmp_path: Path) -> None:
    other = Photo(GREY[:, :100])
    with pytest.raises(ShareError, match="not the same shape"):
        share(other, pair[1], tmp_path / "x.jpg", ShareOptions())
