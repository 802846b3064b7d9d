"""Paints the compare view: what has been rendered so far, and the labels."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from desktop.background.patch import Patch
from desktop.editor.viewport import Viewport
from desktop.editor.widgets.compare_pictures import Pictures
from desktop.editor.widgets.compare_types import Scene, Split

#: From this many device pixels for one of the photo's on, its pixels are shown as squares: more
#: than a small photo has that fills the view, on a screen of twice the density.
_SQUARES: Final = 5.0
_WHITE: Final = QColor(255, 255, 255)
_SHADE: Final = QColor(0, 0, 0, 110)
_GAP: Final = 2.0


def paint_scene(painter: QPainter, widget: QWidget, scene: Scene) -> None:
    """Paint the photo inside ``widget``, in its font and colours."""
    painter.fillRect(QRectF(widget.rect()), scene.surround)
    if scene.pictures.near is None:
        return
    smooth = scene.viewport.scale < _SQUARES
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if scene.split is Split.SIDE_BY_SIDE:
        _paint_side_by_side(painter, scene)
    elif scene.divided:
        _paint_divided(painter, scene)
    else:
        _paint_whole(painter, scene)


def paint_focus(painter: QPainter, widget: QWidget) -> None:
    """Paint a frame for those who came by the keyboard."""
    painter.setPen(QPen(widget.palette().highlight().color(), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(widget.rect()).adjusted(1, 1, -1, -1))


def paint_mask(painter: QPainter, view: Viewport, mask: QImage | None) -> None:
    """Lay a picture of places over the photo, where there is one."""
    if mask is None:
        return
    painter.save()
    painter.setClipRect(view.seen_rect, Qt.ClipOperation.IntersectClip)
    painter.drawImage(view.photo_rect, mask, QRectF(QPointF(), QSizeF(mask.size())))
    painter.restore()


def _paint_whole(painter: QPainter, scene: Scene) -> None:
    seen = scene.viewport.seen_rect
    _paint_pictures(painter, scene.viewport, scene.pictures, seen, after=not scene.original_held)
    if scene.original_held:
        words = QCoreApplication.translate("CompareView", "Original")
        _paint_label(painter, words, QRectF(seen), right=False)


def _paint_divided(painter: QPainter, scene: Scene) -> None:
    view, pictures = scene.viewport, scene.pictures
    before, after = QRectF(view.seen_rect), QRectF(view.seen_rect)
    if scene.split is Split.VERTICAL:
        before.setRight(scene.divider)
        after.setLeft(scene.divider)
    else:
        before.setBottom(scene.divider)
        after.setTop(scene.divider)
    _paint_pictures(painter, view, pictures, before, after=False)
    _paint_pictures(painter, view, pictures, after, after=True)
    _paint_labels(painter, before, after)


def _paint_side_by_side(painter: QPainter, scene: Scene) -> None:
    view, pictures = scene.viewport, scene.pictures
    left = QRectF(QPointF(), view.view).adjusted(0, 0, -_GAP, 0)
    _paint_pictures(painter, view, pictures, left & view.seen_rect, after=False)
    painter.save()
    painter.translate(view.view.width(), 0)
    right = QRectF(QPointF(), view.view).adjusted(_GAP, 0, 0, 0)
    colored = not scene.original_held
    _paint_pictures(painter, view, pictures, right & view.seen_rect, after=colored)
    painter.restore()
    shifted = view.seen_rect.translated(view.view.width(), 0)
    _paint_labels(painter, view.seen_rect, shifted)


def _paint_pictures(
    painter: QPainter, view: Viewport, pictures: Pictures, clip: QRectF, *, after: bool
) -> None:
    """The far view, and over it the near one where that is another."""
    if clip.isEmpty():
        return
    painter.save()
    painter.setClipRect(clip)
    for patch in dict.fromkeys((pictures.far, pictures.near)):
        if patch is not None:
            _paint_patch(painter, view, patch, after=after)
    painter.restore()


def _paint_patch(painter: QPainter, view: Viewport, patch: Patch, *, after: bool) -> None:
    image: QImage = patch.before if not after or patch.after is None else patch.after
    painter.drawImage(view.rect_to_view(patch.rect), image, QRectF(QPointF(), QSizeF(image.size())))


def _paint_labels(painter: QPainter, before: QRectF, after: QRectF) -> None:
    """Two small words in the upper corners, for as long as there is room for them."""
    _paint_label(painter, QCoreApplication.translate("CompareView", "Before"), before, right=False)
    _paint_label(painter, QCoreApplication.translate("CompareView", "After"), after, right=True)


def _paint_label(painter: QPainter, text: str, room: QRectF, *, right: bool) -> None:
    metrics = QFontMetricsF(painter.font())
    size = QSizeF(metrics.horizontalAdvance(text) + 20, metrics.height() + 8)
    if room.width() < size.width() + 40 or room.height() < size.height() + 40:
        return
    left = room.right() - size.width() - 10 if right else room.left() + 10
    box = QRectF(QPointF(left, room.top() + 10), size)
    path = QPainterPath()
    path.addRoundedRect(box, size.height() / 2, size.height() / 2)
    painter.fillPath(path, _SHADE)
    painter.setPen(_WHITE)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
