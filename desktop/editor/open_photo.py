"""A photo on its way into the window; runs in the pool."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from core.photo.photo import Photo
from desktop.background.pyramid import Pyramid
from desktop.editor.document import Edit
from desktop.editor.sidecar import read_sidecar


@dataclass(frozen=True, eq=False)
class Opened:
    """What a document is made of; ``earlier`` is the work that lies beside the file."""

    photo: Photo
    pyramid: Pyramid
    earlier: Edit | None


def opened(read: Callable[[], Photo]) -> Opened:
    """Read a photo and prepare it to be looked at.

    Raises:
        PhotoError: it cannot be read.
    """
    photo = read()
    earlier = read_sidecar(photo.source) if photo.source else None
    return Opened(photo, Pyramid.of(photo), earlier)
