"""The bytes of a photograph: in memory, or in a file that is opened once and read in ranges."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Final, Self

import pyvips

from core.errors import PhotoNotFoundError, UnreadablePhotoError, system_reason
from core.files.windows_paths import long_path
from core.photo.formats import HEAD_BYTES, TGA_FOOTER, is_tga, sniff
from core.photo.label import Label

#: Bytes of a file hashed at a time.
_CHUNK: Final = 1 << 20


class PhotoSource:
    """A file, opened once for everything that is read of it, or the bytes of one.

    A context manager. Images that libvips has opened from it may be decoded after its end.

    Attributes:
        label: for error messages.
        size: bytes.

    Raises:
        PhotoNotFoundError: no such file.
        UnreadablePhotoError: a folder, a pipe, no permission, or the disk failed.
    """

    def __init__(self, source: Path | bytes) -> None:
        self.label = Label.of(source)
        self._bytes = source if isinstance(source, bytes) else None
        self._file = None if isinstance(source, bytes) else _open_file(source, self.label)
        with _disk_errors(self.label):
            self.size = len(self._bytes or b"")
            if self._file is not None:
                self.size = os.fstat(self._file.fileno()).st_size

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._file is not None:
            self._file.close()

    @cached_property
    def format(self) -> str | None:
        """What the first bytes say (`core.photo.formats.sniff`); None where they say nothing."""
        head = self.read(0, HEAD_BYTES)
        if (known := sniff(head)) is not None:
            return known
        tail = self.read(max(0, self.size - len(TGA_FOOTER)), len(TGA_FOOTER))
        ending = None if self.label.path is None else self.label.path.suffix
        return "tga" if is_tga(head, tail, ending) else None

    def read(self, offset: int, length: int) -> bytes:
        """A range of the bytes, short at the end. Raises: UnreadablePhotoError."""
        if self._bytes is not None:
            return self._bytes[offset : offset + length]
        assert self._file is not None  # noqa: S101
        with _disk_errors(self.label):
            # room for all that is asked for is taken first, whatever a damaged file asks for
            return _read_at(self._file, offset, min(length, max(0, self.size - offset)))

    def with_content(self, content: bytes) -> PhotoSource:
        """A source of other bytes, mended ones, that is named as this one."""
        other = PhotoSource(content)
        other.label = self.label
        return other

    def read_all(self) -> bytes:
        """All bytes. Raises: UnreadablePhotoError."""
        return b"".join(self._chunks()) if self._bytes is None else self._bytes

    def sha256(self) -> str:
        """64 hexadecimal digits of all bytes. Raises: UnreadablePhotoError."""
        digest = hashlib.sha256()
        for chunk in self._chunks():
            digest.update(chunk)
        return digest.hexdigest()

    def vips_source(self) -> pyvips.Source:
        """A new source for a loader of libvips."""
        if self._bytes is not None:
            return pyvips.Source.new_from_memory(self._bytes)
        assert self._file is not None  # noqa: S101
        if sys.platform == "win32":
            # descriptors belong to one C library there, and libvips may be linked with another
            return pyvips.Source.new_from_file(os.fsencode(self._file.name))
        return pyvips.Source.new_from_descriptor(self._file.fileno())

    def _chunks(self) -> Iterator[bytes]:
        at = 0
        while chunk := self.read(at, _CHUNK):
            yield chunk
            at += len(chunk)


def _open_file(path: Path, label: Label) -> BinaryIO:
    with _disk_errors(label):
        mode = long_path(path).stat().st_mode
        if stat.S_ISDIR(mode):
            raise UnreadablePhotoError(f"{path.name} is a folder: name a photo in it.", path)
        if not stat.S_ISREG(mode):  # a pipe would be waited for without end
            raise UnreadablePhotoError(f"{path.name} is no ordinary file: name a photo.", path)
        return long_path(path).open("rb", buffering=0)


if sys.platform == "win32":

    def _read_at(file: BinaryIO, offset: int, length: int) -> bytes:
        file.seek(offset)
        return file.read(length)
else:

    def _read_at(file: BinaryIO, offset: int, length: int) -> bytes:
        # libvips shares the descriptor's place in the file, which stays where it is here
        return os.pread(file.fileno(), length, offset)


@contextmanager
def _disk_errors(label: Label) -> Iterator[None]:
    """What the system says -> an error that names the photo and what to do."""
    try:
        yield
    except FileNotFoundError as error:
        raise PhotoNotFoundError(
            f"There is no file {label.name}: check its name, or put its disk or folder back.",
            label.path,
        ) from error
    except (OSError, ValueError) as error:  # a name with a null character is a ValueError
        reason = system_reason(error) if isinstance(error, OSError) else error
        raise UnreadablePhotoError(
            f"{label.name} could not be read ({reason}): check its disk and its permissions.",
            label.path,
        ) from error
