"""Writes a result to a file; runs in the pool."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, count
from pathlib import Path
from typing import Final

from core.batch.result_files import page_target
from core.colorize.edits import Edit
from core.colorize.framing import finished, finished_photo
from core.files.atomic import unwritable_error
from core.files.names import with_tail
from core.photo.photo import Photo
from core.photo.save_options import SaveOptions
from core.photo.write import write_photo
from core.planning.result_paths import COLOR, before_after_path, path_beside, result_format
from core.sharing.side_by_side import side_by_side
from desktop.editor.repaired_result import Made, original_of

#: What Windows, which is the strictest, takes in no name.
_NOT_IN_NAMES: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


@dataclass(frozen=True)
class SaveRequest:
    """Where and how a result is written.

    Attributes:
        before_after: write a second picture beside it.
        versions: names of versions that are written beside it.
        pages: of the document, where all are written: into one TIFF, or a file each; 0: the one
            that is shown.
        in_place: `target` is the photo itself, a working copy that another program handed over.
    """

    target: Path
    options: SaveOptions
    overwrite: bool = False
    before_after: bool = False
    versions: tuple[str, ...] = ()
    pages: int = 0
    in_place: bool = False

    @property
    def is_split(self) -> bool:
        """Whether each page becomes a file."""
        return self.pages > 0 and self.options.format != "tiff"

    @property
    def targets(self) -> tuple[Path, ...]:
        """Every file that is written."""
        if self.is_split:
            return tuple(page_target(self.target, page, self.pages) for page in range(self.pages))
        both = [before_after_path(self.target)] if self.before_after else []
        return (self.target, *both, *version_paths(self.target, self.versions).values())


@dataclass(frozen=True)
class SaveHabit:
    """How results are saved, whatever the photo.

    Attributes:
        format: empty is the photo's own.
        folder: None is beside the photo.
        versions: whether those that have a name are saved too.
    """

    format: str
    quality: int
    folder: Path | None = None
    before_after: bool = False
    versions: bool = True

    def request(
        self,
        photo: Photo,
        source: Path,
        versions: Sequence[str] = (),
        page: int = 0,
        pages: int = 1,
        *,
        tail: str = COLOR,
    ) -> SaveRequest:
        """How a photo is saved alike; ``source`` stands for one that came without a file."""
        name = self.format or result_format(None, photo.format, photo.depth)
        target = page_path(path_beside(source, name, self.folder, tail=tail), page, pages)
        named = tuple(versions) if self.versions else ()
        options = SaveOptions(name, self.quality)
        return SaveRequest(target, options, False, self.before_after, named)


def page_path(target: Path, page: int, pages: int) -> Path:
    """The file of one page alone, from 0; of a photo that is no document as it is."""
    return page_target(target, page, pages) if pages > 1 else target


def version_paths(target: Path, names: Sequence[str]) -> dict[str, Path]:
    """``scan_color.jpg`` -> ``scan_color_warmer.jpg``: a file for each version's name."""
    paths: dict[str, Path] = {}
    for name in names:
        plain = _NOT_IN_NAMES.sub("_", name).rstrip(". ")
        tails = (f"_{plain}{number}" for number in chain([""], (f"_{n}" for n in count(2))))
        taken = {path.name.casefold() for path in paths.values()}
        named = (with_tail(target, tail) for tail in tails)
        paths[name] = next(path for path in named if path.name.casefold() not in taken)
    return paths


def write_result(made: Made, edit: Edit, request: SaveRequest) -> Path:
    """Render a result at full size and write it; returns its path.

    Its folder is made where its parent is there.

    Raises:
        WriteError: it could not be written; never is the original replaced, but where the request
            says that it is a working copy.
    """
    target, options, overwrite = request.target, request.options, request.overwrite
    make_folder(target)
    if request.in_place:  # decoded long ago: nothing is read from it any more
        whole = replace(finished_photo(made.render(edit.look), edit), source=None)
        return write_photo(whole, target, options, overwrite=True)
    write_photo(finished(made.stream(edit.look), edit), target, options, overwrite=overwrite)
    if request.before_after:
        before, after = original_of(made), made.render(edit.look)
        both = side_by_side(finished_photo(before, edit), finished_photo(after, edit))
        write_photo(both, before_after_path(target), options, overwrite=overwrite)
    return target


def make_folder(target: Path) -> None:
    """Make the folder of a file where its parent is there.

    Not everybody has a folder of pictures yet; a long path that is not there is a slip.

    Raises:
        UnwritableTargetError: it cannot be made.
    """
    try:
        target.parent.mkdir(exist_ok=True)
    except OSError as error:
        raise unwritable_error(target, error) from error
