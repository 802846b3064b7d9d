"""Paths of more than 260 characters on Windows."""

from __future__ import annotations

import ntpath
import os
from pathlib import Path
from typing import Final

#: MAX_PATH is 260 with its closing zero, and a folder must leave room for an 8.3 name in it
#: (Microsoft, "Maximum Path Length Limitation").
_LIMIT: Final = 248


def long_path(path: Path) -> Path:
    r"""The path as Windows takes it at any length (``\\?\``); elsewhere the path as it is."""
    return Path(extended(os.path.abspath(path))) if os.name == "nt" else path  # noqa: PTH100


def extended(absolute: str) -> str:
    r"""An absolute Windows path, with ``\\?\`` or ``\\?\UNC\`` before it where it is long."""
    absolute = ntpath.normpath(absolute)
    if len(absolute) < _LIMIT or absolute.startswith("\\\\?\\"):
        return absolute
    if absolute.startswith("\\\\"):
        return "\\\\?\\UNC\\" + absolute[2:]
    return "\\\\?\\" + absolute
