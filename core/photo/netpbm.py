"""PBM, PGM, PPM and PAM (netpbm's own man pages pbm(5), pgm(5), ppm(5), pam(5)), 1 to 16 bits.

Pillow reads the colours of 16 bits as 8, so the few lines stand here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, cast

import numpy as np
import pyvips

from core.photo.codes_image import header_image, image_of
from core.photo.decode import Pixels
from core.photo.label import Label, SizeCheck, damaged_error
from core.photo.source import PhotoSource

#: White space and comments between the numbers of a head.
_GAP: Final = rb"(?:\s|#[^\n\r]*[\n\r])+"
_HEAD: Final = re.compile(
    rb"P([1-6])" + _GAP + rb"(\d{1,9})" + _GAP + rb"(\d{1,9})(?:" + _GAP + rb"(\d{1,5}))?"
)
_BITMAP_HEAD: Final = re.compile(rb"P([14])" + _GAP + rb"(\d{1,9})" + _GAP + rb"(\d{1,9})")
_PAM_LINE: Final = re.compile(rb"(WIDTH|HEIGHT|DEPTH|MAXVAL)\s+(\d{1,9})")
_COMMENT: Final = re.compile(rb"#[^\n\r]*")
_HEAD_BYTES: Final = 1 << 16


@dataclass(frozen=True)
class _Head:
    """What a head says: where the samples begin, their shape, white's code, and how they stand."""

    at: int
    width: int
    height: int
    bands: int
    most: int
    kind: int


def read_netpbm(source: PhotoSource, check: SizeCheck, _page: int = 0) -> pyvips.Image:
    """The image of the first picture in a file.

    Raises:
        UnreadablePhotoError: damaged or cut short.
        PhotoTooLargeError: as `check` says.
    """
    head = _head(source)
    check(head.width, head.height)
    codes = _samples(source.read_all()[head.at :], head, source.label)
    top = 255 if head.most <= 255 else 65_535
    if head.most != top:
        scaled = (codes.astype(np.uint32) * top + head.most // 2) // head.most
        codes = np.minimum(scaled, top).astype(codes.dtype)
    return image_of(codes if head.bands > 1 else codes[..., 0])


def netpbm_header(source: PhotoSource) -> pyvips.Image:
    """A black image of the photo's size."""
    head = _head(source)
    return header_image(head.width, head.height, source.label)


def _head(source: PhotoSource) -> _Head:
    data = source.read(0, _HEAD_BYTES)
    head = _pam_head(data) if data.startswith(b"P7") else _pnm_head(data)
    if head is None or not (head.width and head.height and 0 < head.most < 65_536):
        raise damaged_error(source.label, "its head makes no sense")
    return head


def _pnm_head(data: bytes) -> _Head | None:
    bitmap = data[1:2] in (b"1", b"4")
    match = (_BITMAP_HEAD if bitmap else _HEAD).match(data)
    if match is None or (not bitmap and match[4] is None):
        return None
    kind, most = int(match[1]), 1 if bitmap else int(match[4])
    bands = 3 if kind in (3, 6) else 1
    return _Head(match.end() + 1, int(match[2]), int(match[3]), bands, most, kind)


def _pam_head(data: bytes) -> _Head | None:
    end = data.find(b"ENDHDR\n")
    said = {name: int(value) for name, value in _PAM_LINE.findall(data[: max(0, end)])}
    if end < 0 or len(said) < 4 or not 1 <= said[b"DEPTH"] <= 4:
        return None
    shape = said[b"WIDTH"], said[b"HEIGHT"], said[b"DEPTH"]
    return _Head(end + 7, *shape, said[b"MAXVAL"], 7)


def _samples(data: bytes, head: _Head, label: Label) -> Pixels:
    """``(H, W, bands)``."""
    count = head.width * head.height * head.bands
    kind = np.dtype("u1" if head.most < 256 else ">u2")
    if head.kind == 4:
        row = -(-head.width // 8)
        packed = np.frombuffer(_enough(data, row * head.height, label), np.uint8)
        bits = np.unpackbits(packed.reshape(head.height, row), axis=1)[:, : head.width]
        flat = (1 - bits).reshape(-1)
    elif head.kind == 1:
        digits = np.frombuffer(_COMMENT.sub(b"", data), np.uint8)
        digits = digits[(digits == 48) | (digits == 49)][:count]
        flat = 49 - np.frombuffer(_enough(digits.tobytes(), count, label), np.uint8)
    elif head.kind in (2, 3):
        words = _COMMENT.sub(b"", data).split(maxsplit=count)[:count]
        if len(words) < count:
            raise damaged_error(label, "its pixels end early")
        flat = np.array(words).astype(np.int64)
    else:
        flat = np.frombuffer(_enough(data, count * kind.itemsize, label), kind)
    whole = np.clip(flat, 0, head.most).astype(np.uint8 if head.most < 256 else np.uint16)
    return cast("Pixels", whole.reshape(head.height, head.width, head.bands))


def _enough(data: bytes, length: int, label: Label) -> bytes:
    if len(data) < length:
        raise damaged_error(label, "its pixels end early")
    return data[:length]
