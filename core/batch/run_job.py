"""A whole job on one thread: the serial executor, for engines that spread jobs over processes."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.batch.protocols import ColorizerProtocol
from core.batch.steps import JobResult, Step, StepKind, job_steps
from core.errors import DiskFullError
from core.files.disk_space import disk_shortage
from core.queue.job import Job


@dataclass(frozen=True)
class TargetTaken:
    """Something is at the target and is to stay: whoever keeps the queue names another place."""


def run_job(
    job: Job,
    colorizer: ColorizerProtocol,
    *,
    max_megapixels: float = 400,
    disk_reserve_mb: int = 0,
    albums: Path | None = None,
) -> JobResult | TargetTaken:
    """Do one step of `core.batch.steps.job_steps` after another.

    Photos of more than ``max_megapixels`` fail; ``disk_reserve_mb`` are left free.
    ``albums`` is as in `core.batch.steps.job_steps`.

    Raises:
        DiskFullError: the result would not fit beside the reserve.
        AutochromeError: as the steps do.
    """
    with closing(job_steps(job, colorizer, max_megapixels, albums)) as steps:
        try:
            step = next(steps)
            while step.kind is not StepKind.RETARGET:
                try:
                    result = _done(step, job.target, disk_reserve_mb)
                except KeyboardInterrupt:
                    raise
                except BaseException as error:  # noqa: BLE001  (the job says what it means for it)
                    step = steps.throw(error)
                else:
                    step = steps.send(result)
        except StopIteration as end:
            ended: JobResult = end.value
            return ended
    return TargetTaken()


def _done(step: Step, target: Path, reserve_mb: int) -> Any:  # noqa: ANN401  (of whatever type)
    if step.kind is StepKind.WRITE and (
        reason := disk_shortage(target.parent, step.bytes_needed, reserve_mb)
    ):
        raise DiskFullError(reason, target)
    return step.call()
