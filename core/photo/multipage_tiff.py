"""Writes a TIFF of several pages, page by page: one page at a time is in memory.

libvips writes several pages only where all have one size. Here each page is encoded as a TIFF of
its own, appended, and its directory written anew with offsets that count from the whole file's
start, linked to the directory before it (TIFF 6.0, section 2, "Multiple Images per TIFF File").
"""

from __future__ import annotations

import io
import os
import struct
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, Final

from core.errors import UnwritableTargetError
from core.files.atomic import atomic_file, check_target
from core.metadata import exif as ex
from core.metadata.provenance import Provenance
from core.photo.encode import encode_to
from core.photo.save_options import SaveOptions
from core.photo.streamed_photo import WritablePhoto

#: Tags whose values are places in the file: StripOffsets and TileOffsets.
_OFFSETS: Final = (273, 324)
#: Classic TIFF counts bytes in 32 bits.
_MOST_BYTES: Final = 2**32 - 1


class MultiPageTiffWriter:
    """Writer of a multi-page TIFF, which appears at `commit`, whole, or never.

    Args:
        target: the new file.
        source: the photo it is made from, which is never replaced.
        overwrite: replace a file that is at `target`.
        keep_time: it says it was changed when `source` was.

    Raises:
        WriteError: as `core.photo.write.write_photo`.
    """

    def __init__(
        self,
        target: Path,
        source: Path | None,
        *,
        overwrite: bool = False,
        keep_time: bool = False,
    ) -> None:
        check_target(target, source, overwrite=overwrite)
        self._target = target
        dated = source if keep_time else None
        self._file = atomic_file(target, overwrite=overwrite, dated_as=dated)
        self._out = self._file.__enter__()
        self._link = 4  # where the place of the next directory has to be written

    def append(
        self,
        photo: WritablePhoto,
        *,
        depth: int | None = None,
        provenance: Provenance | None = None,
    ) -> None:
        """Add a page; pages may differ in size, depth and channels.

        Raises:
            UnwritableTargetError: no room, or more than 4 GB.
        """
        page = io.BytesIO()
        options = SaveOptions(depth=depth)
        encode_to(page, photo, "tiff", options, provenance=provenance, target=self._target)
        try:
            self._append(page.getbuffer())
        except OSError as error:
            # the context manager behind atomic_file makes the sentence, and cleans up
            self._file.__exit__(type(error), error, error.__traceback__)
            raise

    def _append(self, page: memoryview) -> None:
        base = _end(self._out)
        if base + 2 * len(page) > _MOST_BYTES:
            raise UnwritableTargetError(
                f"{self._target.name} would be larger than a TIFF can be (4 GB): "
                "split the source into fewer pages.",
                self._target,
            )
        self._out.write(page)
        tree = ex.parse(_reader(page), max_value=len(page), most=2**40)
        if tree is None:
            raise ValueError("libvips wrote a BigTIFF, which this function does not know")
        tree = ex.with_byte_order(tree, tree.order)  # maker notes move with their page
        _shift(tree, base)
        at = _end(self._out)
        self._out.write(ex.serialize_ifd(tree.ifd0, at, tree.order))
        self._link_to(at, tree)

    def _link_to(self, at: int, tree: ex.Exif) -> None:
        """Let the directory before, or the file's head, point to the one at `at`."""
        self._out.seek(self._link)
        self._out.write(struct.pack(tree.order + "I", at))
        tags = {**tree.ifd0.entries, **tree.ifd0.children}
        self._link = at + 2 + 12 * len(tags)

    def commit(self) -> None:
        """Close the file and rename it to the target.

        Raises:
            WriteError: something has appeared at the target, or there is no room.
        """
        self._file.__exit__(None, None, None)

    def abandon(self) -> None:
        """Delete what has been written."""
        self._file.__exit__(GeneratorExit, GeneratorExit(), None)


def _reader(page: memoryview) -> ex.Reader:
    return lambda offset, length: bytes(page[offset : offset + length])


def _end(out: BinaryIO) -> int:
    """Go to the end, padded to an even place as directories must lie."""
    end = out.seek(0, os.SEEK_END)
    out.write(bytes(end % 2))
    return end + end % 2


def _shift(tree: ex.Exif, base: int) -> None:
    """Move the places of the pixels by `base` bytes."""
    for tag in _OFFSETS:
        if entry := tree.ifd0.entries.get(tag):
            code = "H" if entry.kind == ex.SHORT else "I"
            places = struct.unpack(f"{tree.order}{entry.count}{code}", entry.data)
            moved = struct.pack(f"{tree.order}{entry.count}I", *(place + base for place in places))
            tree.ifd0.entries[tag] = replace(entry, kind=ex.LONG, data=moved)
