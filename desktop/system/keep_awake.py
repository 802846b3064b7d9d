"""`KeepAwake`: keeps the computer from going to sleep, and says whether it could.

Linux: ``systemd-inhibit``; macOS: ``caffeinate``; Windows: ``SetThreadExecutionState``. The helper
programs end with this one, however it ends: a kill leaves no computer awake for ever.
"""

from __future__ import annotations

import ctypes
import shutil
import sys
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, QProcess, Signal

#: Windows' ES_CONTINUOUS and ES_SYSTEM_REQUIRED.
_CONTINUOUS: Final = 0x80000000
_SYSTEM: Final = 0x00000001
_HELD: Final = b"held"


class KeepAwake(QObject):
    """Inhibits sleep between ``hold`` and ``release``, both called on the window's thread."""

    changed = Signal(bool)  # whether it is held now

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.held = False
        self._process: QProcess | None = None

    def hold(self) -> None:
        """Inhibit sleep; ``changed`` says whether it worked."""
        if self._process is not None or self.held:
            return
        if sys.platform == "win32":
            self._set(held=_windows(_CONTINUOUS | _SYSTEM))
            return
        command = _command()
        if command is None:
            self._set(held=False)
            return
        process = self._process = QProcess(self)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._heard)
        process.finished.connect(self._lost)
        process.errorOccurred.connect(self._lost)
        process.start(command[0], list(command[1:]))

    def release(self) -> None:
        """Let the computer sleep again; returns when the helper program has ended."""
        if sys.platform == "win32" and self.held:
            _windows(_CONTINUOUS)
        process, self._process = self._process, None
        if process is not None:
            process.blockSignals(True)
            process.closeWriteChannel()
            if not process.waitForFinished(1000):
                process.kill()
                process.waitForFinished(1000)
            process.deleteLater()
        self.held = False

    def _heard(self) -> None:
        if self._process is not None and _HELD in bytes(self._process.readAll().data()):
            self._set(held=True)

    def _lost(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()
            self._set(held=False)

    def _set(self, *, held: bool) -> None:
        self.held = held
        self.changed.emit(held)


def _command() -> Sequence[str] | None:
    """A program that says `_HELD` once it holds, and ends when its input does."""
    wait = f"echo {_HELD.decode()}; cat"
    if sys.platform == "darwin":
        return ("caffeinate", "-i", "sh", "-c", wait)
    if shutil.which("systemd-inhibit"):
        reason = "photographs are being colorized"
        what = ("--what=idle:sleep", "--who=Autochrome", f"--why={reason}", "--mode=block")
        return ("systemd-inhibit", *what, "sh", "-c", wait)
    return None


def _windows(state: int) -> bool:
    """Zero is Windows' word for no."""
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009  (absent on other systems)
    return bool(kernel.SetThreadExecutionState(ctypes.c_uint(state)))
