"""``photo.jpg.autochrome.json``: what a person chose for a photo, kept beside it, as a `Sidecar`.

::

    {"autochrome": 2,
     "look": {"strength": 1.0, "saturation": 1.5, "warmth": 0.0},
     "hints": [{"x": 0.5, "y": 0.25, "ab": [20.0, -30.0], "radius": 0.02, "reach": 0.3}],
     "strokes": [{"places": [[0.1, 0.2], [0.3, 0.2]], "radius": 0.05, "kind": "grey",
                  "ab": [0.0, 0.0]}],
     "seed": null, "recolor": false, "size": null, "tone": "remove", "keep_ink": true,
     "turn": 1, "straighten": -1.5, "crop": {"x": 0.1, "y": 0.1, "width": 0.8, "height": 0.8},
     "repair": {"find": true, "sensitivity": 0.5, "applied": true, "strength": 1.0,
                "marks": [{"places": [[0.4, 0.1]], "radius": 0.01, "kind": "heal"}]},
     "model": {"name": "autochrome", "version": "0.7.0", "sha256": "f2cb..."},
     "versions": {"warmer": {"look": {"strength": 1.0, "saturation": 1.0, "warmth": 0.3}}},
     "pages": {"2": {"look": {"strength": 0.8, "saturation": 1.0, "warmth": 0.0}}}}

Of a document of several pages this is the first; the others stand below their numbers. Places
are shares of the upright, uncropped photo, whatever ``turn`` (quarter turns clockwise),
``straighten`` (degrees) and ``crop`` say: see `core.colorize.framing`. Keys that are not known are
kept as they are; those inside a point or a stroke for as long as that is not changed. Version 1 had
no strokes, and its points reach all that is like them. What cannot be understood, of a later
version say, is never overwritten: it is put aside under another name first.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from itertools import count
from pathlib import Path
from typing import Any, Final

from core.codec import MOST_TEXT, from_record, parse_json, to_json, to_plain
from core.colorize.edits import Edit
from core.errors import HintError, InvalidDataError, WriteError, system_reason
from core.files.atomic import atomic_file
from core.inference.model_spec import ModelSpec

_VERSION: Final = 2
_EDIT: Final = frozenset(field.name for field in fields(Edit))
_OWN: Final = frozenset({"autochrome", "model", "versions", "pages"}) | _EDIT
_UNREADABLE: Final = (ValueError, RecursionError, InvalidDataError, HintError)


@dataclass(frozen=True)
class UsedModel:
    """The model an edit was made with."""

    name: str
    version: str
    sha256: str

    @classmethod
    def of(cls, spec: ModelSpec) -> UsedModel:
        """What is said of a model."""
        return cls(spec.name, spec.version, spec.sha256)


@dataclass(frozen=True)
class Work:
    """What was made of one picture.

    Attributes:
        edit: what was chosen last.
        versions: edits that were given a name, each to become a file of its own.
    """

    edit: Edit = field(default_factory=Edit)
    versions: Mapping[str, Edit] = field(default_factory=dict)


@dataclass(frozen=True)
class Sidecar:
    """Everything that is kept beside a photo.

    Attributes:
        work: on the photo, or the first page of a document.
        model: what it was made with, where that is known.
        pages: work on the other pages, by their numbers from 0.
        unknown: what else was found in the file, to be written back.
    """

    work: Work = field(default_factory=Work)
    model: UsedModel | None = None
    pages: Mapping[int, Work] = field(default_factory=dict)
    unknown: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing that would be lost."""
        return self.work == Work() and not self.pages and not self.unknown

    def of_page(self, page: int) -> Work:
        """Work on a page, from 0."""
        return self.pages.get(page, Work()) if page else self.work

    def with_page(self, page: int, work: Work) -> Sidecar:
        """The sidecar with other work on a page, from 0."""
        if page == 0:
            return replace(self, work=work)
        others = {number: kept for number, kept in self.pages.items() if number != page}
        return replace(self, pages=others if work == Work() else others | {page: work})


def sidecar_of(photo: Path) -> Path:
    """The sidecar's path; the file need not be there."""
    return photo.with_name(f"{photo.name}.autochrome.json")


def load_sidecar(photo: Path) -> Sidecar | None:
    """What lies beside a photo; None where there is nothing that can be understood.

    A damaged one is no reason not to open the photo; nothing is overwritten by reading.
    """
    found = _found(photo)
    return None if found is None else found[0]


def _found(photo: Path) -> tuple[Sidecar, dict[str, Any]] | None:
    """A sidecar, and the content it was read from."""
    try:
        content = _of_this_version(parse_json(_content(sidecar_of(photo))))
        return None if content is None else (_parsed(content), content)
    except (OSError, *_UNREADABLE):
        return None


def _content(path: Path) -> bytes:
    """As much of a file as may be one of ours."""
    with path.open("rb") as file:
        return file.read(MOST_TEXT + 1)


def read_sidecar(photo: Path, page: int = 0) -> Edit | None:
    """The `Edit` beside a photo, of a page from 0; None where none can be understood."""
    sidecar = load_sidecar(photo)
    return None if sidecar is None else sidecar.of_page(page).edit


def write_sidecar(
    photo: Path, edit: Edit, *, page: int = 0, model: ModelSpec | None = None
) -> None:
    """Keep an edit beside a photo, whole or not at all; with nothing to keep there is no file.

    Named versions and what is not known stay as they are in the file; ``page`` counts from 0.

    Raises:
        WriteError: the folder cannot be written to.
    """
    earlier = load_sidecar(photo) or Sidecar()
    write_work(photo, replace(earlier.of_page(page), edit=edit), page=page, model=model)


def write_work(photo: Path, work: Work, *, page: int = 0, model: ModelSpec | None = None) -> None:
    """Keep an edit and its versions beside a photo, as `write_sidecar`; ``page`` counts from 0.

    Raises:
        WriteError: the folder cannot be written to.
    """
    earlier = load_sidecar(photo) or Sidecar()
    used = earlier.model if model is None else UsedModel.of(model)
    save_sidecar(photo, replace(earlier.with_page(page, work), model=used))


def save_sidecar(photo: Path, sidecar: Sidecar) -> None:
    """Write a sidecar in place of the one that is there.

    Raises:
        WriteError: the folder cannot be written to.
    """
    target = sidecar_of(photo)
    _put_aside_what_is_not_ours(photo, target)
    if sidecar.is_empty:
        _remove(target)
        return
    plain = _plain(sidecar)
    if (found := _found(photo)) is not None:
        earlier, content = found
        plain = _with_unknown(plain, content, _plain(earlier))
    with atomic_file(target, overwrite=True) as out:
        out.write(to_json(plain, indent=1).encode())


def _with_unknown(new: Any, old: Any, known: Any) -> Any:  # noqa: ANN401  (whatever JSON has)
    """A value, with what ``old`` says beyond ``known``, which is all that was understood of it."""
    if isinstance(new, dict) and isinstance(known, dict):
        beyond = {key: value for key, value in old.items() if key not in known}
        shared = new.keys() & old.keys() & known.keys()  # an earlier version wrote fewer
        both = {key: _with_unknown(new[key], old[key], known[key]) for key in shared}
        return beyond | new | both
    if isinstance(new, list | tuple) and isinstance(known, list | tuple):
        pairs = list(zip(old, known, strict=True))
        return [
            next((_with_unknown(each, *pair) for pair in pairs if pair[1] == each), each)
            for each in new
        ]
    return new


def _plain(sidecar: Sidecar) -> dict[str, Any]:
    plain = {**sidecar.unknown, "autochrome": _VERSION, **_plain_work(sidecar.work)}
    if sidecar.model is not None:
        plain["model"] = to_plain(sidecar.model)
    if sidecar.pages:
        plain["pages"] = {str(at + 1): _plain_work(work) for at, work in sidecar.pages.items()}
    return plain


def _plain_work(work: Work) -> dict[str, Any]:
    plain = _plain_edit(work.edit)
    if work.versions:
        plain["versions"] = {name: _plain_edit(edit) for name, edit in work.versions.items()}
    return plain


def _plain_edit(edit: Edit) -> dict[str, Any]:
    return {**to_plain(edit), "look": edit.look.stated()}


def _of_this_version(content: object) -> dict[str, Any] | None:
    if not isinstance(content, dict) or content.get("autochrome") not in (1, _VERSION):
        return None
    return _of_version_1(content) if content["autochrome"] == 1 else content


def _parsed(content: dict[str, Any]) -> Sidecar:
    """Raises: one of `_UNREADABLE`."""
    model, pages = content.get("model"), _mapping(content, "pages")
    return Sidecar(
        _work(content),
        None if model is None else from_record(model, UsedModel),
        {int(number) - 1: _work(work) for number, work in pages.items()},
        {key: value for key, value in content.items() if key not in _OWN},
    )


def _work(content: Mapping[str, Any]) -> Work:
    versions = _mapping(content, "versions")
    return Work(_edit(content), {name: _edit(edit) for name, edit in versions.items()})


def _mapping(content: Mapping[str, Any], key: str) -> dict[str, dict[str, Any]]:
    """An object of objects; empty where there is none."""
    found = content.get(key, {})
    if not isinstance(found, dict) or not all(isinstance(each, dict) for each in found.values()):
        raise InvalidDataError(f"{key} is no object of objects.")
    return found


def _edit(content: Mapping[str, Any]) -> Edit:
    return from_record({key: content[key] for key in _EDIT & content.keys()}, Edit)


def _of_version_1(content: dict[str, Any]) -> dict[str, Any]:
    """Its points reached all that is like them."""
    hints = content.get("hints", [])
    if not isinstance(hints, list) or not all(isinstance(hint, dict) for hint in hints):
        raise InvalidDataError("hints are no list of objects.")
    return content | {"hints": [{"reach": 1.0} | hint for hint in hints]}


def _put_aside_what_is_not_ours(photo: Path, target: Path) -> None:
    """A file that cannot be understood gets another name: it may be somebody's work."""
    if not os.path.lexists(target) or load_sidecar(photo) is not None:
        return
    names = (target.with_name(f"{target.name}.kept{number or ''}") for number in count())
    aside = next(name for name in names if not os.path.lexists(name))
    try:
        target.rename(aside)
    except OSError as error:
        message = f"{target.name} cannot be put aside ({error.strerror}): move it by hand."
        raise WriteError(message, target) from error


def _remove(target: Path) -> None:
    try:
        target.unlink(missing_ok=True)
    except OSError as error:
        raise WriteError(
            f"{target.name} cannot be removed ({system_reason(error)}): remove it by hand.", target
        ) from error
