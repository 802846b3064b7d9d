"""Many photos: the engine, its events, what it is allowed, what became of each photo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.lazy import lazy_exports

if TYPE_CHECKING:
    from core.batch.limits import BatchControl, Limits
    from core.batch.run import run_batch

__all__ = ["BatchControl", "Limits", "run_batch"]

__getattr__, __dir__ = lazy_exports(
    __name__,
    {
        "BatchControl": "core.batch.limits",
        "Limits": "core.batch.limits",
        "run_batch": "core.batch.run",
    },
)
