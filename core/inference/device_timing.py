"""Times the model on each device of this machine (`time_devices`)."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from typing import Final

from core.errors import SessionError
from core.inference.devices import PROVIDERS
from core.inference.model_spec import ModelSpec
from core.inference.providers import ORT_ERRORS, cuda_driver_trouble, is_built_in
from core.inference.session import Session, open_session, run_once

#: The first runs choose algorithms and fill caches.
_WARM_UPS: Final = 2
_RUNS: Final = 3
#: Seconds of a run after which nobody waits for another.
_LONG: Final = 5.0
_TROUBLE: Final[tuple[type[Exception], ...]] = (SessionError, *ORT_ERRORS)


def usable_devices() -> tuple[str, ...]:
    """The devices that this build of ONNX Runtime knows and this machine seems to have."""
    return tuple(
        device
        for device in PROVIDERS
        if is_built_in(device) and (device != "cuda" or cuda_driver_trouble() is None)
    )


def time_devices(
    spec: ModelSpec,
    devices: Sequence[str],
    *,
    memory_limit_mb: int | None = None,
    interrupted: Callable[[], bool] = lambda: False,
) -> dict[str, float] | None:
    """Device -> seconds for one picture of the model's default size; the median of three.

    A device that cannot run the model after all is left out. None: ``interrupted`` said so
    between two runs.
    """
    found = {}
    for device in devices:
        try:
            session = open_session(spec, device, memory_limit_mb=memory_limit_mb)
            if session.device != device:
                continue
            seconds = _median_seconds(session, _WARM_UPS, interrupted)
        except _TROUBLE:  # too little memory on this one, say
            continue
        if seconds is None:
            return None
        found[device] = seconds
    return found


def seconds_of(session: Session) -> float:
    """Seconds for one picture of the model's default size, after one that warms it up."""
    return _median_seconds(session, 1, lambda: False) or 0.0


def _median_seconds(
    session: Session, warm_ups: int, interrupted: Callable[[], bool]
) -> float | None:
    seconds: list[float] = []
    for _ in range(warm_ups + _RUNS):
        if interrupted():
            return None
        start = time.perf_counter()
        run_once(session.inference, session.spec, session.spec.default_size)
        seconds.append(time.perf_counter() - start)
        if seconds[-1] > _LONG:  # of so slow a one the first run tells enough
            return seconds[-1]
    return statistics.median(seconds[warm_ups:])
