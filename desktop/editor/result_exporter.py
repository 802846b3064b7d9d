"""`ResultExporter`: the result of a document, written to a file or handed to the clipboard."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from core.colorize.edits import Edit
from core.colorize.sidecar import read_sidecar
from core.errors import AutochromeError
from core.photo.read import read_photo
from desktop.background.inference_thread import InferenceWorker
from desktop.background.pool import Tasks
from desktop.background.qimage import to_qimage
from desktop.editor.activity import Activity
from desktop.editor.autosave import EditAutosave
from desktop.editor.document import PhotoDocument
from desktop.editor.fresh_colors import FreshColors
from desktop.editor.repaired_photo import repaired_photo
from desktop.editor.repaired_result import Made
from desktop.editor.saved_result import SavedResult, Seen, shown_photo
from desktop.editor.saving import SaveRequest, version_paths, write_result
from desktop.editor.series_exporter import FilesSink, Picture, SeriesExporter, Sink, TiffSink
from desktop.settings import SettingsStore
from desktop.text.bidi import isolated
from desktop.text.notices import Notice

T = TypeVar("T")
P = TypeVar("P")
Failed = Callable[[AutochromeError], None]


class ResultExporter(QObject):
    """Renders results at full size in the pool; a document without colours has none."""

    saved = Signal(Path)
    copied = Signal(QImage)
    noticed = Signal(object)  # Notice
    ended = Signal(bool)  # whether a file is there, or was not to be

    def __init__(
        self,
        worker: InferenceWorker,
        tasks: Tasks,
        activity: Activity,
        autosave: EditAutosave,
        settings: SettingsStore,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._worker, self._tasks, self._activity = worker, tasks, activity
        self._autosave, self._settings = autosave, settings
        self._writing = Tasks(self, threads=1)  # of two results of one name the later one stays
        self._newest: dict[tuple[Path, Path | int], object] = {}  # of what, from which photo
        self._in_hand: list[str] = []
        self._series: list[SeriesExporter] = []

    @property
    def saving(self) -> tuple[str, ...]:
        """Names of the files that are being written."""
        return tuple(map(isolated, self._in_hand))

    def save(self, document: PhotoDocument | None, request: SaveRequest) -> None:
        """Write the result as it is now; ``saved`` carries its path."""
        if document is None or document.made is None:
            return
        self._begin(request.target.name)
        if request.pages:
            self._save_pages(document, request)
        else:
            self._save_shown(document, request)

    def _save_shown(self, document: PhotoDocument, request: SaveRequest) -> None:
        """Of two that are saved under one name the later one stays."""
        edit, name = document.edit, request.target.name
        versions = {name: document.versions[name] for name in request.versions}
        # what this window still writes of the same photo is no stranger's file
        key = request.target, document.photo.source or document.number
        request = replace(request, overwrite=request.overwrite or key in self._newest)
        newest = self._newest[key] = object()

        def write(made: Made) -> None:
            if self._newest.get(key) is newest:
                work = partial(write_result, made, edit, request)
                self._writing.run(work, partial(saved, made), fail)
            else:  # it was saved again while its colours were on their way
                self._end_saving(name)
                self.ended.emit(True)

        def saved(made: Made, target: Path) -> None:
            ended()
            document.exported.append(edit)
            if versions:
                self._save_versions(document, request, versions, made, edit)
            else:
                self._saved(request, target)

        def fail(error: AutochromeError) -> None:
            ended()
            self._not_saved(request.target, error)

        def ended() -> None:
            if self._newest.get(key) is newest:
                del self._newest[key]

        self._colored(document, write, fail)

    def _colored(
        self,
        document: PhotoDocument,
        go: Callable[[Made], None],
        failed: Failed,
    ) -> None:
        """Go on with the colours of the present edit: at once, or when they have come."""
        if document.made is not None and document.is_up_to_date:
            go(document.made)
        else:
            size = self._settings.value.size or None
            fresh = FreshColors(self._worker, size, go, failed, self)
            fresh.ask(self._tasks, document.photo, document.edit, document.page)

    def close(self) -> None:
        """Leave nothing half written; the pool has ended by then."""
        self._writing.close()
        for series in self._series:
            series.close()

    def _save_versions(
        self,
        document: PhotoDocument,
        request: SaveRequest,
        versions: Mapping[str, Edit],
        made: Made,
        edit: Edit,
    ) -> None:
        """The named versions, each in a file beside the result."""
        photo = document.photo
        pictures = [
            Picture(
                partial(repaired_photo, photo, each, document.page),
                each,
                made if each.same_colors(edit) else None,
            )
            for each in versions.values()
        ]
        targets = list(version_paths(request.target, list(versions)).values())

        def done() -> None:
            document.exported.extend(versions.values())
            self._saved(request, request.target)

        self._run(pictures, FilesSink(targets, request), request.target, done)

    def _save_pages(self, document: PhotoDocument, request: SaveRequest) -> None:
        """Every page of the document, as each was left."""
        source = document.photo.source
        assert source is not None  # noqa: S101  (pages are a file's)
        pictures = [self._page(document, source, page) for page in range(request.pages)]
        sink = (
            FilesSink(request.targets, request) if request.is_split else TiffSink(source, request)
        )
        shown = request.targets[document.page if request.is_split else 0]
        self._run(pictures, sink, request.target, lambda: self._saved(request, shown))

    def _page(self, document: PhotoDocument, source: Path, page: int) -> Picture:
        if page == document.page and document.is_up_to_date:
            shown = document.repaired.photo
            return Picture(lambda: shown, document.edit, document.made)
        if page == document.page:
            edit, photo = document.edit, document.photo
            return Picture(lambda: repaired_photo(photo, edit, page), edit)
        remembered = self._autosave.remembered(source, page)
        left = remembered.work.edit if remembered else read_sidecar(source, page) or Edit()
        return Picture(lambda: repaired_photo(read_photo(source, page=page), left, page), left)

    def _run(
        self, pictures: Sequence[Picture], sink: Sink, target: Path, done: Callable[[], None]
    ) -> None:
        series = SeriesExporter(self._worker, self._tasks, sink, self._settings.value.size or None)
        series.setParent(self)

        def ended(error: AutochromeError | None) -> None:
            self._series.remove(series)
            series.deleteLater()
            if error is not None:
                self._not_saved(target, error)
                return
            done()
            for left_out in series.left_out:
                self.noticed.emit(Notice.of(left_out))

        self._series.append(series)
        series.ended.connect(ended)
        series.run(pictures)

    def _begin(self, name: str) -> None:
        self._activity.set("save", self.tr("Saving {}…").format(isolated(name)))
        self._in_hand.append(name)

    def _saved(self, request: SaveRequest, target: Path) -> None:
        self._end_saving(request.target.name)
        self.saved.emit(target)
        self.ended.emit(True)

    def _not_saved(self, target: Path, error: AutochromeError) -> None:
        self._end_saving(target.name)
        self.noticed.emit(Notice.of(error))
        self.ended.emit(False)

    def make(self, document: PhotoDocument, name: str, work: Callable[[Made], T]) -> Future[T]:
        """Have ``work`` make a file of the result as it is now, in the pool.

        As `save` does it: with the colours of the present edit, at once or when they have come;
        ``name`` is said meanwhile, and waited for where the window is closed. Where it fails that
        is said too. The future ends on the window's thread.
        """
        return self._make(name, work, partial(self._colored, document))

    def make_seen(self, document: PhotoDocument, name: str, work: Callable[[Seen], T]) -> Future[T]:
        """`make` of what is seen: a saved result as it is, as long as nothing is changed."""
        return self._make(name, work, partial(self._seen, document))

    def _make(
        self,
        name: str,
        work: Callable[[P], T],
        colored: Callable[[Callable[[P], None], Failed], None],
    ) -> Future[T]:
        made: Future[T] = Future()
        self._begin(name)

        def go(seen: P) -> None:
            if made.set_running_or_notify_cancel():
                self._tasks.run(partial(work, seen), done, failed)
            else:
                ended(well=True)

        def done(value: T) -> None:
            ended(well=True)
            made.set_result(value)

        def failed(error: AutochromeError) -> None:
            self.noticed.emit(Notice.of(error))
            ended(well=False)
            if not made.cancelled():
                made.set_exception(error)

        def ended(*, well: bool) -> None:
            self._end_saving(name)
            self.ended.emit(well)

        colored(go, failed)
        return made

    def _seen(self, document: PhotoDocument, go: Callable[[Seen], None], failed: Failed) -> None:
        """Go on with what is seen; where that is colours, with those of the present edit."""
        if isinstance(document.shown, SavedResult):
            go(document.shown)
        else:
            self._colored(document, go, failed)

    def copy(self, document: PhotoDocument | None) -> None:
        """Render the result as it is now; ``copied`` carries its picture."""
        if document is None or document.shown is None:
            return
        edit = document.edit
        self._activity.set("copy", self.tr("Copying…"))

        def go(seen: Seen) -> None:
            picture = partial(shown_photo, seen, edit)
            self._tasks.run(lambda: to_qimage(picture().pixels), self._copied, self._failed)

        self._seen(document, go, self._failed)

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
