"""Long paths on Windows, and `os.path` questions that never raise."""

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
    return Path(extended_path(os.path.abspath(path))) if os.name == "nt" else path  # noqa: PTH100


def extended_path(absolute: str) -> str:
    r"""An absolute Windows path, with ``\\?\`` or ``\\?\UNC\`` before it where it is long."""
    absolute = ntpath.normpath(absolute)
    if len(absolute) < _LIMIT or absolute.startswith("\\\\?\\"):
        return absolute
    if absolute.startswith("\\\\"):
        return "\\\\?\\UNC\\" + absolute[2:]
    return "\\\\?\\" + absolute


def is_directory(path: Path) -> bool:
    """Whether a folder is there. False, where pathlib raises, if the system refuses to say."""
    return os.path.isdir(long_path(path))  # noqa: PTH112


def is_file(path: Path) -> bool:
    """Whether an ordinary file is there; else as `is_directory`."""
    return os.path.isfile(long_path(path))  # noqa: PTH113


def is_link(path: Path) -> bool:
    """Whether a symbolic link is there; else as `is_directory`."""
    return os.path.islink(long_path(path))  # noqa: PTH114
