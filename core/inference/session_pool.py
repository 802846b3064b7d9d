"""`SessionPool`: sessions of several models, opened when they are needed.

What was used least recently is closed where the models together would take more memory than they
may: a network of 980 MB and this program's own on a machine of 8 GB, say.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections import OrderedDict
from collections.abc import Sequence
from typing import Final

from core.inference.model_check import check_model_file
from core.inference.model_choice import ModelChoice, as_it_was_added, check_unchanged, chosen_models
from core.inference.model_spec import bundled_model
from core.inference.session import Session, open_model

#: A session takes its weights once more while it is made, and room to work in: what was measured of
#: networks of the peers' shapes lies below (docs/models.md).
_PER_WEIGHT: Final = 2.5
#: Share of the machine's memory that open models may take, and what stands for it unknown.
_SHARE: Final = 0.5
_UNKNOWN_MB: Final = 8192


class SessionPool:
    """Open models, by their `ModelChoice`. One thread at a time may use it.

    Args:
        device: as `core.inference.session.open_session`.
        threads: likewise.
        memory_limit_mb: likewise, of each session.
        together_mb: what all open sessions may take; None is half of the machine's memory. The one
            that is asked for is open, whatever it takes.
    """

    def __init__(
        self,
        device: str = "auto",
        *,
        threads: int = 0,
        memory_limit_mb: int | None = None,
        together_mb: float | None = None,
    ) -> None:
        self._device, self._threads, self._memory_limit_mb = device, threads, memory_limit_mb
        self._together_mb = together_mb or memory_mb() * _SHARE
        self._open: OrderedDict[ModelChoice, Session] = OrderedDict()
        self._taken: dict[ModelChoice, float] = {}

    def session(self, choice: ModelChoice) -> Session:
        """The session of a model.

        Raises:
            ModelError, SessionError: as `core.inference.session.open_model`.
        """
        session = self._open.get(choice)
        if session is None:
            with as_it_was_added(choice):
                self._make_room(choice)
                session = open_model(
                    choice.path,
                    self._device,
                    threads=self._threads,
                    memory_limit_mb=self._memory_limit_mb,
                    described=choice.described,
                )
            check_unchanged(choice, session.spec.used[0].sha256)
            self._open[choice] = session
        self._open.move_to_end(choice)
        return session

    @property
    def open_models(self) -> tuple[ModelChoice, ...]:
        """Those that are open, the one used last at the end."""
        return tuple(self._open)

    def _make_room(self, wanted: ModelChoice) -> None:
        """Close what was used least recently until the wanted one has its place."""
        if not self._open:
            return
        for choice in (wanted, *self._open):
            self._taken.setdefault(choice, _megabytes(choice))
        need = self._taken[wanted]
        while self._open and need + sum(self._taken[c] for c in self._open) > self._together_mb:
            self._open.popitem(last=False)


#: Models, and a pool that has opened some of them.
OpenedModels = tuple[list[ModelChoice], SessionPool]


def open_first(names: Sequence[str], device: str = "auto") -> OpenedModels:
    """The models of some names, none is the default one, and a pool that has opened the first.

    Raises:
        ModelError, SessionError: as `SessionPool.session`; a name that nobody knows.
    """
    choices, pool = chosen_models(names), SessionPool(device)
    pool.session(choices[0])
    return choices, pool


def _megabytes(choice: ModelChoice) -> float:
    files = [choice.path]
    if choice.path != bundled_model():
        files += check_model_file(choice.path)
    return sum(file.stat().st_size for file in files) * _PER_WEIGHT / (1 << 20)


def memory_mb() -> float:
    """Megabytes of the machine's memory."""
    if sys.platform == "win32":
        return _windows_memory_mb()
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / (1 << 20)
    except (ValueError, OSError):
        return _UNKNOWN_MB


def _windows_memory_mb() -> float:
    """`GetPhysicallyInstalledSystemMemory`, which counts kilobytes."""
    kilobytes = ctypes.c_ulonglong(0)
    kernel = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined,unused-ignore]
    found = kernel.GetPhysicallyInstalledSystemMemory(ctypes.byref(kilobytes))
    return kilobytes.value / 1024 if found else _UNKNOWN_MB
