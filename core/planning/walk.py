"""Finds the photos in files, folders and globs, each once.

A file is what its bytes say (`core.photo.probe`); it is opened once, and what it said goes along
with the photo. One with a photo's ending whose bytes are none is found too: it fails later with a
sentence, instead of being passed over in silence.
"""

from __future__ import annotations

import glob
import os
import stat
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from core.errors import PhotoError, PhotoNotFoundError, UnreadablePhotoError, system_reason
from core.files.atomic import same_file
from core.files.windows_paths import is_directory, is_link, long_path
from core.photo.formats import has_photo_ending
from core.photo.header import PhotoHeader
from core.photo.probe import probe
from core.planning.file_kinds import (
    DOCUMENT_FORMATS,
    NON_PHOTO_FORMATS,
    THUMBNAIL_CACHES,
    any_case_glob,
    glob_base,
    is_hidden,
    is_recycle_bin,
    matches_pattern,
)
from core.planning.source_photo import SourcePhoto


class SkipReason(StrEnum):
    """Why a file or folder was passed over."""

    HIDDEN = "hidden"
    THUMBNAILS = "databases of thumbnails"
    RECYCLED = "recycle bins and snapshots"
    NOT_A_PICTURE = "not pictures"
    PATTERN = "left out by a pattern"
    SUBFOLDER = "sub-folders without --recursive"
    OUTPUT = "results of this program"
    TWICE = "found already"
    DEAD_LINK = "links to nothing"
    UNREADABLE = "not readable"


class _Place(NamedTuple):
    """A file or folder: how to open it, where it is mirrored, where it really is."""

    path: Path
    relative: Path
    real: str

    def entry(self, name: str) -> _Place:
        path = self.path / name
        real = os.path.realpath(path) if is_link(path) else os.path.join(self.real, name)  # noqa: PTH118
        return _Place(path, self.relative / name, real)


@dataclass
class Walk:
    """The photos in `sources`, in the order of their names; iterate once.

    A folder that is the only source is mirrored by what is in it; one among several, under its
    own name. Folders behind links come last and none is walked twice, so loops end. A file that
    two sources or links lead to is found once.

    Args:
        sources: files, folders, or globs (``**`` for any depth; the ending's case is ignored).
        recursive: walk sub-folders too.
        include: patterns of which a file must match one, see `core.planning.file_kinds.matches`.
        exclude: patterns that neither a file nor a folder on its way may match.
        output: a folder that is not walked, unless it was named or holds what was named.
        by_name: judge files by their endings and open none: quick, for a list to choose from.

    Attributes:
        skipped: how many things were no photos to be done, and why.
        troubles: sources that are not there and folders that could not be read.
    """

    sources: Sequence[str]
    recursive: bool = False
    include: Sequence[str] = ()
    exclude: Sequence[str] = ()
    output: Path | None = None
    by_name: bool = False
    skipped: Counter[SkipReason] = field(default_factory=Counter)
    troubles: list[PhotoError] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)
    _behind_links: list[_Place] = field(default_factory=list)

    def __iter__(self) -> Iterator[SourcePhoto]:
        pairs = [pair for source in self.sources for pair in self._expand_source(source)]
        for path, relative in pairs:
            if is_directory(path):
                below = Path() if len(pairs) == 1 else relative
                yield from self._tree(_Place(path, below, os.path.realpath(path)))
            else:
                yield from self._file(_Place(path, relative, os.path.realpath(path)))
        while self._behind_links:
            yield from self._tree(self._behind_links.pop(0))

    def _expand_source(self, source: str) -> list[tuple[Path, Path]]:
        """A source as pairs of a path and where it is mirrored: itself, or a glob's matches."""
        path = Path(source)
        if os.path.lexists(path) or not glob.has_magic(source):
            return [(path, Path(path.resolve().name if path.name in ("", "..") else path.name))]
        base = glob_base(source)
        matches = sorted(glob.glob(any_case_glob(source), recursive=True))  # noqa: PTH207
        # the folders that ** matches are there by their files already
        kept = [match for match in matches if "**" not in source or not is_directory(Path(match))]
        if not kept:
            self.troubles.append(PhotoNotFoundError(f"nothing matches {source}: check it.", path))
        return [(Path(match), _below(base, Path(match))) for match in kept]

    def _tree(self, folder: _Place) -> Iterator[SourcePhoto]:
        """The photos of a folder, and after them those of its sub-folders."""
        waiting = [folder]
        while waiting:
            folder = waiting.pop()
            if folder.real in self._seen:
                self.skipped[SkipReason.TWICE] += 1
                continue
            self._seen.add(folder.real)
            below: list[_Place] = []
            yield from self._folder(folder, below)
            waiting += reversed(below)

    def _folder(self, folder: _Place, below: list[_Place]) -> Iterator[SourcePhoto]:
        """The photos right in a folder; its sub-folders go into `below`, or are put off."""
        for place in map(folder.entry, self._names(folder.path)):
            if (reason := self._skip_reason(place)) is not None:
                self.skipped[reason] += 1
            elif not is_directory(place.path):
                yield from self._file(place)
            elif is_link(place.path):
                self._behind_links.append(place)
            else:
                below.append(place)

    def _names(self, folder: Path) -> list[str]:
        try:
            names = os.listdir(long_path(folder))  # noqa: PTH208  (names are all that is wanted)
        except OSError as error:
            reason = system_reason(error)
            message = f"the folder could not be read ({reason}): its photos are missing."
            self.troubles.append(UnreadablePhotoError(message, folder))
            return []
        return sorted(names, key=lambda name: (name.casefold(), name))

    def _skip_reason(self, place: _Place) -> SkipReason | None:
        """Why something in a folder is passed over by its name and kind; None where it is not."""
        if is_hidden(place.path):
            return SkipReason.HIDDEN
        if any(matches_pattern(pattern, place.relative) for pattern in self.exclude):
            return SkipReason.PATTERN
        return self._folder_skip_reason(place.path) if is_directory(place.path) else None

    def _folder_skip_reason(self, path: Path) -> SkipReason | None:
        if path.name.casefold() in THUMBNAIL_CACHES:
            return SkipReason.THUMBNAILS
        if is_recycle_bin(path.name):
            return SkipReason.RECYCLED
        if self.output is not None and same_file(path, self.output):
            return SkipReason.OUTPUT
        return None if self.recursive else SkipReason.SUBFOLDER

    def _file(self, place: _Place) -> Iterator[SourcePhoto]:
        judged = self._classify(place)
        if isinstance(judged, SkipReason):
            self.skipped[judged] += 1
        elif judged is not None:
            yield judged

    def _classify(self, place: _Place) -> SourcePhoto | SkipReason | None:
        """A file as a photo, or why it is none; None where it is a source that is not there."""
        if place.path.name.casefold() in THUMBNAIL_CACHES:
            return SkipReason.THUMBNAILS
        if self.include and not any(
            matches_pattern(pattern, place.relative) for pattern in self.include
        ):
            return SkipReason.PATTERN
        if place.real in self._seen:
            return SkipReason.TWICE
        self._seen.add(place.real)
        return self._read(place)

    def _read(self, place: _Place) -> SourcePhoto | SkipReason | None:
        path = place.path
        try:
            kind = long_path(path).stat().st_mode
        except FileNotFoundError:
            return self._missing(path)
        except OSError as error:
            return self._unreadable(place, error)
        if not stat.S_ISREG(kind):  # opening a pipe would wait for ever
            return SkipReason.NOT_A_PICTURE
        return self._probe(place)

    def _probe(self, place: _Place) -> SourcePhoto | SkipReason:
        """By its bytes; one whose name says picture fails later, with the reason."""
        header = PhotoHeader() if self.by_name else probe(place.path)
        named_picture = has_photo_ending(place.path)
        text = header.format in DOCUMENT_FORMATS and header.error is not None
        if text or header.format in NON_PHOTO_FORMATS or not (header.format or named_picture):
            shut = not (self.by_name or header.was_opened)
            return SkipReason.UNREADABLE if shut else SkipReason.NOT_A_PICTURE
        return SourcePhoto(place.path, place.relative, Path(place.real), header)

    def _unreadable(self, place: _Place, error: OSError) -> SourcePhoto | SkipReason | None:
        """Not even its kind may be asked: it may be a folder of photos."""
        if has_photo_ending(place.path):
            header = PhotoHeader() if self.by_name else probe(place.path)
            return SourcePhoto(place.path, place.relative, Path(place.real), header)
        if is_link(place.path):  # to itself, in most cases
            return SkipReason.UNREADABLE
        message = f"it could not be looked at ({system_reason(error)}): photos in it are missing."
        self.troubles.append(UnreadablePhotoError(message, place.path))
        return None

    def _missing(self, path: Path) -> SkipReason | None:
        if is_link(path):
            return SkipReason.DEAD_LINK
        message = f"there is no file or folder {path}: check its name."
        self.troubles.append(PhotoNotFoundError(message, path))
        return None


def _below(base: Path, match: Path) -> Path:
    """Where a glob's match is mirrored; one that climbs (``*/../a.jpg``) by its name alone."""
    relative = match.relative_to(base)
    return Path(match.name) if ".." in relative.parts else relative
