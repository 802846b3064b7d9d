"""`TaskbarProgress`: progress on the window's entry in the task bar.

Linux: the ``com.canonical.Unity.LauncherEntry`` signal, which the docks of GNOME, KDE and others
follow. macOS and Windows: the per cent that are done, as the badge Qt puts on the entry.
"""

from __future__ import annotations

import sys
from typing import Final

from PySide6.QtGui import QGuiApplication

_PATH: Final = "/app/autochrome/entry"
_INTERFACE: Final = "com.canonical.Unity.LauncherEntry"


class TaskbarProgress:
    """Shows progress where the system can; sends it only where one would see a difference."""

    def __init__(self) -> None:
        self._shown: float | None = None

    def show(self, fraction: float | None) -> None:
        """Show a share of 0..1, or no bar for None."""
        rounded = None if fraction is None else round(fraction, 2)
        if rounded != self._shown:
            self._shown = rounded
            if sys.platform.startswith("linux"):
                _tell_launcher(rounded)
            else:
                # no badge for None, nor before the first per cent: Qt takes 0 for none
                QGuiApplication.setBadgeNumber(round(100 * (rounded or 0)))


def _tell_launcher(fraction: float | None) -> None:
    # the module costs start-up time and is not there in every build of Qt
    from PySide6.QtDBus import QDBusConnection, QDBusMessage  # noqa: PLC0415

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return
    name = QGuiApplication.desktopFileName() or "autochrome"
    facts = {"progress": fraction or 0.0, "progress-visible": fraction is not None}
    message = QDBusMessage.createSignal(_PATH, _INTERFACE, "Update")
    message.setArguments([f"application://{name}.desktop", facts])
    bus.send(message)
