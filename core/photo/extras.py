"""Optional packages that read further formats, and how to get them or do without them."""

from __future__ import annotations

import importlib
from typing import Any

from core.errors import UnsupportedFormatError
from core.extras import EXTRAS, how_to_install, is_packed
from core.photo.label import Label


def how_to_read(extra: str) -> str:
    """What to do about a photo that an extra would read: the end of a sentence."""
    if is_packed():
        return "open it in the program that shows it, and save it there as TIFF, PNG or JPEG"
    return how_to_install(extra)


def needing_an_extra(what: str) -> str:
    """A format that only an optional extra reads: ``is a PDF, which an optional extra reads``."""
    return f"{what}, which {'is not read here' if is_packed() else 'an optional extra reads'}"


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
