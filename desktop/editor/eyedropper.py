"""`Eyedropper`: picks the colour under the next mouse press in any window of the program."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.editor.widgets.compare_view import CompareView


def color_of(widget: QWidget, place: QPoint) -> QColor | None:
    """The colour shown at a place of a widget; in a compare view that of the photo there.

    None beside the photo.
    """
    if isinstance(widget, CompareView):
        return widget.color_at(QPointF(place))
    return widget.grab(QRect(place, QSize(1, 1))).toImage().pixelColor(0, 0)


class Eyedropper(QObject):
    """Installs an event filter on the application until the next mouse press, or Escape."""

    picked = Signal(QColor)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.active = False
        self._pressed = False

    def start(self) -> None:
        """Install the event filter: the next mouse press picks a colour."""
        if not self.active:
            self.active = True
            QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
            QGuiApplication.setOverrideCursor(Qt.CursorShape.CrossCursor)

    def stop(self) -> None:
        """Remove the event filter: clicks are clicks again."""
        if self.active:
            self.active = self._pressed = False
            QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
            QGuiApplication.restoreOverrideCursor()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, QWidget):  # windows get events first and hand them to widgets
            return False
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.stop()
            return True
        if event.type() == QEvent.Type.Close:
            self.stop()
        return isinstance(event, QMouseEvent) and self._mouse(watched, event)

    def _mouse(self, widget: QWidget, event: QMouseEvent) -> bool:
        """Press and release belong together: neither may reach what was clicked."""
        if event.type() == QEvent.Type.MouseButtonPress and not self._pressed:
            self._pressed = True
            left = event.button() == Qt.MouseButton.LeftButton
            color = color_of(widget, event.position().toPoint()) if left else None
            if color is not None:
                self.picked.emit(color)
        elif event.type() == QEvent.Type.MouseButtonRelease and self._pressed:
            self.stop()
        else:
            return event.type() == QEvent.Type.MouseButtonDblClick
        return True
