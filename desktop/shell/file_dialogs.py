"""`FileDialogs`: asks which photos to open and where to save the result."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from core.errors import AutochromeError
from core.photo.formats import FORMAT_OF_ENDING
from core.photo.save_options import SaveOptions
from desktop.editor.document import PhotoDocument
from desktop.editor.photo_editor import PhotoEditor
from desktop.editor.repaired_result import tail_of
from desktop.editor.save_places import own_folder, source_of
from desktop.editor.saving import SaveHabit, SaveRequest
from desktop.editor.size_estimate import estimate_bytes
from desktop.editor.widgets.save_dialog import SaveDialog
from desktop.settings import Settings, SettingsStore
from desktop.shell.external_editor import ExternalEditor


class FileDialogs(QObject):
    """Opens the dialogs over a window; what is answered goes to the editor."""

    def __init__(self, window: QWidget, editor: PhotoEditor, settings: SettingsStore) -> None:
        super().__init__(window)
        self._window, self._editor, self._settings = window, editor, settings
        self._preferred = settings.value
        self._habit: SaveHabit | None = None  # how the last photo was saved
        self._dialog: SaveDialog | None = None
        self._requests: dict[int, SaveRequest] = {}  # how each open photo was
        self.external: ExternalEditor | None = None
        settings.changed.connect(self._settings_changed)

    def habit(self) -> SaveHabit:
        """How the next result is saved: as the last one was, or as the preferences say."""
        return self._habit or self._of_settings()

    def open_files(self) -> None:
        """Ask for photos and open them; begins in the folder of the last ones."""
        title, folder = self.tr("Open photographs"), self._settings.value.open_folder
        names, _ = QFileDialog.getOpenFileNames(self._window, title, folder, self._filter())
        if names:
            self._settings.change(open_folder=str(Path(names[0]).parent))
            self._editor.open_paths([Path(name) for name in names])

    def open_folder(self) -> None:
        """Ask for a folder and open the photos in it."""
        title, folder = self.tr("Open a folder of photographs"), self._settings.value.open_folder
        if name := QFileDialog.getExistingDirectory(self._window, title, folder):
            self._settings.change(open_folder=name)
            self._editor.open_paths([Path(name)])

    def save(self) -> None:
        """Save like last time; ask where there was none, or a file would be replaced."""
        document = self._ready()
        if document is None:
            return
        if (request := self._working_copy(document)) is not None:
            self._editor.save(request)
            return
        request = self._requests.get(document.number) or self._alike(document)
        if request is None or self._has_other_versions(document, request):
            self.save_as()
        else:
            self._save(document, request)

    def save_as(self) -> None:
        """Ask where to save the result, and save it."""
        document = self._ready()
        if document is None:
            return
        dialog = self._dialog = SaveDialog(
            document.photo,
            self.habit(),
            self._window,
            versions=list(document.versions),
            page=document.page,
            pages=document.pages,
            tail=tail_of(document.made),
        )
        dialog.options_changed.connect(lambda options: self._estimate(dialog, document, options))
        self._estimate(dialog, document, dialog.options())
        if dialog.exec():
            # the next photo is likely to be saved alike; the preferences stay what they are
            self._habit = dialog.habit()
            self._save(document, dialog.request())
        self._dialog = None
        dialog.deleteLater()

    def _working_copy(self, document: PhotoDocument) -> SaveRequest | None:
        """How another program's copy is saved; None of any other photo."""
        if self.external is None:
            return None
        return self.external.request(document, self._settings.value.quality)

    def _ready(self) -> PhotoDocument | None:
        document = self._editor.document
        return document if document is not None and document.made is not None else None

    def _save(self, document: PhotoDocument, request: SaveRequest) -> None:
        self._requests[document.number] = replace(request, overwrite=True)
        self._editor.save(request)

    def _has_other_versions(self, document: PhotoDocument, request: SaveRequest) -> bool:
        """Whether a version that would be saved is new, or gone."""
        there, wanted = document.versions.keys(), set(request.versions)
        all_of_them = self._habit is not None and self._habit.versions and not request.pages
        return wanted != there if all_of_them else not wanted <= there

    def _alike(self, document: PhotoDocument) -> SaveRequest | None:
        """As the last photo was saved; None where none was, or something is there already."""
        if self._habit is None:
            return None
        photo = document.photo
        habit = replace(self._habit, folder=self._habit.folder or own_folder(photo))
        source, versions = source_of(photo, self.tr("photo")), list(document.versions)
        place, tail = (document.page, document.pages), tail_of(document.made)
        request = habit.request(photo, source, versions, *place, tail=tail)
        return None if any(path.exists() for path in request.targets) else request

    def _of_settings(self) -> SaveHabit:
        settings = self._settings.value
        folder = Path(settings.folder).expanduser() if settings.folder else None
        return SaveHabit(settings.format, settings.quality, folder)

    def _estimate(self, dialog: SaveDialog, document: PhotoDocument, options: SaveOptions) -> None:
        made, look = document.made, document.edit.look
        if made is None:
            return

        def show(size: int) -> None:
            if self._dialog is dialog:
                dialog.show_size(options, size)

        self._editor.tasks.run(lambda: estimate_bytes(made, look, options), show, _unknown)

    def _filter(self) -> str:
        """Photos first, and everything."""
        endings = " ".join(f"*{ending} *{ending.upper()}" for ending in (*FORMAT_OF_ENDING, ".pdf"))
        photos, everything = self.tr("Photos"), self.tr("All files")
        return f"{photos} ({endings});;{everything} (*)"

    @Slot(object)
    def _settings_changed(self, new: Settings) -> None:
        old, self._preferred = self._preferred, new
        if (new.format, new.quality, new.folder) != (old.format, old.quality, old.folder):
            self._habit = None


def _unknown(_error: AutochromeError) -> None:
    """An estimate that is missing says enough: saving itself tells why."""
