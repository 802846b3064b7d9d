"""Writes a result to a file; runs in the pool."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from core.colorize.colorization import Colorization
from core.colorize.look import Look
from core.colorize.side_by_side import side_by_side
from core.files.atomic import unwritable_error
from core.photo.photo import Photo
from core.photo.save_options import SaveOptions
from core.photo.write import write_photo
from core.planning.result_paths import before_after_path, path_beside, result_format


@dataclass(frozen=True)
class SaveRequest:
    """Where and how a result is written; ``before_after`` writes a second picture beside it."""

    target: Path
    options: SaveOptions
    overwrite: bool = False
    before_after: bool = False

    @property
    def targets(self) -> tuple[Path, ...]:
        """Every file that is written."""
        return (self.target, *([before_after_path(self.target)] if self.before_after else []))


@dataclass(frozen=True)
class SaveHabit:
    """How results are saved, whatever the photo.

    Attributes:
        format: empty is the photo's own.
        folder: None is beside the photo.
    """

    format: str
    quality: int
    folder: Path | None = None
    before_after: bool = False

    def request(self, photo: Photo, source: Path) -> SaveRequest:
        """How a photo is saved alike; ``source`` stands for one that came without a file."""
        name = self.format or result_format(None, photo.format, photo.depth)
        target = path_beside(source, name, self.folder)
        return SaveRequest(target, SaveOptions(name, self.quality), False, self.before_after)


def write_result(colorization: Colorization, look: Look, request: SaveRequest) -> Path:
    """Render a result at full size and write it; returns its path.

    Its folder is made where its parent is there.

    Raises:
        WriteError: it could not be written; never is the original replaced.
    """
    target, options, overwrite = request.target, request.options, request.overwrite
    _make_folder(target)
    write_photo(colorization.stream(look), target, options, overwrite=overwrite)
    if request.before_after:
        both = side_by_side(colorization.photo, colorization.render(look))
        write_photo(both, before_after_path(target), options, overwrite=overwrite)
    return target


def _make_folder(target: Path) -> None:
    """Not everybody has a folder of pictures yet; a long path that is not there is a slip."""
    try:
        target.parent.mkdir(exist_ok=True)
    except OSError as error:
        raise unwritable_error(target, error) from error
