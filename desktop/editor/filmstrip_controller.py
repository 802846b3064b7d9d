"""`FilmstripController`: what is shown is what is marked; badges and colours of the thumbnails."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QImage

from core.colorize.edits import Edit
from desktop.editor.photo_editor import PhotoEditor
from desktop.editor.variation import Variation
from desktop.editor.widgets.filmstrip import Filmstrip


class FilmstripController(QObject):
    """Connects the film strip and the editor."""

    def __init__(self, strip: Filmstrip, editor: PhotoEditor) -> None:
        super().__init__(strip)
        self._strip, self._editor = strip, editor
        strip.chosen.connect(editor.open_path)
        editor.photos_changed.connect(strip.set_paths)
        editor.not_opened.connect(self._mark_shown)
        editor.saved.connect(self._mark_saved)
        editor.variations.ready.connect(self._show_colors)

    def show_document(self) -> None:
        """Another photo is open, or none."""
        document = self._editor.document
        if document is None:
            self._strip.set_paths([])
        else:
            document.edited.connect(self._mark_edited)
            if document.edit != Edit():
                self._mark_edited()
        self._mark_shown()

    @Slot()
    def _mark_shown(self) -> None:
        document = self._editor.document
        self._strip.show_photo(document.photo.source if document else None)

    @Slot()
    def _mark_edited(self) -> None:
        document = self._editor.document
        if document is not None and document.photo.source is not None:
            edited = document.edit != Edit()
            self._strip.photos.set_edited(document.photo.source, edited=edited)

    @Slot()
    def _mark_saved(self) -> None:
        document = self._editor.document
        if document is not None and document.photo.source is not None:
            self._strip.photos.set_saved(document.photo.source)

    @Slot(object, QImage)
    def _show_colors(self, variation: Variation, image: QImage) -> None:
        document = self._editor.document
        if document is None or document.photo.source is None:
            return
        if variation.of(document.edit) == document.edit:
            self._strip.show_colors(document.photo.source, image)
