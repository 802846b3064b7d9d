"""`FrameView`: a small picture of a photo, turned and straightened, with the frame that stays."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from core.colorize.edits import Crop, Edit
from core.colorize.framing import frame_of

#: Logical pixels around a side of the frame in which it is taken hold of.
_HOLD: Final = 12.0
#: A frame keeps so much of the photo's sides, at least.
_LEAST: Final = 0.05
_MARGIN: Final = 16.0


class FrameView(QWidget):
    """Shows what stays of a photo; its frame is drawn by its sides and corners, or moved.

    ``cropped`` carries the new `Crop`.
    """

    cropped = Signal(object)

    def __init__(self, picture: QImage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self._edit = Edit()
        self._held: tuple[set[str], QPointF, Crop] | None = None
        self.setMouseTracking(True)
        self.setMinimumSize(360, 300)
        self.setAccessibleName(self.tr("What stays of the photo"))

    def show_edit(self, edit: Edit) -> None:
        """Show how a photo is turned, straightened and cropped."""
        self._edit = edit
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(560, 460)

    @property
    def crop(self) -> Crop:
        """The frame in shares of the turned and straightened photo, chosen or by itself."""
        if self._edit.crop is not None:
            return self._edit.crop
        width, height = self._turned_size()
        frame = frame_of(self._edit, round(width), round(height))
        share = 1.0 if frame is None else frame.width / width
        return Crop((1 - share) / 2, (1 - share) / 2, share, share)

    def _turned_size(self) -> tuple[float, float]:
        size = self._picture.width(), self._picture.height()
        return (size[1], size[0]) if self._edit.turn % 2 else size

    def _photo(self) -> QRectF:
        """The turned photo's place in the widget, before it is straightened."""
        width, height = self._turned_size()
        room_w, room_h = self.width() - 2 * _MARGIN, self.height() - 2 * _MARGIN
        scale = max(0.01, min(room_w / width, room_h / height))
        size = QRectF(0, 0, width * scale, height * scale)
        size.moveCenter(QRectF(self.rect()).center())
        return size

    def frame(self) -> QRectF:
        """The frame's place in the widget."""
        photo, crop = self._photo(), self.crop
        return QRectF(
            photo.x() + crop.x * photo.width(),
            photo.y() + crop.y * photo.height(),
            crop.width * photo.width(),
            crop.height * photo.height(),
        )

    # --- events ----------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        photo, frame = self._photo(), self.frame()
        painter.save()
        painter.translate(photo.center())
        painter.rotate(90 * self._edit.turn - self._edit.straighten)
        across, down = photo.width(), photo.height()
        if self._edit.turn % 2:
            across, down = down, across
        painter.drawImage(QRectF(-across / 2, -down / 2, across, down), self._picture)
        painter.restore()
        self._dim(painter, frame)
        painter.setPen(QPen(QColor("white"), 2))
        painter.drawRect(frame)
        painter.end()

    def _dim(self, painter: QPainter, frame: QRectF) -> None:
        """Everything outside the frame."""
        all_of_it, shade = QRectF(self.rect()), QColor(0, 0, 0, 150)
        painter.fillRect(QRectF(0, 0, all_of_it.width(), frame.top()), shade)
        below = all_of_it.height() - frame.bottom()
        painter.fillRect(QRectF(0, frame.bottom(), all_of_it.width(), below), shade)
        painter.fillRect(QRectF(0, frame.top(), frame.left(), frame.height()), shade)
        beside = all_of_it.width() - frame.right()
        painter.fillRect(QRectF(frame.right(), frame.top(), beside, frame.height()), shade)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        sides = self._sides_at(event.position())
        if sides and event.button() == Qt.MouseButton.LeftButton:
            self._held = sides, event.position(), self.crop

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            self.setCursor(_cursor(self._sides_at(event.position())))
            return
        sides, start, crop = self._held
        photo, by = self._photo(), event.position() - start
        moved = _moved(crop, sides, by.x() / photo.width(), by.y() / photo.height())
        self._edit = replace(self._edit, crop=moved)
        self.update()
        self.cropped.emit(moved)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._held = None

    def _sides_at(self, place: QPointF) -> set[str]:
        """The sides that a place takes hold of; inside, all of them; outside, none."""
        frame = self.frame()
        if not frame.adjusted(-_HOLD, -_HOLD, _HOLD, _HOLD).contains(place):
            return set()
        far = {
            "left": abs(place.x() - frame.left()),
            "right": abs(place.x() - frame.right()),
            "top": abs(place.y() - frame.top()),
            "bottom": abs(place.y() - frame.bottom()),
        }
        near = {side for side, distance in far.items() if distance <= _HOLD}
        return near or set(far)


def _moved(crop: Crop, sides: set[str], dx: float, dy: float) -> Crop:
    """The crop with some sides moved, within the photo; with all of them, as it is elsewhere."""
    left, top, right, bottom = crop.x, crop.y, crop.x + crop.width, crop.y + crop.height
    if len(sides) == 4:
        dx, dy = min(max(dx, -left), 1 - right), min(max(dy, -top), 1 - bottom)
        return replace(crop, x=left + dx, y=top + dy)
    left = min(max(0.0, left + dx), right - _LEAST) if "left" in sides else left
    right = max(min(1.0, right + dx), left + _LEAST) if "right" in sides else right
    top = min(max(0.0, top + dy), bottom - _LEAST) if "top" in sides else top
    bottom = max(min(1.0, bottom + dy), top + _LEAST) if "bottom" in sides else bottom
    return Crop(left, top, right - left, bottom - top)


def _cursor(sides: set[str]) -> Qt.CursorShape:
    if not sides:
        return Qt.CursorShape.ArrowCursor
    if len(sides) == 4:
        return Qt.CursorShape.SizeAllCursor
    if sides in ({"left", "top"}, {"right", "bottom"}):
        return Qt.CursorShape.SizeFDiagCursor
    if len(sides) == 2:
        return Qt.CursorShape.SizeBDiagCursor
    across = sides & {"left", "right"}
    return Qt.CursorShape.SizeHorCursor if across else Qt.CursorShape.SizeVerCursor
