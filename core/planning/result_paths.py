"""Paths, endings and formats of results, where no template names them."""

from __future__ import annotations

import os
from collections.abc import Collection
from itertools import chain, count
from pathlib import Path
from typing import Final

from core.errors import UnwritableTargetError, system_reason
from core.files.names import with_tail
from core.photo.formats import WRITABLE, target_format

COLOR: Final = "_color"
REPAIRED: Final = "_repaired"
_BEFORE_AFTER: Final = "_before_after"


def names_folder(output: str, *, several: bool = False) -> bool:
    """Whether ``-o`` names a folder: it is one, it ends in a slash, or it must hold several."""
    return several or output.endswith(("/", os.sep)) or Path(output).is_dir()


def make_folder(output: str) -> Path:
    """The folder ``output``, made where it is not there.

    Raises:
        UnwritableTargetError: it cannot be made.
    """
    folder = Path(output)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"the folder {folder} cannot be made: {system_reason(error)}."
        raise UnwritableTargetError(message, folder) from error
    return folder


def check_writable(folder: Path) -> None:
    """Make a folder where it is not there, before hours of work are meant for it.

    Raises:
        UnwritableTargetError: it cannot be made, or files cannot be made in it.
    """
    make_folder(str(folder))
    if not os.access(folder, os.W_OK):
        message = f"writing into the folder {folder} is not permitted: choose another one."
        raise UnwritableTargetError(message, folder)


def result_format(target: Path | None, photo_format: str, depth: int) -> str:
    """The format of a result where none was asked for.

    It is what ``target``'s name says; without a target the photo's own; and where that cannot be
    written (a camera's raw file), TIFF for 16 bits and JPEG for 8.

    Raises:
        UnwritableTargetError: the target's name says no format that can be written.
    """
    if target is not None:
        return target_format(target)
    if photo_format in WRITABLE:
        return photo_format
    return "tiff" if depth == 16 else "jpeg"


def path_beside(
    source: Path,
    name: str,
    folder: Path | None = None,
    taken: Collection[Path] = (),
    *,
    tail: str = COLOR,
) -> Path:
    """``scan.tif`` -> ``scan_color.tif`` in its own folder or another, for the format ``name``.

    The ending stays as the photo has it where it says that format already (``.jpeg``, ``.TIF``).
    A name that is too long is cut (`core.files.names`), and numbered where that makes it one of
    `taken`, which are paths without links.
    """
    beside = (folder or source.parent) / source.name
    ending = result_ending(source, name)
    path = with_tail(beside, tail, ending)
    if path.name == f"{source.stem}{tail}{ending}":
        return path
    numbered = (with_tail(beside, f"{tail}_{number}", ending) for number in count(2))
    return next(one for one in chain([path], numbered) if one.resolve() not in taken)


def result_ending(source: Path, name: str) -> str:
    """The ending of a result in the format ``name``: the photo's own where it says that."""
    return source.suffix if _names_format(source, name) else WRITABLE[name]


def before_after_path(target: Path) -> Path:
    """``scan_color.tif``, ``scan_repaired.tif`` -> ``scan_before_after.tif``."""
    stem = target.stem.removesuffix(COLOR).removesuffix(REPAIRED)
    return with_tail(target.with_stem(stem), _BEFORE_AFTER)


def has_result_name(path: Path) -> bool:
    """Whether a file is called as `path_beside` and `before_after_path` call results."""
    return path.stem.endswith((COLOR, _BEFORE_AFTER))


def _names_format(path: Path, name: str) -> bool:
    try:
        return target_format(path) == name
    except UnwritableTargetError:
        return False
