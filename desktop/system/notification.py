"""Notifications of the desktop, for those without a tray, as GNOME.

Linux: ``org.freedesktop.portal.Notification.AddNotification`` of the XDG desktop portals.
"""

from __future__ import annotations

import sys
from typing import Final

_SERVICE: Final = "org.freedesktop.portal.Desktop"
_PATH: Final = "/org/freedesktop/portal/desktop"
_INTERFACE: Final = "org.freedesktop.portal.Notification"


def notify(name: str, title: str, words: str) -> None:
    """Show a notification, in place of an earlier one of the same ``name``.

    A desktop without portals shows nothing.
    """
    if not sys.platform.startswith("linux"):
        return
    # the module costs start-up time and is not there in every build of Qt
    from PySide6.QtDBus import QDBusConnection, QDBusMessage  # noqa: PLC0415

    bus = QDBusConnection.sessionBus()
    if bus.isConnected():
        message = QDBusMessage.createMethodCall(_SERVICE, _PATH, _INTERFACE, "AddNotification")
        message.setArguments([name, {"title": title, "body": words}])
        bus.send(message)
