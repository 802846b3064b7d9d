"""`CompletionNotifier`: says that the queue is done, in the window and through the system."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from core.batch.events import StopReason, Summary
from desktop.appearance.icons import app_icon
from desktop.queue.events import MissingModel
from desktop.system.file_manager import open_folder
from desktop.system.notification import notify
from desktop.text.notices import Notice


class CompletionNotifier(QObject):
    """Notifies of the end of a run; through the system where the window is not looked at."""

    noticed = Signal(object)  # Notice

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._tray: QSystemTrayIcon | None = None

    def notify(
        self,
        summary: Summary,
        folder: Path,
        show_queue: Callable[[], None],
        missing: Sequence[MissingModel] = (),
    ) -> None:
        """Say what a run has done, which models were missing, and offer what may be done now."""
        words = self._words(summary)
        for each in missing:
            words += " " + self.tr("The model {} is missing: its photos wait.").format(each.names)
        reason = "\n".join(filter(None, (summary.reason, *(str(m.error) for m in missing))))
        show = (self.tr("Open the folder"), lambda: open_folder(folder))
        queue = (self.tr("Show the queue"), show_queue)
        self.noticed.emit(Notice(words, reason, show if summary.done else None, queue))
        if not self._window.isActiveWindow():
            self._tell_outside(words)

    def close(self) -> None:
        """Remove the tray icon."""
        if self._tray is not None:
            self._tray.hide()
            self._tray = None

    def _words(self, summary: Summary) -> str:
        locale = self._window.locale()
        parts = [self._why(summary)] if summary.stopped or not summary.left else []
        parts.append(self.tr("In colour: {}.").format(locale.toString(summary.done)))
        if summary.failed:
            parts.append(self.tr("Failed: {}.").format(locale.toString(summary.failed)))
        if summary.skipped:
            parts.append(self.tr("Skipped: {}.").format(locale.toString(summary.skipped)))
        if summary.unsure:
            parts.append(self.tr("Not certain: {}.").format(locale.toString(summary.unsure)))
        if summary.left:
            parts.append(self.tr("Still waiting: {}.").format(locale.toString(summary.left)))
        return " ".join(parts)

    def _why(self, summary: Summary) -> str:
        if summary.stopped is StopReason.DISK_FULL:
            return self.tr("The disk is full.")
        if summary.stopped is StopReason.DEVICE_FAILED:
            return self.tr("The device cannot compute any more.")
        if summary.stopped is not None:
            return self.tr("The queue has stopped.")
        return self.tr("The queue is done.")

    def _tell_outside(self, words: str) -> None:
        """As the system shows such things; the notice in the window stays until it is read."""
        if not QSystemTrayIcon.isSystemTrayAvailable():
            QApplication.alert(self._window)
            notify("queue", "Autochrome", words)
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(app_icon(), self)
            self._tray.messageClicked.connect(self._window.activateWindow)
            self._tray.activated.connect(self._window.activateWindow)
        self._tray.show()
        self._tray.showMessage("Autochrome", words, app_icon())
