"""How error messages name a photo, and the errors that several readers raise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from core.errors import PhotoTooLargeError, UnreadablePhotoError


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
    said = f" ({reason})" if reason else ""
    return UnreadablePhotoError(
        f"{label.name} is damaged or cut short{said}: copy it again from where it came.", label.path
    )


def size_check(label: Label, max_megapixels: float) -> Callable[[int, int], None]:
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
