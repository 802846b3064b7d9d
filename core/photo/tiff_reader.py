"""Reads one page of a TIFF: by libvips, and where libvips cannot, by what else can."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

import pyvips

from core.photo.codes_image import header_image, with_blobs
from core.photo.lab_codes import srgb_of_lab_codes
from core.photo.label import Label
from core.photo.old_jpeg import OLD_JPEG, load_old_jpeg
from core.photo.resolution import with_resolution
from core.photo.source import PhotoSource
from core.photo.tiff_codecs import blobs_of, codec_reader
from core.photo.tiff_pages import TiffPage
from core.photo.tiff_unnamed import is_unnamed, load_unnamed
from core.photo.ycbcr import is_plain_ycbcr, load_ycbcr

#: What libtiff says of a codec that it was built without, and of layouts that libvips leaves out.
_NOT_BUILT_IN: Final = re.compile(
    r"not configured|not implemented|unsupported|Compression scheme|not supported"
    r"|unknown (?:photometric|compression)|Sorry|can not handle|samples out of range",
    re.IGNORECASE,
)
#: Compressions that libvips reads, with the libtiff in it.
OF_LIBVIPS: Final = frozenset(
    {1, 2, 3, 4, 5, 7, 8, 32766, 32771, 32773, 32809, 32909, 32946, 34676, 34677, 34927, 50001}
)
_BITS_OF_LIBVIPS: Final = (1, 2, 4, 8, 16, 32, 64)


def load_tiff(
    source: PhotoSource, page: TiffPage, *, header_only: bool = False, **options: object
) -> pyvips.Image:
    """The image of one page, lazy where libvips reads it: its colours and alpha, nothing else.

    With ``header_only`` what would have to be decoded at once comes black.

    Raises:
        UnsupportedFormatError: packed in a way that neither libvips nor an installed package reads.
        pyvips.Error: damaged.
    """
    if special := _special_reader(page):
        if header_only:
            return _header(page, source.label)
        return with_stated_resolution(special(source, page, **_fail_on(options)), page)
    if page.compression not in OF_LIBVIPS or page.bits not in _BITS_OF_LIBVIPS:
        return _by_other_means(source, page, header_only=header_only)
    try:
        image = colours_and_alpha(load_samples(source, page, **options), page)
        # libvips takes ICC's L*a*b* for RGB
        return srgb_of_lab_codes(image, full_lightness=False) if page.photometric == 9 else image
    except pyvips.Error as error:
        fixed_white = page.directory.number(339, 1) == 1 and page.bits <= 16
        if not (fixed_white and _NOT_BUILT_IN.search(str(error))):
            raise
        return _by_other_means(source, page, header_only=header_only)


def load_samples(source: PhotoSource, page: TiffPage, **options: object) -> pyvips.Image:
    """All samples of a page, as libvips reads them, lazily. Raises: pyvips.Error."""
    place: dict[str, object] = {"page": page.index}
    if page.sub is not None:
        place["subifd"] = page.sub
    options = {"access": "sequential", "fail_on": "error", **place, **options}
    return pyvips.Image.tiffload_source(source.vips_source(), **options)


def _special_reader(page: TiffPage) -> Callable[..., pyvips.Image] | None:
    """Of what libvips would give wrong, and say nothing."""
    if page.compression == OLD_JPEG:
        return load_old_jpeg
    if is_unnamed(page):
        return load_unnamed
    return load_ycbcr if is_plain_ycbcr(page) else None


def _fail_on(options: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in options.items() if name == "fail_on"}


def _by_other_means(source: PhotoSource, page: TiffPage, *, header_only: bool) -> pyvips.Image:
    read = codec_reader(source, page)
    return (
        _header(page, source.label)
        if header_only
        else with_stated_resolution(read(source, page), page)
    )


def _header(page: TiffPage, label: Label) -> pyvips.Image:
    image = header_image(page.width, page.height, label)
    return with_stated_resolution(with_blobs(image, blobs_of(page)), page)


def with_stated_resolution(image: pyvips.Image, page: TiffPage) -> pyvips.Image:
    """The image with the resolution that the page's tags state (TIFF 6.0, section 8)."""
    unit = {2: ("in", 25.4), 3: ("cm", 10.0)}.get(page.directory.number(296, 2))
    if unit is None:
        return image
    name, millimetres = unit
    x, y = ((*page.directory.rationals(tag), 0.0)[0] / millimetres for tag in (282, 283))
    return with_resolution(image, x, y, name)


def colours_and_alpha(image: pyvips.Image, page: TiffPage) -> pyvips.Image:
    """The image without samples that are neither; one whose decoder changed them stays."""
    if image.bands != page.samples or page.samples <= page.colours or page.photometric == 3:
        return image
    kept = image if page.colours == image.bands else image.extract_band(0, n=page.colours)
    return kept if page.alpha is None else kept.bandjoin(image[page.alpha])
