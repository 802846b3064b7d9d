"""An ONNX file looked at without opening it: `read_onnx_file`.

Which operators it needs, how large its tensors say they are, and which other files it reads.
Source: ``onnx.proto`` of https://github.com/onnx/onnx (IR version 3 and later), and "External
Data" of the same project's ``docs/ExternalData.md``.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import prod
from pathlib import Path
from typing import Final

from core.errors import InvalidDataError, ModelCorruptError, system_reason
from core.inference.protobuf import fields, part, text, varints

#: Graphs within graphs (of If, Loop, Scan); no network has as many levels.
_DEEPEST: Final = 16
#: `TensorProto.DataType` -> bits of an element; those of text have none of a fixed size.
_BITS: Final[Mapping[int, int]] = {
    1: 32, 2: 8, 3: 8, 4: 16, 5: 16, 6: 32, 7: 64, 9: 8, 10: 16, 11: 64, 12: 32, 13: 64, 14: 64,
    15: 128, 16: 16, 17: 8, 18: 8, 19: 8, 20: 8, 21: 4, 22: 4, 23: 4,
}  # fmt: skip
_EXTERNAL: Final = 1


@dataclass(frozen=True)
class StoredTensor:
    """Weights as a file declares them.

    Attributes:
        declared: bytes that its shape and type ask for.
        stored: bytes of the message it stands in; weights in another file are not among them.
        external: key -> value of where they are, ``location`` ``offset`` ``length``; or none.
    """

    name: str
    declared: int
    stored: int
    external: Mapping[str, str] = field(default_factory=dict)


@dataclass
class OnnxFile:
    """What `read_onnx_file` found."""

    domains: set[str] = field(default_factory=set)
    own_domains: set[str] = field(default_factory=set)
    tensors: list[StoredTensor] = field(default_factory=list)
    operators: int = 0

    @property
    def data_files(self) -> set[str]:
        """The other files its weights lie in, as the file names them."""
        return {each.external.get("location", "") for each in self.tensors if each.external}

    @property
    def declared(self) -> int:
        """Bytes of all weights."""
        return sum(tensor.declared for tensor in self.tensors)


def read_onnx_file(path: Path) -> OnnxFile:
    """What an ONNX file asks for; nothing of its size is read into memory.

    Raises:
        ModelCorruptError: it cannot be read, or is no ONNX file.
    """
    try:
        with path.open("rb") as file:
            # closed with its last view: one that is in use may not be closed
            whole = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        return _Reader(OnnxFile()).model(memoryview(whole))
    except OSError as error:
        message = f"the model {path.name} cannot be read: {system_reason(error)}."
        raise ModelCorruptError(message, path) from error
    except (InvalidDataError, ValueError) as error:  # an empty file cannot be mapped
        reason = str(error).rstrip(".")
        message = f"{path.name} is not a whole ONNX model: get it again from its source ({reason})."
        raise ModelCorruptError(message, path) from error


class _Reader:
    """Walks through the messages of one file."""

    def __init__(self, found: OnnxFile) -> None:
        self.found = found

    def model(self, message: memoryview) -> OnnxFile:
        """A ModelProto."""
        has_graph = False
        for number, value in fields(message):
            if number == 7:
                has_graph = True
                self._graph(part(value), 0)
            elif number == 8:
                self.found.domains.add(_text_of(part(value), 1))
            elif number == 25:
                self._function(part(value))
        if not has_graph:
            raise InvalidDataError("it has no graph.")
        return self.found

    def _function(self, message: memoryview) -> None:
        """A FunctionProto: operators that the file itself defines."""
        self.found.own_domains.add(_text_of(message, 10))
        for number, value in fields(message):
            if number == 7:
                self._node(part(value), 1)

    def _graph(self, message: memoryview, depth: int) -> None:
        if depth > _DEEPEST:
            raise InvalidDataError("its graphs are nested too deeply.")
        for number, value in fields(message):
            if number == 1:
                self._node(part(value), depth)
            elif number == 5:
                self.found.tensors.append(_tensor(part(value)))
            elif number == 15:
                self._sparse(part(value))

    def _node(self, message: memoryview, depth: int) -> None:
        self.found.operators += 1
        for number, value in fields(message):
            if number == 5:
                self._attribute(part(value), depth)
            elif number == 7:
                self.found.domains.add(text(value))

    def _attribute(self, message: memoryview, depth: int) -> None:
        for number, value in fields(message):
            if number in (5, 10):
                self.found.tensors.append(_tensor(part(value)))
            elif number in (6, 11):
                self._graph(part(value), depth + 1)
            elif number in (22, 23):
                self._sparse(part(value))

    def _sparse(self, message: memoryview) -> None:
        """A SparseTensorProto: its values, its indices, and a shape that it unfolds to."""
        dims: list[int] = []
        for number, value in fields(message):
            if number in (1, 2):
                self.found.tensors.append(_tensor(part(value)))
            elif number == 3:
                dims += varints(value)
        self.found.tensors.append(StoredTensor("", prod(dims) * 8 if dims else 0, len(message)))


def _tensor(message: memoryview) -> StoredTensor:
    """A TensorProto."""
    dims: list[int] = []
    kind, place, name = 0, 0, ""
    external: dict[str, str] = {}
    for number, value in fields(message):
        if number == 1:
            dims += varints(value)
        elif number == 2:
            kind = varints(value)[0]
        elif number == 8:
            name = text(value)
        elif number == 13:
            external[_text_of(part(value), 1)] = _text_of(part(value), 2)
        elif number == 14:
            place = varints(value)[0]
    declared = prod(dims) * _BITS.get(kind, 8) // 8
    return StoredTensor(name, declared, len(message), external if place == _EXTERNAL else {})


def _text_of(message: memoryview, wanted: int) -> str:
    """The text in a field of a small message; empty where there is none."""
    found: Iterator[str] = (text(value) for number, value in fields(message) if number == wanted)
    return next(found, "")
