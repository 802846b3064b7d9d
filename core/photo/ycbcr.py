"""YCbCr in a TIFF that is not compressed as JPEG (TIFF 6.0, section 21): libvips takes it for RGB.

Luma and chroma are one-byte samples, ``R = (2 - 2 LumaRed) Cr + Y`` and so on, where a chroma
sample may stand for several pixels: then data units of ``h * v`` lumas, Cb and Cr follow each
other, and rows of units are rows of a plain picture to the decoder.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
import pyvips

from core.metadata import exif as ex
from core.photo.codes_image import ICC_BLOB, IPTC_BLOB, XMP_BLOB, image_of
from core.photo.extras import unread_codec_error
from core.photo.source import PhotoSource
from core.photo.tiff_pages import TiffPage
from core.photo.tiff_wrap import wrapped

_COEFFICIENTS, _SUBSAMPLING, _REFERENCE = 529, 530, 532
_STRIPS, _ROWS_PER_STRIP, _STRIP_BYTES, _TILES = 273, 278, 279, 322
_FILL_ORDER, _PLANAR, _PREDICTOR = 266, 284, 317
#: ITU-R BT.601, the default of TIFF 6.0.
_BT601: Final = (0.299, 0.587, 0.114)
_FULL_RANGE: Final = (0.0, 255.0, 128.0, 255.0, 128.0, 255.0)


def is_plain_ycbcr(page: TiffPage) -> bool:
    """Whether a page's samples are YCbCr that no JPEG decoder will convert."""
    return page.photometric == 6 and page.compression in (1, 5, 8, 32773, 32946)


def load_ycbcr(source: PhotoSource, page: TiffPage, **options: object) -> pyvips.Image:
    """The RGB image of a page of YCbCr samples.

    Raises:
        UnsupportedFormatError: tiles, planes or depths that nobody writes.
        pyvips.Error: damaged.
    """
    across, down = (*page.directory.numbers(_SUBSAMPLING), 2, 2)[:2]
    planar = page.directory.number(_PLANAR, 1) == 2
    tiled = bool(page.directory.numbers(_TILES))
    if page.bits != 8 or page.samples != 3 or ((planar or tiled) and (across, down) != (1, 1)):
        raise unread_codec_error(source.label, "YCbCr in tiles or planes")
    if (across, down) == (1, 1):
        options = {"access": "sequential", "fail_on": "error", **options}
        image = pyvips.Image.tiffload_source(source.vips_source(), page=page.index, **options)
        samples = np.asarray(image.numpy())
    else:
        samples = _interleaved(source, page, across, down, options)
    tags = {ICC_BLOB: 34675, XMP_BLOB: ex.XMP, IPTC_BLOB: ex.IPTC}
    blobs = {name: page.directory.raw(tag) for name, tag in tags.items()}
    return image_of(to_rgb(samples, page), 8, blobs)


def to_rgb(samples: npt.NDArray[np.uint8], page: TiffPage) -> npt.NDArray[np.uint8]:
    """``(H, W, 3)`` luma, Cb, Cr -> RGB, by the page's coefficients and reference levels."""
    red, green, blue = page.directory.rationals(_COEFFICIENTS) or _BT601
    levels = page.directory.rationals(_REFERENCE)
    levels = levels if len(levels) == 6 else _FULL_RANGE
    out = np.empty(samples.shape, np.uint8)
    for top in range(0, len(samples), 256):  # in strips: floats are large
        strip = samples[top : top + 256].astype(np.float32)
        luma = (strip[..., 0] - levels[0]) * (255 / (levels[1] - levels[0]))
        cb = (strip[..., 1] - levels[2]) * (127 / (levels[3] - levels[2]))
        cr = (strip[..., 2] - levels[4]) * (127 / (levels[5] - levels[4]))
        r, b = luma + (2 - 2 * red) * cr, luma + (2 - 2 * blue) * cb
        g = (luma - blue * b - red * r) / green
        out[top : top + 256] = np.clip(np.rint(np.stack((r, g, b), -1)), 0, 255)
    return out


def _interleaved(
    source: PhotoSource, page: TiffPage, across: int, down: int, options: dict[str, object]
) -> npt.NDArray[np.uint8]:
    """Units of subsampled samples -> ``(H, W, 3)``."""
    unit = across * down + 2
    columns, rows = -(-page.width // across), -(-page.height // down)
    per_strip = page.directory.number(_ROWS_PER_STRIP, page.height) or page.height
    tags = {
        256: (ex.LONG, [columns * unit]),
        257: (ex.LONG, [rows]),
        258: (ex.SHORT, [8]),
        259: (ex.SHORT, [page.compression]),
        262: (ex.SHORT, [1]),
        _FILL_ORDER: (ex.SHORT, [page.directory.number(_FILL_ORDER, 1)]),
        _STRIPS: (ex.LONG, page.directory.numbers(_STRIPS)),
        277: (ex.SHORT, [1]),
        _ROWS_PER_STRIP: (ex.LONG, [-(-min(per_strip, page.height) // down)]),
        _STRIP_BYTES: (ex.LONG, page.directory.numbers(_STRIP_BYTES)),
        _PLANAR: (ex.SHORT, [1]),
    }
    order = page.directory.exif.order
    flat = np.asarray(wrapped(source.read_all(), tags, order, **options).numpy())
    units = flat.reshape(rows, columns, unit)
    luma = units[..., : across * down].reshape(rows, columns, down, across)
    out = np.empty((rows * down, columns * across, 3), np.uint8)
    out[..., 0] = luma.transpose(0, 2, 1, 3).reshape(rows * down, columns * across)
    for band in (1, 2):
        chroma = units[..., unit - 3 + band]
        out[..., band] = chroma.repeat(down, 0).repeat(across, 1)
    return out[: page.height, : page.width]
