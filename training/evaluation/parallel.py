"""Work on several things at a time, each on one thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import cv2
import torch
from rich.console import Console
from rich.progress import track
from threadpoolctl import threadpool_limits

Item = TypeVar("Item")
Found = TypeVar("Found")


def side_by_side(
    work: Callable[[Item], Found], items: Sequence[Item], threads: int, what: str
) -> list[Found]:
    """``work`` on every item, in their order, with a progress bar named ``what``.

    Photos side by side use a machine's cores; threads inside one photo's products and convolutions
    wait for each other, on a busy machine for ten times as long as they work.
    """
    cv2.setNumThreads(1)
    console = Console(stderr=True, soft_wrap=True)
    with (
        threadpool_limits(1),
        ThreadPoolExecutor(threads, initializer=torch.set_num_threads, initargs=(1,)) as pool,
    ):
        done: Any = track(pool.map(work, items), what, total=len(items), console=console)
        return list(done)
