"""Frozen dataclasses <-> JSON, by msgspec: strict types, and one error for whatever is wrong.

Settings, options, presets, sidecars and the queue's rows all go through here. The text itself is
the standard library's: digests are taken of it, and it spells floats as it always has (``1e-05``,
where msgspec writes ``0.00001``).

Unknown keys are errors. A dataclass with a field `extra` (a ``Mapping[str, Any]``) keeps them
instead: they are read into it and written back beside the others, so that an older program does
not throw away what a newer one has remembered.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeVar, get_type_hints

import msgspec

from core.errors import InvalidDataError

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Kind = TypeVar("Kind", bound="DataclassInstance")

#: Characters or bytes of a text that is read, and levels of it.
MOST_TEXT: Final = 16_000_000
_DEEPEST: Final = 64
#: The field of a dataclass that takes the keys it does not know.
EXTRA: Final = "extra"


def to_plain(value: DataclassInstance | Mapping[str, Any]) -> dict[str, Any]:
    """As objects, lists, text and numbers; paths and enums become text."""
    plain: dict[str, Any] = msgspec.to_builtins(value, enc_hook=_encoded)
    return plain if isinstance(value, Mapping) else plain.pop(EXTRA, {}) | plain


def to_json(value: DataclassInstance | Mapping[str, Any], *, indent: int | None = None) -> str:
    """ASCII text, the same for equal values: one line, or indented for a person."""
    separators = (",", ":") if indent is None else None
    return json.dumps(
        to_plain(value), sort_keys=True, separators=separators, indent=indent, allow_nan=False
    )


def from_plain(plain: object, kind: type[Kind]) -> Kind:
    """What `to_plain` gave.

    Raises:
        InvalidDataError: a value of the wrong type or out of its range, a missing or unknown key.
    """
    value = from_record(_sorted_out(plain, kind), kind)
    if unknown := list(_lost(plain, to_plain(value))):
        raise InvalidDataError(f"{kind.__name__}: {', '.join(unknown)} is not known.")
    return value


def from_record(record: object, kind: type[Kind]) -> Kind:
    """A row of a database: `from_plain`, but columns that are not known are passed over.

    Paths may also be bytes, as the file system has them.

    Raises:
        InvalidDataError: a value of the wrong type or out of its range, a missing key.
    """
    try:
        return msgspec.convert(record, kind, dec_hook=_decoded)
    except msgspec.ValidationError as error:
        raise InvalidDataError(f"{kind.__name__}: {error}.") from error


def parse_json(text: str | bytes) -> Any:  # noqa: ANN401  (whatever JSON has)
    """Objects, lists, text and numbers of a text by anybody.

    Raises:
        InvalidDataError: no JSON, or more or deeper than any file of ours or of others is.
    """
    if len(text) > MOST_TEXT:
        raise InvalidDataError(f"not JSON of at most {MOST_TEXT // 1_000_000} MB.")
    try:
        plain = json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise InvalidDataError(f"not JSON ({error}).") from error
    level = [plain]
    for _ in range(_DEEPEST):
        if not (level := [inner for outer in level for inner in _inner(outer)]):
            return plain
    raise InvalidDataError(f"not JSON of at most {_DEEPEST} levels.")


def _inner(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def from_json(text: str | bytes, kind: type[Kind]) -> Kind:
    """What `to_json` wrote.

    Raises:
        InvalidDataError: as `parse_json` and `from_plain`.
    """
    try:
        plain = parse_json(text)
    except InvalidDataError as error:
        raise InvalidDataError(f"{kind.__name__}: {error}") from error
    return from_plain(plain, kind)


def salvage(text: str | bytes, kind: type[Kind]) -> Kind:
    """Whatever can be understood of a text; the other fields, which need one, have their default.

    For what is remembered from one run to the next: a damaged value is no reason not to start.
    Values that ``__post_init__`` refuses together are all given up.
    """
    try:
        plain = parse_json(text)
    except InvalidDataError:
        return kind()
    return salvage_plain(plain, kind) if isinstance(plain, Mapping) else kind()


def salvage_plain(plain: Mapping[str, Any], kind: type[Kind], *, strict: bool = True) -> Kind:
    """As `salvage`, of values; not ``strict``, numbers may be text, as in an INI file."""
    known = {}
    types = get_type_hints(kind, include_extras=True)
    for name, found in _sorted_out(plain, kind).items():
        with suppress(msgspec.ValidationError, KeyError):  # a wrong value, an unknown key
            known[name] = msgspec.convert(found, types[name], strict=strict, dec_hook=_decoded)
    try:
        return kind(**known)
    except ValueError:
        return kind()


def _sorted_out(plain: Any, kind: type[Kind]) -> Any:  # noqa: ANN401  (whatever JSON has)
    """An object with its unknown keys moved into `extra`, where the dataclass has that."""
    names = {field.name for field in fields(kind)}
    if EXTRA not in names or not isinstance(plain, Mapping):
        return plain
    known = {key: value for key, value in plain.items() if key in names - {EXTRA}}
    return known | {EXTRA: {key: value for key, value in plain.items() if key not in known}}


def _lost(plain: object, back: object, at: str = "") -> Iterator[str]:
    """Keys that did not survive the way into the dataclass: it does not know them."""
    if isinstance(plain, Mapping) and isinstance(back, Mapping):
        for key, value in plain.items():
            if key not in back:
                yield f"{at}{key}"
            else:
                yield from _lost(value, back[key], f"{at}{key}.")
    elif isinstance(plain, list) and isinstance(back, list | tuple):
        for one, other in zip(plain, back, strict=False):
            yield from _lost(one, other, at)


def _encoded(value: object) -> str:
    if isinstance(value, Path):
        return str(value)
    raise NotImplementedError(f"{type(value).__name__} has no place in JSON")


def _decoded(kind: type, value: object) -> object:
    if issubclass(kind, Path) and isinstance(value, str | bytes):
        return kind(os.fsdecode(value))
    raise ValueError(f"expected {kind.__name__}")


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number")
