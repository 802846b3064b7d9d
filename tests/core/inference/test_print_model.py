"""The finder's file: the bundled one opens, and what is none is refused."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.errors import ModelContractError, SessionError
from core.inference.print_model import open_print_model
from tests.tiny_detector import write_detector


def test_the_bundled_finder_says_where_prints_lie() -> None:
    model = open_print_model()
    side = 8 * model.multiple_of
    rgb = np.full((3, side, side), 0.1, np.float32)
    rgb[:, 64:192, 64:192] = np.random.default_rng(1).random((128, 128), np.float32)
    on, sides = model.maps(rgb)
    assert on.shape == sides.shape == (side // model.stride, side // model.stride)
    half = side // model.stride
    assert on[half // 2, half // 2] > 0 > on[4, 4]


def test_a_picture_that_is_none_ends_in_an_error_of_ours() -> None:
    with pytest.raises(SessionError, match="prints could not be looked for"):
        open_print_model().maps(np.zeros((3, 4, 4), np.float64))


def test_a_detector_of_damage_is_no_finder(tmp_path: Path) -> None:
    with pytest.raises(ModelContractError, match=r"tiny\.onnx finds no prints: it lacks"):
        open_print_model(write_detector(tmp_path / "tiny.onnx"))
