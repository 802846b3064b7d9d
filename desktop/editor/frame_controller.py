"""`FrameController`: asks how the open photo is turned and cut, and makes it one undoable step."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.background.qimage import to_qimage
from desktop.editor.photo_editor import PhotoEditor
from desktop.editor.widgets.frame_dialog import FrameDialog


class FrameController(QObject):
    """Opens the dialog over a window."""

    def __init__(self, window: QWidget, editor: PhotoEditor) -> None:
        super().__init__(window)
        self._window, self._editor = window, editor

    def ask(self) -> None:
        """Ask for the frame of the open photo."""
        document = self._editor.document
        if document is None:
            return
        small = document.pyramid.levels[-1]
        dialog = FrameDialog(to_qimage(small.pixels), document.edit, self._window)
        if dialog.exec():
            document.change(dialog.edit, self.tr("Turn, straighten, crop"))
        dialog.deleteLater()
