"""The table of formats for docs/formats.md: what is read and written, by which library."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from core.photo.formats import (
    FORMAT_OF_ENDING,
    MAX_DEPTH,
    WRITABLE,
    format_label,
)
from core.photo.readers import LOADERS, READERS
from core.photo.tiff_codecs import CODECS
from core.photo.tiff_reader import OF_LIBVIPS

#: What comes over from a file of each format into a result, by `core.metadata` and the readers;
#: `tests/core/photo/test_kept.py` writes all of it into each format and looks for it there.
KEPT: Final[Mapping[str, tuple[str, ...]]] = {
    "jpeg": ("EXIF", "XMP", "IPTC", "comments", "resolution", "profile", "orientation"),
    "png": ("EXIF", "XMP", "IPTC", "comments", "resolution", "profile", "orientation"),
    "tiff": ("EXIF", "XMP", "IPTC", "resolution", "profile", "orientation"),
    "webp": ("EXIF", "XMP", "resolution", "profile", "orientation"),
    "avif": ("EXIF", "XMP", "resolution", "profile", "orientation"),
    "gif": ("XMP", "comments"),
    "heic": ("EXIF", "XMP", "resolution", "profile", "orientation"),
    "raw": ("EXIF", "XMP", "IPTC", "resolution", "orientation"),
    "jxl": ("EXIF", "XMP", "resolution", "profile", "orientation"),
    "bmp": ("resolution", "profile"),
    "pcx": ("resolution",),
    "tga": ("comments",),
    "jpeg2000": ("EXIF", "XMP", "IPTC", "resolution", "profile"),
    "pnm": ("comments",),
    "psd": ("EXIF", "XMP", "IPTC", "resolution", "profile"),
    "pdf": ("resolution",),
}
#: What the extra ``archive`` adds to formats that are read without it.
_ADDED: Final = {
    "jxl": "`jxl`: all of it; `archive` (imagecodecs): colours of 9 to 16 bits, packed metadata",
    "jpeg": "`archive` (imagecodecs): 12 bits, lossless, JPEG-LS",
    "tiff": "`archive` (tifffile, imagecodecs): the codecs below, samples of 6, 10, 12, 14 bits",
    "jpeg2000": "`archive` (imagecodecs): colours of more than 8 bits",
}

_NOTES: Final = """\
*Kept* is what comes over into a result. *Profile*: colours are converted by it, in a PNG by cICP,
iCCP, sRGB, gAMA and cHRM. *Orientation*: the photo is turned upright, and regions of faces with it.
A TIFF may be classic or Big. Of a PDF those pages are read that are one picture."""

_PACKED: Final = """\
Read as with the extras `heic` and `raw`. HEIC is decoded by pi-heif, whose wheels hold libheif and
libde265 (LGPL-3.0) and no encoder; those of pillow-heif hold x265, which is under the GPL, and
imagecodecs' wheels have no HEIC. JPEG XL, PDF and what `archive` adds are not read: the error says
to open the file in the program that shows it, and to save it there as TIFF, PNG or JPEG."""


def format_table() -> str:
    """Markdown: one row a format, and the codecs of TIFF."""
    lines = [
        "# Formats",
        "",
        "A file is what its bytes say, whatever its ending. Made by `python tests/formats.py`.",
        "",
        _NOTES,
        "",
        "| format | endings | read by | an extra adds | kept | written, most bits |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    lines += [_row(name) for name in (*LOADERS, *READERS)]
    codecs = ["", "## Compressions of TIFF", "", *_codecs()]
    return "\n".join([*lines, *codecs, "", "## In the packed program", "", _PACKED, ""])


def _row(name: str) -> str:
    endings = " ".join(ending for ending, of in FORMAT_OF_ENDING.items() if of == name)
    reader = READERS.get(name)
    library = "libvips" if reader is None else reader.library
    whole = f"`{reader.extra}`: all of it" if reader and reader.extra else ""
    extra = _ADDED.get(name, whole)
    written = str(MAX_DEPTH[name]) if name in WRITABLE else "no"
    cells = (format_label(name), endings, library, extra, ", ".join(KEPT[name]), written)
    return f"| {' | '.join(cells)} |"


def _codecs() -> list[str]:
    """Which are read by libvips, which by what else."""
    own = sorted({CODECS[number] for number in CODECS if number in OF_LIBVIPS})
    others = sorted(set(CODECS.values()) - set(own) - {"old-style JPEG"})
    half = "Zstandard and LZMA of 8 bits, and of 16 bits where the picture is grey"
    return [
        f"- With the program: {', '.join([*own, 'old-style JPEG'])}; {half}.",
        f"- With `archive`, as far as imagecodecs reads them: {', '.join(others)}.",
    ]
