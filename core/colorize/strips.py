"""Strips of a picture, worked on by all processors at once: `on_all_processors`, `worked_ahead`.

Threads and not processes: numpy lets go of the GIL, and nothing is copied. Which strip a pixel is
in changes nothing about it, and neither does the number of threads.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from typing import Final, TypeVar

from core.processors import usable_processors

Result = TypeVar("Result")

#: Pixels of a strip: fewer, and threads wait for Python's lock longer than numpy works without it
#: (with a quarter of it two threads are no faster than one); more, and its planes leave the caches.
STRIP_PIXELS: Final = 1 << 17
#: Pixels that one thread takes at a time: several strips, which share what memory they work in.
BLOCK_PIXELS: Final = 1 << 20


def strips(rows: slice, width: int) -> Iterator[slice]:
    """The strips of some rows, each a row at least; ``width`` pixels make a row."""
    return _pieces(rows, strip_height(width))


def strip_height(width: int) -> int:
    """Rows of a strip whose rows have ``width`` pixels."""
    return max(1, STRIP_PIXELS // width)


def on_all_processors(
    work: Callable[[slice], None], height: int, width: int, *, threads: int | None = None
) -> None:
    """Call ``work`` with the rows of each block of a picture; returns when all are done.

    Args:
        work: does one block; called on several threads at once.
        height: rows of the picture.
        width: pixels, or values, of a row.
        threads: how many; None is one for each processor that this process may use.

    Raises:
        whatever ``work`` raised first; blocks that were not begun are left.
    """
    threads = threads or usable_processors()
    blocks = _blocks(height, width, threads)
    if threads == 1 or height * width <= STRIP_PIXELS:
        for block in blocks:
            work(block)
        return
    for _ in _pool(threads).map(work, blocks):
        pass


def worked_ahead(
    work: Callable[[slice], Result], height: int, width: int, *, threads: int | None = None
) -> Generator[Result, None, None]:
    """What ``work`` makes of each block of a picture, from the top, and worked out ahead of use.

    Args:
        work: does one block; called on several threads at once.
        height: rows of the picture.
        width: pixels, or values, of a row.
        threads: how many, and so how many blocks are ahead; None is one for each processor.

    Raises:
        whatever ``work`` raised, in the block's place; blocks that were not begun are left.
    """
    threads = threads or usable_processors()
    ahead: deque[Future[Result]] = deque()
    try:
        for block in _blocks(height, width, threads):
            ahead.append(_pool(threads).submit(work, block))
            if len(ahead) > threads:
                yield ahead.popleft().result()
        while ahead:
            yield ahead.popleft().result()
    finally:
        for future in ahead:
            future.cancel()


def _blocks(height: int, width: int, threads: int) -> Iterator[slice]:
    """Blocks of rows, as many for each thread and of one height, so that all end together."""
    rounds = max(1, -(-height * width // (BLOCK_PIXELS * threads)))
    return _pieces(slice(0, height), -(-height // (rounds * threads)))


def _pieces(rows: slice, step: int) -> Iterator[slice]:
    for top in range(rows.start, rows.stop, step):
        yield slice(top, min(top + step, rows.stop))


@cache
def _pool(threads: int) -> ThreadPoolExecutor:
    """One for the whole process: photos that are finished side by side share its threads."""
    return ThreadPoolExecutor(threads, "autochrome-strip")
