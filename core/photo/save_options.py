"""How a photo is stored in a file: format, quality, depth."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypedDict

#: Of a result nobody asked for another one.
DEFAULT_QUALITY: Final = 92


@dataclass(frozen=True)
class SaveOptions:
    """How a photo is stored.

    Attributes:
        format: ``jpeg``, ``png``, ``tiff``, ``webp``, ``avif``; None for what the file's ending
            says.
        quality: 1 to 100, of JPEG, WebP and AVIF; from 90 colours keep their full resolution in a
            JPEG, and in an AVIF of up to 16 megapixels.
        depth: 8 or 16 bits; None for the photo's own, or what the format holds.
        keep_time: the file says it was changed when the photo's file was.
    """

    format: str | None = None
    quality: int = DEFAULT_QUALITY
    depth: int | None = None
    keep_time: bool = False


class EncodeChoices(TypedDict, total=False):
    """Fields of `SaveOptions` as keyword arguments, where the format is said in another way."""

    quality: int
    depth: int | None


class SaveChoices(EncodeChoices, total=False):
    """All fields of `SaveOptions` as keyword arguments, some of them or none."""

    format: str | None
    keep_time: bool
