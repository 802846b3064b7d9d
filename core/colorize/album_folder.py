"""`AlbumFolder`: the photos of an album, each as a small file, beside the results.

Several programs, on several computers, may use one: they take turns by a lock. Where the file
system knows none, each sees what the others have finished.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Final

from core.colorize.album_photo import AlbumPhoto
from core.errors import WriteError
from core.files.atomic import atomic_file
from core.files.lock import locked

#: Bytes of all albums in a folder; those that have learnt nothing for longest go first.
_MOST_BYTES: Final = 500_000_000
#: Bytes of one file, at most: more is none of ours.
_LARGEST: Final = 8_000_000
_ENDING: Final = ".album"
_LOCK: Final = "lock"
#: Seconds to wait for another program that borrows at this moment: it needs a fraction of one.
_PATIENCE_S: Final = 60.0
_LOOK_S: Final = 0.01
#: When a file was changed, in nanoseconds since 1970, and its size.
_Stamp = tuple[int, int]


class AlbumFolder:
    """The files of one album. What cannot be read or written is as if it were not there."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._read: dict[str, _Stamp] = {}
        _make_room(path.parent, path)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Nobody else borrows or lends while the block runs."""
        with ExitStack() as stack:
            with suppress(OSError):  # a disk that cannot be written to, or is away
                self.path.mkdir(parents=True, exist_ok=True)
                _wait_for(stack, self.path / _LOCK)
            yield

    def news(self, most: int) -> list[tuple[str, AlbumPhoto]]:
        """What others have written since the last time, of the latest ``most``, oldest first."""
        there, found = self._listed(), []
        for name in sorted(there, key=lambda name: there[name])[-most:]:
            if self._read.get(name) != there[name]:
                self._read[name] = there[name]
                with suppress(OSError):
                    photo = AlbumPhoto.from_bytes((self.path / name).read_bytes())
                    found += [(name, photo)] if photo is not None else []
        return found

    def write(self, name: str, photo: AlbumPhoto) -> None:
        """Keep a photo for those that come."""
        path = self.path / name
        with suppress(WriteError, OSError):
            with atomic_file(path, overwrite=True) as out:
                out.write(photo.to_bytes())
            self._read[name] = _stamp(path)

    def delete(self, name: str) -> None:
        """Forget a photo."""
        self._read.pop(name, None)
        with suppress(OSError):
            (self.path / name).unlink()

    def _listed(self) -> dict[str, _Stamp]:
        found = {}
        with suppress(OSError), os.scandir(self.path) as entries:
            for entry in entries:
                if entry.name.endswith(_ENDING):
                    stat = entry.stat()
                    found[entry.name] = stat.st_mtime_ns, stat.st_size
        return {name: stamp for name, stamp in found.items() if stamp[1] <= _LARGEST}


def album_name(folder: Path, *facts: str | int | None) -> str:
    """The name of an album: that of its photos' folder, and a hash of what else tells albums apart.

    Those are the whole path, and ``facts`` of the model and of what else decides colours.
    """
    words = "\0".join((str(folder), *map(str, facts))).encode("utf-8", "surrogateescape")
    return f"{_plain(folder.name) or 'photos'}-{hashlib.sha256(words).hexdigest()[:16]}"


def file_name(file: Path) -> str:
    """What a photo's file is called in its album."""
    tail = hashlib.sha256(os.fsencode(file)).hexdigest()[:8]
    return f"{_plain(file.name)}-{tail}{_ENDING}"


def _plain(name: str) -> str:
    """What every file system takes of a name."""
    kept = (c if c.isascii() and (c.isalnum() or c in "._-") else "_" for c in name[:60])
    return "".join(kept).strip(". ")


def _stamp(path: Path) -> _Stamp:
    stat = path.stat()
    return stat.st_mtime_ns, stat.st_size


def _wait_for(stack: ExitStack, path: Path) -> None:
    """Hold a lock until the stack ends; go on without it after `_PATIENCE_S`.

    Raises:
        OSError: its file cannot be made.
    """
    end = time.monotonic() + _PATIENCE_S
    while time.monotonic() < end:
        with ExitStack() as attempt:
            if attempt.enter_context(locked(path)):
                stack.push(attempt.pop_all())
                return
        time.sleep(_LOOK_S)


def _make_room(folder: Path, but: Path) -> None:
    """Delete the albums that have learnt nothing for longest, once all take more than they may."""
    albums = list[tuple[int, int, Path]]()
    with suppress(OSError):
        for album in folder.iterdir():
            files = [_stamp(file) for file in album.iterdir()]
            last = max((changed for changed, _ in files), default=0)
            albums.append((last, sum(size for _, size in files), album))
    left = sum(size for _, size, _ in albums)
    for _, size, album in sorted(albums, key=lambda each: each[0]):
        if left > _MOST_BYTES and album != but:
            shutil.rmtree(album, ignore_errors=True)
            left -= size
