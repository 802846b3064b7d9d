"""``autochrome split``: scanned pages read, their prints found, cut and written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from core.batch.cut_pages import PageCutter, ScanPage, pages_of
from core.cli.console import counted, note, output, print_error, with_progress_bar
from core.cli.exit_status import FAILED, OK, STOPPED
from core.cli.failed_photo import overwrite_option, say_failure
from core.cli.split_options import SplitOptions
from core.planning.result_paths import check_writable
from core.planning.source_photo import SourcePhoto
from core.planning.walk import Walk
from core.scans.find import find_prints


def run(options: SplitOptions) -> int:
    """Split what the command line names; returns the exit status."""
    check_writable(options.output)
    walk = Walk(options.scans, recursive=options.recursive, output=options.output)
    scans = list(walk)
    for trouble in walk.troubles:
        print_error(trouble)
    cutter = page_cutter(options, wrote=lambda path: output(str(path)))
    status = FAILED if walk.troubles else OK
    try:
        status = max(status, _split_all(cutter, with_progress_bar(scans, "Splitting")))
    except KeyboardInterrupt:
        note("stopped early.")
        status = STOPPED
    cutter.report()
    pieces = sum(len(scan.prints) for scan in cutter.done)
    note(f"{counted(pieces, 'picture')} from {counted(len(cutter.done), 'scanned page')}.")
    return status


def page_cutter(
    options: SplitOptions, wrote: Callable[[Path], None], *, own_only: bool = False
) -> PageCutter:
    """What cuts as the options say."""
    return PageCutter(
        options.output,
        options.save,
        cut_borders=options.cut_borders,
        overwrite=options.overwrite,
        own_only=own_only,
        wrote=wrote,
    )


def split_file(cutter: PageCutter, path: Path) -> list[Path]:
    """All pages of a scan; the pictures they became. Raises: PhotoError, WriteError."""
    return [piece for page in pages_of(path) for piece in _split_page(cutter, page)]


def _split_page(cutter: PageCutter, page: ScanPage) -> list[Path]:
    photo = page.read()
    frames = find_prints(photo.pixels)
    if not frames:
        note(f"{page.path}: nothing lies on it.")
    return cutter.cut(page, photo, frames)


def _split_all(cutter: PageCutter, scans: Iterable[SourcePhoto]) -> int:
    """Every scan, whatever happens to the others; the exit status."""
    status = OK
    for scan in scans:
        try:
            split_file(cutter, scan.path)
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # noqa: BLE001  (one bad photo costs one photo)
            say_failure(str(scan.path), error, overwrite_option, json=False)
            status = FAILED
    return status
