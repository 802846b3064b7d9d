"""The XMP packet of a result's file replaced by another, every other byte as it was.

For JPEG, PNG, WebP and TIFF files as `core.metadata.containers` writes them: with a packet.

Sources: XMP specification part 3 (2020), PNG 3rd edition (5.3, 11.3.3.4), WebP container
specification (RFC 9649, 2.7), TIFF 6.0 (section 2).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator
from typing import Final

#: A packet -> the one that takes its place.
Change = Callable[[bytes], bytes]

_JPEG_MARK: Final = b"http://ns.adobe.com/xap/1.0/\x00"
_PNG_KEYWORD: Final = b"XML:com.adobe.xmp\x00\x00\x00\x00\x00"
_LARGEST_SEGMENT: Final = 65_533
_TIFF_XMP: Final = 700


def replace_packet(content: bytes, change: Change) -> bytes | None:
    """A file with another packet; None where none was found, or the new one finds no room.

    Of an extended packet the main one is given to ``change``.
    """
    if content.startswith(b"\xff\xd8"):
        return _in_jpeg(content, change)
    if content.startswith(b"\x89PNG"):
        return _in_png(content, change)
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return _in_webp(content, change)
    if content[:4] in (b"II*\x00", b"MM\x00*") and len(content) >= 8:
        return _in_tiff(content, change)
    return None


def _in_jpeg(content: bytes, change: Change) -> bytes | None:
    at = 2
    while at + 4 <= len(content) and content[at] == 0xFF and content[at + 1] not in (0xD9, 0xDA):
        (length,) = struct.unpack_from(">H", content, at + 2)
        end = at + 2 + length
        if end > len(content):
            return None
        if content[at + 1] == 0xE1 and content.startswith(_JPEG_MARK, at + 4):
            payload = _JPEG_MARK + change(content[at + 4 + len(_JPEG_MARK) : end])
            if len(payload) > _LARGEST_SEGMENT:
                return None
            head = b"\xff\xe1" + struct.pack(">H", len(payload) + 2)
            return content[:at] + head + payload + content[end:]
        at = end
    return None


def _in_png(content: bytes, change: Change) -> bytes | None:
    for kind, at, length in _blocks(content, 8, ">I", kind_first=False):
        payload = content[at + 8 : at + 8 + length]
        if kind == b"iTXt" and payload.startswith(_PNG_KEYWORD):
            payload = _PNG_KEYWORD + change(payload.removeprefix(_PNG_KEYWORD))
            sum_of = struct.pack(">I", zlib.crc32(kind + payload))
            chunk = struct.pack(">I", len(payload)) + kind + payload + sum_of
            return content[:at] + chunk + content[at + 12 + length :]
    return None


def _in_webp(content: bytes, change: Change) -> bytes | None:
    for kind, at, length in _blocks(content, 12, "<I", kind_first=True):
        if kind == b"XMP ":
            packet = change(content[at + 8 : at + 8 + length])
            chunk = kind + struct.pack("<I", len(packet)) + packet + bytes(len(packet) % 2)
            whole = content[:at] + chunk + content[at + 8 + length + length % 2 :]
            return whole[:4] + struct.pack("<I", len(whole) - 8) + whole[8:]
    return None


def _blocks(
    content: bytes, at: int, number: str, *, kind_first: bool
) -> Iterator[tuple[bytes, int, int]]:
    """Kind, place and payload's length of the chunks of a PNG, or a RIFF: its kind comes first."""
    while at + 8 <= len(content):
        first, second = content[at : at + 4], content[at + 4 : at + 8]
        kind, size = (first, second) if kind_first else (second, first)
        (length,) = struct.unpack(number, size)
        if at + 8 + length > len(content):
            return
        yield kind, at, length
        at += 8 + length + length % 2 if kind_first else 12 + length


def _in_tiff(content: bytes, change: Change) -> bytes | None:
    """The new packet stands at the end, and the entry of the first directory points to it."""
    order = "<" if content.startswith(b"II") else ">"
    (directory,) = struct.unpack_from(f"{order}I", content, 4)
    if directory + 2 > len(content):
        return None
    (count,) = struct.unpack_from(f"{order}H", content, directory)
    for at in range(directory + 2, min(directory + 2 + 12 * count, len(content) - 11), 12):
        tag, kind, size, place = struct.unpack_from(f"{order}HHII", content, at)
        if tag == _TIFF_XMP and kind in (1, 7) and 4 < size <= len(content) - place:
            packet = change(content[place : place + size])
            end = len(content) + len(content) % 2
            entry = struct.pack(f"{order}HHII", tag, kind, len(packet), end)
            padding = bytes(len(content) % 2)
            return content[:at] + entry + content[at + 12 :] + padding + packet
    return None
