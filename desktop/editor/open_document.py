"""Makes a `PhotoDocument` of a photo that was read, with what was done to it before."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from core.colorize.sidecar import Work
from desktop.editor.document import History, PhotoDocument
from desktop.editor.prepare_photo import PreparedPhoto


def open_document(
    made: PreparedPhoto, remembered: History | None, parent: QObject
) -> PhotoDocument:
    """A document: as it was left a while ago, or as it is asked for, or as its sidecar says.

    What a sidecar says is a step to undo.
    """
    document = PhotoDocument(made.photo, made.pyramid, parent, page=made.page, pages=made.pages)
    document.result_file, document.result = made.file, made.result
    if remembered is not None:
        document.take_up(remembered)
    elif made.asked is not None:  # what lies beside the photo is in it
        document.saved = Work(made.asked, versions=made.earlier.versions)
        document.set_work(document.saved)
    elif made.earlier != Work():
        document.saved = made.earlier
        document.set_work(Work(versions=made.earlier.versions))
        words = QCoreApplication.translate("PhotoEditor", "Restore my edits")
        document.change(made.earlier.edit, words)
    return document
