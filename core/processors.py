"""How many threads may work at once: `usable_processors`."""

from __future__ import annotations

import os


def usable_processors() -> int:
    """Processors that this process may run on, at least 1.

    Fewer than the machine has where a scheduler, a container or ``taskset`` keeps it to some, or
    where ``PYTHON_CPU_COUNT`` says so (`os.process_cpu_count` knows that from Python 3.13 on).
    """
    wanted = os.environ.get("PYTHON_CPU_COUNT", "")
    if wanted.isdecimal() and int(wanted) > 0:
        return int(wanted)
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
