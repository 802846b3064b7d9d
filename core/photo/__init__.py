"""Photographs as files and in memory: formats, decoding, encoding, thumbnails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.lazy import lazy_exports

if TYPE_CHECKING:
    from core.photo.photo import Photo
    from core.photo.read import page_count, read_photo
    from core.photo.write import encode_photo, write_photo

__all__ = ["Photo", "encode_photo", "page_count", "read_photo", "write_photo"]

__getattr__, __dir__ = lazy_exports(
    __name__,
    {
        "Photo": "core.photo.photo",
        "encode_photo": "core.photo.write",
        "page_count": "core.photo.read",
        "read_photo": "core.photo.read",
        "write_photo": "core.photo.write",
    },
)
