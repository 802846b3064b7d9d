"""The optional extras of this project, and what to do without one: how a sentence of it ends."""

from __future__ import annotations

import sys
from typing import Final

#: Package -> the extra of this project that brings it.
EXTRAS: Final = {
    "av": "video",
    "distributed": "cluster",
    "imagecodecs": "archive",
    "pi_heif": "heic",
    "pillow_jxl": "jxl",
    "psd_tools": "photoshop",
    "pypdfium2": "pdf",
    "rawpy": "raw",
    "shtab": "completion",
    "tifffile": "archive",
}


def is_packed() -> bool:
    """Whether this is the packed program, where nobody can install anything."""
    return bool(getattr(sys, "frozen", False))


def how_to_install(extra: str) -> str:
    """``install autochrome[heic] (pip install 'autochrome[heic]')``; not for the packed program."""
    return f"install autochrome[{extra}] (pip install 'autochrome[{extra}]')"
