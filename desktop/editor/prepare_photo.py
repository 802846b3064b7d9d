"""Opens a photo for the window: its pyramid and its sidecar; runs in the pool."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from core.colorize.edits import Edit
from core.colorize.sidecar import read_sidecar
from core.photo.photo import Photo
from desktop.background.pyramid import Pyramid


@dataclass(frozen=True, eq=False)
class PreparedPhoto:
    """What a document is made of; ``earlier`` is the work that lies beside the file."""

    photo: Photo
    pyramid: Pyramid
    earlier: Edit | None


def prepare_photo(read: Callable[[], Photo]) -> PreparedPhoto:
    """Read a photo with its sidecar and build its pyramid.

    Raises:
        PhotoError: it cannot be read.
    """
    photo = read()
    earlier = read_sidecar(photo.source) if photo.source else None
    return PreparedPhoto(photo, Pyramid.of(photo), earlier)
