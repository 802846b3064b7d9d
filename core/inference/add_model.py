"""Adds a model file to the user's library: checked, opened once, copied, written down."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, Final

from core.errors import LibraryError, ModelHashError, WriteError
from core.files.atomic import atomic_file
from core.inference.description import ModelDescription, description_beside
from core.inference.device_timing import seconds_of
from core.inference.library import LibraryEntry, entry_folder, find_by_hash, free_name, keep
from core.inference.model_file import verified_hash
from core.inference.session import open_model
from core.inference.vetting import vet

_CHUNK: Final = 1 << 20


def add_model(
    path: Path,
    described: ModelDescription | None = None,
    *,
    licence: str = "",
    in_place: bool = False,
    device: str = "auto",
) -> LibraryEntry:
    """Put a model into the library; one that is there already gets what is said anew.

    Args:
        path: an ``.onnx`` file.
        described: what a person says of it; the rest is found out.
        licence: of its weights, as a person types it.
        in_place: refer to the file where it lies, instead of a copy.
        device: where it is timed.

    Raises:
        ModelError: it cannot be used, or the library not be written.
        SessionError: ONNX Runtime cannot run it.
    """
    path = path.resolve()
    own = verified_hash(path, None)
    checked = vet(path, own)
    known = described or find_by_hash(checked.sha256) or description_beside(path)
    session = open_model(path, device, described=known)
    spec, said = session.spec, known or ModelDescription()
    entry = LibraryEntry(
        name=free_name(said.name or spec.name, checked.sha256),
        sha256=checked.sha256,
        file=str(path) if in_place else path.name,
        bytes=sum(file.stat().st_size for file in (path, *checked.data_files)),
        family=spec.family,
        in_place=in_place,
        licence=licence,
        conventions=spec.conventions,
        guessed=spec.guessed,
        size=said.size,
        fit=said.fit,
        milliseconds=round(seconds_of(session) * 1000, 1),
        device=session.device,
    )
    if not in_place:
        _copy(path, checked.data_files, own, entry)
    keep(entry)
    return entry


def change_entry(entry: LibraryEntry, described: ModelDescription, licence: str) -> LibraryEntry:
    """Write down what a person says otherwise of a model; it is opened to see whether that works.

    Raises:
        ModelError, SessionError: it does not.
    """
    session = open_model(entry.path, described=described)
    spec = session.spec
    changed = replace(
        entry,
        name=free_name(described.name or entry.name, entry.sha256),
        family=spec.family,
        conventions=spec.conventions,
        guessed=spec.guessed,
        size=described.size,
        fit=described.fit,
        licence=licence,
        milliseconds=round(seconds_of(session) * 1000, 1),
        device=session.device,
    )
    keep(changed)
    return changed


def _copy(path: Path, data_files: Sequence[Path], sha256: str, entry: LibraryEntry) -> None:
    folder = entry_folder(entry.sha256)
    try:
        for file in (*data_files, path):
            target = folder / file.relative_to(path.parent)
            target.parent.mkdir(parents=True, exist_ok=True)
            with file.open("rb") as source, atomic_file(target, overwrite=True) as out:
                digest = _copied(source, out)
            if file == path and digest != sha256:
                raise ModelHashError(f"{path.name} changes while it is copied: try again.", path)
    except (OSError, WriteError) as error:
        shutil.rmtree(folder, ignore_errors=True)
        message = f"the library has no room for {path.name}, or cannot be written ({error})."
        raise LibraryError(message, path) from error


def _copied(source: BinaryIO, out: BinaryIO) -> str:
    digest = hashlib.sha256()
    while chunk := source.read(_CHUNK):
        digest.update(chunk)
        out.write(chunk)
    return digest.hexdigest()
