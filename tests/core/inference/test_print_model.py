"""The model of prints: the bundled one opens and finds a print's sides, what is none is refused."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.errors import ModelContractError, SessionError
from core.inference.print_model import STEPS, open_print_model
from core.photo.frame import Frame
from core.scans.crops import SIZE, crop, moved, with_ground
from core.scans.overlap import intersection_over_union
from tests.tiny_detector import write_detector

PRINT = Frame(160, 150, 140, 100)


def _page() -> np.ndarray:
    rng = np.random.default_rng(1)
    rgb = rng.normal(60, 1.5, (300, 320, 3))
    rgb[100:200, 90:230] = 90 + 60 * rng.random((100, 140, 1))
    bare = np.ones((300, 320), bool)
    bare[100:200, 90:230] = False
    return with_ground(rgb.round().astype(np.uint8), bare)


def test_the_bundled_model_knows_a_print_and_moves_a_rectangle_to_it() -> None:
    rough = Frame(150, 155, 150, 96)
    elsewhere = Frame(275, 45, 60, 50)
    page = _page()
    places, scores = open_print_model().judge(
        np.stack([crop(page, frame) for frame in (PRINT, rough, elsewhere)])
    )
    assert places.shape == (3, 4, 2)
    assert scores.shape == (3, len(STEPS))
    assert scores[0, -1] > 0.5 > scores[2, 0]
    better = moved(rough, places[1].astype(np.float64))
    assert intersection_over_union(better, PRINT) > 0.95


def test_no_crops_give_no_answers() -> None:
    places, scores = open_print_model().judge(np.zeros((0, SIZE, SIZE, 4), np.uint8))
    assert places.shape == (0, 4, 2)
    assert scores.shape == (0, 3)


def test_a_crop_of_another_size_ends_in_an_error_of_ours() -> None:
    with pytest.raises(SessionError, match="prints could not be looked for"):
        open_print_model().judge(np.zeros((1, 60, 50, 4), np.uint8))


def test_a_detector_of_damage_is_no_model_of_prints(tmp_path: Path) -> None:
    with pytest.raises(ModelContractError, match=r"tiny\.onnx finds no prints: it lacks"):
        open_print_model(write_detector(tmp_path / "tiny.onnx"))
