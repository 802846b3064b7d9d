"""TIFF pages that do not say what their samples mean (no PhotometricInterpretation).

The tag is required (TIFF 6.0, section 8), and libtiff refuses pages without it. What other readers
take it for: black is zero, of fax compressions white is; red, green and blue where there are three.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import pyvips

from core.metadata import exif as ex
from core.photo.codes_image import with_blobs
from core.photo.source import PhotoSource
from core.photo.tiff_codecs import blobs_of
from core.photo.tiff_pages import TiffPage
from core.photo.tiff_wrap import wrapped

_PHOTOMETRIC: Final = 262
_FAX: Final = frozenset({2, 3, 4, 32771})
_WHITE_IS_ZERO, _BLACK_IS_ZERO, _RGB = 0, 1, 2
#: What libtiff needs to find and unpack the samples: sizes, bits, compression and its options,
#: strips and tiles, planes, extra samples and their format (TIFF 6.0).
_STORAGE: Final = (
    256, 257, 258, 259, 266, 273, 277, 278, 279, 284, 292, 293, 317, 322, 323, 324, 325, 338, 339,
)  # fmt: skip


def is_unnamed(page: TiffPage) -> bool:
    """Whether a page does not say what its samples mean."""
    return page.directory.number(_PHOTOMETRIC, -1) == -1 and page.sub is None


def load_unnamed(source: PhotoSource, page: TiffPage, **options: object) -> pyvips.Image:
    """The image of such a page. Raises: pyvips.Error: damaged."""
    stored = {tag: (ex.LONG, page.directory.numbers(tag)) for tag in _STORAGE}
    tags: dict[int, tuple[int, Sequence[int]]] = {
        tag: values for tag, values in stored.items() if values[1]
    }
    meaning = _RGB if page.samples >= 3 else _BLACK_IS_ZERO
    if page.compression in _FAX:
        meaning = _WHITE_IS_ZERO
    tags[_PHOTOMETRIC] = (ex.SHORT, [meaning])
    order = page.directory.exif.order
    image = wrapped(source.read_all(), dict(sorted(tags.items())), order, **options)
    return with_blobs(image.copy(), blobs_of(page))
