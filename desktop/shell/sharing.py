"""`Sharing`: before and after of the open photo, written for others to see."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from core.colorize.framing import finished_photo
from core.sharing.frames import ShareOptions
from desktop.editor.photo_editor import PhotoEditor
from desktop.editor.saved_result import Seen, shown_photo
from desktop.shell.widgets.share_dialog import ShareDialog
from desktop.system.file_manager import show_in_folder
from desktop.text.notices import Notice


class Sharing(QObject):
    """Asks how and where; the file is written in the pool."""

    def __init__(self, window: QWidget, editor: PhotoEditor) -> None:
        super().__init__(window)
        self._window, self._editor = window, editor

    def ask(self) -> None:
        """Ask how, then where."""
        document = self._editor.document
        if document is None or document.made is None:
            return
        dialog = ShareDialog(self._window)
        if dialog.exec():
            source = document.photo.source
            stem = source.stem if source else self.tr("photo")
            name = f"{stem}_before_after{dialog.ending}"
            start = str(source.with_name(name)) if source else name
            chosen, _ = QFileDialog.getSaveFileName(self._window, dialog.windowTitle(), start)
            if chosen:
                target = Path(chosen)
                target = target if target.suffix else target.with_suffix(dialog.ending)
                self.write(target, dialog.options())
        dialog.deleteLater()

    def write(self, target: Path, options: ShareOptions) -> None:
        """Write the open photo as it is now; a file that is there is replaced."""
        document = self._editor.document
        if document is None or document.shown is None:
            return
        from core.sharing.share import share  # noqa: PLC0415  (Pillow is slow to import)

        photo, edit = document.photo, document.edit

        def work(seen: Seen) -> Path:
            before, after = finished_photo(photo, edit), shown_photo(seen, edit)
            return share(before, after, target, options, overwrite=True)

        writing = self._editor.exporter.make_seen(document, target.name, work)
        writing.add_done_callback(self._ended)

    def _ended(self, writing: Future[Path]) -> None:
        if writing.exception() is None:  # else it is said already
            self._written(writing.result())

    def _written(self, target: Path) -> None:
        words = self.tr("{} is written.").format(target.name)
        see = (self.tr("Show in folder"), lambda: show_in_folder(target))
        self._editor.noticed.emit(Notice(words, action=see))
