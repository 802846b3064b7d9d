"""The user's library of models: `LibraryEntry`, kept in a folder of the user's data.

::

    models/3f2a.../entry.json    what is known of the model; written last, so that it counts
    models/3f2a.../ddcolor.onnx  its file, a copy; weights beside it keep their names
    models/default.json          which is used where none is named

A folder is named by the model's SHA-256. An entry *in place* has no copy: it names the file where
it lies. Nothing here opens a model: see `core.inference.add_model`.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import platformdirs

from core.codec import from_json, parse_json, to_json
from core.errors import InvalidDataError, LibraryError, WriteError, system_reason
from core.files.atomic import atomic_file
from core.inference.description import ModelDescription
from core.inference.families.conventions import Conventions
from core.inference.fit import Fit
from core.inference.model_spec import bundled_model

_ENTRY: Final = "entry.json"
_DEFAULT: Final = "default.json"
#: What the bundled model is called where models are named.
BUNDLED: Final = "autochrome"
_SHORTEST_HASH: Final = 6


@dataclass(frozen=True)
class LibraryEntry:
    """What the library knows of a model.

    Attributes:
        sha256: of its file, and of its weights where they lie beside it.
        file: its name in the entry's folder, or where it lies if it is in place.
        bytes: of the file and its weights.
        licence: as the user typed it.
        size: short side of what it sees, where it takes any.
        milliseconds: for one picture on this machine, where it was measured.
    """

    name: str
    sha256: str
    file: str
    bytes: int
    family: str
    in_place: bool = False
    licence: str = ""
    conventions: Conventions | None = None
    guessed: bool = False
    size: int | None = None
    fit: Fit | None = None
    milliseconds: float | None = None
    device: str = ""

    @property
    def path(self) -> Path:
        """Where its file is; it need not be there."""
        return Path(self.file) if self.in_place else entry_folder(self.sha256) / self.file

    @property
    def described(self) -> ModelDescription:
        """As `core.inference.session.open_model` takes it."""
        return ModelDescription(
            self.name, self.family, self.conventions, self.guessed, self.size, self.fit
        )


def library_folder() -> Path:
    """Where the library is; it need not be there."""
    return Path(platformdirs.user_data_dir("autochrome", appauthor=False)) / "models"


def entry_folder(sha256: str) -> Path:
    """The folder of one model."""
    return library_folder() / sha256


def entries() -> list[LibraryEntry]:
    """All models, by their names; what cannot be read is left out."""
    return sorted(_entries(), key=lambda entry: entry.name.casefold())


def _entries() -> Iterator[LibraryEntry]:
    try:
        folders = list(library_folder().iterdir())
    except OSError:  # there is no library yet
        return
    for folder in folders:
        entry = _read(folder / _ENTRY)
        if entry is not None and entry.sha256 == folder.name:
            yield entry


def _read(path: Path) -> LibraryEntry | None:
    try:
        return from_json(path.read_text(encoding="utf-8"), LibraryEntry)
    except (OSError, UnicodeDecodeError, InvalidDataError):
        return None


def find_entry(reference: str) -> LibraryEntry | None:
    """The model of a name, or of the beginning of its SHA-256; None where there is none."""
    wanted = reference.casefold()
    found = entries()
    for entry in found:
        if entry.name.casefold() == wanted:
            return entry
    if len(wanted) < _SHORTEST_HASH:
        return None
    matching = [entry for entry in found if entry.sha256.startswith(wanted)]
    return matching[0] if len(matching) == 1 else None


def find_by_hash(sha256: str) -> ModelDescription | None:
    """What is known of a file with this hash, or None."""
    entry = _read(entry_folder(sha256) / _ENTRY)
    return None if entry is None else entry.described


def named_entry(reference: str) -> LibraryEntry:
    """`find_entry`. Raises: LibraryError: there is none."""
    entry = find_entry(reference)
    if entry is None:
        names = ", ".join([BUNDLED, *(known.name for known in entries())])
        raise LibraryError(f"the library has no model {reference!r}: it has {names}.")
    return entry


def keep(entry: LibraryEntry) -> None:
    """Write an entry, in place of an earlier one of the same file. Raises: LibraryError."""
    path = entry_folder(entry.sha256) / _ENTRY
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with atomic_file(path, overwrite=True) as out:
            out.write(to_json(entry, indent=1).encode())
    except (OSError, WriteError) as error:
        raise _unwritable(error) from error


def rename(entry: LibraryEntry, name: str, licence: str) -> LibraryEntry:
    """Call a model otherwise, by a name that no other has; nothing else of it changes.

    Raises:
        LibraryError: the library cannot be changed.
    """
    changed = replace(
        entry, name=free_name(name.strip() or entry.name, entry.sha256), licence=licence.strip()
    )
    if changed != entry:
        keep(changed)
    return changed


def forget(entry: LibraryEntry) -> None:
    """Remove a model and the library's own copy of it; a file in place stays. LibraryError."""
    if default_entry() == entry:
        set_default(None)
    folder = entry_folder(entry.sha256)
    try:
        (folder / _ENTRY).unlink(missing_ok=True)
        shutil.rmtree(folder)
    except OSError as error:
        raise _unwritable(error) from error


def default_entry() -> LibraryEntry | None:
    """The model that is used where none is named; None is the bundled one."""
    try:
        sha256 = parse_json((library_folder() / _DEFAULT).read_text(encoding="utf-8"))["default"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return _read(entry_folder(sha256) / _ENTRY) if isinstance(sha256, str) else None


def set_default(entry: LibraryEntry | None) -> None:
    """Use a model where none is named; None is the bundled one. Raises: LibraryError."""
    path = library_folder() / _DEFAULT
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with atomic_file(path, overwrite=True) as out:
            out.write(to_json({"default": entry.sha256 if entry else None}).encode())
    except (OSError, WriteError) as error:
        raise _unwritable(error) from error


def default_model() -> Path:
    """The file of the model that is used where none is named."""
    entry = default_entry()
    return bundled_model() if entry is None else entry.path


def free_name(name: str, sha256: str) -> str:
    """A name that no other model has: ``ddcolor``, ``ddcolor 2``..."""
    taken = {entry.name.casefold() for entry in entries() if entry.sha256 != sha256} | {BUNDLED}
    names = (name, *(f"{name} {number}" for number in range(2, len(taken) + 3)))
    return next(each for each in names if each.casefold() not in taken)


def _unwritable(error: OSError | WriteError) -> LibraryError:
    reason = system_reason(error) if isinstance(error, OSError) else str(error)
    folder = library_folder()
    return LibraryError(f"the library of models cannot be changed ({reason.rstrip('.')}).", folder)
