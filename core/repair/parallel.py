"""Parts of a picture worked on side by side: OpenCV, NumPy and ONNX Runtime let go of the lock."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from core.processors import usable_processors

Part = TypeVar("Part")
Result = TypeVar("Result")


def in_parallel(work: Callable[[Part], Result], parts: Iterable[Part]) -> list[Result]:
    """What the work makes of each part, in their order. Raises: whatever it raises."""
    with ThreadPoolExecutor(usable_processors(), "autochrome-repair") as pool:
        return list(pool.map(work, parts))
