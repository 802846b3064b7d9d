"""`SourcePhoto`: a photo that was found and is to be colorized."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from core.photo.header import PhotoHeader


@dataclass(frozen=True)
class SourcePhoto:
    """A photo to be colorized, as it was found.

    Attributes:
        path: how to open it.
        relative: its place below the folder that was named, which is mirrored.
        real: where it really is, behind all links: two names of one file share it.
        header: what its file says; empty where photos are found by their names alone.
    """

    path: Path
    relative: Path
    real: Path
    header: PhotoHeader = field(default_factory=PhotoHeader)

    @property
    def format(self) -> str | None:
        """What its bytes are; None where they say nothing."""
        return self.header.format
