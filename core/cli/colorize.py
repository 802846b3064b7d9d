"""``autochrome colorize``: each photo read, colorized and written, and one line for what failed."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from core.cli.console import note, output, print_error, with_progress_bar
from core.cli.exit_status import FAILED, OK, STOPPED, exit_status
from core.cli.options import ColorizeOptions
from core.cli.parser import STANDARD
from core.colorize.colorizer import Colorizer
from core.colorize.hints import parse_hint
from core.colorize.side_by_side import side_by_side
from core.errors import (
    AlreadyColoredError,
    AutochromeError,
    OutOfMemoryError,
    TargetExistsError,
    WriteError,
)
from core.files.atomic import check_target
from core.photo.photo import Photo
from core.photo.read import page_count, read_photo
from core.photo.write import encode_photo, write_photo
from core.planning import result_paths

#: What a sentence of `core`, which knows no options, asks for.
_OPTIONS: Final[Mapping[type[AutochromeError], str]] = {
    AlreadyColoredError: "--recolor",
    TargetExistsError: "--overwrite",
    OutOfMemoryError: "--size",
}


def run(options: ColorizeOptions) -> int:
    """Colorize what the command line names; returns the exit status."""
    try:
        colorizer = Colorizer(options.model.path, device=options.model.device)
    except AutochromeError as error:
        print_error(error)
        return exit_status(error)
    if colorizer.session.fallback_reason:
        note(colorizer.session.fallback_reason)
    run_through = _Run(options, colorizer)
    try:
        return run_through.all(with_progress_bar(options.photos, "Colorizing"))
    except KeyboardInterrupt:
        note(f"stopped early: {run_through.done} of {len(options.photos)} photos were colorized.")
        return STOPPED


def _read(source: str) -> Photo:
    content = sys.stdin.buffer.read() if source == STANDARD else Path(source)
    photo = read_photo(content)
    if photo.format == "tiff" and (pages := page_count(content)) > 1:
        note(f"{source}: of its {pages} pages only the first is colorized.")
    return photo


@dataclass
class _Run:
    """One command's photos, and what has been written so far."""

    options: ColorizeOptions
    colorizer: Colorizer
    done: int = 0
    written: set[Path] = field(default_factory=set)

    def all(self, sources: Iterable[str]) -> int:
        """Every photo, whatever happens to the others; the exit status."""
        status = OK
        for source in sources:
            try:
                self._one(source)
                self.done += 1
            except AutochromeError as error:
                print_error(error, Path(source), _OPTIONS.get(type(error)))
                status = FAILED
        return status

    def _one(self, source: str) -> None:
        photo = _read(source)
        target, name = self._target(source, photo)
        if target is not None:
            self._check(target, photo)
        options = self.options
        colorization = self.colorizer.colorize(
            photo,
            size=options.size,
            hints=[parse_hint(text, photo.width, photo.height) for text in options.hints],
            seed=options.seed,
            recolor=options.recolor,
        )
        result = colorization.render(options.look)
        if target is None:
            sys.stdout.buffer.write(encode_photo(result, name, options.save))
            return
        self._write(result, target, name)
        if options.before_after:
            both = side_by_side(photo, result)
            self._write(both, result_paths.before_after_path(target), name)

    def _target(self, source: str, photo: Photo) -> tuple[Path | None, str]:
        """Where the result goes (None: standard output) and in which format."""
        output, name = self.options.output, self.options.save.format
        several = len(self.options.photos) > 1
        if output == STANDARD or (output is None and source == STANDARD):
            target = None
        elif output is not None and not result_paths.names_folder(output, several=several):
            target = Path(output)
        else:
            name = name or result_paths.result_format(None, photo.format, photo.depth)
            path = Path("stdin" if source == STANDARD else source)
            folder = None if output is None else result_paths.make_folder(output)
            return result_paths.path_beside(path, name, folder), name
        return target, name or result_paths.result_format(target, photo.format, photo.depth)

    def _check(self, target: Path, photo: Photo) -> None:
        """Refuse before the work is done; writing looks again."""
        paths = [
            target,
            *([result_paths.before_after_path(target)] if self.options.before_after else []),
        ]
        for path in paths:
            check_target(path, photo.source, overwrite=self.options.overwrite)
            if path.resolve() in self.written:
                message = f"{path} is the result of an earlier photo of this command: rename one."
                raise WriteError(message, path)

    def _write(self, photo: Photo, target: Path, name: str) -> None:
        write_photo(
            photo,
            target,
            replace(self.options.save, format=name),
            overwrite=self.options.overwrite,
        )
        self.written.add(target.resolve())
        output(str(target))
