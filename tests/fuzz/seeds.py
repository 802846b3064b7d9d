"""A small photo of each format, with metadata in it: what `tests.fuzz.run` mutates."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import numpy as np
import tifffile
from PIL import Image

_CODES = (np.add.outer(np.arange(24) * 9, np.arange(32) * 5) % 256).astype(np.uint8)
_XMP = (
    b'<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description '
    b'rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:Rating="4" '
    b'xmp:CreateDate="1931-07-01"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
)
_IPTC = b"\x1c\x02\x00\0\2\0\2" + b"\x1c\x02\x78" + struct.pack(">H", 10) + b"Rugen 1931"


def _exif() -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010E] = "Grandmother"
    exif.get_ifd(0x8769)[0x9003] = "1932:05:06 07:08:09"
    exif.get_ifd(0x8825)[1] = "N"
    return exif


def _saved(name: str, image: Image.Image | None = None, **options: Any) -> bytes:
    out = io.BytesIO()
    (image or Image.fromarray(_CODES)).save(out, name, **options)
    return out.getvalue()


def _chunk(kind: bytes, payload: bytes) -> bytes:
    checksum = struct.pack(">I", zlib.crc32(kind + payload))
    return struct.pack(">I", len(payload)) + kind + payload + checksum


def _jpeg() -> bytes:
    block = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(_IPTC)) + _IPTC + bytes(len(_IPTC) % 2)
    content = _saved("JPEG", exif=_exif().tobytes(), xmp=_XMP, comment=b"a comment")
    payload = b"Photoshop 3.0\0" + block
    segment = struct.pack(">BBH", 0xFF, 0xED, len(payload) + 2) + payload
    return content[:2] + segment + content[2:]


def _png() -> bytes:
    content = _saved("PNG", exif=_exif().tobytes())
    texts = [
        _chunk(b"tEXt", b"Title\0Grandmother"),
        _chunk(b"zTXt", b"Description\0\0" + zlib.compress(b"on the pier" * 9)),
        _chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + _XMP),
        _chunk(b"tIME", struct.pack(">HBBBBB", 1998, 5, 4, 3, 2, 1)),
    ]
    return content[:33] + b"".join(texts) + content[33:]


def _tiff(**options: Any) -> bytes:
    out = io.BytesIO()
    tags = [(700, "B", len(_XMP), _XMP, True), (33723, "B", len(_IPTC), _IPTC, True)]
    tifffile.imwrite(
        out, _CODES, metadata=None, description="Oma", resolution=(600, 600), extratags=tags,
        **options,
    )  # fmt: skip
    return out.getvalue()


def seeds() -> Iterator[tuple[str, bytes]]:
    """Name with its ending -> the file; formats that need a package only where it is installed."""
    rgb = Image.fromarray(np.dstack([_CODES] * 3))
    yield "a.jpg", _jpeg()
    yield "progressive.jpg", _saved("JPEG", rgb, progressive=True, xmp=_XMP)
    yield "a.png", _png()
    yield "wide.png", _saved("PNG", Image.fromarray(_CODES.astype(np.uint16) * 257))
    yield "palette.png", _saved("PNG", Image.fromarray(_CODES).convert("P"))
    yield "a.tif", _tiff()
    yield "motorola.tif", _tiff(byteorder=">", compression="deflate", rowsperstrip=4)
    yield "big.tif", _tiff(bigtiff=True)
    out = io.BytesIO()
    with tifffile.TiffWriter(out) as pages:
        for _ in range(3):
            pages.write(_CODES, metadata=None)
    yield "pages.tif", out.getvalue()
    yield "a.webp", _saved("WEBP", rgb, exif=_exif().tobytes(), xmp=_XMP)
    yield "lossless.webp", _saved("WEBP", rgb, lossless=True)
    yield "a.gif", _saved("GIF")
    yield "a.avif", _saved("AVIF", rgb, exif=_exif().tobytes())
    for name, ending in (("BMP", "bmp"), ("PPM", "pgm"), ("TGA", "tga"), ("PCX", "pcx")):
        yield f"a.{ending}", _saved(name)
    with suppress(ImportError):
        import pillow_jxl  # noqa: F401, PLC0415  (registers itself)

        yield "a.jxl", _saved("JXL", exif=_exif().tobytes())
    with suppress(ImportError):
        import pillow_heif  # noqa: PLC0415

        pillow_heif.register_heif_opener()
        yield "a.heic", _saved("HEIF", rgb, exif=_exif().tobytes(), xmp=_XMP)
