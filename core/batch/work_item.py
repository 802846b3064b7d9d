"""A job on its way through the pipeline."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass
from enum import Enum
from typing import Any

from core.batch.steps import Painted, Progress
from core.photo.photo import Photo
from core.queue.job import Job


class Step(Enum):
    """Where it is; see the picture in `core.batch.pipeline`."""

    LOOK = "look"
    ROOM = "room"
    READ = "read"
    COLORIZE = "colorize"
    OUTBOX = "outbox"
    WRITE = "write"


@dataclass(eq=False)
class Work:
    """A job in flight.

    Attributes:
        future: of the step the pool does.
        held: megapixels of the budget.
        need: bytes on the disk, at most.
    """

    job: Job
    step: Step
    future: Future[Any] | None = None
    progress: Progress | None = None
    held: float = 0.0
    need: int = 0
    photo: Photo | None = None
    painted: Painted | None = None

    @property
    def doing(self) -> Progress:
        """The progress of a job that has been looked at."""
        assert self.progress is not None  # noqa: S101
        return self.progress
