"""Pixels that lie in a file, behind a TIFF directory of our own: libtiff then decodes them.

A PSD's rows are packed as TIFF packs them, and subsampled YCbCr is a plain picture to libtiff once
the directory says so: a few tags more, and no decoder of our own.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence

import pyvips

from core.metadata import exif as ex

#: Tag -> type (SHORT, LONG) and its numbers.
Tags = Mapping[int, tuple[int, Sequence[int]]]


def wrapped(data: bytes, tags: Tags, order: str, **options: object) -> pyvips.Image:
    """The lazy image of a TIFF whose strips lie in `data`, which lies at its own places.

    The first 8 bytes of `data` are replaced by a TIFF's head: no strip may lie there.

    Args:
        data: the whole file.
        tags: those of the directory.
        order: byte order of the samples, ``<`` or ``>``.
        options: of libvips' loader.

    Raises:
        pyvips.Error: libtiff cannot read it.
    """
    at = len(data) + len(data) % 2
    body = data[8:] + bytes(len(data) % 2)
    whole = tiff_head(at, order) + body + tiff_directory(tags, at, order)
    options = {"access": "sequential", "fail_on": "error", **options}
    # a buffer and no source: the lazy image then keeps the bytes alive
    return pyvips.Image.tiffload_buffer(whole, **options)


def tiff_head(directory_at: int, order: str) -> bytes:
    """The 8 bytes a TIFF begins with (TIFF 6.0, section 2)."""
    mark = b"II*\0" if order == "<" else b"MM\0*"
    return mark + struct.pack(order + "I", directory_at)


def tiff_directory(tags: Tags, at: int, order: str) -> bytes:
    """The only directory of a TIFF, at a place in its file."""
    codes = {ex.SHORT: "H", ex.LONG: "I"}
    entries = {
        tag: ex.Entry(kind, struct.pack(f"{order}{len(values)}{codes[kind]}", *values))
        for tag, (kind, values) in tags.items()
    }
    return ex.serialize_ifd(ex.Ifd(entries), at, order)
