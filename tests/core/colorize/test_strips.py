"""Strips: every row once, the same bytes whatever the number of threads, and errors come out."""

from __future__ import annotations

import threading

import numpy as np
import pytest
from skimage import data

from core.color import F32
from core.colorize import strips as module
from core.colorize.look import Look
from core.colorize.render import compose
from core.colorize.strips import on_all_processors, strips, worked_ahead
from core.photo.photo import Photo


@pytest.mark.parametrize("threads", [1, 2, 4])
@pytest.mark.parametrize(("height", "width"), [(1, 1), (7, 100_000), (3000, 300), (2, 3_000_000)])
def test_every_row_is_in_one_strip(height: int, width: int, threads: int) -> None:
    seen = np.zeros(height, int)

    def count(block: slice) -> None:
        for strip in strips(block, width):
            seen[strip] += 1

    on_all_processors(count, height, width, threads=threads)
    assert (seen == 1).all()


@pytest.mark.parametrize("threads", [1, 2, 4])
@pytest.mark.parametrize(("height", "width"), [(2828, 4242), (5_000, 10_000), (900, 1_000)])
def test_every_thread_has_as_much_to_do(height: int, width: int, threads: int) -> None:
    blocks = list(worked_ahead(lambda block: block, height, width, threads=threads))
    heights = [block.stop - block.start for block in blocks]
    assert len(blocks) % threads == 0
    assert max(heights) - min(heights) <= len(blocks)  # rows that the last one is short of
    assert max(heights) * width <= module.BLOCK_PIXELS + width


def test_several_threads_work_on_a_picture() -> None:
    both = threading.Barrier(2, timeout=30)  # broken where one thread did all

    def meet(_block: slice) -> None:
        both.wait()

    on_all_processors(meet, 2, module.BLOCK_PIXELS, threads=2)


def test_what_a_strip_raises_comes_out() -> None:
    def fail(block: slice) -> None:
        raise MemoryError(block.start)

    for threads in (1, 2):
        with pytest.raises(MemoryError):
            on_all_processors(fail, 4, module.BLOCK_PIXELS, threads=threads)


def test_blocks_worked_ahead_come_in_order() -> None:
    first_waits = threading.Event()

    def top(block: slice) -> object:
        if block.start == 0:
            assert first_waits.wait(30)  # a later block is done before the first
        elif block.start == 1:
            first_waits.set()
        return block.start

    assert list(worked_ahead(top, 9, module.BLOCK_PIXELS, threads=2)) == list(range(9))


def test_few_blocks_are_ahead_and_none_is_begun_once_nobody_asks() -> None:
    begun: list[slice] = []
    blocks = worked_ahead(begun.append, 50, module.BLOCK_PIXELS, threads=2)
    next(blocks)
    assert len(begun) <= 3
    blocks.close()
    assert len(begun) <= 3


def test_what_a_block_worked_ahead_raises_comes_in_its_place() -> None:
    def fail(block: slice) -> object:
        if block.start == 2:
            raise MemoryError(block.start)
        return block.start

    blocks = worked_ahead(fail, 5, module.BLOCK_PIXELS, threads=2)
    assert [next(blocks), next(blocks)] == [0, 1]
    with pytest.raises(MemoryError):
        next(blocks)


@pytest.mark.slow
@pytest.mark.parametrize("depth", [8, 16])
def test_a_photo_has_the_same_bytes_whatever_the_number_of_threads(
    depth: int, rng: np.random.Generator, monkeypatch: pytest.MonkeyPatch
) -> None:
    grey = np.tile(data.camera(), (3, 3))
    codes = grey if depth == 8 else grey.astype(np.uint16) * 257
    ab: F32 = rng.normal(0, 40, (2, 64, 64)).astype(np.float32)  # many leave the gamut
    results = []
    for threads in (1, 2, 3):
        monkeypatch.setattr(module, "usable_processors", lambda number=threads: number)
        results.append(compose(Photo(codes), ab, Look(saturation=1.5)).pixels)
    np.testing.assert_array_equal(results[0], results[1])
    np.testing.assert_array_equal(results[0], results[2])
