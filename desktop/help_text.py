"""Help: the keyboard, and where a result lies."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from desktop.actions import COMMANDS

translate = QCoreApplication.translate


def shortcuts_html() -> str:
    """Every key as a table."""
    rows = [
        (QCoreApplication.translate("actions", command.text).replace("&", ""), _keys(command.keys))
        for command in COMMANDS.values()
        if command.keys
    ]
    rows += [
        (translate("help", "Move the divider"), translate("help", "arrow keys, Home, End, drag")),
        (translate("help", "Divider to the middle"), translate("help", "double click")),
        (translate("help", "See the original"), translate("help", "hold the space bar")),
        (translate("help", "Zoom to the pointer"), translate("help", "mouse wheel, pinch")),
    ]
    cells = "".join(
        f"<tr><td>{what}</td><td width=28></td><td>{key}</td></tr>" for what, key in rows
    )
    return f"<table cellpadding=3>{cells}</table>"


def _keys(keys: tuple[QKeySequence.StandardKey | str, ...]) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(f"<b>{QKeySequence(key).toString(native)}</b>" for key in keys)


def show_shortcuts(parent: QWidget) -> None:
    """A list of all keys."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(translate("help", "Keyboard"))
    layout = QVBoxLayout(dialog)
    layout.addWidget(QLabel(shortcuts_html()))
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    layout.addWidget(buttons)
    dialog.open()


def show_in_folder(path: Path) -> None:
    """Open the folder in the file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
