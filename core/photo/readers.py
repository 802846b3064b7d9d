"""Which format is read by what: libvips' loaders, and the readers beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import pyvips

from core.extras import EXTRAS
from core.photo import optional_readers as optional
from core.photo.extras import import_package, needing_an_extra
from core.photo.formats import format_label
from core.photo.label import SizeCheck
from core.photo.netpbm import netpbm_header, read_netpbm
from core.photo.pdf_pages import pdf_header, read_pdf
from core.photo.pillow_reader import header_by_pillow, read_by_pillow, read_jpeg2000
from core.photo.psd import psd_header, read_psd
from core.photo.source import PhotoSource

#: Format -> libvips' loader. The loader is named, since libvips would believe some file endings.
LOADERS: Final = {
    "jpeg": "jpegload_source",
    "png": "pngload_source",
    "tiff": "tiffload_source",
    "webp": "webpload_source",
    "avif": "heifload_source",
    "gif": "gifload_source",
}


@dataclass(frozen=True)
class Reader:
    """What reads a format beside libvips.

    Attributes:
        read: ``read(source, check, page)``, the image and its metadata; `check` is called with the
            size before anything is decoded.
        header: a black image of the photo's size with its metadata; None where only decoding, or
            reading all of a large file, would tell the size.
        library: its name, for people.
        package: the optional module it needs; None where it comes with the program.
    """

    read: Callable[[PhotoSource, SizeCheck, int], pyvips.Image]
    header: Callable[[PhotoSource], pyvips.Image] | None
    library: str
    package: str | None = None

    @property
    def extra(self) -> str | None:
        """The extra of this project that brings the package."""
        return None if self.package is None else EXTRAS[self.package]


#: Format -> its reader.
READERS: Final = {
    "heic": Reader(optional.read_heic, optional.heic_header, "pi-heif", "pi_heif"),
    "raw": Reader(optional.read_raw, None, "rawpy", "rawpy"),
    "jxl": Reader(optional.read_jxl, None, "pillow-jxl-plugin", "pillow_jxl"),
    "bmp": Reader(read_by_pillow, header_by_pillow, "Pillow"),
    "pcx": Reader(read_by_pillow, header_by_pillow, "Pillow"),
    "tga": Reader(read_by_pillow, header_by_pillow, "Pillow"),
    "jpeg2000": Reader(read_jpeg2000, header_by_pillow, "Pillow"),
    "pnm": Reader(read_netpbm, netpbm_header, "Autochrome"),
    "psd": Reader(read_psd, psd_header, "libvips"),
    "pdf": Reader(read_pdf, pdf_header, "pypdfium2", "pypdfium2"),
}


def check_installed(source: PhotoSource, name: str) -> None:
    """Import the package that reads a format.

    Raises:
        UnsupportedFormatError: it is not installed; the message says what to do.
    """
    if package := READERS[name].package:
        what = needing_an_extra(f"is in {format_label(name)} format")
        import_package(package, source.label, what)
