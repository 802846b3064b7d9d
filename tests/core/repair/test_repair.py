"""A photo repaired: its damage and nothing else, at any size and depth, and said in its history."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.color import F32
from core.inference.damage_model import DamageModel, open_damage_model
from core.metadata.metadata import Metadata
from core.photo.decode import Pixels
from core.photo.photo import Photo
from core.repair.edits import MarkKind, RepairEdit, RepairMark
from core.repair.pixels import lightness
from core.repair.repair import Repairer, bundled_detector, bundled_repairer, repaired_as
from tests.tiny_detector import write_detector

Draw = Callable[[int, int], Pixels]


@pytest.fixture
def opened(tmp_path: Path) -> DamageModel:
    """Damage is what is brighter than L* 95."""
    return open_damage_model(write_detector(tmp_path / "tiny.onnx"))


@pytest.fixture
def repairer(opened: DamageModel) -> Repairer:
    """As the program has it, with another network."""
    return Repairer(opened)


def _scratched(height: int, width: int, dtype: type[np.uint8 | np.uint16] = np.uint8) -> Pixels:
    """Mid-grey with grain and one white line."""
    rng = np.random.default_rng(8)
    top = np.iinfo(dtype).max
    pixels: Pixels = np.clip(rng.normal(0.45, 0.01, (height, width)) * top, 0, top).astype(dtype)
    pixels[:, width // 2 : width // 2 + 3] = top
    return pixels


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_a_scratch_goes_and_every_other_code_stays(
    repairer: Repairer, dtype: type[np.uint8 | np.uint16]
) -> None:
    photo = Photo(_scratched(90, 110, dtype), format="png")
    before = photo.pixels.copy()
    repair = repairer.repair(photo)
    line = np.zeros((90, 110), bool)
    line[:, 55:58] = True
    np.testing.assert_array_equal(repair.mask, line)
    assert repair.photo.pixels.dtype == dtype
    np.testing.assert_array_equal(repair.photo.pixels[~line], before[~line])
    np.testing.assert_array_equal(photo.pixels, before)
    filled = repair.photo.pixels[line] / np.iinfo(dtype).max
    assert filled.mean() == pytest.approx(0.45, abs=0.01)
    assert filled.std() == pytest.approx(0.01, rel=0.5)
    assert repair.share == pytest.approx(3 / 110)


def test_a_clean_photo_is_the_very_photo(repairer: Repairer) -> None:
    photo = Photo(np.full((60, 80), 100, np.uint8))
    repair = repairer.repair(photo)
    assert repair.photo is photo
    assert not repair.mask.any()
    assert str(repair) == "nothing to repair"


def test_the_history_says_how_much_was_repaired_and_by_what(
    repairer: Repairer, opened: DamageModel
) -> None:
    photo = Photo(_scratched(90, 110), metadata=Metadata())
    repaired = repairer.repair(photo).photo
    xmp = (repaired.metadata.xmp or b"").decode()
    words = f"repaired 2.7 % of the picture with tiny 1.0 (SHA-256 {opened.sha256})"
    assert words in xmp
    assert repaired.repaired == pytest.approx(3 / 110)


def test_a_toned_photo_keeps_its_tone_where_it_was_repaired(repairer: Repairer) -> None:
    grey = _scratched(90, 110).astype(np.float64)
    sepia = np.stack((grey * 1.1, grey, grey * 0.7), -1).clip(0, 255).astype(np.uint8)
    sepia[:, 55:58] = 255
    repaired = repairer.repair(Photo(sepia)).photo.pixels
    inside, around = (repaired[:, part].reshape(-1, 3).mean(0) for part in ([56], [50, 51, 60, 61]))
    np.testing.assert_allclose(inside, around, atol=3)


def test_a_grey_photo_of_three_channels_stays_grey(repairer: Repairer) -> None:
    grey = _scratched(64, 64)
    repaired = repairer.repair(Photo(np.repeat(grey[..., None], 3, axis=2))).photo.pixels
    assert (repaired == repaired[..., :1]).all()


@pytest.mark.slow
def test_a_large_photo_is_looked_at_again_only_where_there_is_a_reason(
    opened: DamageModel,
) -> None:
    sizes: list[tuple[int, ...]] = []

    class Counting(DamageModel):
        def find(self, L: F32) -> F32:
            sizes.append(L.shape)
            return super().find(L)

    counting = Counting(**{name: getattr(opened, name) for name in opened.__dataclass_fields__})
    pixels = np.full((2400, 3600), 110, np.uint8)
    pixels[1000:1026, 300:340] = 255  # wide: seen in the reduced picture
    pixels[1020, 340:400] = 255  # thin: only at its own size, in the same tile
    photo = Photo(pixels)
    repair = Repairer(counting).repair(photo)
    assert (repair.photo.pixels < 145).all()  # of 255, in 110
    reduced = sum(h * w for h, w in sizes)
    assert reduced < 0.6 * pixels.size
    off = np.ones(pixels.shape, bool)
    off[990:1050, 290:410] = False
    assert not repair.mask[off].any()
    np.testing.assert_array_equal(repair.photo.pixels[off], pixels[off])


def test_the_same_photo_is_repaired_the_same_each_time(repairer: Repairer) -> None:
    photo = Photo(_scratched(90, 110))
    first, second = (repairer.repair(photo).photo.pixels for _ in range(2))
    np.testing.assert_array_equal(first, second)


def test_a_higher_threshold_repairs_less(opened: DamageModel) -> None:
    pixels = np.full((64, 64), 110, np.uint8)
    pixels[20, 20:40] = 242  # L* 95.2: damage of 0.7
    pixels[40, 20:40] = 255
    repairers = [Repairer(opened, threshold) for threshold in (0.5, 0.9)]
    shares = [repairer.repair(Photo(pixels)).share for repairer in repairers]
    assert shares == [pytest.approx(40 / 64**2), pytest.approx(20 / 64**2)]


def test_sensitivity_moves_the_threshold_of_the_bundled_detector(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_detector(tmp_path / "tiny.onnx", metadata={"threshold": "0.6"})
    monkeypatch.setattr("core.inference.damage_model.bundled_damage_model", lambda: path)
    bundled_detector.cache_clear()
    thresholds = [bundled_repairer(s).threshold or 0 for s in (0.0, 0.5, 1.0)]
    bundled_detector.cache_clear()
    assert thresholds[1] == pytest.approx(0.6)
    assert 0.95 < thresholds[0] < 1
    assert 0 < thresholds[2] < 0.1


@pytest.mark.usefixtures("detector")
def test_a_persons_choice_is_found_marked_and_healed() -> None:
    photo = Photo(_scratched(90, 110))
    spot = RepairMark(((0.1, 0.5),), 0.05, MarkKind.HEAL)
    only_marked = RepairEdit(find=True)
    assert repaired_as(photo, only_marked).photo is photo
    healed = repaired_as(photo, replace(only_marked, marks=(spot,)))
    assert healed.share == pytest.approx(np.pi * 4.5**2 / photo.pixels.size, rel=0.1)
    assert b"of the picture with a brush" in (healed.photo.metadata.xmp or b"")
    whole = repaired_as(photo, RepairEdit(find=True, marks=(spot,), applied=True))
    assert (whole.mask[:, 55:58]).all()
    assert whole.share == pytest.approx(healed.share + 3 / 110)
    assert b") and a brush" in (whole.photo.metadata.xmp or b"")


@pytest.mark.usefixtures("detector")
def test_half_a_repair_is_halfway_there() -> None:
    photo = Photo(_scratched(90, 110))
    edit = RepairEdit(find=True, applied=True)
    half, whole = (
        lightness(repaired_as(photo, replace(edit, strength=strength)).photo.pixels)[:, 55:58]
        for strength in (0.5, 1.0)
    )
    np.testing.assert_allclose(half, (100 + whole) / 2, atol=0.5)


def test_a_brush_alone_needs_no_detector(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.repair.repair.bundled_repairer", None)
    mark = RepairMark(((0.5, 0.0), (0.5, 1.0)), 0.05)
    repair = repaired_as(Photo(_scratched(90, 110)), RepairEdit(marks=(mark,), applied=True))
    assert repair.photo.pixels[:, 55:58].mean() == pytest.approx(0.45 * 255, abs=3)
