"""Opens a photo for the window: its pyramid and its sidecar; runs in the pool."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from core.colorize.edits import Edit
from core.colorize.sidecar import Work, load_sidecar
from core.errors import PhotoError
from core.photo.photo import Photo
from core.photo.read import page_count
from desktop.background.pyramid import Pyramid
from desktop.editor.saved_result import ResultFile, SavedResult, saved_result

#: Formats of files that may have several pages.
_DOCUMENTS: Final = ("tiff", "pdf")


@dataclass(frozen=True, eq=False)
class PreparedPhoto:
    """What a document is made of.

    Attributes:
        earlier: the work that lies beside the file.
        page: which page of the file it is, from 0, of so many ``pages``.
        asked: the edit that it is to be opened with; None: as it was left.
        file: what was made of it with that, and is to be shown.
        result: as it was read.
        trouble: why it is not.
    """

    photo: Photo
    pyramid: Pyramid
    earlier: Work
    page: int = 0
    pages: int = 1
    asked: Edit | None = None
    file: ResultFile | None = None
    result: SavedResult | None = None
    trouble: PhotoError | None = None


def prepare_photo(
    read: Callable[[], Photo], page: int = 0, file: ResultFile | None = None
) -> PreparedPhoto:
    """Read a photo, or a page of a document, with its sidecar and build its pyramid.

    ``file`` is what was made of it, and is to be shown.

    Raises:
        PhotoError: it cannot be read.
    """
    photo = read()
    if photo.source is None:
        return PreparedPhoto(photo, Pyramid.of(photo), Work())
    whole = photo.salvaged is None
    pages = page_count(photo.source) if whole and photo.format in _DOCUMENTS else 1
    sidecar = load_sidecar(photo.source)
    earlier = Work() if sidecar is None else sidecar.of_page(page)
    made = PreparedPhoto(photo, Pyramid.of(photo), earlier, page, pages)
    return made if file is None else _with_result(made, file)


def _with_result(made: PreparedPhoto, file: ResultFile) -> PreparedPhoto:
    try:
        result, trouble = saved_result(file, made.photo, made.page), None
    except PhotoError as error:
        result, trouble = None, error
    edit = file.edit_of(made.page)
    return replace(made, asked=edit, file=file, result=result, trouble=trouble)
