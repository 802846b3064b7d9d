"""`Shortcuts`: dialog with every key of the program on one page."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QTextOption
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from desktop.queue.widgets.job_list import JOB_ACTIONS
from desktop.scans.widgets.print_panel import FRAME_BUTTONS
from desktop.shell.actions import COMMANDS
from desktop.text.tables import left_to_right, two_columns

translate = QCoreApplication.translate

#: What is done, and with which keys.
Row = tuple[str, str]


class Shortcuts(QDialog):
    """Dialog with a page to read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("help", "Keyboard"))
        self.resize(480, 560)
        self.page = QTextBrowser()
        self.page.setAccessibleName(self.windowTitle())
        option = QTextOption()
        option.setTextDirection(self.layoutDirection())
        self.page.document().setDefaultTextOption(option)
        self.page.document().setDocumentMargin(14)
        self.page.setHtml(_html())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.page)
        layout.addWidget(buttons)


def _html() -> str:
    sections = (
        (translate("help", "Everywhere"), _commands()),
        (translate("help", "Over the photo"), _photo()),
        (translate("help", "Colour points"), _points()),
        (translate("help", "In the queue"), _queue()),
        (translate("help", "Over a scanned page"), _scans()),
        (translate("help", "Over a scanned page"), _scans()),
    )
    return "".join(f"<h3>{escape(title)}</h3>{_table(rows)}" for title, rows in sections)


def _table(rows: Iterable[Row]) -> str:
    return two_columns(((escape(what), f"<b>{escape(keys)}</b>") for what, keys in rows), 62)


def _commands() -> Iterable[Row]:
    for command in COMMANDS.values():
        if keys := _keys(*command.keys):
            yield translate("actions", command.text).replace("&", ""), keys


def _photo() -> Iterable[Row]:
    yield translate("help", "Move the divider"), translate("help", "arrow keys, Home, End, drag")
    yield translate("help", "Divider to the middle"), translate("help", "double click")
    yield translate("help", "See the original"), translate("help", "hold the space bar")
    yield translate("help", "Zoom to the pointer"), translate("help", "mouse wheel, pinch")
    yield translate("help", "Move the enlarged photo"), translate("help", "drag beside the divider")


def _points() -> Iterable[Row]:
    yield translate("help", "Put a point"), translate("help", "click")
    yield translate("help", "Put a point in the middle"), _keys("Return", "Ins")
    yield translate("help", "Move the point"), translate("help", "arrow keys, drag")
    yield translate("help", "Choose the point before, the next point"), _keys("[", "]")
    yield translate("help", "Delete the point"), _keys("Del", "Backspace")
    yield translate("help", "No more points"), _keys("Esc")


def _queue() -> Iterable[Row]:
    for words, keys, _ in JOB_ACTIONS.values():
        if keys:
            yield translate("JobList", words).rstrip("…"), _keys(keys)


def _scans() -> Iterable[Row]:
    yield translate("help", "Choose the frame before, the next frame"), _keys("[", "]")
    yield translate("help", "Move the frame"), translate("help", "arrow keys, drag")
    yield translate("help", "Resize the frame"), translate("help", "Shift and arrow keys, drag")
    for words, _, keys in FRAME_BUTTONS.values():
        if keys:
            yield translate("PrintPanel", words), _keys(keys)


def _keys(*keys: QKeySequence.StandardKey | str) -> str:
    """As this system writes them; a standard key that it does not have is left out."""
    native = QKeySequence.SequenceFormat.NativeText
    words = ", ".join(filter(None, (QKeySequence(key).toString(native) for key in keys)))
    return left_to_right(words) if words else ""
