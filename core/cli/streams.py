"""The three standard streams, whatever state the program was given them in.

A script may close one (``>&-``), put it on a full disk, or stop reading it. The photos are done all
the same; only a pipe that nobody reads any more ends a command, as it ends any other program.
"""

from __future__ import annotations

import os
import sys
from typing import Final

_MODES: Final = (("stdin", "r"), ("stdout", "w"), ("stderr", "w"))


def open_closed_streams() -> None:
    """Give each closed standard stream the null device, before anything else is opened.

    Else the first file that is opened would get the stream's number, and what a library says to
    standard error would go into a photo.
    """
    for number, (name, mode) in enumerate(_MODES):
        if getattr(sys, name) is None:
            _fill(number)
            stream = open(os.devnull, mode, encoding="utf-8")  # noqa: SIM115, PTH123  (stays open)
            setattr(sys, name, stream)


def _fill(number: int) -> None:
    try:
        os.fstat(number)
    except OSError:
        # the lowest free number is given; those below have been looked at already
        os.open(os.devnull, os.O_RDONLY if number == 0 else os.O_WRONLY)


def discard_output() -> None:
    """Let standard output go nowhere from here on: it has failed and would again at the end."""
    try:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())
        os.close(null)
        sys.stdout.flush()  # what had been held back
    except (OSError, ValueError):  # one that is no file, in an embedding program
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
