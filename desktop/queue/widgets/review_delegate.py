"""`ReviewDelegate`: paints a photo and its result as a card; or the sentence and its buttons."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
)

from core.queue.job import Job
from core.queue.mark import Mark
from desktop.queue.decisions import decisions_for
from desktop.queue.job_text import reason_words
from desktop.queue.review_model import AFTER_ROLE, BEFORE_ROLE, JOB_ROLE
from desktop.queue.review_text import caption_words

Index = QModelIndex | QPersistentModelIndex

#: Logical pixels of the longer side of each picture.
SIDE: Final = 130
_GAP: Final = 6
_MARGIN: Final = 8
_BADGE: Final = 6.0
#: A colour and a sign: who cannot tell the colours apart sees the sign.
_BADGES: Final = {
    Mark.GOOD: ("#1d7a34", "✓"),
    Mark.FIXED: ("#1f5fa8", "✎"),
    Mark.REDO: ("#8a6100", "↻"),
    Mark.REJECT: ("#b3261e", "✕"),
}


class ReviewDelegate(QStyledItemDelegate):
    """Item delegate of the review; buttons of a card go out as a signal."""

    #: Job, `desktop.queue.decisions.Change`
    decided = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pressed: tuple[int, int] | None = None

    def card_size(self, metrics: QFontMetrics) -> QSize:
        """Of a card with the space around it."""
        width = 2 * SIDE + _GAP + 2 * _MARGIN + 2 * _GAP
        return QSize(width, SIDE + 2 * _line(metrics) + 3 * _MARGIN + 2 * _GAP)

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return self.card_size(option.fontMetrics)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        job: Job = index.data(JOB_ROLE)
        card = _card(option)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_card(painter, option, card)
        before, after = _picture_boxes(card)
        index.data(BEFORE_ROLE).paint(painter, before)
        icon = index.data(AFTER_ROLE)
        if icon is not None:
            icon.paint(painter, after)
        else:
            _paint_reason(painter, option, after, reason_words(job))
        _paint_caption(painter, option, card, job)
        painter.restore()
        for number, rect in enumerate(button_rects(option, job)):
            self._paint_button(painter, option, rect, job, number)

    def _paint_button(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, job: Job, number: int
    ) -> None:
        button = QStyleOptionButton()
        button.rect, button.palette, button.fontMetrics = rect, option.palette, option.fontMetrics
        word = decisions_for(job)[number].word
        button.text = QCoreApplication.translate("decisions", word)
        pressed = self._pressed == (job.id, number)
        sunken = QStyle.StateFlag.State_Sunken if pressed else QStyle.StateFlag.State_Raised
        button.state = QStyle.StateFlag.State_Enabled | sunken
        option.widget.style().drawControl(QStyle.ControlElement.CE_PushButton, button, painter)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        kinds = QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease
        if not isinstance(event, QMouseEvent) or event.type() not in kinds:
            return super().editorEvent(event, model, option, index)
        job: Job = index.data(JOB_ROLE)
        place = event.position().toPoint()
        hit = next((n for n, r in enumerate(button_rects(option, job)) if r.contains(place)), None)
        pressed, self._pressed = self._pressed, None
        if hit is None:
            return False
        if event.type() == QEvent.Type.MouseButtonPress:
            self._pressed = job.id, hit
        elif pressed == (job.id, hit):
            self.decided.emit(job, decisions_for(job)[hit].change)
        return True


def button_rects(option: QStyleOptionViewItem, job: Job) -> list[QRect]:
    """Where a card has its buttons: in place of its second line."""
    count, card = len(decisions_for(job)), _card(option)
    height = _line(option.fontMetrics) + _MARGIN
    width = (card.width() - 2 * _MARGIN - (count - 1) * _GAP) // max(1, count)
    top = card.bottom() - height - 2
    lefts = (card.left() + _MARGIN + number * (width + _GAP) for number in range(count))
    return [QRect(left, top, width, height) for left in lefts]


def _line(metrics: QFontMetrics) -> int:
    return metrics.height() + 4


def _card(option: QStyleOptionViewItem) -> QRect:
    rect: QRect = option.rect
    return rect.adjusted(_GAP, _GAP, -_GAP, -_GAP)


def _picture_boxes(card: QRect) -> tuple[QRect, QRect]:
    """Before is left in every language: so the divider has it too."""
    before = QRect(card.left() + _MARGIN, card.top() + _MARGIN, SIDE, SIDE)
    return before, before.translated(SIDE + _GAP, 0)


def _paint_card(painter: QPainter, option: QStyleOptionViewItem, card: QRect) -> None:
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    palette = option.palette
    color = palette.highlight().color() if selected else palette.mid().color()
    painter.setPen(QPen(color, 3 if selected else 1))
    painter.setBrush(palette.base())
    painter.drawRoundedRect(QRectF(card).adjusted(1.5, 1.5, -1.5, -1.5), 8, 8)
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(palette.text().color(), 1, Qt.PenStyle.DotLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(card).adjusted(4, 4, -4, -4), 6, 6)


def _paint_reason(painter: QPainter, option: QStyleOptionViewItem, box: QRect, words: str) -> None:
    painter.setPen(option.palette.text().color())
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
    painter.drawText(box, int(flags) | int(Qt.TextFlag.TextWordWrap), words)


def _paint_caption(painter: QPainter, option: QStyleOptionViewItem, card: QRect, job: Job) -> None:
    metrics, line = option.fontMetrics, _line(option.fontMetrics)
    area = card.adjusted(_MARGIN, 2 * _MARGIN + SIDE, -_MARGIN, 0)
    area.setHeight(line)
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
    painter.setPen(option.palette.text().color())
    elide = Qt.TextElideMode.ElideMiddle
    name = metrics.elidedText(job.source.name, elide, area.width())
    painter.drawText(area, flags, name)
    if decisions_for(job):
        return
    below = area.translated(0, line)
    if job.mark is not None:
        below = _paint_badge(painter, option, below, job.mark)
    painter.setPen(option.palette.placeholderText().color())
    words = metrics.elidedText(caption_words(job), Qt.TextElideMode.ElideRight, below.width())
    painter.drawText(below, flags, words)


def _paint_badge(painter: QPainter, option: QStyleOptionViewItem, line: QRect, mark: Mark) -> QRect:
    """A round badge where the line begins; what is left of the line."""
    color, sign = _BADGES[mark]
    mirrored = option.direction == Qt.LayoutDirection.RightToLeft
    room = int(2 * _BADGE) + 8
    x = line.right() - _BADGE - 2 if mirrored else line.left() + _BADGE + 2
    at = QPointF(x, line.center().y() + 0.5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))
    painter.drawEllipse(at, _BADGE + 2, _BADGE + 2)
    painter.setPen(QColor("#ffffff"))
    box = QRectF(at.x() - 9, at.y() - 9, 18, 18)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), sign)
    return line.adjusted(0, 0, -room, 0) if mirrored else line.adjusted(room, 0, 0, 0)
