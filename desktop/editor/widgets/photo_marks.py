"""`PhotoMarks`: what lies on the photo, as a screen reader finds it.

Points and strokes are painted, which tells assistive technology nothing. Each has a child of the
view in its place that paints nothing and takes no events: its name is in the accessibility tree.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRectF, Qt, Slot
from PySide6.QtWidgets import QWidget

from desktop.editor.widgets.zoom_view import ZoomView


@dataclass(frozen=True)
class Mark:
    """A thing on the photo: what it is called, and where it lies in shares of the photo."""

    name: str
    place: QRectF


class _MarkWidget(QWidget):
    """Nothing to see."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


class PhotoMarks(QObject):
    """Keeps the children of a view in the places of one kind of things."""

    def __init__(self, view: ZoomView) -> None:
        super().__init__(view)
        self._view = view
        self._marks: tuple[Mark, ...] = ()
        self._widgets: list[_MarkWidget] = []
        view.viewport_changed.connect(self._place)

    @property
    def names(self) -> list[str]:
        """What a screen reader finds, in order."""
        return [widget.accessibleName() for widget in self._widgets]

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Show other things."""
        if tuple(marks) == self._marks:
            return
        self._marks = tuple(marks)
        while len(self._widgets) > len(marks):
            gone = self._widgets.pop()
            gone.hide()
            gone.deleteLater()
        while len(self._widgets) < len(marks):
            self._widgets.append(_MarkWidget(self._view))
        for widget, mark in zip(self._widgets, marks, strict=True):
            widget.setAccessibleName(mark.name)
        self._place()
        for widget in reversed(self._widgets):
            widget.show()
            widget.lower()  # the popover stays above, and the first is found first

    @Slot()
    def _place(self) -> None:
        viewport = self._view.viewport_now
        width, height = viewport.photo.width(), viewport.photo.height()
        for widget, mark in zip(self._widgets, self._marks, strict=True):
            at = mark.place
            rect = QRectF(at.x() * width, at.y() * height, at.width() * width, at.height() * height)
            seen = viewport.rect_to_view(rect).toAlignedRect()
            widget.setGeometry(seen.adjusted(-1, -1, 1, 1))
