"""`WorkItem`: a job on its way through `core.batch.pipeline`."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.batch.steps import JobSteps, Step, StepKind
from core.queue.job import Job


@dataclass(eq=False)
class WorkItem:
    """A job in flight.

    Attributes:
        steps: what comes next; see `core.batch.steps.job_steps`.
        step: the one it is at.
        target: where the result goes; another name than the job's, once it was given one.
        future: of the step, while the pool does it; None while it waits for its turn.
        held: megapixels of the budget.
    """

    job: Job
    steps: JobSteps
    step: Step
    target: Path
    future: Future[Any] | None = None
    held: float = 0.0

    @property
    def is_writing(self) -> bool:
        """Whether the pool has its result."""
        return self.step.kind is StepKind.WRITE and self.future is not None
