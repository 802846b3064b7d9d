"""`PhotoEditor`: opens, colorizes, changes and saves one photo, without widgets or waiting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData, QObject, Qt, Signal, Slot
from PySide6.QtGui import QImage

from core.colorize.edits import Edit
from core.errors import AlreadyColoredError, AutochromeError, UnsureTintError
from core.photo.photo import Photo
from core.photo.read import read_photo
from desktop.background.inference_thread import InferenceWorker
from desktop.background.pool import Task, Tasks
from desktop.background.requests import (
    Colorize,
    Colorized,
    ColorizeFailed,
    Event,
    LoadModel,
    ModelFailed,
    ModelReady,
)
from desktop.editor.activity import Activity
from desktop.editor.autosave import EditAutosave
from desktop.editor.document import PhotoDocument
from desktop.editor.edit_commands import EditCommands
from desktop.editor.model_notice import model_notice
from desktop.editor.open_document import open_document
from desktop.editor.photo_condition import opening_notice, rescue_choice
from desktop.editor.photo_repairs import PhotoRepairs
from desktop.editor.prepare_photo import PreparedPhoto, prepare_photo
from desktop.editor.result_exporter import ResultExporter
from desktop.editor.saved_result import ResultFile
from desktop.editor.saving import SaveRequest
from desktop.editor.variation_previews import VariationPreviews
from desktop.settings import SettingsStore
from desktop.system.drop_contents import dropped_paths, dropped_photo, photos_of
from desktop.text.bidi import isolated
from desktop.text.notices import Notice

#: The slot of the photo that is shown, among the worker's requests.
_SHOWN: Final = "shown"


class PhotoEditor(EditCommands):
    """The commands of the window on one photo at a time; owns the inference thread and the pool."""

    document_changed = Signal(object)  # PhotoDocument | None
    photos_changed = Signal(object)  # list[Path]: what was opened together
    activity_changed = Signal(str)
    model_changed = Signal(object)  # ModelReady | ModelFailed
    opened = Signal(Path)
    not_opened = Signal()
    saved = Signal(Path)
    copied = Signal(QImage)
    leaving_asked = Signal(object)  # what to call where a pasted picture may go
    saving_ended = Signal(bool)  # whether it went well

    def __init__(self, settings: SettingsStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.tasks = Tasks(self)
        self.worker = InferenceWorker(self)
        self.worker.answered.connect(self._answered, Qt.ConnectionType.QueuedConnection)
        self.variations = VariationPreviews(self.worker, self.tasks, self)
        self.autosave = EditAutosave(self)
        self.autosave.noticed.connect(self.noticed)
        self.autosave.written.connect(self.saving_ended)
        self.photos: list[Path] = []
        self.model: ModelReady | ModelFailed | None = None
        self._opening: Task | None = None
        self._activity = Activity(self)
        self._activity.changed.connect(self.activity_changed)
        self.repairs = PhotoRepairs(self.tasks, self._activity, self)
        self.repairs.noticed.connect(self.noticed)
        self.repairs.ready.connect(self._ask)
        self.exporter = ResultExporter(
            self.worker, self.tasks, self._activity, self.autosave, settings, self
        )
        self.exporter.saved.connect(self.saved)
        self.exporter.copied.connect(self.copied)
        self.exporter.noticed.connect(self.noticed)
        self.exporter.ended.connect(self.saving_ended)
        self._discarding = False

    def close(self) -> None:
        """Stop the threads; returns when they have ended. What is to be kept is kept before."""
        self.repairs.follow(None)
        self.variations.stop()
        self.autosave.close()
        self.worker.close()
        self.tasks.close()
        self.exporter.close()

    @property
    def size(self) -> int | None:
        """Short side of what the network sees, as the preferences say; None: the model's own."""
        return self._settings.value.size or None

    @property
    def saving(self) -> str:
        """What is being written: names of files, and of photos one has worked on."""
        return ", ".join(dict.fromkeys((*self.exporter.saving, *self.autosave.saving)))

    @property
    def unsaved_picture(self) -> bool:
        """Whether the picture has no file, and work on it that is in no result."""
        document = self.document
        return document is not None and document.would_be_lost and not self._discarding

    def discarding(self, go_on: Callable[[], None]) -> None:
        """Do what was asked about: the picture may go."""
        self._discarding = True
        go_on()

    def _leave(self, go_on: Callable[[], None]) -> None:
        """Do what takes the picture's place, or ask before."""
        if self.unsaved_picture:
            self.leaving_asked.emit(go_on)
        else:
            go_on()

    def load_model(self, request: LoadModel) -> None:
        """Open a model; the photo is colorized again with it."""
        self.model = None
        self._activity.set("model", self.tr("Opening the model…"))
        self.worker.ask(request)
        if self.document is not None:
            self._ask()

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open files and folders: the first photo is shown, the others can be chosen."""
        self._activity.set("open", self.tr("Looking for photos…"))
        self.tasks.run(lambda: photos_of(paths), self._found, self._open_failed)

    def open_path(
        self, path: Path, *, page: int = 0, salvage: bool = False, result: ResultFile | None = None
    ) -> None:
        """Open a photo, or a ``page`` of a document from 0, in place of what was being opened.

        ``salvage``: of a damaged one what can be decoded. ``result``: what was made of it.
        """
        words = self.tr("Opening {}…").format(isolated(path.name))
        read = partial(read_photo, path, page=page, salvage=salvage)
        self._leave(lambda: self._open(words, read, result, page))

    def step_page(self, by: int) -> None:
        """Open another page of the document, as far as there is one."""
        document = self.document
        if document is not None and document.photo.source is not None:
            page = document.page + by
            if 0 <= page < document.pages:
                self.open_path(document.photo.source, page=page, result=document.result_file)

    def open_photo(self, photo: Photo) -> None:
        """Open a picture that came without a file."""
        self._leave(lambda: self._open(self.tr("Opening…"), lambda: photo))

    def open_mime(self, mime: QMimeData) -> None:
        """Open what was dropped or pasted: files first, else the picture itself."""
        if paths := dropped_paths(mime):
            self.open_paths(paths)
        elif (photo := dropped_photo(mime)) is not None:
            self.open_photo(photo)
        else:
            self.noticed.emit(Notice(self.tr("There is no picture in the clipboard.")))

    def close_photo(self) -> None:
        """Close the photo; the window is empty then."""
        self._leave(self._close_photo)

    def _close_photo(self) -> None:
        if self._opening is not None:
            self._opening.cancel()
        self.worker.forget(_SHOWN)
        self._activity.forget()
        self._replace(None)

    def _found(self, photos: list[Path]) -> None:
        if not photos:
            self._activity.set("open", "")
            self.noticed.emit(Notice(self.tr("There are no photos in that folder.")))
            return
        self._leave(lambda: self._show_photos(photos))

    def _show_photos(self, photos: list[Path]) -> None:
        self.photos = photos
        self.photos_changed.emit(photos)
        self.open_path(photos[0])

    def _open(
        self, words: str, read: Callable[[], Photo], file: ResultFile | None = None, page: int = 0
    ) -> None:
        self._activity.set("open", words)
        if self._opening is not None:
            self._opening.cancel()
        self._opening = self.tasks.run(
            lambda: prepare_photo(read, page, file), self._opened, self._open_failed
        )

    def _opened(self, made: PreparedPhoto) -> None:
        self._opening = None  # it holds the photo
        self._activity.set("open", "")
        source = made.photo.source
        if self.document is not None:  # it may be the same photo
            self.autosave.remember(self.document)
        remembered = self.autosave.remembered(source, made.page)
        document = open_document(made, remembered, self)
        document.edited.connect(self._edited)
        self._replace(document)
        self._ask()
        if source is not None:
            self.opened.emit(source)
        if notice := opening_notice(made, self.start_afresh, known=remembered is not None):
            self.noticed.emit(notice)

    def _open_failed(self, error: AutochromeError) -> None:
        self._activity.set("open", "")
        self.not_opened.emit()
        rescue = rescue_choice(error, lambda path: self.open_path(path, salvage=True))
        self.noticed.emit(Notice.of(error, rescue))

    def _replace(self, document: PhotoDocument | None) -> None:
        old, self.document = self.document, document
        self.repairs.follow(document)
        self.variations.stop()
        self.autosave.follow(document)
        if old is not None:
            self.autosave.remember(old)
        self._discarding = False
        self.document_changed.emit(document)
        if old is not None:
            old.undo_stack.clear()  # a step that Python has looked at would keep its document
            old.deleteLater()

    @Slot(object, object)
    def _edited(self, before: Edit, now: Edit) -> None:
        if not before.same_colors(now):
            self._ask()

    @Slot()
    def _ask(self) -> None:
        if self.document is None or not self.repairs.is_ready:
            return
        if isinstance(self.model, ModelFailed):
            self._failed(self.model.error)
            return
        self._activity.set("colors", self.tr("Finding the colours…"))
        photo, edit = self.document.repaired.photo, self.document.edit
        self.worker.ask(Colorize(_SHOWN, photo, edit, edit.size or self.size))

    @Slot(object)
    def _answered(self, event: Event) -> None:
        match event:
            case ModelReady() | ModelFailed():
                self._model_answered(event)
            case Colorized(request, colorization) if self._is_shown(request):
                if self.document is not None:
                    if request.edit.same_colors(self.document.edit):  # no newer answer is to come
                        self._activity.set("colors", "")
                    self.document.set_colorization(colorization, request.edit)
            case ColorizeFailed(request, error) if self._is_shown(request):
                self._failed(error)

    def _is_shown(self, request: Colorize) -> bool:
        """A variation of a small photo is of the same pixels: its slot tells it."""
        shown = self.document is not None and request.photo is self.document.repaired.photo
        return shown and request.slot == _SHOWN

    def _model_answered(self, event: ModelReady | ModelFailed) -> None:
        self.model = event
        self.autosave.model = event.spec if isinstance(event, ModelReady) else None
        self._activity.set("model", "")
        self.model_changed.emit(event)
        if (notice := model_notice(event)) is not None:
            self.noticed.emit(notice)

    def _failed(self, error: AutochromeError) -> None:
        self._activity.set("colors", "")
        if self.document is not None and isinstance(error, AlreadyColoredError | UnsureTintError):
            self.document.set_refusal(error)  # a state, no news: the panel says it, and asks
        else:
            self.noticed.emit(Notice.of(error))

    def save(self, request: SaveRequest) -> None:
        """Write the result to a file, at full size."""
        self.exporter.save(self.document, request)

    def copy(self) -> None:
        """Render the result as a picture for the clipboard."""
        self.exporter.copy(self.document)
