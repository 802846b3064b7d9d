"""What a command's arguments decide of its jobs."""

from __future__ import annotations

from dataclasses import replace

from core.cli.batch_options import BatchOptions
from core.inference.model_spec import ModelSpec
from core.planning.plan import PlanRequest
from core.queue.job_models import job_models


def plan_request(options: BatchOptions, spec: ModelSpec) -> PlanRequest:
    """What decides a command's jobs."""
    return PlanRequest(
        output=options.output,
        template=options.template,
        format=options.format,
        settings=replace(options.settings, models=job_models(options.model.choices(), spec)),
        if_exists=options.if_exists,
        consistent=options.consistent,
        shard=options.shard,
        model_name=spec.name,
        model_sha256=spec.sha256,
    )
