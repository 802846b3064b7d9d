"""Paints the compare view: what has been rendered so far, the divider and its labels."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPainterPath, QPen, QPolygonF

from desktop.background.renderer import Patch
from desktop.editor.viewport import Viewport
from desktop.editor.widgets.compare_hand import Split

if TYPE_CHECKING:
    from desktop.editor.widgets.compare_view import CompareView

#: From this many device pixels for one of the photo's on, its pixels are shown as squares: more
#: than a small photo has that fills the view, on a screen of twice the density.
_SQUARES: Final = 5.0
_WHITE: Final = QColor(255, 255, 255)
_SHADE: Final = QColor(0, 0, 0, 110)
_KNOB: Final = 17.0


@dataclass(frozen=True, eq=False)
class Pictures:
    """What there is to paint: a far view of everything, and the last patch of the part seen."""

    far: Patch | None = None
    near: Patch | None = None

    def with_patch(self, patch: Patch) -> Pictures:
        """A patch of the whole photo becomes the far view too."""
        photo = patch.view.pyramid.photo
        whole = patch.rect.width() >= photo.width and patch.rect.height() >= photo.height
        return Pictures(patch if whole else self.far, patch)

    def without_colors(self) -> Pictures:
        """The same, grey."""
        return Pictures(*(p and replace(p, after=None) for p in (self.far, self.near)))

    def color_at(self, at: QPointF) -> QColor | None:
        """What is shown of a place of the photo."""
        for patch in (self.near, self.far):
            if patch is not None and patch.rect.contains(at):
                image = patch.after or patch.before
                share = image.width() / patch.rect.width()
                x = min(int((at.x() - patch.rect.left()) * share), image.width() - 1)
                y = min(int((at.y() - patch.rect.top()) * share), image.height() - 1)
                return image.pixelColor(x, y)
        return None


def paint_compare(
    painter: QPainter, widget: CompareView, pictures: Pictures, divider: float
) -> None:
    """Everything inside ``widget``."""
    view = widget.viewport_now
    painter.fillRect(QRectF(widget.rect()), widget.palette().dark())
    if pictures.near is None:
        return
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, view.scale < _SQUARES)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if widget.split is Split.SIDE_BY_SIDE:
        _side_by_side(painter, widget, pictures)
    else:
        _divided(painter, widget, pictures, divider, across=widget.split is Split.VERTICAL)
    if widget.tool is not None:
        widget.tool.paint(painter, view)
    if widget.focus_visible:
        painter.setPen(QPen(widget.palette().highlight().color(), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(widget.rect()).adjusted(1, 1, -1, -1))


def _divided(
    painter: QPainter, widget: CompareView, pictures: Pictures, divider: float, *, across: bool
) -> None:
    view = widget.viewport_now
    seen = view.seen_rect
    colored = pictures.near is not None and pictures.near.after is not None
    if not colored or widget.original_held or widget.tool is not None:
        # a tool works on the colours: the line would only be in its way
        _picture(painter, view, pictures, seen, after=not widget.original_held)
        return
    before, after = QRectF(seen), QRectF(seen)
    if across:
        before.setRight(divider)
        after.setLeft(divider)
    else:
        before.setBottom(divider)
        after.setTop(divider)
    _picture(painter, view, pictures, before, after=False)
    _picture(painter, view, pictures, after, after=True)
    _labels(painter, widget, before, after)
    _line(painter, seen, divider, across=across)


def _side_by_side(painter: QPainter, widget: CompareView, pictures: Pictures) -> None:
    view = widget.viewport_now
    gap = 2.0
    left = QRectF(QPointF(), view.view).adjusted(0, 0, -gap, 0)
    _picture(painter, view, pictures, left & view.seen_rect, after=False)
    painter.save()
    painter.translate(view.view.width(), 0)
    right = QRectF(QPointF(), view.view).adjusted(gap, 0, 0, 0)
    colored = not widget.original_held
    _picture(painter, view, pictures, right & view.seen_rect, after=colored)
    painter.restore()
    shifted = view.seen_rect.translated(view.view.width(), 0)
    _labels(painter, widget, view.seen_rect, shifted)


def _picture(
    painter: QPainter, view: Viewport, pictures: Pictures, clip: QRectF, *, after: bool
) -> None:
    if clip.isEmpty():
        return
    painter.save()
    painter.setClipRect(clip)
    for patch in (pictures.far, pictures.near):
        if patch is not None and not (patch is pictures.far and pictures.far is pictures.near):
            _patch(painter, view, patch, after=after)
    if pictures.far is pictures.near and pictures.near is not None:
        _patch(painter, view, pictures.near, after=after)
    painter.restore()


def _patch(painter: QPainter, view: Viewport, patch: Patch, *, after: bool) -> None:
    image: QImage = patch.before if not after or patch.after is None else patch.after
    painter.drawImage(view.rect_to_view(patch.rect), image, QRectF(QPointF(), QSizeF(image.size())))


def _line(painter: QPainter, seen: QRectF, divider: float, *, across: bool) -> None:
    if across:
        line = QLineF(divider, seen.top(), divider, seen.bottom())
    else:
        line = QLineF(seen.left(), divider, seen.right(), divider)
    for color, width in ((_SHADE, 4.0), (_WHITE, 2.0)):
        painter.setPen(QPen(color, width))
        painter.drawLine(line)
    painter.save()
    painter.translate(line.center())
    if not across:
        painter.rotate(90)
    painter.setPen(QPen(_SHADE, 1))
    painter.setBrush(_WHITE)
    painter.drawEllipse(QPointF(), _KNOB, _KNOB)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(70, 70, 76))
    for side in (-1, 1):
        tip, base = side * 10.5, side * 4.5
        painter.drawPolygon(QPolygonF([QPointF(tip, 0), QPointF(base, -5), QPointF(base, 5)]))
    painter.restore()


def _labels(painter: QPainter, widget: CompareView, before: QRectF, after: QRectF) -> None:
    """Two small words in the upper corners, for as long as there is room for them."""
    metrics = QFontMetricsF(widget.font())
    for text, room, right in (
        (QCoreApplication.translate("CompareView", "Before"), before, False),
        (QCoreApplication.translate("CompareView", "After"), after, True),
    ):
        size = QSizeF(metrics.horizontalAdvance(text) + 20, metrics.height() + 8)
        if room.width() < size.width() + 40 or room.height() < size.height() + 40:
            continue
        left = room.right() - size.width() - 10 if right else room.left() + 10
        box = QRectF(QPointF(left, room.top() + 10), size)
        path = QPainterPath()
        path.addRoundedRect(box, size.height() / 2, size.height() / 2)
        painter.fillPath(path, _SHADE)
        painter.setPen(_WHITE)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
