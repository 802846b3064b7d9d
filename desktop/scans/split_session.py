"""`SplitSession`: pages are looked at one after another in the background, and cut in the end."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.batch.cut_pages import PageCutter, ScanPage
from core.errors import AutochromeError
from desktop.background.pool import Tasks
from desktop.scans.find_and_cut import CutOutcome, cut_pages, look_at, pages_in
from desktop.scans.page_frames import PageEntry, PageFrames


class SplitSession(QObject):
    """The pages of one window, and the one thread that reads them: a large scan fills memory.

    Attributes:
        pages: what is known of them.
        cutting: whether pictures are being written.
    """

    failed = Signal(object)  # AutochromeError
    looked = Signal()  # a page more was looked at, or none is left
    began = Signal(int, int)  # index of the page that is being cut, and of how many
    ended = Signal(object)  # CutOutcome

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pages = PageFrames(self)
        self.cutting = False
        self._tasks = Tasks(self, threads=1)
        self._stop = threading.Event()
        self._looking = False

    def add(self, paths: Sequence[Path]) -> None:
        """Add the pages of files and folders; their prints are looked for."""
        self._tasks.run(lambda: pages_in(paths), self._add, self.failed.emit)

    def cut(self, cutter: PageCutter, numbers: Sequence[int] | None = None) -> None:
        """Cut all pages, or some, into the cutter's folder; `ended` follows, or `failed`."""
        if self.cutting:
            return
        self.cutting = True
        self._stop.clear()
        work = self.pages.work()
        work = work if numbers is None else [work[number] for number in numbers]

        def began(index: int) -> None:
            self.began.emit(index, len(work))

        self._tasks.run(
            lambda: cut_pages(cutter, work, began, self._stop), self._ended, self._broke
        )

    def stop(self) -> None:
        """Finish the page in hand, and begin no other."""
        self._stop.set()

    def close(self) -> None:
        """End; returns when what runs has ended."""
        self._stop.set()
        self._tasks.close()

    def _add(self, found: tuple[list[ScanPage], list[AutochromeError]]) -> None:
        pages, errors = found
        self.pages.add(pages)
        for error in errors:
            self.failed.emit(error)
        self._look()
        self.looked.emit()

    def _look(self) -> None:
        page = next((each.page for each in self.pages.entries if each.waits), None)
        if page is not None and not self._looking:
            self._looking = True
            self._tasks.run(
                lambda: look_at(page),
                self._found,
                lambda error: self._found(PageEntry(page, error=error)),
            )

    def _found(self, entry: PageEntry) -> None:
        self._looking = False
        self.pages.put(entry)
        self._look()
        self.looked.emit()

    def _ended(self, outcome: CutOutcome) -> None:
        self.cutting = False
        self.ended.emit(outcome)

    def _broke(self, error: AutochromeError) -> None:
        self.cutting = False
        self.failed.emit(error)
