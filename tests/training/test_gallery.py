from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest

from core.color import rgb_to_lab
from training.data.cache import U8, PhotoCache
from training.evaluation.photographs import Photograph
from training.evaluation.pictures import thumbnail
from training.evaluation.predictors import constant
from training.gallery import Gallery, main, sheet

SIDE = 60
FRAMED = SIDE + 4


@pytest.fixture
def photo(caches: Path) -> Photograph:
    return Photograph.of(PhotoCache(caches, "val"), 0)


def chroma(rgb_u8: U8) -> float:
    return float(np.linalg.norm(rgb_to_lab(rgb_u8)[..., 1:], axis=-1).mean())


def squares(strip: U8) -> list[U8]:
    return np.split(strip, strip.shape[1] // FRAMED, axis=1)


@pytest.mark.parametrize("degraded", [False, True])
def test_a_strip_shows_what_was_seen_what_was_made_and_the_truth(
    photo: Photograph, degraded: bool
) -> None:
    red, blue = constant("red", 40.0, 20.0), constant("blue", 0.0, -40.0)
    strip = Gallery([red, blue], side=SIDE, degraded=degraded).strip(photo)
    seen, as_red, as_blue, truth = squares(strip)
    assert chroma(seen) < 0.1
    assert rgb_to_lab(as_red)[..., 1].mean() > 15
    assert rgb_to_lab(as_blue)[..., 2].mean() < -15
    assert np.array_equal(truth, thumbnail(photo.rgb_u8, SIDE))
    inside = np.s_[2:-2, 2:-2]
    for colored in (as_red, as_blue):  # on the luminance that was seen
        difference = rgb_to_lab(colored[inside])[..., 0] - rgb_to_lab(seen[inside])[..., 0]
        assert np.abs(difference).mean() < 1


def test_an_old_photograph_is_not_the_new_one_in_grey(photo: Photograph) -> None:
    new, old = (Gallery([], degraded=degraded).seen(photo) for degraded in (False, True))
    assert new.shape == old.shape == photo.rgb_u8.shape
    assert np.abs(new.astype(int) - old).mean() > 3


def test_a_row_that_is_not_full_ends_in_white() -> None:
    strips = [np.full((10, 20, 3), level, np.uint8) for level in (10, 20, 30)]
    drawn = sheet(strips, np.zeros((5, 20, 3), np.uint8), across=2)
    assert drawn.shape == (25, 40, 3)
    assert drawn[-1, -1].tolist() == [255] * 3
    assert [int(drawn[y, x, 0]) for y, x in ((5, 0), (5, 39), (15, 0))] == [10, 20, 30]


@pytest.mark.parametrize("suffix", [".jpg", ".png"])
def test_the_command(
    suffix: str, caches: Path, tiny_model: Callable[..., Path], tmp_path: Path
) -> None:
    out = tmp_path / f"gallery{suffix}"
    options = ["--photos", "2", "--across", "1", "--side", str(SIDE), "--size", "64", "--degraded"]
    command = [str(caches), "--checkpoint", str(tiny_model()), "--out", str(out), *options]
    assert main(command) == 0
    found = cv2.imread(str(out))
    assert found is not None
    assert found.shape[1] == 3 * FRAMED
    assert found.shape[0] > 2 * FRAMED  # two photos and a heading
    assert found[: found.shape[0] - 2 * FRAMED].min() < 128  # which is written on


def test_what_is_missing_is_said(
    caches: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = ["--out", str(tmp_path / "a.png")]
    assert main([str(caches), "--checkpoint", str(tmp_path / "no.pt"), *out]) == 1
    assert "no.pt" in capsys.readouterr().err.replace("\n", "")


def test_another_suffix_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], caches: Path
) -> None:
    with pytest.raises(SystemExit):
        main([str(caches), "--checkpoint", "x", "--out", str(tmp_path / "a.gif")])
    assert "*.jpg or *.png" in capsys.readouterr().err
