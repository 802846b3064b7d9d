"""Opens folders in the system's file manager."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def show_in_folder(path: Path) -> None:
    """Open the folder that holds a file."""
    open_folder(path.parent)


def open_folder(folder: Path) -> None:
    """Open a folder."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
