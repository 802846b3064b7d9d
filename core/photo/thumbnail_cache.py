"""`ThumbnailCache`: thumbnails on the disk, in a folder of bounded size.

A photo is looked at by its path, its size and the time it was changed: another file under the same
name has another thumbnail. What was wanted longest ago goes first.
"""

from __future__ import annotations

import hashlib
import io
import os
import secrets
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
import platformdirs

from core.photo.thumbnail import Rgb, thumbnail

#: Of the whole folder: some 15,000 thumbnails of 300 pixels.
MOST_BYTES: Final = 256_000_000
#: What is left of it when it has grown too large.
_KEPT: Final = 0.9
_QUALITY: Final = 92
_ENDING: Final = ".jpg"
_PART: Final = ".part"


def users_cache() -> ThumbnailCache:
    """The one of this user: all that this process shows counts together."""
    return _shared(Path(platformdirs.user_cache_dir("autochrome", appauthor=False)) / "thumbnails")


class ThumbnailCache:
    """Thumbnails of photos, made when they are wanted for the first time.

    One thread at a time may use it; several processes may use one folder. A folder that cannot be
    written to only makes it slower.

    Args:
        folder: of the files, ``folder`` of the cache; made where it is not there.
        most_bytes: of all files together.
    """

    def __init__(self, folder: Path, most_bytes: int = MOST_BYTES) -> None:
        self.folder = folder
        self._most = most_bytes
        self._bytes: int | None = None

    def thumbnail(self, path: Path, side: int, *, square: bool = False) -> Rgb:
        """As `core.photo.thumbnail.thumbnail`, (h, w, 3); from the disk where it is known.

        Raises:
            PhotoError: nothing of the photo can be read.
        """
        kept = self._file(path, side, square=square)
        if kept is not None and (found := _read(kept)) is not None:
            return found
        made = thumbnail(path, side, square=square)
        if kept is not None:
            self._keep(kept, made)
        return made

    def _file(self, path: Path, side: int, *, square: bool) -> Path | None:
        """Where the thumbnail of the file that is there now is kept; None where none is there."""
        try:
            stat = path.stat()
        except OSError:
            return None
        name = os.fsencode(path.absolute())
        facts = f"\0{stat.st_mtime_ns} {stat.st_size} {side} {square}".encode()
        return self.folder / f"{hashlib.sha256(name + facts).hexdigest()[:40]}{_ENDING}"

    def _keep(self, file: Path, picture: Rgb) -> None:
        from PIL import Image  # noqa: PLC0415  (slow to import)

        encoded = io.BytesIO()
        Image.fromarray(picture).save(encoded, "jpeg", quality=_QUALITY, subsampling=0)
        part = file.with_name(f"{secrets.token_hex(8)}{_PART}")
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            part.write_bytes(encoded.getvalue())
            part.replace(file)
            self._make_room(encoded.tell())

    def _make_room(self, more: int) -> None:
        """Delete what was wanted longest ago, once the folder is too large."""
        self._bytes = self._counted() if self._bytes is None else self._bytes + more
        if self._bytes <= self._most:
            return
        files = sorted(self._listed(), key=lambda entry: entry[0])
        self._bytes = sum(size for _, size, _ in files)
        for _, size, file in files:
            if self._bytes <= self._most * _KEPT:
                return
            with suppress(OSError):
                file.unlink()
                self._bytes -= size

    def _counted(self) -> int:
        return sum(size for _, size, _ in self._listed())

    def _listed(self) -> list[tuple[float, int, Path]]:
        """When each file was wanted last, its size and path; parts of killed processes too."""
        found = []
        with os.scandir(self.folder) as entries:
            for entry in entries:
                with suppress(OSError):  # another process has just deleted it
                    stat = entry.stat()
                    found.append((stat.st_mtime, stat.st_size, Path(entry.path)))
        return found


@cache
def _shared(folder: Path) -> ThumbnailCache:
    return ThumbnailCache(folder)


def _read(file: Path) -> Rgb | None:
    """A kept thumbnail, (h, w, 3); None where there is none, or it is damaged."""
    from PIL import Image  # noqa: PLC0415  (slow to import)

    try:
        with Image.open(file) as image:
            pixels = np.asarray(image.convert("RGB"))
        os.utime(file)
    except (OSError, ValueError, Image.DecompressionBombError):
        return None
    return pixels
