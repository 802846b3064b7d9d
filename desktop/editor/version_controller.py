"""`VersionController`: connects the panel of named versions and the document."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from desktop.editor.document import PhotoDocument
from desktop.editor.photo_editor import PhotoEditor
from desktop.editor.widgets.version_panel import VersionPanel


class VersionController(QObject):
    """Shows the versions of the photo that is open; each change is a step to undo."""

    def __init__(self, panel: VersionPanel, editor: PhotoEditor) -> None:
        super().__init__(panel)
        self._panel, self._editor = panel, editor
        panel.kept.connect(editor.keep_version)
        panel.chosen.connect(self._take)
        panel.forgotten.connect(editor.forget_version)

    def show_document(self, document: PhotoDocument | None) -> None:
        """Another photo is open, or none."""
        if document is not None:
            document.versions_changed.connect(self.show_versions)
            document.edited.connect(self.show_versions)
        self.show_versions()

    @Slot()
    def show_versions(self) -> None:
        """As the document has them now."""
        document = self._editor.document
        if document is None:
            self._panel.set_versions((), None)
            return
        same = [name for name, edit in document.versions.items() if edit == document.edit]
        self._panel.set_versions(list(document.versions), same[-1] if same else None)

    @Slot(str)
    def _take(self, name: str) -> None:
        self._editor.take_version(name)
        self.show_versions()  # a click on the one that is shown leaves it marked
