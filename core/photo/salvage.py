"""Damaged photos: those that only lack their end mark, and what can be decoded of the others.

A JPEG without its last two bytes has all its pixels: with the mark put back it decodes without a
complaint, and then it is whole. Of another the part before the damage is taken, and the rest is
grey, where that is asked for.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from core.errors import UnreadablePhotoError
from core.photo.decode import Pixels, apply_orientation, decode, decode_until_error
from core.photo.jpeg_process import JpegFrame, jpeg_frame
from core.photo.open_photo import OpenedPhoto, open_photo
from core.photo.photo import Photo
from core.photo.source import PhotoSource

_EOI: Final = b"\xff\xd9"
_SOS: Final = b"\xff\xda"
_PROGRESSIVE: Final = (0xC2, 0xCA)
#: Stands where the rest of a cut JPEG would: a decoder makes other pixels of it than of nothing.
_OTHER_REST: Final = bytes((37 * i + 11) % 251 for i in range(1 << 14))


#: In the note of such a photo.
END_MARK_MISSING: Final = "lacks the mark of its end"


def read_without_end_mark(source: PhotoSource, page: int, max_megapixels: float) -> Photo | None:
    """A JPEG whose pixels are all there, and only its end mark is not; None for anything else."""
    if source.format != "jpeg":
        return None
    content = source.read_all()
    if content.endswith(_EOI):
        return None
    try:
        with source.with_content(content + _EOI) as whole:
            # what ends early with a mark is only a warning to libjpeg
            opened = open_photo(whole, page, max_megapixels, fail_on="warning")
            pixels, alpha = decode(opened.image, opened.label, opened.orientation)
    except UnreadablePhotoError:
        return None
    note = f"{source.label.name} {END_MARK_MISSING}; all its pixels are there."
    return _photo(opened, pixels, alpha, (note,), None)


def salvage_photo(
    source: PhotoSource, page: int, max_megapixels: float, why: UnreadablePhotoError
) -> Photo:
    """What can be decoded of a damaged photo; the rest is mid-grey, ``salvaged`` says how much.

    Raises:
        UnreadablePhotoError: `why`, where nothing can be decoded.
        PhotoError: as `core.photo.read.read_photo`.
    """
    frame = jpeg_frame(source) if source.format == "jpeg" else None
    if frame is not None and frame.is_common:
        opened, pixels, missing = _cut_jpeg(source, frame, page, max_megapixels)
        alpha = None
    else:
        opened = open_photo(source, page, max_megapixels)
        pixels, alpha, rows = decode_until_error(opened.image, opened.label)
        missing = np.zeros(pixels.shape[:2], bool)
        missing[rows:] = True
    share = 1 - float(missing.mean())
    if share == 0:
        raise why
    pixels[missing] = np.iinfo(pixels.dtype).max // 2 + 1
    turned = np.ascontiguousarray(apply_orientation(pixels, opened.orientation))
    if alpha is not None:
        alpha = np.ascontiguousarray(apply_orientation(alpha, opened.orientation))
    lost = f"what is lost ({1 - share:.0%}) is grey" if share < 1 else "some of it may be wrong"
    note = f"{source.label.name} is damaged: what could be decoded was taken, {lost}."
    return _photo(opened, turned, alpha, (note,), round(share, 4))


def _photo(
    opened: OpenedPhoto,
    pixels: Pixels,
    alpha: Pixels | None,
    notes: tuple[str, ...],
    salvaged: float | None,
) -> Photo:
    path, name = opened.label.path, opened.format
    return Photo(pixels, alpha, opened.metadata, path, name, notes=notes, salvaged=salvaged)


def _cut_jpeg(
    source: PhotoSource, frame: JpegFrame, page: int, max_megapixels: float
) -> tuple[OpenedPhoto, Pixels, npt.NDArray[np.bool_]]:
    """The pixels as stored, and which of them the file does not hold (H, W)."""
    content = source.read_all()
    with source.with_content(content + _EOI) as file:
        opened = open_photo(file, page, max_megapixels, fail_on="none")
        pixels = decode(opened.image, opened.label)[0].copy()
    missing = np.zeros(pixels.shape[:2], bool)
    refined = frame.marker in _PROGRESSIVE and content.count(_SOS) > 1
    if not refined:  # of a later scan only details are missing
        with source.with_content(content + _OTHER_REST + _EOI) as file:
            again = open_photo(file, page, max_megapixels, fail_on="none")
            other, _ = decode(again.image, again.label)
        _mark_rest(missing, np.not_equal(pixels, other), frame)
    return opened, pixels, missing


def _mark_rest(
    missing: npt.NDArray[np.bool_], differs: npt.NDArray[np.bool_], frame: JpegFrame
) -> None:
    """Mark everything from the first unit on in which two decodings differ."""
    if differs.ndim == 3:
        differs = np.logical_or.reduce(differs, -1)
    rows = np.flatnonzero(differs.any(1))
    if not len(rows):
        return
    wide, high = frame.unit
    # chroma is smoothed over the edges of units: the last row before the damage differs too
    first = rows[1] if len(rows) > 1 and rows[0] % high == high - 1 else rows[0]
    top = first // high * high
    columns = np.flatnonzero(differs[first : top + high].any(0))
    left = (
        -(-int(columns[0]) // wide) * wide
        if columns[0] % wide == wide - 1
        else int(columns[0]) // wide * wide
    )
    missing[top : top + high, left:] = True
    missing[top + high :] = True
