"""One photo at several sensitivities: the detector is asked once, and the answer is the same."""

from __future__ import annotations

import numpy as np
import pytest

from core.color import F32
from core.inference.damage_model import DamageModel
from core.photo.photo import Photo
from core.repair.answers import Answers
from core.repair.repair import bundled_detector, find_damage

pytestmark = pytest.mark.usefixtures("detector")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, ...]]:
    """Shapes of what the detector was asked about."""
    shapes: list[tuple[int, ...]] = []
    find = DamageModel.find

    def counting(self: DamageModel, L: F32) -> F32:
        shapes.append(L.shape)
        return find(self, L)

    monkeypatch.setattr(DamageModel, "find", counting)
    return shapes


@pytest.fixture
def photo() -> Photo:
    """Of two tiles, with a scratch and something fainter."""
    pixels = np.full((300, 700), 110, np.uint8)
    pixels[:, 400:402] = 255
    pixels[20:25, 20:25] = 239
    return Photo(pixels)


def test_another_sensitivity_finds_what_it_finds_alone(
    photo: Photo, asked: list[tuple[int, ...]]
) -> None:
    answers = Answers()
    first = find_damage(photo, 0.5, answers=answers)
    number = len(asked)
    assert number > 1
    more = find_damage(photo, 1.0, answers=answers)
    assert len(asked) == number
    assert more.mask.sum() == first.mask.sum() + 25
    np.testing.assert_array_equal(more.mask, find_damage(photo, 1.0).mask)
    assert len(asked) >= 2 * number  # alone it is asked anew


def test_what_has_no_room_is_asked_for_again(asked: list[tuple[int, ...]]) -> None:
    find = Answers(room=5 * 16 * 16 * 4).of(bundled_detector().find)
    pictures = [np.full((16, 16), value, np.float32) for value in range(10)]
    for _ in range(2):
        for picture in pictures:
            find(picture)
    assert len(asked) == 15


def test_pictures_of_the_same_numbers_and_another_shape_are_others() -> None:
    find = Answers().of(bundled_detector().find)
    flat = np.full((16, 32), 99, np.float32)
    assert find(flat).shape == (16, 32)
    assert find(flat.reshape(32, 16)).shape == (32, 16)
