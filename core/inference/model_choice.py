"""`ModelChoice`: a model by name or file, and its share where several work together."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from core.errors import LibraryError, ModelError, ModelHashError, ModelNotFoundError
from core.inference.description import ModelDescription
from core.inference.library import (
    BUNDLED,
    LibraryEntry,
    default_entry,
    entries,
    find_entry,
    named_entry,
)
from core.inference.model_check import check_model_file, model_sha256
from core.inference.model_spec import bundled_model

#: The share at the end of a reference. A Windows path has a colon as well, but no number behind it.
_WEIGHT: Final = re.compile(r"(.+):(\d*\.?\d+)")
_MOST_WEIGHT: Final = 1000.0


@dataclass(frozen=True)
class ModelChoice:
    """A model that is wanted.

    Attributes:
        weight: its share, beside others'.
        sha256: what it has to be; None takes whatever is there.
        described: what a person says of it; None is found out.
    """

    path: Path
    weight: float = 1.0
    sha256: str | None = None
    described: ModelDescription | None = None


def parse_model(text: str) -> tuple[str, float]:
    """``NAME`` or ``FILE``, and the share behind a colon: ``ddcolor:0.5``.

    Raises:
        LibraryError: the share is no number above 0.
    """
    found = _WEIGHT.fullmatch(text)
    if found is None or Path(text).is_file():
        return text, 1.0
    weight = float(found[2])
    if not 0 < weight <= _MOST_WEIGHT:
        raise LibraryError(f"{text!r}: a model's share is a number above 0.")
    return found[1], weight


def chosen_model(text: str) -> ModelChoice:
    """The model of a reference: a name of the library, a file, the beginning of a SHA-256.

    Raises:
        LibraryError: there is no such model.
        ModelNotFoundError: the library knows it, and its file is not there any more.
    """
    reference, weight = parse_model(text)
    if reference.casefold() == BUNDLED:
        return ModelChoice(bundled_model(), weight)
    entry = find_entry(reference)
    if entry is not None:
        return choice_of(entry, weight)
    if Path(reference).suffix or Path(reference).exists():
        return ModelChoice(Path(reference), weight)
    return choice_of(named_entry(reference), weight)


def chosen_models(names: Sequence[str]) -> list[ModelChoice]:
    """The models of some references; of none the default one. Raises: ModelError."""
    return [chosen_model(name) for name in names] or [default_choice()]


def choice_of(entry: LibraryEntry, weight: float = 1.0) -> ModelChoice:
    """A model of the library. Raises: ModelNotFoundError: its file is not there any more."""
    if not entry.path.is_file():
        raise ModelNotFoundError(
            f"the model {entry.name} is not where it was any more ({entry.path.name}): put it "
            "back, or add it again from where it is.",
            entry.path,
        )
    return ModelChoice(entry.path, weight, entry.sha256, entry.described)


def recalled_model(name: str, file: str, sha256: str, weight: float) -> ModelChoice:
    """A model that was in use earlier, by its hash: the library's, or the file as it was.

    Raises:
        ModelNotFoundError: neither is there any more.
    """
    entry = next((entry for entry in entries() if entry.sha256 == sha256), None)
    if entry is not None:
        return choice_of(entry, weight)
    if not Path(file).is_file():
        raise ModelNotFoundError(
            f"the model {name} (SHA-256 {sha256[:12]}) is missing: add it to the library again.",
            Path(file),
        )
    return ModelChoice(Path(file), weight, sha256)


def default_choice() -> ModelChoice:
    """The model that is used where none is named. Raises: ModelNotFoundError."""
    entry = default_entry()
    return ModelChoice(bundled_model()) if entry is None else choice_of(entry)


@contextmanager
def as_it_was_added(choice: ModelChoice) -> Iterator[None]:
    """Open a model: whatever is wrong with a file of the library that is another by now, that is.

    Raises:
        ModelHashError: instead of any other `ModelError` of the block.
    """
    try:
        yield
    except ModelHashError:
        raise
    except ModelError as error:
        if choice.sha256 is None or _sha256(choice.path) == choice.sha256:
            raise
        raise _is_another(choice) from error


def check_unchanged(choice: ModelChoice, sha256: str) -> None:
    """Raises: ModelHashError: a file of the library is another one by now."""
    if choice.sha256 is not None and choice.sha256 != sha256:
        raise _is_another(choice)


def _sha256(path: Path) -> str | None:
    """What names the model in a file; None where it is damaged."""
    try:
        data_files = check_model_file(path)
        with path.open("rb") as file:
            return model_sha256(hashlib.file_digest(file, "sha256").hexdigest(), data_files)
    except (ModelError, OSError):
        return None


def _is_another(choice: ModelChoice) -> ModelHashError:
    name = choice.described.name if choice.described else choice.path.name
    return ModelHashError(
        f"the model {name} ({choice.path.name}) is not the file that was added (its SHA-256 began "
        f"with {(choice.sha256 or '')[:12]}): it was changed or cut short. Add it again.",
        choice.path,
    )
