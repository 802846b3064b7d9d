"""Metadata that stand in a file where libvips does not look.

A JPEG's blocks may be split over several segments (EXIF, extended XMP, Photoshop's resources), and
its comments are segments of their own. A PNG has text chunks, before its pixels and behind them,
some packed, some holding whole EXIF, XMP and IPTC blocks as ImageMagick writes them.

Sources: XMP specification part 3 (2020, 1.1.3.1), ITU-T T.81 (B.1.1, B.2.4.5), PNG 3rd edition
(11.3.3), ImageMagick's coders/png.c ("Raw profile type").
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final

from core.metadata.exif import Reader
from core.metadata.gif_blocks import gif_extensions
from core.metadata.head_comments import pnm_comments, tga_texts
from core.metadata.media_boxes import boxes
from core.metadata.png_chunks import png_chunks

_XMP_MARK: Final = b"http://ns.adobe.com/xap/1.0/\x00"
_EXTENDED_MARK: Final = b"http://ns.adobe.com/xmp/extension/\x00"
_PHOTOSHOP: Final = b"Photoshop 3.0\x00"
#: The same of Photoshop 2.5.
_OLD_PHOTOSHOP: Final = b"Adobe_Photoshop2.5:"
_EXIF_MARK: Final = b"Exif\x00\x00"
#: Of the box that exiftool and Kakadu's users put IIM records into.
_IPTC_UUID: Final = bytes.fromhex("33c7a4d2b81d4723a0baf1a3e097ad38")
_XMP_KEYWORD: Final = "XML:com.adobe.xmp"
#: Keywords of PNG by small letters, in which ImageMagick writes them, with one of its own.
_KEYWORDS: Final = {
    **{name.lower(): name for name in ("Title", "Author", "Description", "Copyright", "Comment")},
    "caption": "Description",
}
_RAW_PROFILE: Final = "Raw profile type "

#: Bytes of all texts of a file together, unpacked; chunks and segments looked at; bytes of XMP.
_MOST_TEXT: Final = 4_000_000
_MOST_PARTS: Final = 100_000
_MOST_XMP: Final = 32_000_000
#: Beyond the end of any file.
_FAR: Final = 1 << 62
#: Bytes that are inflated at a time.
_PIECE: Final = 1 << 20


@dataclass
class Embedded:
    """What was found, still as bytes; None and empty where there is none.

    Attributes:
        exif: a block that libvips does not give whole, or the first of several, of which it gives
            the last.
        later_exif: blocks behind the first.
        xmp: the packet, or the main one of an extended packet.
        extended_xmp: the rest of an extended packet.
        photoshop: image resources (``8BIM`` ...), joined.
        iptc: IIM records that stand alone.
        texts: keyword -> text, in the order of the file; a JPEG's comment is ``Comment``.
    """

    exif: bytes | None = None
    later_exif: list[bytes] = field(default_factory=list)
    xmp: bytes | None = None
    extended_xmp: bytes | None = None
    photoshop: bytes = b""
    iptc: bytes | None = None
    texts: dict[str, str] = field(default_factory=dict)


def read_embedded(name: str, read: Reader, size: int) -> Embedded:
    """Everything found in a file of the format `name`; nothing for formats that have no reader."""
    if name == "tga":
        return _with_texts(tga_texts(read, size))
    reader = _READERS.get(name)
    return reader(read) if reader is not None else Embedded()


def _segments(read: Reader) -> Iterator[tuple[int, bytes]]:
    """Marker and payload of the APPn and COM segments, up to the first scan."""
    at = 2
    for _ in range(_MOST_PARTS):
        head = read(at, 4)
        if len(head) < 4 or head[0] != 0xFF or head[1] in (0xD9, 0xDA):
            return
        if head[1] == 0xFF:  # fill bytes may stand before any marker
            at += 1
            continue
        length = int.from_bytes(head[2:], "big")
        if 0xE0 <= head[1] <= 0xEF or head[1] == 0xFE:
            yield head[1], read(at + 4, max(0, length - 2))
        at += 2 + length


def jpeg_blocks(read: Reader) -> tuple[bytes | None, bytes | None]:
    """The EXIF block and the XMP packet of a JPEG, whole ones."""
    found = _read_jpeg(read)
    first = (rest for marker, rest in _segments(read) if marker == 0xE1)
    exif = next((rest for rest in first if rest.startswith(_EXIF_MARK)), None)
    return found.exif or exif, found.xmp


def _read_jpeg(read: Reader) -> Embedded:
    found, parts, size = Embedded(), dict[int, bytes](), 0
    exif = list[bytes]()
    for marker, payload in _segments(read):
        if marker == 0xE1 and payload.startswith(_EXIF_MARK):
            exif.append(payload.removeprefix(_EXIF_MARK))
        elif marker == 0xFE:
            comment = decoded(payload).strip("\x00 ")
            _add_text(found, "Comment", comment)
        elif marker == 0xED and payload.startswith((_PHOTOSHOP, _OLD_PHOTOSHOP)):
            found.photoshop += payload.removeprefix(_PHOTOSHOP).removeprefix(_OLD_PHOTOSHOP)
        elif marker == 0xE1 and payload.startswith(_XMP_MARK):
            found.xmp = found.xmp or payload.removeprefix(_XMP_MARK)
        elif marker == 0xE1 and payload.startswith(_EXTENDED_MARK):
            body = payload.removeprefix(_EXTENDED_MARK)
            # 32 digits that name the packet, its whole length, this part's place in it
            if len(body) > 40 and size + len(body) <= _MOST_XMP and _names(found.xmp, body[:32]):
                parts[struct.unpack_from(">I", body, 36)[0]] = body[40:]
                size += len(body)
    found.extended_xmp = _joined(parts)
    first, *found.later_exif = _exif_blocks(exif) or [b""]
    if found.later_exif or (exif and len(first) > len(exif[0])):
        found.exif = first
    return found


def _exif_blocks(parts: list[bytes]) -> list[bytes]:
    """Blocks of EXIF: one may go on in the next segment, as exiftool reads it.

    A second block begins with a header of its own.
    """
    blocks = list[bytes]()
    for part in parts:
        if not blocks or part[:4] in (b"II*\x00", b"MM\x00*"):
            blocks.append(part)
        else:
            blocks[-1] += part
    return blocks


def _names(main: bytes | None, guid: bytes) -> bool:
    """Whether the main packet means this extended one; parts of others are left over."""
    return main is not None and guid.upper() in main.upper()


def _joined(parts: dict[int, bytes]) -> bytes | None:
    """Parts by their places -> the packet; None where one is missing."""
    whole = b""
    for at in sorted(parts):
        if at != len(whole):
            return None
        whole += parts[at]
    return whole or None


def _chunks(read: Reader) -> Iterator[tuple[bytes, bytes]]:
    """Kind and payload of the text and EXIF chunks, behind the pixels too."""
    for kind, at, length in png_chunks(read):
        if kind in (b"tEXt", b"zTXt", b"iTXt", b"eXIf") and length <= _MOST_XMP:
            yield kind, read(at, length)


def _read_png(read: Reader) -> Embedded:
    found, left = Embedded(), _MOST_TEXT
    for kind, payload in _chunks(read):
        if kind == b"eXIf":
            found.exif = found.exif or payload
            continue
        raw_keyword, _, rest = payload.partition(b"\x00")
        keyword = raw_keyword.decode("latin-1").strip()
        most = _MOST_XMP if keyword == _XMP_KEYWORD else left
        with suppress(zlib.error, ValueError, IndexError):
            text = _text(kind, rest, most)
            left -= 0 if keyword == _XMP_KEYWORD else len(text)
            _take(found, keyword, text, latin=kind != b"iTXt")
    return found


def _text(kind: bytes, rest: bytes, most: int) -> bytes:
    """The text of a chunk behind its keyword, unpacked; at most so many bytes of it."""
    if kind == b"tEXt":
        return rest[:most]
    if kind == b"zTXt":
        return unpacked(rest[1:], most)
    packed, _, tail = rest[0], rest[1], rest[2:]
    _, _, tail = tail.partition(b"\x00")  # the language
    _, _, text = tail.partition(b"\x00")  # the keyword in that language
    return unpacked(text, most) if packed else text[:most]


def unpacked(content: bytes, most: int) -> bytes:
    """Inflated; empty where that would be more than `most` bytes. Raises: zlib.error."""
    inflater, text = zlib.decompressobj(), bytearray()
    # by pieces: in one call zlib holds twice what it gives
    while content and len(text) <= most:
        text += inflater.decompress(content, _PIECE)
        content = inflater.unconsumed_tail
    return b"" if len(text) > most else bytes(text)


def _take(found: Embedded, keyword: str, text: bytes, *, latin: bool) -> None:
    if keyword == _XMP_KEYWORD:
        found.xmp = found.xmp or text
    elif keyword.startswith(_RAW_PROFILE):
        _take_profile(found, keyword.removeprefix(_RAW_PROFILE).lower(), text)
    else:
        known = _KEYWORDS.get(keyword.lower(), keyword)
        _add_text(found, known, decoded(text) if not latin else _latin(text))


def _take_profile(found: Embedded, kind: str, text: bytes) -> None:
    """A block in hexadecimal digits: a line with its kind, one with its length, the digits."""
    lines = text.strip().split(b"\n")
    block = bytes.fromhex(b"".join(lines[2:]).decode("ascii"))
    if kind in ("exif", "app1"):
        if block.startswith(_XMP_MARK):
            found.xmp = found.xmp or block.removeprefix(_XMP_MARK)
        else:
            found.exif = found.exif or block
    elif kind == "xmp":
        found.xmp = found.xmp or block.removeprefix(_XMP_MARK)
    elif kind in ("iptc", "8bim"):
        block = block.removeprefix(_PHOTOSHOP)
        if block.startswith(b"\x1c"):
            found.iptc = found.iptc or block
        else:
            found.photoshop += block


def _latin(text: bytes) -> str:
    """Latin-1 by the specification; many programs write UTF-8 there."""
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError:
        return text.decode("latin-1")


def decoded(text: bytes) -> str:
    """Text that says no encoding: UTF-16 with its mark, else UTF-8, else Latin-1."""
    if text[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return text.decode("utf-16", "replace")
    return _latin(text)


def _add_text(found: Embedded, keyword: str, text: str) -> None:
    """A keyword that is repeated has all its texts, one to a line."""
    text = text.strip("\x00").strip()
    if not (keyword and text):
        return
    before = found.texts.get(keyword)
    if before is None:
        found.texts[keyword] = text
    elif text not in before.split("\n"):
        found.texts[keyword] = f"{before}\n{text}"


def _read_gif(read: Reader) -> Embedded:
    found = Embedded()
    for kind, content in gif_extensions(read):
        if kind == "xmp":
            found.xmp = found.xmp or content
        else:
            _add_text(found, "Comment", decoded(content))
    return found


def _read_jpeg2000(read: Reader) -> Embedded:
    """IPTC of a JPEG 2000's UUID box; its reader gives the other blocks."""
    for kind, at, end in boxes(read, 0, _FAR):
        if kind == b"uuid" and read(at, 16) == _IPTC_UUID and end - at - 16 <= _MOST_XMP:
            return Embedded(iptc=read(at + 16, end - at - 16))
    return Embedded()


def _read_pnm(read: Reader) -> Embedded:
    return _with_texts(("Comment", comment) for comment in pnm_comments(read))


def _with_texts(texts: Iterable[tuple[str, bytes]]) -> Embedded:
    found = Embedded()
    for keyword, text in texts:
        _add_text(found, keyword, decoded(text))
    return found


_READERS: Final[Mapping[str, Callable[[Reader], Embedded]]] = {
    "jpeg": _read_jpeg,
    "png": _read_png,
    "gif": _read_gif,
    "jpeg2000": _read_jpeg2000,
    "pnm": _read_pnm,
}
