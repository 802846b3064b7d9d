"""`ProgressCell`: paints a progress bar in a cell of the queue's table."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from core.queue.job import JobState
from desktop.queue.job_model import JOB_ROLE, PROGRESS_ROLE

_HEIGHT: Final = 6.0
_MARGIN: Final = 8.0
#: Ends that are no success have no full bar.
_QUIET: Final = frozenset({JobState.WAITING, JobState.CANCELLED, JobState.FAILED, JobState.SKIPPED})


class ProgressCell(QStyledItemDelegate):
    """Item delegate with a progress bar; screen readers hear the number, which the model has."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Qt's event."""
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        job, share = index.data(JOB_ROLE), float(index.data(PROGRESS_ROLE))
        if job.state in _QUIET:
            return
        area = QRectF(option.rect).adjusted(_MARGIN, 0, -_MARGIN, 0)
        bar = QRectF(area.x(), area.center().y() - _HEIGHT / 2, area.width(), _HEIGHT)
        done = QRectF(bar)
        done.setWidth(bar.width() * share)
        if option.direction == Qt.LayoutDirection.RightToLeft:
            done.moveRight(bar.right())
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Highlight
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(option.palette.color(QPalette.ColorRole.Mid))
        painter.drawRoundedRect(bar, _HEIGHT / 2, _HEIGHT / 2)
        painter.setBrush(option.palette.color(role))
        painter.drawRoundedRect(done, _HEIGHT / 2, _HEIGHT / 2)
        painter.restore()
