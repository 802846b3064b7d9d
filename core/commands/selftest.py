"""``autochrome --self-test``: `core.selftest` as JSON and an exit status."""

from __future__ import annotations

import json

from core.commands.console import tell
from core.commands.status import FAILED, OK
from core.selftest import self_test


def run() -> int:
    """Print the report; returns the exit status."""
    report = self_test()
    tell(json.dumps(report, indent=2))
    return OK if report["ok"] else FAILED
