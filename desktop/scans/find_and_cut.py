"""What is done to pages in the background: read and looked through, and cut in the end."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice

from core.batch.cut_pages import PageCutter, ScanPage, pages_of
from core.errors import AutochromeError, InvalidDataError
from core.photo.frame import Frame
from core.photo.photo import Photo
from core.planning.result_paths import check_writable
from core.resize import resize_area
from core.scans.find import find_prints
from desktop.background.qimage import to_qimage
from desktop.scans.page_frames import PageEntry
from desktop.system.drop_contents import photos_of

#: Pixels of the long side of what is shown of a page: sides are seen to half a millimetre.
_SHOWN: Final = 1800
_QUALITY: Final = 90


@dataclass
class CutOutcome:
    """What became of the pages.

    Attributes:
        pictures: the files, in order.
        failed: pages that gave none, and why.
        stopped: the person stopped it before the end.
    """

    pictures: list[Path] = field(default_factory=list)
    failed: list[tuple[ScanPage, AutochromeError]] = field(default_factory=list)
    stopped: bool = False


def pages_in(paths: Sequence[Path]) -> tuple[list[ScanPage], list[AutochromeError]]:
    """All pages of files and of the photos in folders, and why some files gave none."""
    pages: list[ScanPage] = []
    errors: list[AutochromeError] = []
    for path in photos_of(paths):
        try:
            pages += pages_of(path)
        except AutochromeError as error:
            errors.append(error)
    return pages, errors


def look_at(page: ScanPage) -> PageEntry:
    """Read a page and find its prints; an entry that says why where that fails."""
    try:
        photo = page.read()
        frames = tuple(find_prints(photo.pixels))
    except AutochromeError as error:
        return PageEntry(page, error=error)
    except (MemoryError, OSError) as error:
        return PageEntry(page, error=InvalidDataError(str(error), page.path))
    size = (photo.width, photo.height)
    return PageEntry(page, size, _picture(photo), frames, frames)


def cut_pages(
    cutter: PageCutter,
    work: Sequence[tuple[ScanPage, Sequence[Frame]]],
    began: Callable[[int], None],
    stop: threading.Event,
) -> CutOutcome:
    """Cut page after page; one that fails costs itself alone. The report is written in any case.

    Args:
        cutter: knows the folder, and how pictures are stored.
        work: pages with their frames.
        began: is told of each page's index before it is read.
        stop: once it is set, the page in hand is finished and no other begun.

    Raises:
        WriteError: the folder cannot be made or written to.
        InvalidDataError: its report is another program's.
    """
    check_writable(cutter.output)
    outcome = CutOutcome()
    try:
        for index, (page, frames) in enumerate(work):
            if stop.is_set():
                outcome.stopped = True
                break
            began(index)
            try:
                outcome.pictures += cutter.cut(page, page.read(), frames)
            except AutochromeError as error:
                outcome.failed.append((page, error))
    finally:
        cutter.report()
    return outcome


def _picture(photo: Photo) -> bytes:
    scale = min(1.0, _SHOWN / max(photo.width, photo.height))
    size = max(1, round(photo.height * scale)), max(1, round(photo.width * scale))
    image = to_qimage(resize_area(photo.pixels, *size))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPG", _QUALITY)  # type: ignore[call-overload]
    return bytes(buffer.data().data())
