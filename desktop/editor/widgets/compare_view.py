"""`CompareView`: the photo before and after, with a slider between them, zoom and pan.

It is an abstract slider to Qt: arrow keys, Home, End and a screen reader's value come from there.
The slider's value is the divider's place in thousandths of the visible photo.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QPointF,
    QRectF,
    QSizeF,
    Qt,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from core.colorize.look import Look
from desktop.background.patch import Patch, Shown, View
from desktop.background.pyramid import Pyramid
from desktop.editor.widgets.compare_painter import paint_focus, paint_mask, paint_scene
from desktop.editor.widgets.compare_pictures import Pictures
from desktop.editor.widgets.compare_types import STEPS, Scene, Split, Tool
from desktop.editor.widgets.divider_tool import DividerTool
from desktop.editor.widgets.pan_tool import PanTool
from desktop.editor.widgets.tool_dispatcher import ToolDispatcher
from desktop.editor.widgets.zoom_view import ZoomView

_REVEAL_MS: Final = 700


class CompareView(ZoomView):
    """Shows a photo and its colorization; asks with ``wanted`` for the pixels to show.

    ``tool`` acts in the divider's place where it is set: colour points, say.
    """

    wanted = Signal(object)  # View

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(0, STEPS)
        self.setSingleStep(10)
        self.setPageStep(100)
        self.setValue(STEPS // 2)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        # before stays left and an arrow key moves the line its way, whatever way texts are read
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setAccessibleName(self.tr("Before and after"))
        self.setAccessibleDescription(
            self.tr("Divider between the original photo and its colours. Space: the original.")
        )
        self.split = Split.VERTICAL
        self.tool: Tool | None = None
        self._pyramid: Pyramid | None = None
        self._original: Pyramid | None = None
        self._mask: QImage | None = None
        self._colorization: Shown | None = None
        self._look = Look()
        self._pictures = Pictures()
        self._asked: View | None = None
        self._divider, self._pan = DividerTool(), PanTool()
        self._hand = ToolDispatcher(self, lambda: (self.tool or self._divider, self._pan))
        self._original_held = False
        self._surround: QColor | None = None
        self._focus_visible = False
        self._reveal = QVariantAnimation(self)
        self._reveal.setDuration(_REVEAL_MS)
        self._reveal.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._reveal.valueChanged.connect(self.setValue)
        self.valueChanged.connect(self.update)
        self.viewport_changed.connect(self._ask)
        self.pinched.connect(self._hand.cancel)

    # what is shown

    def take(self, tool: Tool, *, in_hand: bool) -> None:
        """Work with a tool, or put it away where it is the one in hand."""
        if in_hand:
            self.tool = tool
        elif self.tool is tool:
            self.tool = None
        self.setFocus()
        self.update()

    def show_photo(self, pyramid: Pyramid | None) -> None:
        """Show another photo, whole, without its colours yet."""
        self._reveal.stop()
        self._pyramid, self._colorization, self._look = pyramid, None, Look()
        self._original, self._mask = pyramid, None
        self._pictures, self._asked = Pictures(), None
        photo = pyramid.photo if pyramid else None
        self.set_photo_size(QSizeF(photo.width, photo.height) if photo else None)
        self.update()

    def show_repaired(self, pyramid: Pyramid) -> None:
        """Show the colours on another photo of the same size: the same one, repaired."""
        if self._pyramid is not None and pyramid is not self._pyramid:
            self._pyramid = pyramid
            self._ask(coarse=False)

    def show_mask(self, mask: QImage | None) -> None:
        """Lay a picture of places over the photo; None: nothing."""
        self._mask = mask
        self.update()

    def show_colors(self, colorization: Shown | None, look: Look, *, live: bool = False) -> None:
        """Show new colours or another look of the photo; its first colours are revealed."""
        if colorization is self._colorization and look == self._look:
            return  # a new colour point, say: its colours are being made, and need the machine
        first = self._colorization is None and colorization is not None
        other_colors = colorization is not self._colorization
        self._colorization, self._look = colorization, look
        if colorization is None:
            self._pictures = self._pictures.without_colors()
        elif first and not live:
            self._reveal.stop()
            self._reveal.setStartValue(STEPS)
            self._reveal.setEndValue(STEPS // 2)
            self.setValue(STEPS)
            self._reveal.start()
        self._ask(coarse=not other_colors)
        self.update()

    def show_patch(self, patch: Patch) -> None:
        """Show pixels that were asked for with ``wanted``."""
        if patch.view.pyramid is self._pyramid and (
            patch.view.colorization is not None or self._colorization is None
        ):
            self._pictures = self._pictures.with_patch(patch)
            self.update()

    def set_surround(self, color: QColor | None) -> None:
        """Set the grey around the photo; None is the theme's."""
        self._surround = color  # no part of its palette, which goes with the theme
        self.update()

    def set_split(self, split: Split) -> None:
        """Divide the view another way; side by side both halves show the same part."""
        self.split = split
        self.setOrientation(
            Qt.Orientation.Vertical if split is Split.HORIZONTAL else Qt.Orientation.Horizontal
        )
        # a vertical QAbstractSlider grows upwards, before stands above
        self.setInvertedAppearance(split is Split.HORIZONTAL)
        self.setInvertedControls(split is Split.HORIZONTAL)
        self.refit()

    def hold_original(self, held: bool) -> None:
        """Show the original alone, or no longer."""
        self._original_held = held
        self.update()

    def color_at(self, place: QPointF) -> QColor | None:
        """The colour that is shown at a place in the view; None outside the photo."""
        at = self.viewport_now.to_photo(self.one_side(place))
        return self._pictures.color_at(at)

    @property
    def settled(self) -> bool:
        """Whether the pixels that were asked for last are painted, in full."""
        near = self._pictures.near
        return self._pyramid is None or (near is not None and near.view is self._asked)

    @property
    def after_shown(self) -> bool:
        """Whether the colours have been rendered."""
        return self._pictures.colored

    # inside

    def room(self) -> QSizeF:
        width = self.width() / 2 if self.split is Split.SIDE_BY_SIDE else self.width()
        return QSizeF(max(1.0, width), max(1.0, self.height()))

    def one_side(self, place: QPointF) -> QPointF:
        """The place in the left half that a place in the right one stands for, side by side."""
        width = self.viewport_now.view.width()
        if self.split is Split.SIDE_BY_SIDE and place.x() > width:
            return QPointF(place.x() - width, place.y())
        return place

    def _ask(self, *, coarse: bool = True) -> None:
        """Ask for pixels; ``coarse``: a drag wants quick ones first, new colours can wait."""
        if self._pyramid is not None and not self.viewport_now.seen.isEmpty():
            view = self.viewport_now
            coarse = coarse and (self._pictures.near is None or self._pictures.colored)
            made, look, original = self._colorization, self._look, self._original
            self._asked = View(self._pyramid, made, look, view.seen, view.scale, coarse, original)
            self.wanted.emit(self._asked)

    def _scene(self) -> Scene:
        # a tool works on the colours: the line would only be in its way
        undivided = self._original_held or self.tool is not None or self.split is Split.SIDE_BY_SIDE
        return Scene(
            viewport=self.viewport_now,
            pictures=self._pictures,
            split=self.split,
            divided=self._pictures.colored and not undivided,
            divider=self._divider.place(self),
            original_held=self._original_held,
            surround=self._surround or self.palette().dark().color(),
        )

    # events

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        scene = self._scene()
        paint_scene(painter, self, scene)
        if self._pictures.near is not None:
            self._paint_tools(painter, scene)
            if self._focus_visible:
                paint_focus(painter, self)
        painter.end()

    def _paint_tools(self, painter: QPainter, scene: Scene) -> None:
        """What tools show of the photo, in both halves where there are two."""
        halves = (0.0, self.room().width()) if self.split is Split.SIDE_BY_SIDE else (0.0,)
        for left in halves:
            painter.save()
            painter.translate(left, 0)
            if len(halves) > 1:
                painter.setClipRect(QRectF(QPointF(), self.room()))
            paint_mask(painter, scene.viewport, None if self._original_held else self._mask)
            self._hand.paint(painter, scene)
            painter.restore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        reasons = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
        self._focus_visible = event.reason() in reasons
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._focus_visible = False
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._pyramid is not None:
            self._reveal.stop()
            self._hand.press(event)
            self._after_mouse(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hand.move(event)
        self._after_mouse(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._hand.release(event)
        self._after_mouse(event)

    def _after_mouse(self, event: QMouseEvent) -> None:
        arrow = Qt.CursorShape.ArrowCursor
        self.setCursor(self._hand.cursor(event.position()) if self.has_photo else arrow)
        if event.buttons() or event.type() != QEvent.Type.MouseMove:
            self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.tool is not None:
            self.mousePressEvent(event)
            return
        self._reveal.stop()
        self.setValue(STEPS // 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._hand.key(event):
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
