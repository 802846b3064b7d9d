"""``autochrome split``: scanned pages read, their prints found, cut and written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from core.cli.console import note, output, print_error, with_progress_bar
from core.cli.exit_status import FAILED, OK, STOPPED
from core.cli.failed_photo import overwrite_option, say_failure
from core.cli.options import SplitOptions
from core.errors import WriteError
from core.files.atomic import check_target
from core.files.names import with_tail
from core.photo.cut import cut_photo
from core.photo.frame import Frame
from core.photo.photo import Photo
from core.photo.read import page_count, read_photo
from core.photo.write import write_photo
from core.planning.result_paths import check_writable, result_ending, result_format
from core.planning.source_photo import SourcePhoto
from core.planning.walk import Walk
from core.scans.border import without_border
from core.scans.find import find_prints
from core.scans.report import SplitScan, scan_of, write_report


def run(options: SplitOptions) -> int:
    """Split what the command line names; returns the exit status."""
    check_writable(options.output)
    walk = Walk(options.scans, recursive=options.recursive, output=options.output)
    scans = list(walk)
    for trouble in walk.troubles:
        print_error(trouble)
    work = Splitter(options)
    status = FAILED if walk.troubles else OK
    try:
        status = max(status, work.all(with_progress_bar(scans, "Splitting")))
    except KeyboardInterrupt:
        note("stopped early.")
        status = STOPPED
    if work.done:
        write_report(options.output, work.done)
    pieces = sum(len(scan.prints) for scan in work.done)
    note(f"{pieces} pictures from {len(work.done)} scanned pages.")
    return status


@dataclass
class Splitter:
    """Scans of one command, and what has been written so far.

    Attributes:
        say: is told of each picture's path.
        own_only: a picture that the report says is another scan's is an error, never replaced.
        done: what was found, for the report.
    """

    options: SplitOptions
    say: Callable[[str], None] = output
    own_only: bool = False
    done: list[SplitScan] = field(default_factory=list)
    _written: set[Path] = field(default_factory=set)

    def all(self, scans: Iterable[SourcePhoto]) -> int:
        """Every scan, whatever happens to the others; the exit status."""
        status = OK
        for scan in scans:
            try:
                self.file(scan.path)
            except KeyboardInterrupt:
                raise
            except BaseException as error:  # noqa: BLE001  (one bad photo costs one photo)
                say_failure(str(scan.path), error, overwrite_option, json=False)
                status = FAILED
        return status

    def file(self, path: Path) -> list[Path]:
        """All pages of a scan; the pictures they became. Raises: PhotoError, WriteError."""
        pages = page_count(path)
        tails = [""] if pages == 1 else [f"_p{page + 1:03}" for page in range(pages)]
        return [piece for page, tail in enumerate(tails) for piece in self._page(path, page, tail)]

    def _page(self, path: Path, page: int, tail: str) -> list[Path]:
        photo = read_photo(path, page=page)
        frames = find_prints(photo.pixels)
        if self.options.cut_borders:
            frames = [without_border(photo.pixels, frame) for frame in frames]
        targets = self._targets(photo, path, tail, len(frames))
        for target, frame in zip(targets, frames, strict=True):
            self._write(photo, frame, target)
        size = (photo.width, photo.height)
        found = tuple(zip(targets, frames, strict=True))
        self.done.append(SplitScan(path, page, size, found))
        if not frames:
            note(f"{path}: nothing lies on it.")
        return targets

    def _targets(self, photo: Photo, path: Path, tail: str, count: int) -> list[Path]:
        """Numbered so that their names sort as the page is read; none is there already."""
        name = self.options.save.format or result_format(None, photo.format, photo.depth)
        ending = result_ending(path, name)
        digits = max(2, len(str(count)))
        place = self.options.output / path.name
        targets = [with_tail(place, f"{tail}_{n:0{digits}}", ending) for n in range(1, count + 1)]
        for target in targets:
            check_target(target, photo.source, overwrite=self.options.overwrite)
            if target.resolve() in self._written or self._is_others(target, path):
                message = f"{target} is from another scan: rename one of them."
                raise WriteError(message, target)
        return targets

    def _is_others(self, target: Path, path: Path) -> bool:
        return self.own_only and scan_of(target) not in (None, str(path))

    def _write(self, photo: Photo, frame: Frame, target: Path) -> None:
        piece = cut_photo(photo, frame)
        name = self.options.save.format or result_format(None, photo.format, photo.depth)
        save = replace(self.options.save, format=name)
        write_photo(piece, target, save, overwrite=self.options.overwrite)
        self._written.add(target.resolve())
        self.say(str(target))
