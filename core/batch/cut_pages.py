"""Scanned pages cut into pictures: what `autochrome split` and the window write, and its report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from core.errors import WriteError
from core.files.atomic import check_target
from core.files.names import with_tail
from core.photo.cut import cut_photo
from core.photo.frame import Frame
from core.photo.photo import Photo
from core.photo.read import page_count, read_photo
from core.photo.save_options import SaveOptions
from core.photo.write import write_photo
from core.planning.result_paths import result_ending, result_format
from core.scans.border import without_border
from core.scans.report import SplitScan, scan_of, write_report


@dataclass(frozen=True)
class ScanPage:
    """A page of a scan's file.

    Attributes:
        number: from 0.
        count: of the file's pages.
    """

    path: Path
    number: int = 0
    count: int = 1

    @property
    def tail(self) -> str:
        """What its pictures' names say of the page: nothing where the file has but one."""
        return "" if self.count == 1 else f"_p{self.number + 1:03}"

    def read(self) -> Photo:
        """The page at its full size. Raises: PhotoError."""
        return read_photo(self.path, page=self.number)


def pages_of(path: Path) -> list[ScanPage]:
    """The pages of a scan's file. Raises: PhotoError."""
    count = page_count(path)
    return [ScanPage(path, number, count) for number in range(count)]


@dataclass
class PageCutter:
    """Writes the prints of pages into one folder, page by page.

    Attributes:
        output: the folder, which is there.
        save: a format of None keeps each scan's own.
        cut_borders: white borders are cut off.
        own_only: a picture that the report says is another scan's is an error, never replaced.
        wrote: is told of each picture.
        done: what was cut, for the report.
    """

    output: Path
    save: SaveOptions = field(default_factory=SaveOptions)
    cut_borders: bool = False
    overwrite: bool = False
    own_only: bool = False
    wrote: Callable[[Path], None] = lambda _path: None
    done: list[SplitScan] = field(default_factory=list)
    _written: set[Path] = field(default_factory=set)

    def cut(self, page: ScanPage, photo: Photo, frames: Sequence[Frame]) -> list[Path]:
        """Write the pictures of a page, numbered so that sorted names are in the frames' order.

        Args:
            page: where its pictures come from.
            photo: it as it was read.
            frames: in its pixels; none gives no picture.

        Raises:
            TargetExistsError: a picture is there already; none of the page is written.
            WriteError: it cannot be written, or is another scan's.
        """
        if self.cut_borders:
            frames = [without_border(photo.pixels, frame) for frame in frames]
        name = self.save.format or result_format(None, photo.format, photo.depth)
        targets = self._targets(page, photo, name, len(frames))
        for target, frame in zip(targets, frames, strict=True):
            piece, save = cut_photo(photo, frame), replace(self.save, format=name)
            write_photo(piece, target, save, overwrite=self.overwrite)
            self._written.add(target.resolve())
            self.wrote(target)
        size, found = (photo.width, photo.height), tuple(zip(targets, frames, strict=True))
        self.done.append(SplitScan(page.path, page.number, size, found))
        return targets

    def report(self) -> None:
        """Write what was cut into the folder's report. Raises: as `write_report`."""
        if self.done:
            write_report(self.output, self.done)

    def _targets(self, page: ScanPage, photo: Photo, name: str, count: int) -> list[Path]:
        ending, digits = result_ending(page.path, name), max(2, len(str(count)))
        place = self.output / page.path.name
        numbers = range(1, count + 1)
        targets = [with_tail(place, f"{page.tail}_{n:0{digits}}", ending) for n in numbers]
        for target in targets:
            check_target(target, photo.source, overwrite=self.overwrite)
            if target.resolve() in self._written or self._is_others(target, page.path):
                message = f"{target} is from another scan: rename one of them."
                raise WriteError(message, target)
        return targets

    def _is_others(self, target: Path, path: Path) -> bool:
        return self.own_only and scan_of(target) not in (None, str(path))
