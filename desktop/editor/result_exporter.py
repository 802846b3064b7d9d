"""`ResultExporter`: the result of a document, written to a file or handed to the clipboard."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from core.errors import AutochromeError
from desktop.background.pool import Tasks
from desktop.background.qimage import to_qimage
from desktop.editor.activity import Activity
from desktop.editor.document import PhotoDocument
from desktop.editor.saving import SaveRequest, write_result
from desktop.text.notices import Notice


class ResultExporter(QObject):
    """Renders results at full size in the pool; a document without colours has none."""

    saved = Signal(Path)
    copied = Signal(QImage)
    noticed = Signal(object)  # Notice

    def __init__(self, tasks: Tasks, activity: Activity, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._activity = tasks, activity

    def save(self, document: PhotoDocument | None, request: SaveRequest) -> None:
        """Write the result as it is now; ``saved`` carries its path."""
        if document is None or document.colorization is None:
            return
        made, look = document.colorization, document.edit.look
        self._activity.set("save", self.tr("Saving {}…").format(request.target.name))
        self._tasks.run(lambda: write_result(made, look, request), self._saved, self._failed)

    def copy(self, document: PhotoDocument | None) -> None:
        """Render the result as it is now; ``copied`` carries its picture."""
        if document is None or document.colorization is None:
            return
        made, look = document.colorization, document.edit.look
        self._activity.set("copy", self.tr("Copying…"))
        self._tasks.run(lambda: to_qimage(made.render(look).pixels), self._copied, self._failed)

    def _saved(self, target: Path) -> None:
        self._activity.set("save", "")
        self.saved.emit(target)

    def _copied(self, image: QImage) -> None:
        self._activity.set("copy", "")
        self.copied.emit(image)

    def _failed(self, error: AutochromeError) -> None:
        self._activity.set("save", "")
        self._activity.set("copy", "")
        self.noticed.emit(Notice.of(error))
