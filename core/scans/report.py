"""``split.json``: what was found on each scan, and which picture it became.

A later run into the same folder replaces what is said of its own scans and keeps the rest.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from core.codec import parse_json
from core.errors import InvalidDataError
from core.files.atomic import atomic_file
from core.photo.frame import Frame
from core.version import __version__

REPORT_NAME: Final = "split.json"


@dataclass(frozen=True)
class SplitScan:
    """A page and what became of it.

    Attributes:
        scan: its file.
        page: of a TIFF of several pages, from 0.
        size: the page's width and height in pixels.
        prints: the files written, in reading order, and where each lay.
    """

    scan: Path
    page: int
    size: tuple[int, int]
    prints: Sequence[tuple[Path, Frame]]

    def to_plain(self) -> dict[str, Any]:
        """For JSON; corners are x, y from the print's upper left clockwise, in pixels."""
        return {
            "scan": str(self.scan),
            "page": self.page,
            "width": self.size[0],
            "height": self.size[1],
            "prints": [_print(path, frame) for path, frame in self.prints],
        }


def _print(path: Path, frame: Frame) -> dict[str, Any]:
    return {
        "file": path.name,
        "x": round(frame.x, 2),
        "y": round(frame.y, 2),
        "width": round(frame.width, 2),
        "height": round(frame.height, 2),
        "angle": round(frame.angle, 3),
        "corners": [[round(float(value), 2) for value in corner] for corner in frame.corners()],
    }


def write_report(folder: Path, scans: Sequence[SplitScan]) -> Path:
    """Write `REPORT_NAME` into a folder; earlier scans in it stay.

    Raises:
        InvalidDataError: what is there was not written by this program.
        UnwritableTargetError: no permission, no room.
    """
    path = folder / REPORT_NAME
    new = [scan.to_plain() for scan in scans]
    done = {(entry["scan"], entry["page"]) for entry in new}
    kept = [entry for entry in _earlier(path) if (entry["scan"], entry["page"]) not in done]
    report = {"program": f"Autochrome {__version__}", "scans": [*kept, *new]}
    with atomic_file(path, overwrite=True) as out:
        out.write((json.dumps(report, indent=1, ensure_ascii=False) + "\n").encode())
    return path


def scan_of(picture: Path) -> str | None:
    """The scan that a picture was cut from, as its folder's report says; None where it says none.

    Raises:
        InvalidDataError: the report was not written by this program.
    """
    for entry in _earlier(picture.parent / REPORT_NAME):
        if any(found.get("file") == picture.name for found in entry.get("prints", ())):
            return str(entry["scan"])
    return None


def _earlier(path: Path) -> list[dict[str, Any]]:
    if not path.exists():
        return []
    try:
        scans = parse_json(path.read_bytes())["scans"]
        return [
            entry
            for entry in scans
            if isinstance(entry["scan"], str) and isinstance(entry["page"], int)
        ]
    except (OSError, ValueError, KeyError, TypeError) as error:
        message = f"{path.name} was not written by this program: move it or choose another folder."
        raise InvalidDataError(message, path) from error
