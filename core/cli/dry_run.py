"""``autochrome batch --dry-run``: what would be written where, and what would not, and why."""

from __future__ import annotations

import argparse
import math
import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from core.batch.steps import Settled, look_at
from core.cli.console import report, say, say_json, shown, tell
from core.cli.exit_status import FAILED, OK
from core.errors import AutochromeError
from core.files.windows_paths import is_file
from core.inference.model_spec import ModelSpec
from core.photo.header import PhotoHeader
from core.planning.plan import Plan
from core.planning.walk import Walk
from core.queue.job import Job, JobState, NewJob


@dataclass(frozen=True)
class _Fate:
    """What would become of a photo: ``write``, ``replace``, ``skip`` or ``fail``."""

    action: str
    source: Path
    target: Path
    reason: str | None
    bytes: int
    megapixels: float | None


def run(
    options: argparse.Namespace, walk: Walk, plan: Plan, spec: ModelSpec, known: Sequence[Job]
) -> int:
    """Say the plan; returns the exit status: 1 where something would fail."""
    for trouble in walk.troubles:
        report(trouble)
    earlier = {(job.source, job.target): job for job in known}
    fates = []
    for job, header in zip(plan.jobs, plan.headers, strict=True):
        before = earlier.get((job.source, job.target))
        fate = _fate(job, header, spec, before, options.max_megapixels)
        _tell(fate, json=options.json)
        fates.append(fate)
    _sum_up(fates, walk, plan, json=options.json)
    return FAILED if walk.troubles or any(fate.action == "fail" for fate in fates) else OK


def _fate(
    job: NewJob, header: PhotoHeader, spec: ModelSpec, earlier: Job | None, max_megapixels: float
) -> _Fate:
    """Found out as the engine would, but for the pixels, whose damage only decoding shows."""
    target, reason, action = job.target, None, "write"
    try:
        if os.path.lexists(job.target):
            found = look_at(_as_first_tried(job, earlier), spec.sha256, max_megapixels)
            if isinstance(found, Settled):
                action, reason = "skip", found.reason
            else:
                target = found.target
                action = "replace" if target == job.target else "write"
        else:
            header.check(job.source, max_megapixels)
    except AutochromeError as error:
        action, reason = "fail", str(error)
    size = job.source.stat().st_size if is_file(job.source) else 0
    return _Fate(action, job.source, target, reason, size, job.megapixels)


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
    )


def _tell(fate: _Fate, *, json: bool) -> None:
    source, target = shown(fate.source), shown(fate.target)
    if json:
        facts = asdict(fate) | {"source": str(fate.source), "target": str(fate.target)}
        say_json("plan", **facts)
    elif fate.reason is None:
        tell(f"{fate.action:8}{source} -> {target}")
    else:
        tell(f"{fate.action:8}{source}: {fate.reason}")


def _sum_up(fates: Sequence[_Fate], walk: Walk, plan: Plan, *, json: bool) -> None:
    actions = Counter(fate.action for fate in fates)
    todo = [fate for fate in fates if fate.action in ("write", "replace")]
    megapixels = math.fsum(fate.megapixels or 0 for fate in todo)
    size = sum(fate.bytes for fate in todo)
    passed = {reason.value: number for reason, number in walk.skipped.items()}
    if json:
        facts = {"bytes": size, "megapixels": round(megapixels, 3), "passed_over": passed}
        say_json("summary", **actions, done=len(plan.done), shares=plan.elsewhere, **facts)
        return
    words = [f"{actions[name]:,} to {name}" for name in ("write", "replace", "skip")]
    words += [f"{actions['fail']:,} would fail"]
    over = ", ".join(f"{reason} ({number:,})" for reason, number in passed.items())
    say(
        f"{', '.join(words)}; {megapixels:,.1f} megapixels from {size / 1e6:,.1f} MB to do"
        f"{'; passed over: ' if over else ''}{over}. Nothing was done."
    )
