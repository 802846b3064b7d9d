"""A scanner's infrared picture: the map of dust of dye film, and no map of silver film."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile
from skimage import data
from skimage.draw import disk, line

from core.photo.read import read_photo
from core.repair.edits import RepairEdit
from core.repair.infrared import infrared_damage
from core.repair.pixels import lightness
from core.repair.repair import bundled_detector, find_damage, repaired_as
from tests.tiny_detector import write_detector

COLOUR: Any = data.astronaut()[:240, :320].astype(np.uint16) * 200
Mask = np.ndarray[tuple[int, int], np.dtype[np.bool_]]


def _dust() -> Mask:
    mask = np.zeros(COLOUR.shape[:2], bool)
    for centre, radius in (((40, 60), 3), ((150, 220), 4), ((200, 90), 2.5)):
        mask[disk(centre, radius)] = True
    mask[line(10, 150, 220, 200)] = True
    return mask


def _film(shows: float, dust: Mask, crosstalk_noise: float = 300) -> Any:
    """Infrared codes (H, W): the film's base, the light falling off, some of the picture."""
    rng = np.random.default_rng(2)
    height, width = dust.shape
    y, x = np.mgrid[:height, :width]
    base = 45_000 - 4_000 * (((x / width - 0.5) ** 2 + (y / height - 0.5) ** 2) * 2)
    picture = COLOUR[..., 0] / 51_000
    codes = base * (1 - shows + shows * picture) + rng.normal(0, crosstalk_noise, dust.shape)
    return np.where(dust, codes * 0.35, codes).clip(0, 65_535).astype(np.uint16)


@pytest.fixture(autouse=True)
def detector(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The detector that comes with the program takes what is white for damage."""
    path = write_detector(tmp_path / "tiny_detector.onnx")
    monkeypatch.setattr("core.inference.damage_model.bundled_damage_model", lambda: path)
    bundled_detector.cache_clear()
    yield
    bundled_detector.cache_clear()


@pytest.fixture
def scan(tmp_path: Path) -> Callable[..., Path]:
    """``scan(infrared, page=True)``: a TIFF with the infrared as a sample or a page of its own."""

    def write(infrared: Any, *, page: bool = False) -> Path:
        path = tmp_path / "scan.tif"
        codes = np.where(_dust()[..., None], 3_000, COLOUR).astype(np.uint16)
        with tifffile.TiffWriter(path) as out:
            if page:
                out.write(codes, photometric="rgb", metadata=None, software="SilverFast")
                out.write(infrared, photometric="minisblack", metadata=None)
            else:
                both = np.dstack([codes, infrared])
                out.write(both, photometric="rgb", metadata=None, extrasamples=["unspecified"])
        return path

    return write


@pytest.mark.parametrize("page", [False, True])
def test_dust_is_found_where_infrared_does_not_pass(scan: Callable[..., Path], page: bool) -> None:
    photo = read_photo(scan(_film(0.0, _dust()), page=page))
    damage = find_damage(photo)
    assert damage.by == "the scanner's infrared picture"
    assert damage.notes == ()
    assert damage.mask[_dust()].all()
    assert damage.mask.sum() < 3.5 * _dust().sum()  # a pixel more on each side
    repair = repaired_as(photo, RepairEdit.automatic(repair=True, levels=False), damage)
    healed = repair.photo.pixels[_dust()].astype(float)
    assert np.abs(healed - COLOUR[_dust()]).mean() < 6_000
    assert b"with the scanner's infrared picture" in (repair.photo.metadata.xmp or b"")


def test_a_little_of_the_dyes_in_infrared_does_no_harm() -> None:
    seen = infrared_damage(_film(0.03, _dust()), lightness(COLOUR))
    assert seen.mask is not None
    assert seen.mask[_dust()].mean() > 0.95


def test_silver_film_is_known_by_its_picture_and_said(scan: Callable[..., Path]) -> None:
    damage = find_damage(read_photo(scan(_film(0.8, _dust()))))
    assert damage.by.startswith("tiny 1.0")
    (sentence,) = damage.notes
    assert "as silver and Kodachrome do (correlation 0." in sentence


def test_an_infrared_picture_that_is_dark_all_over_is_no_map() -> None:
    half = np.zeros(COLOUR.shape[:2], bool)
    half[::2] = True
    seen = infrared_damage(_film(0.0, half), lightness(COLOUR))
    assert seen.mask is None or seen.mask.mean() <= 0.2


def test_a_photo_without_infrared_is_looked_at_itself(tmp_path: Path) -> None:
    path = tmp_path / "plain.tif"
    tifffile.imwrite(path, COLOUR, photometric="rgb")
    assert find_damage(read_photo(path)).by.startswith("tiny 1.0")
