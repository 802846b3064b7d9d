"""Optional packages that read further formats, and how to get them or do without them."""

from __future__ import annotations

import importlib
import sys
from typing import Any, Final

from core.errors import UnsupportedFormatError
from core.photo.label import Label

#: Package -> the extra of this project that brings it.
EXTRAS: Final = {
    "imagecodecs": "archive",
    "pillow_heif": "heic",
    "pillow_jxl": "jxl",
    "pypdfium2": "pdf",
    "rawpy": "raw",
    "tifffile": "archive",
}


def is_packed() -> bool:
    """Whether this is the packed program, where nobody can install anything."""
    return bool(getattr(sys, "frozen", False))


def how_to_read(extra: str) -> str:
    """What to do about a photo that an extra would read: the end of a sentence."""
    if is_packed():
        return "open it in the program that shows it, and save it there as TIFF, PNG or JPEG"
    return f"install autochrome[{extra}] (pip install 'autochrome[{extra}]')"


def is_installed(package: str) -> bool:
    """Whether an optional package can be imported."""
    try:
        importlib.import_module(package)
    except ImportError:
        return False
    return True


def import_package(package: str, label: Label, what: str) -> Any:  # noqa: ANN401  (a module)
    """The module of an optional package; ``what`` says what the photo is.

    Raises:
        UnsupportedFormatError: it is not installed.
    """
    try:
        return importlib.import_module(package)
    except ImportError as error:
        raise UnsupportedFormatError(
            f"{label.name} {what}: {how_to_read(EXTRAS[package])}.", label.path
        ) from error


def unread_codec_error(label: Label, codec: str) -> UnsupportedFormatError:
    """The error for a whole file whose pixels are packed in a way that is not read here."""
    named = f" ({codec})" if codec else ""
    advice = how_to_read("archive")
    if is_installed("imagecodecs") and is_installed("tifffile"):
        advice = "save it as TIFF, PNG or JPEG in the program that wrote it"
    return UnsupportedFormatError(
        f"{label.name} is compressed in a way that is not read here{named}: {advice}.", label.path
    )
