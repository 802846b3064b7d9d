"""`ExternalEditor`: the working copy that another program made, and that Save is to replace."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.files.atomic import same_file
from core.photo.formats import WRITABLE
from core.photo.save_options import SaveOptions
from desktop.editor.document import PhotoDocument
from desktop.editor.saving import SaveRequest
from desktop.text.bidi import isolated
from desktop.text.notices import Notice


class ExternalEditor(QObject):
    """digiKam, darktable, Lightroom and GIMP hand a copy over, wait, and read it again.

    It is the one file that is ever replaced by its own colours, and the window says so. One that
    cannot hold them (a format that is not written, a document of several pages) is saved
    elsewhere, as any photo is.
    """

    noticed = Signal(object)  # Notice

    def __init__(self, working_copy: Path, parent: QObject) -> None:
        super().__init__(parent)
        self.working_copy = working_copy
        self._was_told = False

    def show_document(self, document: PhotoDocument | None) -> None:
        """Say, when the working copy is shown first, what Save does."""
        if document is None or self._was_told or not self._is_working_copy(document):
            return
        self._was_told = True
        name = isolated(self.working_copy.name)
        if self._can_replace(document):
            words = self.tr(
                "Save puts the colour photo in the place of {}, the copy that another program has "
                "made for this."
            )
        else:
            words = self.tr(
                "{} cannot hold the colour photo: Save asks for another place, and the other "
                "program will not find it by itself."
            )
        self.noticed.emit(Notice(words.format(name)))

    def request(self, document: PhotoDocument, quality: int) -> SaveRequest | None:
        """How the working copy is saved; None of any other photo."""
        if not (self._is_working_copy(document) and self._can_replace(document)):
            return None
        options = SaveOptions(document.photo.format, quality, document.photo.depth)
        return SaveRequest(self.working_copy, options, overwrite=True, in_place=True)

    def _is_working_copy(self, document: PhotoDocument) -> bool:
        source = document.photo.source
        return source is not None and same_file(source, self.working_copy)

    def _can_replace(self, document: PhotoDocument) -> bool:
        return document.photo.format in WRITABLE and document.pages == 1
