"""Writes a result to a file; runs in the pool."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from core.colorize.colorization import Colorization
from core.colorize.look import Look
from core.colorize.side_by_side import side_by_side
from core.files.atomic import unwritable_error
from core.photo.photo import Photo
from core.photo.write import write_photo
from core.planning.result_paths import before_after_path


@dataclass(frozen=True)
class SaveRequest:
    """Target and format of a result; ``before_after`` writes a second picture beside it."""

    target: Path
    format: str
    quality: int = 92
    depth: int | None = None
    overwrite: bool = False
    before_after: bool = False


def write_result(colorization: Colorization, look: Look, request: SaveRequest) -> Path:
    """Render at full size and write; the target. Its folder is made where its parent is there.

    Raises:
        WriteError: it could not be written; never is the original replaced.
    """
    result = colorization.render(look)

    def write(photo: Photo, target: Path) -> None:
        write_photo(
            photo,
            target,
            format=request.format,
            quality=request.quality,
            depth=request.depth,
            overwrite=request.overwrite,
        )

    _make_folder(request.target)
    write(result, request.target)
    if request.before_after:
        write(side_by_side(colorization.photo, result), before_after_path(request.target))
    return request.target


def _make_folder(target: Path) -> None:
    """Not everybody has a folder of pictures yet; a long path that is not there is a slip."""
    try:
        target.parent.mkdir(exist_ok=True)
    except OSError as error:
        raise unwritable_error(target, error) from error
