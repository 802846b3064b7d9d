"""What the queue tells of itself beside the events of `core.batch.events`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from pathlib import Path

from core.batch.events import Summary
from core.errors import AutochromeError


class QueueState(StrEnum):
    """What the queue is doing."""

    RESTING = "resting"
    RUNNING = "running"
    PAUSED = "paused"
    STOPPING = "stopping"


class Stage(IntEnum):
    """How far a photo in hand is; a page after another in a document."""

    READING = 0
    COLORS = 1
    WRITING = 2


@dataclass(frozen=True)
class StageReached:
    """A photo in hand is further."""

    source: Path
    stage: Stage


@dataclass(frozen=True)
class RunStarted:
    """A run begins; photos of ``settled`` need nothing, as far as one knows."""

    settled: frozenset[int]


@dataclass(frozen=True)
class MissingModel:
    """Models that photos wait for in vain: their names, and why."""

    names: str
    error: AutochromeError


@dataclass(frozen=True)
class RunEnded:
    """A run is over.

    Attributes:
        summary: of a run that came to its own end.
        error: what ended it otherwise.
        missing: models that photos wait for in vain.
    """

    summary: Summary | None = None
    error: AutochromeError | None = None
    missing: tuple[MissingModel, ...] = ()
