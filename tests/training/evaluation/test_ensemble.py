from __future__ import annotations

import numpy as np
import pytest

from core.color import F32
from training.evaluate import averaged
from training.evaluation.ensemble import together, with_mirror, with_sizes
from training.evaluation.predictors import Guess, Predictor


def columns(L: F32, hints: F32 | None, z: F32 | None) -> Guess:
    """An answer that depends on where in the picture a pixel is, and on the picture's size."""
    height, width = (side // 4 for side in L.shape)
    a = np.broadcast_to(np.arange(width, dtype=np.float32), (height, width))
    b = np.full((height, width), L.shape[0], np.float32)
    return Guess(np.stack((a, b)), None if hints is None else hints[2, ::4, ::4])


PREDICT = Predictor("model", columns, multiple_of=32, hints=True)
L = np.full((64, 96), 50.0, np.float32)


def test_left_and_right_are_evened_out_by_the_mirror_image() -> None:
    guess = with_mirror(PREDICT)(L)
    assert guess.ab.shape == (2, 16, 24)
    np.testing.assert_allclose(guess.ab[0], 23 / 2)
    assert guess.confidence is None


def test_hints_are_mirrored_with_the_picture() -> None:
    hints = np.zeros((3, 64, 96), np.float32)
    hints[2, :, :48] = 1.0
    confidence = with_mirror(PREDICT)(L, hints).confidence
    assert confidence is not None
    np.testing.assert_array_equal(confidence, hints[2, ::4, ::4])


def test_sizes_are_averaged_at_the_size_that_was_asked_for() -> None:
    asked: list[tuple[int, int]] = []

    def note(seen: F32, hints: F32 | None, z: F32 | None) -> Guess:
        asked.append((seen.shape[0], seen.shape[1]))
        return columns(seen, hints, z)

    guess = with_sizes(Predictor("model", note, multiple_of=32), (0.5, 1.0, 2.0))(L)
    assert asked == [(32, 64), (64, 96), (128, 192)]
    assert guess.ab.shape == (2, 16, 24)
    np.testing.assert_allclose(guess.ab[1], (32 + 64 + 128) / 3, rtol=1e-5)


@pytest.mark.parametrize(
    ("over", "names"),
    [
        ([], ["model"]),
        (["mirror"], ["model", "model, mirrored"]),
        (
            ["mirror", "sizes"],
            ["model", "model, mirrored", "model, sizes", "model, sizes, mirrored"],
        ),
    ],
)
def test_what_is_asked_for_stands_beside_the_model(over: list[str], names: list[str]) -> None:
    assert [model.name for model in averaged(PREDICT, over)] == names


def test_models_answer_together_at_the_resolution_of_the_first() -> None:
    def even(L: F32, hints: F32 | None, z: F32 | None) -> Guess:
        height, width = (side // 8 for side in L.shape)
        return Guess(np.full((2, height, width), 8.0, np.float32))

    both = together([PREDICT, Predictor("other", even, multiple_of=48)])
    assert both.name == "model and other"
    assert both.multiple_of == 96
    assert not both.hints
    guess = both(L)
    assert guess.ab.shape == (2, 16, 24)
    np.testing.assert_allclose(guess.ab[1], (64 + 8) / 2)
    np.testing.assert_allclose(guess.ab[0, 0], (np.arange(24) + 8) / 2)
