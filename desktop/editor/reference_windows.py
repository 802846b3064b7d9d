"""`ReferenceWindows`: other photos in windows of their own, to take colours from."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from core.errors import AutochromeError
from core.photo.read import read_photo
from desktop.background.pyramid import Pyramid
from desktop.background.renderer import Renderer
from desktop.editor.photo_editor import PhotoEditor
from desktop.editor.widgets.compare_view import CompareView
from desktop.text.bidi import isolated
from desktop.text.notices import Notice


class ReferenceWindow(QWidget):
    """Window with one photo as it is, with zoom and pan."""

    def __init__(self, pyramid: Pyramid, name: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Tool)  # it stays above its parent
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("{} – reference").format(isolated(name)))
        self.view = CompareView()
        self.view.setAccessibleName(self.tr("Reference photo"))
        self.view.setAccessibleDescription("")
        self._renderer = Renderer(self)
        self._renderer.rendered.connect(self.view.show_patch, Qt.ConnectionType.QueuedConnection)
        self.view.wanted.connect(self._renderer.request)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.resize(QSize(560, 460))
        self.view.show_photo(pyramid)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._renderer.close()
        super().closeEvent(event)


class ReferenceWindows(QObject):
    """Opens the reference photos, and closes them with the main window."""

    def __init__(self, window: QWidget, editor: PhotoEditor) -> None:
        super().__init__(window)
        self._window, self._editor = window, editor

    @property
    def windows(self) -> list[ReferenceWindow]:
        """The windows that are open."""
        return [w for w in self._window.findChildren(ReferenceWindow) if w.isVisible()]

    def ask(self) -> None:
        """Ask for photos and open them."""
        names, _ = QFileDialog.getOpenFileNames(self._window, self.tr("Open reference photos"))
        for name in names:
            self.open(Path(name))

    def open(self, path: Path) -> None:
        """Open a photo in a window of its own."""
        self._editor.tasks.run(
            lambda: Pyramid.of(read_photo(path)),
            lambda pyramid: ReferenceWindow(pyramid, path.name, self._window).show(),
            self._failed,
        )

    def close(self) -> None:
        """Close every window."""
        for window in self.windows:
            window.close()

    def _failed(self, error: AutochromeError) -> None:
        self._editor.noticed.emit(Notice.of(error))
