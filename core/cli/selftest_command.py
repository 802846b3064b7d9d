"""``autochrome --self-test``: `core.cli.selftest` as JSON and an exit status."""

from __future__ import annotations

import json

from core.cli.console import say, tell
from core.cli.exit_status import FAILED, OK
from core.cli.selftest import self_test
from core.inference.providers import is_built_in


def run() -> int:
    """Print the report, and why a build with CUDA does not use it; returns the exit status."""
    # "auto" gives no reason where there is no card; who tries a build with CUDA wants to know
    report = self_test("cuda" if is_built_in("cuda") else "auto")
    tell(json.dumps(report, indent=2))
    if reason := report["device"]["fallback_reason"]:
        say(reason)
    return OK if report["ok"] else FAILED
