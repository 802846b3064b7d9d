"""`PageFrames`: the pages that are to be cut, the frames on each, and what a person did to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import count

from PySide6.QtCore import QByteArray, QObject, Signal
from PySide6.QtGui import QImage, QUndoCommand, QUndoStack

from core.batch.cut_pages import ScanPage
from core.errors import AutochromeError
from core.photo.frame import Frame

Frames = tuple[Frame, ...]
_gestures = count(1)


def new_gesture() -> int:
    """A number for one pull with the mouse: its changes are one step to undo."""
    return next(_gestures)


@dataclass(frozen=True)
class PageEntry:
    """A page and what is known of it.

    Attributes:
        size: its width and height in pixels, once it was read.
        picture: a small picture of it as JPEG: many pages are kept at once.
        found: frames of the prints that were found, in its pixels.
        frames: those that it is cut by; None until prints were looked for.
        error: why it cannot be read.
    """

    page: ScanPage
    size: tuple[int, int] = (0, 0)
    picture: bytes = b""
    found: Frames = ()
    frames: Frames | None = None
    error: AutochromeError | None = None

    @property
    def waits(self) -> bool:
        """Whether prints are still to be looked for."""
        return self.frames is None and self.error is None

    def image(self) -> QImage:
        """The small picture."""
        return QImage.fromData(QByteArray(self.picture))


class PageFrames(QObject):
    """Pages in their order; every change of frames is a step to undo."""

    added = Signal(int)  # index of the first of those that are new
    changed = Signal(int)  # index of the page

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: list[PageEntry] = []
        self.undo_stack = QUndoStack(self)

    def add(self, pages: Iterable[ScanPage]) -> None:
        """Append pages that are not there yet."""
        there = {(entry.page.path, entry.page.number) for entry in self.entries}
        new = [PageEntry(page) for page in pages if (page.path, page.number) not in there]
        first = len(self.entries)
        self.entries += new
        if new:
            self.added.emit(first)

    def put(self, entry: PageEntry) -> None:
        """Show what was found on a page; no step to undo."""
        index = next(i for i, other in enumerate(self.entries) if other.page == entry.page)
        self.entries[index] = entry
        self.changed.emit(index)

    def set_frames(
        self, index: int, frames: Sequence[Frame], step: str, gesture: int | None = None
    ) -> None:
        """Change the frames of a page; steps of one gesture are one."""
        if tuple(frames) != self.entries[index].frames:
            self.undo_stack.push(_Change(self, index, tuple(frames), step, gesture))

    def apply(self, index: int, frames: Frames) -> None:
        """Let a page have these frames: called by the steps."""
        self.entries[index] = replace(self.entries[index], frames=frames)
        self.changed.emit(index)

    @property
    def waiting(self) -> int:
        """How many pages are still to be looked at."""
        return sum(entry.waits for entry in self.entries)

    @property
    def prints(self) -> int:
        """How many pictures all pages give."""
        return sum(len(entry.frames or ()) for entry in self.entries)

    def work(self) -> list[tuple[ScanPage, Frames]]:
        """Every page that could be read, and its frames."""
        return [(each.page, each.frames) for each in self.entries if each.frames is not None]


class _Change(QUndoCommand):
    """Other frames on a page."""

    def __init__(
        self, pages: PageFrames, index: int, frames: Frames, step: str, gesture: int | None
    ) -> None:
        super().__init__(step)
        self._pages, self._gesture = pages, gesture
        self.index, self.after = index, frames
        self._before: Frames = pages.entries[index].frames or ()

    def id(self) -> int:
        return -1 if self._gesture is None else self._gesture

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Change) or other.index != self.index:
            return False
        self.after = other.after
        return True

    def undo(self) -> None:
        self._pages.apply(self.index, self._before)

    def redo(self) -> None:
        self._pages.apply(self.index, self.after)
