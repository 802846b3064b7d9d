"""What a watch has done already, kept in a file: a restart loses and repeats nothing.

Lines of JSON, each written whole behind the others and flushed to the disk; the last line on a
path counts. A line that a power cut has torn is the last one, and is left out.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from core.errors import StoreBusyError, StoreError, system_reason
from core.files.atomic import atomic_file
from core.files.lock import locked

_VERSION: Final = 1


@dataclass(frozen=True)
class Stamp:
    """How a file on the disk looked: another content has another stamp.

    Attributes:
        inode: which file of its disk it is, whatever it is called; 0 where that is not known.
    """

    size: int
    mtime_ns: int
    inode: int = 0

    @classmethod
    def of(cls, path: Path) -> Self:
        """Of a file. Raises: OSError."""
        found = path.stat()
        return cls(found.st_size, found.st_mtime_ns, found.st_ino)

    def same_content(self, other: Stamp) -> bool:
        """Whether a file of one name has not been written since; a share may number files anew."""
        return (self.size, self.mtime_ns) == (other.size, other.mtime_ns)


@dataclass(frozen=True)
class _Seen:
    stamp: Stamp
    #: It was there before the watch began, and is left alone.
    before: bool


class WatchMemory:
    """The file of one watch; one process at a time has it. A context manager.

    Args:
        path: the file; it and its folder are made.
        recipe: what decides the results. What was done after another recipe is done again, which
            is quick where the results turn out to be the same.

    Raises:
        StoreBusyError: another process watches for the same results.
        StoreError: the file is of another program, or cannot be used.
    """

    def __init__(self, path: Path, recipe: str) -> None:
        self._path = path
        self._seen: dict[str, _Seen] = {}
        self._names: dict[Stamp, str] = {}
        self.has_begun = False
        self._stack = ExitStack()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._lock()
            self._load(recipe)
            self._rewrite(recipe)
            self._file = self._stack.enter_context(path.open("ab"))
        except OSError as error:
            self._stack.close()
            raise self._failed(error) from error
        except BaseException:
            self._stack.close()
            raise

    def _lock(self) -> None:
        if not self._stack.enter_context(locked(self._path.with_suffix(".lock"))):
            folder = self._path.parent.parent
            message = f"another program watches for {folder} already: end that one first."
            raise StoreBusyError(message, self._path)

    def knows(self, path: Path, stamp: Stamp) -> bool:
        """Whether a file is done with: by its name, or as another's that was renamed to it."""
        seen = self._seen.get(str(path))
        if seen is not None and seen.stamp.same_content(stamp):
            return True
        former = self._names.get(stamp) if stamp.inode else None
        if former is None or os.path.lexists(former):
            return False
        self._add([(path, stamp)], before=self._seen[former].before)
        return True

    def begin(self, before: Iterable[tuple[Path, Stamp]]) -> None:
        """Note that the watch has begun, and which files are left alone for ever."""
        self._write([{"begun": True}])
        self.has_begun = True
        self._add(before, before=True)

    def remember(self, path: Path, stamp: Stamp) -> None:
        """A file is done with. Raises: StoreError."""
        self._add([(path, stamp)], before=False)

    def _add(self, files: Iterable[tuple[Path, Stamp]], *, before: bool) -> None:
        new = [(str(path), _Seen(stamp, before)) for path, stamp in files]
        for path, seen in new:
            self._note(path, seen)
        self._write(_line(path, seen) for path, seen in new)

    def _note(self, path: str, seen: _Seen) -> None:
        self._seen[path] = seen
        self._names[seen.stamp] = path

    def _write(self, lines: Iterable[dict[str, Any]]) -> None:
        try:
            self._file.write(_encoded(lines))
            self._file.flush()
            os.fsync(self._file.fileno())
        except OSError as error:
            raise self._failed(error) from error

    def _load(self, recipe: str) -> None:
        if not self._path.exists():
            return
        lines = list(self._lines())
        if not lines or lines[0].get("autochrome_watch") != _VERSION:
            message = f"{self._path} is of another program or a newer one: move it away."
            raise StoreError(message, self._path)
        same = lines[0].get("recipe") == recipe
        for line in lines[1:]:
            self.has_begun |= "begun" in line
            if "path" in line and (same or line["before"]):
                stamp = Stamp(line["size"], line["mtime_ns"], line["inode"])
                self._note(line["path"], _Seen(stamp, line["before"]))

    def _lines(self) -> Iterator[dict[str, Any]]:
        for line in self._path.read_bytes().splitlines():
            try:
                found = json.loads(line)
            except ValueError:
                return
            if isinstance(found, dict):
                yield found

    def _rewrite(self, recipe: str) -> None:
        """The file without what later lines have replaced."""
        head: list[dict[str, Any]] = [{"autochrome_watch": _VERSION, "recipe": recipe}]
        if self.has_begun:
            head.append({"begun": True})
        with atomic_file(self._path, overwrite=True) as out:
            out.write(_encoded([*head, *(_line(path, seen) for path, seen in self._seen.items())]))

    def _failed(self, error: OSError) -> StoreError:
        reason = system_reason(error)
        message = f"the memory of the watch, {self._path}, cannot be used: {reason}."
        return StoreError(message, self._path)

    def close(self) -> None:
        """Let go of the file."""
        self._stack.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _line(path: str, seen: _Seen) -> dict[str, Any]:
    stamp = seen.stamp
    return {
        "path": path,
        "size": stamp.size,
        "mtime_ns": stamp.mtime_ns,
        "inode": stamp.inode,
        "before": seen.before,
    }


def _encoded(lines: Iterable[dict[str, Any]]) -> bytes:
    return "".join(json.dumps(line) + "\n" for line in lines).encode()
