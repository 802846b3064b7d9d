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
from desktop.text.bidi import isolated
from desktop.text.notices import Notice


class ResultExporter(QObject):
    """Renders results at full size in the pool; a document without colours has none."""

    saved = Signal(Path)
    copied = Signal(QImage)
    noticed = Signal(object)  # Notice
    ended = Signal()  # a file is there, or was not to be

    def __init__(self, tasks: Tasks, activity: Activity, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._activity = tasks, activity
        self._in_hand: list[str] = []

    @property
    def saving(self) -> str:
        """Names of the files that are being written."""
        return ", ".join(self._in_hand)

    def save(self, document: PhotoDocument | None, request: SaveRequest) -> None:
        """Write the result as it is now; ``saved`` carries its path."""
        if document is None or document.colorization is None:
            return
        made, edit, name = document.colorization, document.edit, request.target.name
        self._activity.set("save", self.tr("Saving {}…").format(isolated(name)))
        self._in_hand.append(name)

        def saved(target: Path) -> None:
            document.exported.append(edit)
            self._end_saving(name)
            self.saved.emit(target)
            self.ended.emit()

        def failed(error: AutochromeError) -> None:
            self._end_saving(name)
            self.noticed.emit(Notice.of(error))
            self.ended.emit()

        self._tasks.run(lambda: write_result(made, edit.look, request), saved, failed)

    def copy(self, document: PhotoDocument | None) -> None:
        """Render the result as it is now; ``copied`` carries its picture."""
        if document is None or document.colorization is None:
            return
        made, look = document.colorization, document.edit.look
        self._activity.set("copy", self.tr("Copying…"))
        self._tasks.run(lambda: to_qimage(made.render(look).pixels), self._copied, self._failed)

    def _end_saving(self, name: str) -> None:
        self._in_hand.remove(name)
        if not self._in_hand:
            self._activity.set("save", "")

    def _copied(self, image: QImage) -> None:
        self._activity.set("copy", "")
        self.copied.emit(image)

    def _failed(self, error: AutochromeError) -> None:
        self._activity.set("copy", "")
        self.noticed.emit(Notice.of(error))
