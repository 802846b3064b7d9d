"""How `tests.fuzz.run` spoils a file: every mutation is a function of its generator."""

from __future__ import annotations

import random
import struct
import zlib
from collections.abc import Callable, Sequence
from typing import Final

#: Numbers that parsers stumble over.
_NUMBERS: Final = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF)


def _flip(content: bytearray, rng: random.Random) -> None:
    for _ in range(rng.choice((1, 1, 2, 8, 64))):
        content[rng.randrange(len(content))] ^= 1 << rng.randrange(8)


def _number(content: bytearray, rng: random.Random) -> None:
    width = rng.choice((1, 2, 4))
    code = {1: "B", 2: "H", 4: "I"}[width]
    value = rng.choice(_NUMBERS) & ((1 << 8 * width) - 1)
    at = rng.randrange(max(1, len(content) - width))
    content[at : at + width] = struct.pack(rng.choice("<>") + code, value)


def _cut(content: bytearray, rng: random.Random) -> None:
    del content[rng.randrange(1, len(content)) :]


def _remove(content: bytearray, rng: random.Random) -> None:
    at = rng.randrange(len(content))
    del content[at : at + rng.choice((1, 2, 16, 200))]


def _double(content: bytearray, rng: random.Random) -> None:
    at, length = rng.randrange(len(content)), rng.choice((1, 4, 64, 1000))
    content[at:at] = content[at : at + length] * rng.choice((1, 2, 50))


def _noise(content: bytearray, rng: random.Random) -> None:
    at = rng.randrange(len(content))
    length = min(len(content) - at, rng.choice((4, 32, 400)))
    content[at : at + length] = rng.randbytes(length)


def _head(content: bytearray, rng: random.Random) -> None:
    """Near the start, where headers are."""
    content[rng.randrange(min(len(content), 400))] = rng.randrange(256)


_MUTATIONS: Final[Sequence[Callable[[bytearray, random.Random], None]]] = (
    _flip, _number, _number, _cut, _remove, _double, _noise, _head, _head,
)  # fmt: skip


def mutated(content: bytes, rng: random.Random) -> bytes:
    """The file after one to four mutations; a PNG's checksums are right again half of the time."""
    changed = bytearray(content)
    for _ in range(rng.choice((1, 1, 2, 4))):
        if len(changed) > 1:
            rng.choice(_MUTATIONS)(changed, rng)
    is_png = changed[:4] == b"\x89PNG"
    return with_checksums(bytes(changed)) if is_png and rng.random() < 0.5 else bytes(changed)


def with_checksums(png: bytes) -> bytes:
    """The chunks of a PNG with checksums that fit, as far as they can be followed."""
    out, at = bytearray(png[:8]), 8
    while at + 12 <= len(png):
        (length,) = struct.unpack_from(">I", png, at)
        if at + 12 + length > len(png):
            break
        body = png[at + 4 : at + 8 + length]
        out += png[at : at + 4] + body + struct.pack(">I", zlib.crc32(body))
        at += 12 + length
    return bytes(out + png[at:])
