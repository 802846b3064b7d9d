"""`DropFilter`: accepts files and pictures that are dropped on the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from desktop.system.drop_contents import has_photos


class DropFilter(QObject):
    """Event filter that lets what could be a photo be dropped on a window."""

    over = Signal(bool)
    dropped = Signal(QMimeData)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            if has_photos(event.mimeData()):
                event.acceptProposedAction()
                self.over.emit(True)
            return True
        if event.type() == QEvent.Type.DragLeave:
            self.over.emit(False)
        elif isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self.over.emit(False)
            event.acceptProposedAction()
            self.dropped.emit(event.mimeData())
            return True
        return super().eventFilter(watched, event)
