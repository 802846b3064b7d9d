"""`ZoomView`: a photo seen through a `Viewport`, with mouse wheel, pinch and two fingers."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QNativeGestureEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QGestureEvent, QPinchGesture, QWidget

from desktop.editor.viewport import Viewport

_WHEEL_STEP: Final = 1.2


class ZoomView(QAbstractSlider):
    """Zooms and moves a photo of which it knows the size; painting it is left to others."""

    viewport_changed = Signal(object)  # Viewport
    pinched = Signal()  # two fingers are zooming: what one finger had begun is given up

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self._viewport = Viewport(QSizeF(1, 1), QSizeF(1, 1))
        self._has_photo = False

    @property
    def has_photo(self) -> bool:
        """Whether there is anything to act on."""
        return self._has_photo

    @property
    def viewport_now(self) -> Viewport:
        """Where the photo lies."""
        return self._viewport

    def set_photo_size(self, size: QSizeF | None) -> None:
        """Show the whole of a photo of so many pixels; None for no photo."""
        self._has_photo = size is not None
        if size is not None:
            self._viewport = Viewport(self.room(), size)
            self.refit()

    def room(self) -> QSizeF:
        """Size of the part of the widget that shows the photo, in logical pixels."""
        return QSizeF(max(1, self.width()), max(1, self.height()))

    def one_side(self, place: QPointF) -> QPointF:
        """The place in `room` that a place of the widget stands for."""
        return place

    def refit(self) -> None:
        """Fit the viewport to another size of the widget, or another screen."""
        self._set_viewport(self._viewport.resized(self.room(), self.devicePixelRatioF()))

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom by a factor around a place, or around the middle."""
        size = self._viewport.view
        middle = QPointF(size.width() / 2, size.height() / 2)
        self._set_viewport(self._viewport.zoomed(factor, middle if at is None else at))

    def zoom_fit(self) -> None:
        """Zoom to the whole photo."""
        self._set_viewport(self._viewport.fit())

    def zoom_full(self, at: QPointF | None = None) -> None:
        """Zoom to one pixel of the photo for one of the screen."""
        self.zoom_by(1 / self._viewport.scale, at)

    def pan(self, by: QPointF) -> None:
        """Move the photo by so many logical pixels."""
        self._set_viewport(self._viewport.panned(by))

    def sizeHint(self) -> QSize:
        return QSize(800, 600)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 180)

    def _set_viewport(self, viewport: Viewport) -> None:
        if self._has_photo:
            self._viewport = viewport
            self.viewport_changed.emit(viewport)
            self.update()

    # --- events ----------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.refit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        steps = event.angleDelta().y() / 120
        self.zoom_by(_WHEEL_STEP**steps, self.one_side(event.position()))
        event.accept()

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
        ):
            self.zoom_by(1 + event.value(), self.one_side(event.position()))
            return True
        if isinstance(event, QGestureEvent) and self._pinch(event):
            return True
        return super().event(event)

    def _pinch(self, event: QGestureEvent) -> bool:
        """Two fingers on a screen that is touched."""
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(pinch, QPinchGesture):
            return False
        self.pinched.emit()
        between = QPointF(self.mapFromGlobal(pinch.centerPoint()))
        self.zoom_by(pinch.scaleFactor(), self.one_side(between))
        return True
