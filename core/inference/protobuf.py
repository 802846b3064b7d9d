"""The wire format of Protocol Buffers, read field by field without trusting a single length.

Source: https://protobuf.dev/programming-guides/encoding/. Own code, because the check of a
stranger's file must not hand it to a parser that allocates what the file asks for, and the packed
program has no library for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from core.errors import InvalidDataError

#: Wire types, and the bytes of those of a fixed length.
VARINT: Final = 0
BYTES: Final = 2
_FIXED: Final = {1: 8, 5: 4}
#: Bytes of the longest varint: ten times seven bits hold 64.
_LONGEST: Final = 10

#: Number of a field, and its value: a whole number, or a part of the message.
Field = tuple[int, int | memoryview]


def fields(message: memoryview) -> Iterator[Field]:
    """The fields of a message in their order.

    Raises:
        InvalidDataError: it is cut short, or no message at all.
    """
    place = 0
    while place < len(message):
        key, place = _varint(message, place)
        number, kind = key >> 3, key & 7
        if kind == VARINT:
            value, place = _varint(message, place)
            yield number, value
            continue
        if kind == BYTES:
            length, place = _varint(message, place)
        elif kind in _FIXED:
            length = _FIXED[kind]
        else:
            raise InvalidDataError("it holds something that is no field.")
        if length > len(message) - place:
            raise InvalidDataError("it is cut short.")
        yield number, message[place : place + length]
        place += length


def varints(value: int | memoryview) -> list[int]:
    """A repeated whole number: one of it, or all of them packed."""
    if isinstance(value, int):
        return [value]
    found, place = [], 0
    while place < len(value):
        number, place = _varint(value, place)
        found.append(number)
    return found


def text(value: int | memoryview) -> str:
    """A text. Raises: InvalidDataError: it is a number."""
    if isinstance(value, int):
        raise InvalidDataError("it holds a number where a text should be.")
    return bytes(value).decode("utf-8", "replace")


def part(value: int | memoryview) -> memoryview:
    """A message within. Raises: InvalidDataError: it is a number."""
    if isinstance(value, int):
        raise InvalidDataError("it holds a number where a message should be.")
    return value


def _varint(message: memoryview, place: int) -> tuple[int, int]:
    """A varint and where it ends; negative numbers come as large ones."""
    value = 0
    for index in range(_LONGEST):
        if place + index >= len(message):
            break
        byte = message[place + index]
        value |= (byte & 0x7F) << (7 * index)
        if byte < 0x80:
            return value, place + index + 1
    raise InvalidDataError("it is cut short.")
