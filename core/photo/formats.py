"""Image formats: by a file's first bytes, by a file name's ending, and their limits.

A file's name is never believed when reading: archives are full of JPEGs called ``.tif``.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from core.errors import UnwritableTargetError

#: How many bytes `sniff` wants to see.
HEAD_BYTES: Final = 256

#: First bytes -> format. Order matters: raw files that look like TIFF stand before TIFF.
_MAGIC: Final[tuple[tuple[re.Pattern[bytes], str], ...]] = tuple(
    (re.compile(pattern, re.DOTALL), name)
    for pattern, name in (
        (rb"\xff\xd8\xff", "jpeg"),
        (rb"\x89PNG\r\n\x1a\n", "png"),
        (rb"II\*\x00.{4}CR\x02", "raw"),
        (rb"II\*\x00|MM\x00\*|II\+\x00|MM\x00\+", "tiff"),
        (rb"RIFF.{4}WEBP", "webp"),
        (rb"GIF8[79]a", "gif"),
        (rb".{4}ftypcrx ", "raw"),
        (rb".{4}ftypavi[fs]", "avif"),
        (rb".{4}ftyp(?:hei[cmsx]|hev[cmsx])", "heic"),
        # the general brands: what is inside stands among the compatible brands
        (rb".{4}ftyp(?:mif1|msf1|miaf).{4}(?:.{4})*?avi[fs]", "avif"),
        (rb".{4}ftyp(?:mif1|msf1)", "heic"),
        (rb"\xff\x0a|\x00\x00\x00\x0cJXL \r\n\x87\n", "jxl"),
        (rb"FUJIFILMCCD-RAW|IIR[OS]|MMOR|IIU\x00|\x00MRM|FOVb", "raw"),
        (rb"\x00\x00\x00\x0cjP  |\xff\x4f\xff\x51", "jpeg2000"),
        (rb"BM.{12}[\x0c\x10\x28\x34\x38\x40\x6c\x7c]\x00\x00\x00", "bmp"),
        (rb"P[1-7]\s", "pnm"),
        (rb"P[Ff]\s", "pfm"),
        (rb"\n[\x00\x02-\x05]\x01[\x01\x02\x04\x08]", "pcx"),
        (rb"8BPS\x00[\x01\x02]\x00{6}", "psd"),
        (rb"gimp xcf", "xcf"),
        (rb"%PDF-", "pdf"),
        (rb"AT&TFORM", "djvu"),
        (rb"\x76\x2f\x31\x01", "openexr"),
        (rb"#\?RADIANCE|#\?RGBE", "hdr"),
        (rb"SIMPLE  =", "fits"),
        (rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<svg", "svg"),
        (rb".{4}ftyp(?:isom|iso\d|mp4\d|M4V |qt  |avc1)", "video"),
    )
)

#: Formats whose EXIF orientation counts; the others turn their pixels by means of their own.
EXIF_TURNS: Final = frozenset({"jpeg", "png", "tiff", "webp"})

#: Names for sentences, where upper-casing the format is not enough.
_NAMES: Final = {
    "jpeg2000": "JPEG 2000",
    "jxl": "JPEG XL",
    "raw": "camera raw",
    "webp": "WebP",
    "pnm": "PNM",
}

#: Format -> the endings of its files: the one list for folders, queues and targets.
_ENDINGS: Final = {
    "jpeg": ".jpg .jpeg .jpe .jfif",
    "png": ".png",
    "tiff": ".tif .tiff .btf .tf8",
    "webp": ".webp",
    "avif": ".avif",
    "heic": ".heic .heif",
    "jxl": ".jxl",
    "gif": ".gif",
    "bmp": ".bmp .dib",
    "jpeg2000": ".jp2 .j2k .jpf .jpx .j2c",
    "psd": ".psd .psb",
    "pnm": ".pgm .ppm .pbm .pnm .pam",
    "tga": ".tga .vda .icb .vst",
    "pcx": ".pcx",
    "raw": ".dng .nef .cr2 .cr3 .crw .arw .orf .rw2 .raf .pef .srw .x3f .3fr .iiq .fff .mrw",
}

#: Ending of a photo's file, in small letters -> its format.
FORMAT_OF_ENDING: Final = {
    ending: name for name, endings in _ENDINGS.items() for ending in endings.split()
}

#: Format -> the suffix a new file of it gets.
WRITABLE: Final = {"jpeg": ".jpg", "png": ".png", "tiff": ".tif", "webp": ".webp", "avif": ".avif"}

#: The most bits per sample a written file of this format holds.
MAX_DEPTH: Final = {"jpeg": 8, "png": 16, "tiff": 16, "webp": 8, "avif": 10}

#: The longest side a file of this format can have.
MAX_SIDE: Final = {
    "jpeg": 65_500,
    "png": 2**31 - 1,
    "tiff": 2**31 - 1,
    "webp": 16_383,
    "avif": 16_384,
}


def sniff(head: bytes) -> str | None:
    """First `HEAD_BYTES` of a file -> its format, or None where they are of no known picture."""
    return next((name for pattern, name in _MAGIC if pattern.match(head)), None)


#: A Targa has no first bytes of its own: colour map, kind, origin and depth that make sense
#: (Truevision TGA 2.0, "Field 1" to "Field 5.6").
_TGA: Final = re.compile(
    rb".(?:\x00[\x02\x03\x0a\x0b].{5}|\x01[\x01\x09].{2}.{2}[\x0f\x10\x18\x20])"
    rb".{4}(?!\x00\x00)..(?!\x00\x00)..[\x01\x08\x0f\x10\x18\x20][\x00-\x3f]",
    re.DOTALL,
)
#: The last bytes of a newer one.
TGA_FOOTER: Final = b"TRUEVISION-XFILE.\x00"


def is_tga(head: bytes, tail: bytes, ending: str | None) -> bool:
    """Whether a file of no known first bytes is a Targa: by its head, and its tail or its name."""
    named = ending is None or FORMAT_OF_ENDING.get(ending.lower()) == "tga"
    return bool(_TGA.match(head)) and (named or tail.endswith(TGA_FOOTER))


def has_photo_ending(path: Path) -> bool:
    """Whether a file's name says that it is a photo."""
    return path.suffix.lower() in FORMAT_OF_ENDING


def format_label(name: str) -> str:
    """A format's name as messages use it: ``JPEG``, ``JPEG 2000``, ``camera raw``."""
    return _NAMES.get(name, name.upper())


def target_format(target: Path, name: str | None = None) -> str:
    """The format to write: the one named (``jpeg``, ``jpg``, ``.tif``...), else the suffix's.

    Raises:
        UnwritableTargetError: neither says a format that can be written.
    """
    asked = target.suffix if name is None else "." + name.lstrip(".")
    found = FORMAT_OF_ENDING.get(asked.lower())
    if found not in WRITABLE:
        what = f"a {asked[1:].upper()} file" if len(asked) > 1 else "a file without an ending"
        raise UnwritableTargetError(
            f"{target.name} cannot be written: Autochrome does not write {what}; "
            f"use one of {', '.join(WRITABLE.values())}.",
            target,
        )
    return found
