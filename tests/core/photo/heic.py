"""A HEIC of 96 x 64 pixels, made here: a grey ramp, in its upper left corner a red field.

The coded picture is x265's (main still picture profile); its container is written box by box.
"""

from __future__ import annotations

import base64
import struct
from collections.abc import Sequence

WIDTH, HEIGHT = 96, 64
_CONFIGURATION = base64.b64decode(
    "AQNwAAAAAAAAAAAAHvAA/P34+AAADwMgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQCEAAQArQgEBA3AAAAMA"
    "kAAAAwAAAwAeoDCBBZbqSSmubgQEDAgAAAMACAAAAwAIQCIAAQAHRAHBcrAiQA=="
)
_PICTURE = base64.b64decode(
    "AAAAWygBrwngFV8//8WP/+8fkOuthnsrBZagisto/aef8yLOYpt62+1Qd1LwY7F/VnJGCWZa+9AFTk0Sdy2aM7NC"
    "0J3kkyR93pJLlVWTKdBpD1noo+8wvQ3ho7gvF4A="
)


def box(kind: bytes, *parts: bytes) -> bytes:
    content = b"".join(parts)
    return struct.pack(">I4s", 8 + len(content), kind) + content


def heic(turns: Sequence[tuple[bytes, int]] = (), profile: bytes = b"") -> bytes:
    """``turns``: properties of the picture after its size, ``(b"irot", 3)`` or ``(b"imir", 0)``."""
    size = box(b"ispe", struct.pack(">III", 0, WIDTH, HEIGHT))
    properties = [box(b"hvcC", _CONFIGURATION), size]
    properties += [box(kind, bytes([value])) for kind, value in turns]
    if profile:
        properties.append(box(b"colr", b"prof", profile))
    numbers = bytes([0x81, 2, *(0x80 | n for n in range(3, 1 + len(properties)))])
    links = struct.pack(">IIHB", 0, 1, 1, len(numbers)) + numbers

    def meta(at: int) -> bytes:
        return box(
            b"meta", bytes(4),
            box(b"hdlr", bytes(8), b"pict", bytes(13)),
            box(b"pitm", struct.pack(">IH", 0, 1)),
            box(b"iloc", struct.pack(">IBBHHHHII", 0, 0x44, 0, 1, 1, 0, 1, at, len(_PICTURE))),
            box(b"iinf", struct.pack(">IH", 0, 1),
                box(b"infe", struct.pack(">IHH4sB", 0x02000000, 1, 0, b"hvc1", 0))),
            box(b"iprp", box(b"ipco", *properties), box(b"ipma", links)),
        )  # fmt: skip

    kinds = box(b"ftyp", b"heic", bytes(4), b"mif1heic")
    start = len(kinds) + len(meta(0)) + 8
    return kinds + meta(start) + box(b"mdat", _PICTURE)
