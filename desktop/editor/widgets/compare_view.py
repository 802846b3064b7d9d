"""The photo before and after, with a slider between them, zoom and pan.

It is an abstract slider to Qt: arrow keys, Home, End and a screen reader's value come from there.
The slider's value is the divider's place in thousandths of the visible photo.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QPointF,
    QSize,
    QSizeF,
    Qt,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QGestureEvent, QWidget

from core.colorize.look import Look
from desktop.background.pyramid import Pyramid
from desktop.background.renderer import Patch, View
from desktop.editor.document import Colors
from desktop.editor.viewport import Viewport
from desktop.editor.widgets.compare_hand import STEPS, CompareHand, Split, Tool
from desktop.editor.widgets.compare_painter import Pictures, paint_compare

_WHEEL_STEP: Final = 1.2
_REVEAL_MS: Final = 700


class CompareView(QAbstractSlider):
    """Shows a photo; asks for what it needs to show with ``wanted``."""

    wanted = Signal(object)  # View
    viewport_changed = Signal(object)  # Viewport

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(0, STEPS)
        self.setSingleStep(10)
        self.setPageStep(100)
        self.setValue(STEPS // 2)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.grabGesture(Qt.GestureType.PinchGesture)
        # before stays left and an arrow key moves the line its way, whatever way texts are read
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setAccessibleName(self.tr("Before and after"))
        self.setAccessibleDescription(
            self.tr("Divider between the original photo and its colours. Space: the original.")
        )
        self.split = Split.VERTICAL
        self.tool: Tool | None = None
        self._pyramid: Pyramid | None = None
        self._colors: Colors | None = None
        self._look = Look()
        self._viewport = Viewport(QSizeF(1, 1), QSizeF(1, 1))
        self._pictures = Pictures()
        self._asked: View | None = None
        self._hand = CompareHand(self)
        self._original_held = False
        self.focus_visible = False  # a frame for those who came by the keyboard
        self._reveal = QVariantAnimation(self)
        self._reveal.setDuration(_REVEAL_MS)
        self._reveal.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._reveal.valueChanged.connect(self.setValue)
        self.valueChanged.connect(self.update)

    # what is shown

    def show_photo(self, pyramid: Pyramid | None) -> None:
        """Another photo, whole, without its colours yet."""
        self._reveal.stop()
        self._pyramid, self._colors, self._look = pyramid, None, Look()
        self._pictures, self._asked = Pictures(), None
        if pyramid is not None:
            photo = pyramid.photo
            fresh = Viewport(self._room(), QSizeF(photo.width, photo.height))
            self._set_viewport(fresh.resized(self._room(), self.devicePixelRatioF()))
        self.update()

    def show_colors(self, colors: Colors | None, look: Look, *, live: bool = False) -> None:
        """New colours or another look of the photo shown; the first colours are revealed."""
        if colors is self._colors and look == self._look:
            return  # a new colour point, say: its colours are being made, and need the machine
        first = self._colors is None and colors is not None
        self._colors, self._look = colors, look
        if colors is None:
            self._pictures = self._pictures.without_colors()
        elif first and not live:
            self._reveal.stop()
            self._reveal.setStartValue(STEPS)
            self._reveal.setEndValue(STEPS // 2)
            self.setValue(STEPS)
            self._reveal.start()
        self._ask()
        self.update()

    def show_patch(self, patch: Patch) -> None:
        """What was asked for with ``wanted`` is here."""
        if patch.view.pyramid is self._pyramid and (
            patch.view.colors is not None or self._colors is None
        ):
            self._pictures = self._pictures.with_patch(patch)
            self.update()

    def set_split(self, split: Split) -> None:
        """Side by side both halves show the same part."""
        self.split = split
        self.setOrientation(
            Qt.Orientation.Vertical if split is Split.HORIZONTAL else Qt.Orientation.Horizontal
        )
        # a vertical QAbstractSlider grows upwards, before stands above
        self.setInvertedAppearance(split is Split.HORIZONTAL)
        self.setInvertedControls(split is Split.HORIZONTAL)
        self._set_viewport(self._viewport.resized(self._room(), self.devicePixelRatioF()))

    # zoom and place

    @property
    def viewport_now(self) -> Viewport:
        """Where the photo lies."""
        return self._viewport

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Larger or smaller around a place, or around the middle."""
        size = self._viewport.view
        middle = QPointF(size.width() / 2, size.height() / 2)
        self._set_viewport(self._viewport.zoomed(factor, middle if at is None else at))

    def zoom_fit(self) -> None:
        """The whole photo."""
        self._set_viewport(self._viewport.fit())

    def zoom_full(self, at: QPointF | None = None) -> None:
        """One pixel of the photo for one of the screen."""
        self.zoom_by(1 / self._viewport.scale, at)

    @property
    def original_held(self) -> bool:
        """Whether only the original is shown, for as long as a key is held."""
        return self._original_held

    def hold_original(self, held: bool) -> None:
        """Show the original alone."""
        self._original_held = held
        self.update()

    def color_at(self, place: QPointF) -> QColor | None:
        """The colour that is shown at a place in the view; None outside the photo."""
        at = self._viewport.to_photo(self.one_side(place))
        return self._pictures.color_at(at)

    @property
    def settled(self) -> bool:
        """Whether what is painted is the last that was asked for, in full."""
        near = self._pictures.near
        return self._pyramid is None or (near is not None and near.view is self._asked)

    @property
    def after_shown(self) -> bool:
        """Whether the colours have been rendered."""
        return self._pictures.near is not None and self._pictures.near.after is not None

    @property
    def has_photo(self) -> bool:
        """Whether there is anything to act on."""
        return self._pyramid is not None

    def pan(self, by: QPointF) -> None:
        """Move the photo by so many logical pixels."""
        self._set_viewport(self._viewport.panned(by))

    def sizeHint(self) -> QSize:
        return QSize(800, 600)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 180)

    # inside

    def _room(self) -> QSizeF:
        width = self.width() / 2 if self.split is Split.SIDE_BY_SIDE else self.width()
        return QSizeF(max(1.0, width), max(1.0, self.height()))

    def _set_viewport(self, viewport: Viewport) -> None:
        if self._pyramid is None:
            return
        self._viewport = viewport
        self.viewport_changed.emit(viewport)
        self._ask()
        self.update()

    def _ask(self) -> None:
        if self._pyramid is not None and not self._viewport.seen.isEmpty():
            view = self._viewport
            self._asked = View(self._pyramid, self._colors, self._look, view.seen, view.scale)
            self.wanted.emit(self._asked)

    # events

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_compare(painter, self, self._pictures, self._hand.divider())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_viewport(self._viewport.resized(self._room(), self.devicePixelRatioF()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._set_viewport(self._viewport.resized(self._room(), self.devicePixelRatioF()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        reasons = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
        self.focus_visible = event.reason() in reasons
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.focus_visible = False
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._pyramid is not None:
            self._reveal.stop()
            self._hand.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hand.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._hand.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.tool is not None:
            self.mousePressEvent(event)
            return
        self._reveal.stop()
        self.setValue(STEPS // 2)

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
        if isinstance(event, QGestureEvent) and self._hand.pinch(event):
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.tool is not None and self.tool.key(event):
            self.update()
        elif event.key() == Qt.Key.Key_Space:
            self.hold_original(held=True)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.hold_original(held=False)
        else:
            super().keyReleaseEvent(event)

    def one_side(self, place: QPointF) -> QPointF:
        """Side by side, a place in the right half is the same place of the left one."""
        width = self._viewport.view.width()
        if self.split is Split.SIDE_BY_SIDE and place.x() > width:
            return QPointF(place.x() - width, place.y())
        return place
