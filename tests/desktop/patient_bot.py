"""`PatientBot`: pytest-qt's bot for a machine that does much else."""

from __future__ import annotations

from typing import Any, Final

from pytestqt.qtbot import QtBot

#: Milliseconds; what takes so long never comes.
PATIENCE: Final = 60_000


class PatientBot(QtBot):
    """Waits a minute and not five seconds for what a test gives no time: slow is not wrong."""

    def waitUntil(self, *args: Any, timeout: int = PATIENCE) -> None:
        super().waitUntil(*args, timeout=timeout)

    def waitSignal(self, *args: Any, timeout: int = PATIENCE, **how: Any) -> Any:
        return super().waitSignal(*args, timeout=timeout, **how)

    def waitExposed(self, *args: Any, timeout: int = PATIENCE) -> Any:
        return super().waitExposed(*args, timeout=timeout)
