"""Makes Tab go in the order of sight: as layouts hold their widgets, whenever those were made."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QStackedWidget, QWidget


def tab_in_order(*roots: QWidget) -> None:
    """Let Tab go through what is in each of ``roots``, one after another."""
    for before, after in pairwise(widget for root in roots for widget in _stops(root)):
        QWidget.setTabOrder(before, after)


def _stops(widget: QWidget | None) -> Iterator[QWidget]:
    if widget is None:
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    elif isinstance(widget, QScrollArea):
        yield from _stops(widget.widget())
    elif isinstance(widget, QStackedWidget):
        for at in range(widget.count()):
            yield from _stops(widget.widget(at))
    elif (layout := widget.layout()) is not None:
        yield from _of_layout(layout)


def _of_layout(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield from _stops(widget)
        elif (inner := item.layout()) is not None:
            yield from _of_layout(inner)
