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
from core.inference.session import open_session, run_once

#: The first runs choose algorithms and fill caches.
_WARM_UPS: Final = 2
_RUNS: Final = 3
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
            seconds = []
            for _ in range(_WARM_UPS + _RUNS):
                if interrupted():
                    return None
                start = time.perf_counter()
                run_once(session.inference, spec, spec.default_size)
                seconds.append(time.perf_counter() - start)
        except _TROUBLE:  # too little memory on this one, say
            continue
        found[device] = statistics.median(seconds[_WARM_UPS:])
    return found
