"""Pages of a TIFF in codecs and layouts that libvips does not read: through tifffile or Pillow.

tifffile with imagecodecs (an extra) reads nearly all that there is; Pillow, which comes with the
program, Zstandard and LZMA as far as it keeps every bit.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any, Final

import numpy as np
import pyvips

from core.photo.codes_image import ICC_BLOB, IPTC_BLOB, XMP_BLOB, image_of, scaled
from core.photo.decode import Pixels
from core.photo.extras import is_installed, unread_codec_error
from core.photo.source import PhotoSource
from core.photo.tiff_pages import TiffPage

#: Compression -> its name for people (libtiff, tiff.h).
CODECS: Final = {
    1: "uncompressed", 2: "CCITT modified Huffman", 3: "CCITT fax group 3", 4: "CCITT fax group 4",
    5: "LZW", 6: "old-style JPEG", 7: "JPEG", 8: "Deflate", 9: "JBIG", 10: "JBIG",
    32766: "NeXT", 32771: "CCITT word-aligned", 32773: "PackBits", 32809: "ThunderScan",
    32908: "PixarFilm", 32909: "PixarLog", 32946: "Deflate", 33003: "JPEG 2000",
    33005: "JPEG 2000", 34661: "JBIG", 34676: "SGI LogLuv", 34677: "SGI LogLuv 24",
    34712: "JPEG 2000", 34887: "LERC", 34892: "lossy JPEG", 34925: "LZMA", 34926: "Zstandard",
    34927: "WebP", 34933: "PNG", 34934: "JPEG XR", 22610: "JPEG XR", 50000: "Zstandard",
    50001: "WebP", 50002: "JPEG XL", 52546: "JPEG XL",
}  # fmt: skip
#: Decoders that give colours already: RGB where the directory says YCbCr.
_CONVERTING: Final = frozenset({7, 33003, 33005, 34712, 34892, 34933, 34927, 50001, 50002, 52546})
#: Compressions that Pillow's libtiff reads and that of libvips does not.
_OF_PILLOW: Final = frozenset({34925, 50000, 34926})


def codec_reader(
    source: PhotoSource, page: TiffPage
) -> Callable[[PhotoSource, TiffPage], pyvips.Image]:
    """What reads a page that libvips does not: tifffile, or Pillow where that keeps every bit.

    Raises:
        UnsupportedFormatError: nothing does; the message says what to install.
    """
    codec = CODECS.get(page.compression, f"compression {page.compression}")
    if is_installed("tifffile") and is_installed("imagecodecs"):
        return _by_tifffile
    deep = page.bits > 8 and (page.samples > 1 or page.photometric != 1 or page.bits != 16)
    if page.compression in _OF_PILLOW and not deep and page.sub is None:
        return _by_pillow
    plain = page.compression in (1, 5, 8, 32773, 32946)
    raise unread_codec_error(source.label, f"{page.bits} bits a sample" if plain else codec)


def _by_tifffile(source: PhotoSource, page: TiffPage) -> pyvips.Image:
    import tifffile  # noqa: PLC0415  (an extra)

    with tifffile.TiffFile(io.BytesIO(source.read_all())) as file:
        found: Any = file.pages[page.index]
        if page.sub is not None:
            found = found.pages[page.sub]
        try:
            codes = np.asarray(found.asarray(maxworkers=1))
        except (ValueError, KeyError, NotImplementedError) as error:
            if any(word in str(error) for word in ("not supported", "requires", "cannot decode")):
                codec = CODECS.get(page.compression, "")
                raise unread_codec_error(source.label, codec) from error
            raise
        separate = found.planarconfig == 2 and codes.ndim == 3
        codes = np.moveaxis(codes, 0, -1) if separate else codes
    return _finished(codes, page)


def _by_pillow(source: PhotoSource, page: TiffPage) -> pyvips.Image:
    from PIL import Image  # noqa: PLC0415  (slow to import)

    with Image.open(io.BytesIO(source.read_all()), formats=["TIFF"]) as image:
        image.seek(page.index)
        # Pillow turns upright what it has decoded through libtiff
        orientation = page.directory.number(274, 1)
        codes = np.asarray(image.convert("RGB") if image.mode == "P" else image)
    undone = {2: np.fliplr, 3: lambda a: a[::-1, ::-1], 4: np.flipud}
    quarter = {5: lambda a: a.swapaxes(0, 1), 6: lambda a: np.rot90(a, 1)}
    quarter |= {7: lambda a: a.swapaxes(0, 1)[::-1, ::-1], 8: lambda a: np.rot90(a, -1)}
    stored = {**undone, **quarter}.get(orientation, lambda a: a)(codes)
    if stored.shape[:2] != (page.height, page.width):
        stored = codes  # not turned after all
    codes = stored.astype(np.uint8) * 255 if stored.dtype == bool else stored
    codes = codes.astype(np.uint16) if codes.dtype.itemsize == 2 else codes
    if image.mode in ("RGB", "CMYK"):
        return image_of(codes, 8, blobs_of(page), "cmyk" if image.mode == "CMYK" else None)
    return image_of(codes, None, blobs_of(page))


def _finished(codes: Any, page: TiffPage) -> pyvips.Image:  # noqa: ANN401  (of any type)
    """Samples as the file has them -> grey, RGB or CMYK of 8 or 16 bits, and alpha."""
    if codes.dtype == bool:
        codes = codes.astype(np.uint8)
    if codes.dtype.kind != "u" or codes.dtype.itemsize > 2:
        raise ValueError(f"samples of type {codes.dtype}")
    if page.photometric == 3:
        palette = np.array(page.directory.numbers(320), np.uint16).reshape(3, -1).T
        return image_of(palette[codes], 16, blobs_of(page))
    bits = page.bits if page.compression not in _CONVERTING else 8 * codes.dtype.itemsize
    codes = scaled(codes, min(bits, 8 * codes.dtype.itemsize))
    if page.photometric == 0:
        codes = np.iinfo(codes.dtype).max - codes
    if codes.ndim == 3:
        codes = (
            codes[..., : page.colours]
            if page.alpha is None
            else np.dstack((codes[..., : page.colours], codes[..., page.alpha]))
        )
    space = {5: "cmyk", 8: "lab", 9: "lab"}.get(page.photometric)
    if space == "lab":
        raise ValueError("L*a*b* in this compression")
    return image_of(_unassociated(codes, page), None, blobs_of(page), space)


def _unassociated(codes: Pixels, page: TiffPage) -> Pixels:
    """Colours that are not multiplied by alpha (ExtraSamples 1 says that they are)."""
    said = page.directory.numbers(338)
    if page.alpha is None or said[page.alpha - page.colours] != 1:
        return codes
    alpha = codes[..., -1:].astype(np.float32)
    top = np.float32(np.iinfo(codes.dtype).max)
    colours = np.where(alpha > 0, codes[..., :-1] * (top / np.maximum(alpha, 1)), 0)
    codes = codes.copy()
    codes[..., :-1] = np.minimum(np.rint(colours), top).astype(codes.dtype)
    return codes


def blobs_of(page: TiffPage) -> dict[str, bytes | None]:
    """ICC profile, XMP and IPTC in a page's tags."""
    names = {ICC_BLOB: 34675, XMP_BLOB: 700, IPTC_BLOB: 33723}
    return {name: page.directory.raw(tag) for name, tag in names.items()}
