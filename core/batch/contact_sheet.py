"""A contact sheet: every result beside its photo, small, the least certain first.

A person looks over a night's work in a minute and sees which photos want another look.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from core.batch.result_files import result_files
from core.errors import PhotoError
from core.photo.photo import Photo
from core.photo.thumbnail import thumbnail
from core.photo.write import write_photo
from core.queue.job import Job, JobState
from core.queue.review import doubt
from core.sharing.sheet_text import Rgb, draw_text, label

#: Longest side of a thumbnail, pairs in a row, and pairs on a sheet: what a minute is enough for.
_THUMB: Final = 240
_COLUMNS: Final = 3
MOST: Final = 240

_GAP: Final = 12
_LABEL: Final = 26
_PAIR_W: Final = 2 * _THUMB + _GAP // 2
_CELL_W: Final = _PAIR_W + 2 * _GAP
_CELL_H: Final = _THUMB + _LABEL + _GAP
_PAPER: Final = 245
_EMPTY: Final = 215


def contact_sheet(jobs: Sequence[Job], target: Path, *, overwrite: bool = False) -> Path:
    """Write a sheet of the done ones of some jobs: `MOST` at most, those the model doubted first.

    A photo or result that cannot be read any more is an empty frame: the sheet is about the others.

    Raises:
        WriteError: as `core.photo.write.write_photo`; the format is that of the target's name.
    """
    done = [job for job in jobs if job.state is JobState.DONE]
    pairs = [pair for job in sorted(done, key=doubt) for pair in _pairs(job)]
    shown = pairs[:MOST]
    title = f"{len(pairs)} photos" if len(shown) == len(pairs) else (
        f"{len(shown)} of {len(pairs)} photos"
    )  # fmt: skip
    sheet = _sheet(shown, f"{title}, the least certain first")
    return write_photo(Photo(sheet), target, overwrite=overwrite, quality=85)


@dataclass(frozen=True)
class _Pair:
    """A photo and its result; ``page`` of a document whose pages became files, from 0."""

    job: Job
    page: int
    file: Path

    @property
    def number(self) -> str:
        """Of the page, as a person counts, where there are several."""
        return f" [{self.page + 1}]" if self.job.split_pages is not None else ""


def _pairs(job: Job) -> list[_Pair]:
    return [_Pair(job, page, file) for page, file in result_files(job).items()]


def _sheet(pairs: Sequence[_Pair], title: str) -> Rgb:
    """The whole sheet (H, W, 3)."""
    rows = max(1, -(-len(pairs) // _COLUMNS))
    sheet: Rgb = np.full((_CELL_H * rows + 3 * _GAP, _CELL_W * _COLUMNS, 3), _PAPER, np.uint8)
    _print(sheet, title, _GAP, _GAP)
    folders = {pair.job.source.parent for pair in pairs}
    for number, pair in enumerate(pairs):
        row, column = divmod(number, _COLUMNS)
        # scans are called alike in every folder of an archive
        name = "/".join(pair.job.source.parts[-2 if len(folders) > 1 else -1 :])
        _lay(sheet, pair, name, row * _CELL_H + 3 * _GAP, column * _CELL_W + _GAP)
    return sheet


def _lay(sheet: Rgb, pair: _Pair, name: str, top: int, left: int) -> None:
    job, right = pair.job, left + _THUMB + _GAP // 2
    for path, page, frame in ((job.source, pair.page, left), (pair.file, 0, right)):
        thumb = _thumbnail(path, page)
        height, width = thumb.shape[:2]
        y, x = top + (_THUMB - height) // 2, frame + (_THUMB - width) // 2
        sheet[y : y + height, x : x + width] = thumb
    sure = "" if job.confidence is None else f"   {job.confidence:.0%}"
    _print(sheet, label(name, pair.number + sure, _PAIR_W), top + _THUMB + 6, left)


def _thumbnail(path: Path, page: int) -> Rgb:
    """(h, w, 3) within `_THUMB`; an empty frame where the photo cannot be read."""
    try:
        return thumbnail(path, _THUMB, page=page, max_megapixels=math.inf)
    except PhotoError:
        return np.full((_THUMB, _THUMB, 3), _EMPTY, np.uint8)


def _print(sheet: Rgb, text: str, top: int, left: int) -> None:
    """A line under a pair."""
    draw_text(sheet, text, top, left, (_LABEL, _PAIR_W))
