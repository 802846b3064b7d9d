"""How error messages name a photo, and the errors that several readers raise."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from core.errors import PhotoTooLargeError, UnreadablePhotoError

#: The folders of a path, its last part left.
_FOLDERS: Final = re.compile(r"(?:(?<![\w/\\])[A-Za-z]:)?(?<!\w)[/\\](?:[^/\\:'\"()]+[/\\])+")
_FOR_BUILDERS: Final = re.compile(
    r"(?:re)?compil|re-?build|\bbuild\b|from source|built (?:with|without)|\.configure|--enable-"
    r"|cmake",
    re.IGNORECASE,
)

#: ``check(width, height)`` in pixels; raises `PhotoTooLargeError`.
SizeCheck = Callable[[int, int], None]


@dataclass(frozen=True)
class Label:
    """A photo's name in error messages, and the path the errors carry."""

    name: str
    path: Path | None

    @classmethod
    def of(cls, source: Path | bytes) -> Label:
        """A file by its name; bytes have none."""
        return cls("The photo", None) if isinstance(source, bytes) else cls(source.name, source)


def damaged_error(label: Label, reason: str) -> UnreadablePhotoError:
    """The error for a file that its decoder gave up on."""
    said = plain_reason(reason) or "its decoder gives no reason"
    return UnreadablePhotoError(
        f"{label.name} is damaged or cut short ({said}): copy it again from where it came.",
        label.path,
    )


def plain_reason(reason: str) -> str:
    """A decoder's reason as it may stand in a sentence; empty where it says nothing.

    Folders of this computer, an object that is not there, and advice to those who build libraries
    are none of the reader's business.
    """
    said = _FOLDERS.sub("", reason).strip(" .:")
    return "" if said in ("None", "") or _FOR_BUILDERS.search(said) else said


def size_check(label: Label, max_megapixels: float) -> SizeCheck:
    """``check(width, height)``, for readers to call before they decode.

    It raises `PhotoTooLargeError`.
    """

    def check(width: int, height: int) -> None:
        megapixels = width * height / 1e6
        if megapixels > max_megapixels:
            raise PhotoTooLargeError(
                f"{label.name} has {megapixels:.1f} megapixels and the limit is "
                f"{max_megapixels:g}: make it smaller, or raise the limit.",
                label.path,
            )

    return check
