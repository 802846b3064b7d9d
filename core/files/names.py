"""Names that no file system refuses for their length: the one rule by which they are cut.

A name keeps its ending and what is added to it (``_color``); its stem loses letters from its end,
and a letter goes with all that belongs to it: accents, the parts of an emoji.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Final

#: No file system in use takes a longer name (bytes on Linux and macOS, letters on Windows).
MAX_NAME: Final = 255

_JOINER: Final = "\u200d"
_SKIN_TONES: Final = range(0x1F3FB, 0x1F400)
_FLAG_LETTERS: Final = range(0x1F1E6, 0x1F200)
#: Letters of the flags of Wales, Scotland and the like; format characters.
_TAGS: Final = range(0xE0020, 0xE0080)


def name_length(text: str) -> int:
    """Bytes of a name on disk."""
    return len(os.fsencode(text))


def with_tail(path: Path, tail: str, ending: str | None = None) -> Path:
    """A path with something added behind its stem, and another ending where one is given."""
    ending = path.suffix if ending is None else ending
    room = MAX_NAME - name_length(tail + ending)
    return path.with_name(f"{cut_text(path.stem, room)}{tail}{ending}")


def cut_text(text: str, most: int) -> str:
    """The beginning of a text that takes at most so many bytes on disk.

    Letters are whole (Unicode's annex 29, as far as marks, joined and tinted emoji and flags go)
    unless not even the first one fits.
    """
    if name_length(text) <= most:
        return text
    return _fitting(letters(text), most).rstrip() or _fitting(iter(text), most)


def _fitting(parts: Iterator[str], most: int) -> str:
    kept = ""
    for part in parts:
        most -= name_length(part)
        if most < 0:
            break
        kept += part
    return kept


def letters(text: str) -> Iterator[str]:
    """What a reader takes for one letter each."""
    letter, flags = "", 0
    for sign in text:
        flags = flags + 1 if ord(sign) in _FLAG_LETTERS else 0
        joined = letter.endswith(_JOINER) or _belongs_to_the_one_before(sign)
        if letter and not joined and not (flags and flags % 2 == 0):
            yield letter
            letter = ""
        letter += sign
    if letter:
        yield letter


def _belongs_to_the_one_before(sign: str) -> bool:
    code = ord(sign)
    mark = unicodedata.category(sign) in ("Mn", "Mc", "Me")  # variation selectors among them
    return mark or sign == _JOINER or code in _SKIN_TONES or code in _TAGS
