"""Small pictures of photos, shrunk while they are decoded: for lists, film strips, contact sheets.

A JPEG and a WebP are decoded at a fraction of their size, of a camera's raw file the preview in it
is taken, and everything else is averaged line by line, so that memory stays small.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pyvips

from core.photo.decode import decode, to_u8
from core.photo.identify import Identity, identify
from core.photo.open_photo import OpenedPhoto, load_image, open_identified, photo_errors
from core.photo.optional_readers import raw_preview
from core.photo.source import PhotoSource
from core.photo.vips import retry_for_reason
from core.resize import resize_area

Rgb = npt.NDArray[np.uint8]

#: What is left for the last, exact average, at least: shrinking by whole numbers shifts a little.
_LAST_STEP: Final = 4
#: How much libjpeg shrinks by itself, in the frequency domain.
_JPEG_STEPS: Final = (8, 4, 2)


@retry_for_reason
def thumbnail(
    path: Path, side: int, *, page: int = 0, square: bool = False, max_megapixels: float = 400
) -> Rgb:
    """A small picture of a photo: upright sRGB (h, w, 3), transparent parts white.

    What can be decoded of a damaged photo is shown.

    Args:
        path: the photo; it is opened once.
        page: which photo of several, from 0.
        side: pixels of the longer side, at most: a small photo is not enlarged.
        square: only a square of the photo, as large as it can be, faces rather than feet.
        max_megapixels: refuse larger photos.

    Raises:
        PhotoError: nothing of it can be read.
    """
    with PhotoSource(path) as source, photo_errors(source.label):
        opened = _open_small(source, side, page, max_megapixels, square=square)
        image = _flattened(opened.image)
        image = _shrunk(image, _factor(image, side, square=square))
        pixels, _ = decode(image, source.label, opened.orientation)
    if square:
        pixels = _middle_square(pixels)
    height, width = pixels.shape[:2]
    scale = min(1.0, side / max(height, width))
    small = to_u8(resize_area(pixels, max(1, round(height * scale)), max(1, round(width * scale))))
    return np.dstack((small,) * 3) if small.ndim == 2 else small


def _open_small(
    source: PhotoSource, side: int, page: int, max_megapixels: float, *, square: bool
) -> OpenedPhoto:
    """The photo as small as its decoder makes it, but not smaller than needed."""
    identity = identify(source)
    if identity.format == "raw" and page == 0 and (preview := raw_preview(source, side)):
        return OpenedPhoto(preview[0], identity, source.label, orientation=preview[1])
    opened = open_identified(source, identity, page, max_megapixels, fail_on="none")
    factor = _factor(opened.image, side, square=square)
    options = _decoder_options(identity, factor)
    if not options:
        return opened
    return opened.with_image(load_image(source, identity, **options))


def _factor(image: pyvips.Image, side: int, *, square: bool) -> float:
    """How many times smaller the thumbnail is."""
    size: tuple[int, int] = image.width, image.height
    return (min(size) if square else max(size)) / side


def _decoder_options(identity: Identity, factor: float) -> dict[str, Any]:
    """Of libvips' loader, for decoders that shrink by themselves."""
    if identity.format == "jpeg":
        step = next((step for step in _JPEG_STEPS if step * _LAST_STEP <= factor), 1)
        return {"shrink": step, "fail_on": "none"} if step > 1 else {}
    if identity.format == "webp" and (step := int(factor / _LAST_STEP)) > 1:
        return {"scale": 1 / step, "fail_on": "none"}
    return {}


def _flattened(image: pyvips.Image) -> pyvips.Image:
    return image.flatten(background=_white(image)) if image.hasalpha() else image


def _white(image: pyvips.Image) -> int:
    return 65_535 if image.format == "ushort" else 255


def _shrunk(image: pyvips.Image, factor: float) -> pyvips.Image:
    """Averages of blocks of pixels, line by line; edges that fill no block are left out."""
    step = max(1, int(factor / _LAST_STEP))
    step_x, step_y = min(step, image.width), min(step, image.height)
    over_x, over_y = image.width % step_x, image.height % step_y
    whole = image.crop(over_x // 2, over_y // 2, image.width - over_x, image.height - over_y)
    return whole.shrink(step_x, step_y)


def _middle_square(pixels: npt.NDArray[np.uint8 | np.uint16]) -> npt.NDArray[np.uint8 | np.uint16]:
    """Faces are above the middle more often than below it."""
    height, width = pixels.shape[:2]
    edge = min(height, width)
    top, left = (height - edge) // 3, (width - edge) // 2
    return pixels[top : top + edge, left : left + edge]
