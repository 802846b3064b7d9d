"""The infrared picture that a scanner took with a photo: a map of its dust and scratches.

Dyes let infrared through, dust does not. Scanners write it as one more sample (VueScan), or as a
page of its own (SilverFast). It is never laid over the photo.
"""

from __future__ import annotations

from pathlib import Path

from core.photo.decode import Pixels, decode
from core.photo.identify import identify
from core.photo.open_photo import load_errors, photo_errors
from core.photo.source import PhotoSource
from core.photo.tiff_pages import infrared_page, tiff_pages
from core.photo.tiff_reader import load_samples, load_tiff
from core.photo.vips import retry_for_reason


@retry_for_reason
def read_infrared(source: Path | bytes, *, page: int = 0) -> Pixels | None:
    """The infrared picture of a photo, ``(H, W)``, upright, 8 or 16 bits; None where there is none.

    Args:
        source: a path, or the file's bytes.
        page: which photo of a TIFF, as `core.photo.read.read_photo` counts.

    Raises:
        PhotoError: it cannot be read.
    """
    with PhotoSource(source) as file, photo_errors(file.label), load_errors(file.label):
        identity = identify(file)
        if not 0 <= page < len(identity.photos):
            return None
        photo = identity.photos[page]
        upright = photo.directory.number(274, 1)
        if (sample := photo.infrared_sample) is not None:
            samples = load_samples(file, photo)
            band = samples[sample].copy(interpretation="b-w")
            pixels, _ = decode(band, file.label, upright)
            return pixels
        other = infrared_page(tiff_pages(file), photo)
        if other is None:
            return None
        return decode(load_tiff(file, other), file.label, upright)[0]
