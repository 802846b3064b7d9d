"""``autochrome batch --dry-run``: what would be written where, and what would not, and why."""

from __future__ import annotations

import math
import os
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from core.batch.inspect_job import NothingToDo, inspect_job
from core.cli.batch_options import BatchOptions
from core.cli.console import display_name, note, output, output_json, print_error
from core.cli.exit_status import FAILED, OK
from core.codec import to_plain
from core.errors import AutochromeError
from core.files.windows_paths import is_file
from core.inference.model_spec import ModelSpec
from core.photo.header import PhotoHeader
from core.planning.plan import Plan
from core.planning.walk import Walk
from core.queue.asked import Asked
from core.queue.job import Job, JobState, NewJob


@dataclass(frozen=True)
class _PlannedAction:
    """What would become of a photo: ``write``, ``replace``, ``skip`` or ``fail``."""

    action: str
    source: Path
    target: Path
    reason: str | None
    bytes: int
    megapixels: float | None


def run(
    options: BatchOptions,
    walk: Walk,
    plan: Plan,
    spec: ModelSpec,
    known: Sequence[Job],
    asked: Mapping[int, Asked],
) -> int:
    """Say the plan; returns the exit status: 1 where something would fail.

    ``asked`` is what was asked for single ones of the jobs that are known, by their ids.
    """
    for trouble in walk.troubles:
        print_error(trouble)
    earlier, limits = {(job.source, job.target): job for job in known}, options.limits
    actions = []
    for job, header in zip(plan.jobs, plan.headers, strict=True):
        before = earlier.get((job.source, job.target))
        theirs = asked.get(before.id, Asked()) if before is not None else Asked()
        as_asked = replace(job, settings=theirs.over(job.settings))
        action = _planned(as_asked, header, spec, before, limits.max_megapixels)
        _output(action, json=options.json)
        actions.append(action)
    _summarize(actions, walk, plan, json=options.json)
    failed = walk.troubles or any(action.action == "fail" for action in actions)
    return FAILED if failed else OK


def _planned(
    job: NewJob, header: PhotoHeader, spec: ModelSpec, earlier: Job | None, max_megapixels: float
) -> _PlannedAction:
    """Found out as the engine would, but for the pixels, whose damage only decoding shows."""
    target, reason, action = job.target, None, "write"
    try:
        if os.path.lexists(job.target):
            found = inspect_job(_as_first_tried(job, earlier), spec, max_megapixels)
            if isinstance(found, NothingToDo):
                action, reason = "skip", found.reason
            else:
                target = found.target
                action = "replace" if target == job.target else "write"
        else:
            header.check(job.source, max_megapixels)
    except AutochromeError as error:
        action, reason = "fail", str(error)
    size = job.source.stat().st_size if is_file(job.source) else 0
    return _PlannedAction(action, job.source, target, reason, size, job.megapixels)


def _as_first_tried(job: NewJob, earlier: Job | None) -> Job:
    return Job(
        id=0,
        source=job.source,
        target=job.target,
        settings=job.settings,
        if_exists=job.if_exists,
        state=JobState.WAITING,
        position=0,
        result=earlier.result if earlier else None,
        mark=earlier.mark if earlier else None,
    )


def _output(planned: _PlannedAction, *, json: bool) -> None:
    source, target = display_name(planned.source), display_name(planned.target)
    if json:
        output_json("plan", **to_plain(planned))
    elif planned.reason is None:
        output(f"{planned.action:8}{source} -> {target}")
    else:
        output(f"{planned.action:8}{source}: {planned.reason}")


def _summarize(planned: Sequence[_PlannedAction], walk: Walk, plan: Plan, *, json: bool) -> None:
    actions = Counter(one.action for one in planned)
    todo = [one for one in planned if one.action in ("write", "replace")]
    megapixels = math.fsum(one.megapixels or 0 for one in todo)
    size = sum(one.bytes for one in todo)
    passed = {reason.value: number for reason, number in walk.skipped.items()}
    if json:
        facts = {"bytes": size, "megapixels": round(megapixels, 3), "passed_over": passed}
        output_json("summary", **actions, done=len(plan.done), shares=plan.elsewhere, **facts)
        return
    words = [f"{actions[name]:,} to {name}" for name in ("write", "replace", "skip")]
    words += [f"{actions['fail']:,} would fail"]
    over = ", ".join(f"{reason} ({number:,})" for reason, number in passed.items())
    note(
        f"{', '.join(words)}; {megapixels:,.1f} megapixels from {size / 1e6:,.1f} MB to do"
        f"{'; passed over: ' if over else ''}{over}. Nothing was done."
    )
