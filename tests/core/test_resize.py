"""A reduction that is remembered is the one that would be made, and only of the same pixels."""

from __future__ import annotations

import gc
import threading
from typing import Any

import cv2
import numpy as np
import pytest

from core import resize as module
from core.resize import CACHE_MIN_SIZE, resize_area, resize_area_cached


@pytest.fixture(autouse=True)
def _fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_memory", module._Memory())


def _photo(rng: np.random.Generator, *shape: int) -> np.ndarray:
    return rng.integers(0, 256, shape, dtype=np.uint8)


@pytest.mark.parametrize("shape", [(2100, 2000), (1500, 1000, 3), (60, 40)])
def test_the_same_as_opencv_makes(rng: np.random.Generator, shape: tuple[int, ...]) -> None:
    pixels = _photo(rng, *shape)
    for _ in range(2):
        found = resize_area_cached(pixels, 50, 36)
        np.testing.assert_array_equal(
            found, cv2.resize(pixels, (36, 50), interpolation=cv2.INTER_AREA)
        )


@pytest.mark.parametrize("size", [(80, 128), (77, 125), (80, 127)])
def test_any_number_of_planes_is_reduced_as_each_of_them(
    rng: np.random.Generator, size: tuple[int, int]
) -> None:
    planes = rng.random((160, 256, 17), dtype=np.float32)
    found = resize_area(planes, *size)
    for number in range(17):
        alone = resize_area(np.ascontiguousarray(planes[..., number]), *size)
        np.testing.assert_allclose(found[..., number], alone, rtol=1e-6, strict=True)


def test_a_large_photo_is_reduced_once_to_each_size(
    rng: np.random.Generator, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[tuple[int, int]] = []
    resize: Any = cv2.resize

    def counted(*arguments: Any, **options: Any) -> Any:
        made.append(arguments[1])
        return resize(*arguments, **options)

    monkeypatch.setattr(cv2, "resize", counted)
    pixels = _photo(rng, 2100, 2000)
    for _ in range(3):
        resize_area_cached(pixels, 50, 40)
        resize_area_cached(pixels, 100, 80)
    assert made == [(40, 50), (80, 100)]
    small = pixels[: CACHE_MIN_SIZE // 2000 - 1]
    assert small.size < CACHE_MIN_SIZE
    resize_area_cached(small, 50, 40)
    resize_area_cached(small, 50, 40)
    assert len(made) == 4


@pytest.mark.slow
def test_another_photo_in_the_same_place_of_memory_is_another_photo(
    rng: np.random.Generator,
) -> None:
    for _ in range(6):  # CPython gives the address of the last one again
        pixels = _photo(rng, 2100, 2000)
        expected = cv2.resize(pixels, (40, 50), interpolation=cv2.INTER_AREA)
        np.testing.assert_array_equal(resize_area_cached(pixels, 50, 40), expected)
        del pixels
        gc.collect()


def test_it_keeps_no_photo_and_few_reductions(rng: np.random.Generator) -> None:
    import weakref  # noqa: PLC0415

    pixels = _photo(rng, 2100, 2000)
    gone = weakref.ref(pixels)
    for side in range(40, 50):
        resize_area_cached(pixels, side, side)
    assert len(module._memory.entries) == 4
    del pixels
    gc.collect()
    assert gone() is None


def test_what_is_remembered_cannot_be_changed(rng: np.random.Generator) -> None:
    found = resize_area_cached(_photo(rng, 2100, 2000), 50, 40)
    with pytest.raises(ValueError, match="read-only"):
        found[0, 0] = 1


def test_threads_remember_for_themselves(rng: np.random.Generator) -> None:
    pixels = _photo(rng, 2100, 2000)
    mine = resize_area_cached(pixels, 50, 40)
    others: list[np.ndarray] = []
    thread = threading.Thread(target=lambda: others.append(resize_area_cached(pixels, 50, 40)))
    thread.start()
    thread.join()
    assert others[0] is not mine
    np.testing.assert_array_equal(others[0], mine)
