"""`SavingCommands`: saves the photo, a result of the queue or all edited photos, and says so."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication, QImage

from core.errors import AutochromeError
from desktop.editor.edit_clipboard import edited_photos
from desktop.editor.photo_editor import PhotoEditor
from desktop.queue.queue_controller import QueueController
from desktop.shell.file_dialogs import FileDialogs
from desktop.shell.review_controller import ReviewController
from desktop.system.file_manager import show_in_folder
from desktop.text.bidi import isolated
from desktop.text.notices import Notice


class SavingCommands(QObject):
    """Knows which way what is shown is saved; what comes of it is a notice of the editor's."""

    def __init__(
        self,
        editor: PhotoEditor,
        dialogs: FileDialogs,
        queue: QueueController,
        review: ReviewController,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._editor, self._dialogs = editor, dialogs
        self._queue, self._review = queue, review
        editor.saved.connect(self._saved)
        editor.copied.connect(self._copied)

    def save(self) -> None:
        """A result that is looked at is replaced; else the photo is saved."""
        if not self._review.save():
            self._dialogs.save()

    def save_edited(self) -> None:
        """Through the queue, into the folder of its results."""
        editor, photos = self._editor, list(self._editor.photos)
        if editor.document is not None:
            editor.autosave.save(editor.document, now=True)
        editor.tasks.run(lambda: edited_photos(photos), self._queue_all, self._failed)

    def _queue_all(self, paths: list[Path]) -> None:
        if paths:
            self._queue.add(paths)
            self._queue.start()
        else:
            self._say(Notice(self.tr("Nothing has been changed about these photos.")))

    def _failed(self, error: AutochromeError) -> None:
        self._say(Notice.of(error))

    @Slot(Path)
    def _saved(self, target: Path) -> None:
        show = (self.tr("Show in folder"), lambda: show_in_folder(target))
        self._say(Notice(self.tr("Saved as {}.").format(isolated(target.name)), action=show))

    @Slot(QImage)
    def _copied(self, image: QImage) -> None:
        QGuiApplication.clipboard().setImage(image)
        self._say(Notice(self.tr("The colour photo is in the clipboard.")))

    def _say(self, notice: Notice) -> None:
        self._editor.noticed.emit(notice)
