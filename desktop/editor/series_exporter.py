"""`SeriesExporter`: colorizes and writes several pictures of one file, one after another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal, Slot

from core.colorize.edits import Edit
from core.colorize.framing import finished_photo
from core.errors import AlreadyColoredError, AutochromeError, PhotoError, UnsureTintError
from core.photo.multipage_tiff import MultiPageTiffWriter
from core.photo.photo import Photo
from core.photo.write import write_photo
from core.repair.edits import RepairEdit
from desktop.background.inference_thread import InferenceWorker
from desktop.background.pool import Tasks
from desktop.background.requests import Colorize, Colorized, ColorizeFailed, Event, Rank
from desktop.editor.repaired_result import Made
from desktop.editor.saving import SaveRequest, make_folder


@dataclass(frozen=True, eq=False)
class Picture:
    """One picture of a series.

    Attributes:
        read: gives the photo; called in the pool.
        made: its colours, where they are there already.
    """

    read: Callable[[], Photo]
    edit: Edit
    made: Made | None = None


class Sink(Protocol):
    """Where the pictures of a series go; called in the pool."""

    def append(self, at: int, photo: Photo) -> None:
        """Write one picture, of a number from 0."""

    def commit(self) -> None:
        """Let appear what has been written."""

    def abandon(self) -> None:
        """Leave nothing half written."""


class FilesSink:
    """A `Sink` of a file for each picture."""

    def __init__(self, targets: Sequence[Path], request: SaveRequest) -> None:
        self._targets, self._request = targets, request

    def append(self, at: int, photo: Photo) -> None:
        """Write one picture, of a number from 0. Raises: WriteError."""
        request = self._request
        make_folder(self._targets[at])
        write_photo(photo, self._targets[at], request.options, overwrite=request.overwrite)

    def commit(self) -> None:
        """Each file is there already."""

    def abandon(self) -> None:
        """Files are written whole or not at all."""


class TiffSink:
    """A `Sink` of one TIFF with all pictures."""

    def __init__(self, source: Path, request: SaveRequest) -> None:
        self._source, self._request = source, request
        self._writer: MultiPageTiffWriter | None = None

    def append(self, _at: int, photo: Photo) -> None:
        """Add a page. Raises: WriteError."""
        request = self._request
        if self._writer is None:
            make_folder(request.target)
            self._writer = MultiPageTiffWriter(
                request.target, self._source, overwrite=request.overwrite
            )
        self._writer.append(photo, depth=request.options.depth, provenance=photo.provenance)

    def commit(self) -> None:
        """Let the file appear. Raises: WriteError."""
        if self._writer is not None:
            self._writer.commit()
            self._writer = None

    def abandon(self) -> None:
        """Delete what has been written."""
        if self._writer is not None:
            self._writer.abandon()
            self._writer = None


class SeriesExporter(QObject):
    """Runs one series; the network sees a picture when nothing more urgent waits.

    A picture that has colours already goes on as it is; one that cannot be read is left out.

    Args:
        size: short side of what the network sees, where an edit says nothing of it.
    """

    ended = Signal(object)  # AutochromeError | None

    def __init__(
        self,
        worker: InferenceWorker,
        tasks: Tasks,
        sink: Sink,
        size: int | None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._worker, self._tasks, self._sink, self._size = worker, tasks, sink, size
        self._rest: Iterator[tuple[int, Picture]] = iter(())
        self._at = 0
        self._asked: Colorize | None = None
        #: why pictures were left out
        self.left_out: list[AutochromeError] = []
        worker.answered.connect(self._answered, Qt.ConnectionType.QueuedConnection)

    def run(self, pictures: Sequence[Picture]) -> None:
        """Begin with the first picture."""
        self._rest = iter(list(enumerate(pictures)))
        self._next()

    def close(self) -> None:
        """Give up; the pool has ended by then."""
        self._sink.abandon()

    def _next(self, _written: None = None) -> None:
        self._asked = None
        found = next(self._rest, None)
        if found is None:
            self._tasks.run(self._sink.commit, self._end, self._fail)
            return
        self._at, picture = found
        if picture.made is not None:
            self._render(picture.made, picture.edit)
        else:
            edit = picture.edit
            self._tasks.run(picture.read, lambda photo: self._ask(photo, edit), self._leave_out)

    def _ask(self, photo: Photo, edit: Edit) -> None:
        self._asked = Colorize(self, photo, edit, edit.size or self._size, Rank.LATER)
        self._worker.ask(self._asked)

    @Slot(object)
    def _answered(self, event: Event) -> None:
        if not isinstance(event, Colorized | ColorizeFailed) or event.request is not self._asked:
            return
        if isinstance(event, Colorized):
            self._render(event.colorization, event.request.edit)
        elif isinstance(event.error, AlreadyColoredError | UnsureTintError):
            self._keep(event.request.photo, event.request.edit)
        else:
            self._fail(event.error)

    def _keep(self, photo: Photo, edit: Edit) -> None:
        """One that keeps its colours: a result where it was repaired, else the photo as it is."""
        untouched = edit.repair.asked == RepairEdit()
        self._write(lambda: photo if untouched else finished_photo(photo, edit))

    def _render(self, made: Made, edit: Edit) -> None:
        self._write(lambda: finished_photo(made.render(edit.look), edit))

    def _write(self, picture: Callable[[], Photo]) -> None:
        at = self._at
        self._tasks.run(lambda: self._sink.append(at, picture()), self._next, self._fail)

    def _leave_out(self, error: AutochromeError) -> None:
        if not isinstance(error, PhotoError):
            self._fail(error)
            return
        self.left_out.append(error)
        self._next()

    def _fail(self, error: AutochromeError) -> None:
        self._asked = None
        self._tasks.run(self._sink.abandon, lambda _none: self.ended.emit(error), self.ended.emit)

    def _end(self, _committed: None) -> None:
        self.ended.emit(None)
