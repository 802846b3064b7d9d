"""`DragOut`: drags the result out of the window, as a file written while the drag lasts."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QEventLoop, QMetaType, QMimeData, QObject, QSize, Qt, QUrl, Slot
from PySide6.QtGui import QDrag, QPixmap

from core.errors import AutochromeError
from desktop.editor.document import PhotoDocument
from desktop.editor.photo_editor import PhotoEditor
from desktop.editor.repaired_result import tail_of
from desktop.editor.saving import SaveHabit, SaveRequest, write_result
from desktop.editor.widgets.compare_view import CompareView
from desktop.system.drop_contents import OWN_RESULT
from desktop.widgets.drag_handle import DragHandle

_URLS: Final = "text/uri-list"
_THUMBNAIL: Final = QSize(160, 160)


class ResultMime(QMimeData):
    """MIME data of a file that is made when another program asks for it, by calling ``file``."""

    def __init__(self, file: Callable[[], Path | None]) -> None:
        super().__init__()
        self._file = file

    def formats(self) -> list[str]:
        return [_URLS, OWN_RESULT]

    def hasFormat(self, mimetype: str) -> bool:
        return mimetype in self.formats()

    def retrieveData(self, mimetype: str, _kind: QMetaType | QMetaType.Type) -> Any:  # noqa: ANN401  (as Qt has it)
        path = self._file() if mimetype == _URLS else None
        return None if path is None else [QUrl.fromLocalFile(str(path))]


class DragOut(QObject):
    """Starts a drag when its handle is dragged; its files live until the window is closed.

    ``habit`` says how a result is saved now: what is dragged out is that file, to the byte.
    """

    def __init__(
        self,
        handle: DragHandle,
        view: CompareView,
        editor: PhotoEditor,
        habit: Callable[[], SaveHabit],
    ) -> None:
        super().__init__(handle)
        self._handle, self._view, self._editor, self._habit = handle, view, editor, habit
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        handle.dragged.connect(self.start)

    def close(self) -> None:
        """Remove every file; the threads that write have ended by then."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    @Slot()
    def start(self) -> None:
        """Run one drag, until something is dropped or given up."""
        document = self._editor.document
        if document is None or document.made is None:
            return
        edit, request = document.edit, self._request(document)
        # large photos take seconds: it is begun now, and whoever takes it waits for the rest
        writing = self._editor.exporter.make(
            document, request.target.name, lambda made: write_result(made, edit, request)
        )
        drag = QDrag(self._handle)
        drag.setMimeData(ResultMime(lambda: _written(writing)))
        drag.setPixmap(self._picture())
        if drag.exec(Qt.DropAction.CopyAction) == Qt.DropAction.IgnoreAction:
            writing.cancel()
            writing.add_done_callback(
                lambda _done: shutil.rmtree(request.target.parent, ignore_errors=True)
            )

    def _request(self, document: PhotoDocument) -> SaveRequest:
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="autochrome-")
        folder = Path(tempfile.mkdtemp(dir=self._folder.name))
        photo = document.photo
        source = photo.source or Path(self.tr("photo") + ".png")
        habit = replace(self._habit(), folder=folder, before_after=False)
        return habit.request(
            photo, source, page=document.page, pages=document.pages, tail=tail_of(document.made)
        )

    def _picture(self) -> QPixmap:
        seen = self._view.viewport_now.seen_rect.toRect()
        keep = Qt.AspectRatioMode.KeepAspectRatio
        smooth = Qt.TransformationMode.SmoothTransformation
        return self._view.grab(seen).scaled(_THUMBNAIL, keep, smooth)


def _written(writing: Future[Path]) -> Path | None:
    """Waits; the window shows meanwhile what it waits for. None of what could not be written."""
    waiting, keep = QEventLoop(), QEventLoop.ProcessEventsFlag
    while not writing.done():
        waiting.processEvents(keep.ExcludeUserInputEvents | keep.WaitForMoreEvents)
    try:
        return writing.result()
    except (AutochromeError, CancelledError):  # said by who wrote it
        return None
