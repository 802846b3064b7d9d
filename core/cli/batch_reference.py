"""``--like`` of a batch: the photo that lends its colours, read before anything is planned."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from core.cli.batch_options import BatchOptions
from core.cli.console import print_error
from core.colorize.reference_colors import read_reference
from core.errors import PhotoError
from core.photo.source import PhotoSource


def with_reference(options: BatchOptions) -> BatchOptions | None:
    """The reference photo by its content: another one under its name makes other results.

    None, and a line that says why, where it cannot be read or has no colours.
    """
    if not options.settings.like:
        return options
    path = Path(options.settings.like)
    try:
        read_reference(path)
    except PhotoError as error:
        print_error(error)
        return None
    with PhotoSource(path) as source:
        settings = replace(options.settings, like_sha256=source.sha256())
    return replace(options, settings=settings)
