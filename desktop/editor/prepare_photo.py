"""Opens a photo for the window: its pyramid and its sidecar; runs in the pool."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from core.colorize.sidecar import Work, load_sidecar
from core.photo.photo import Photo
from core.photo.read import page_count
from desktop.background.pyramid import Pyramid

#: Formats of files that may have several pages.
_DOCUMENTS: Final = ("tiff", "pdf")


@dataclass(frozen=True, eq=False)
class PreparedPhoto:
    """What a document is made of.

    Attributes:
        earlier: the work that lies beside the file.
        page: which page of the file it is, from 0, of so many ``pages``.
    """

    photo: Photo
    pyramid: Pyramid
    earlier: Work
    page: int = 0
    pages: int = 1


def prepare_photo(read: Callable[[], Photo], page: int = 0) -> PreparedPhoto:
    """Read a photo, or a page of a document, with its sidecar and build its pyramid.

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
    return PreparedPhoto(photo, Pyramid.of(photo), earlier, page, pages)
