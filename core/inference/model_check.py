"""A stranger's model file checked before ONNX Runtime sees it: `check_model_file`.

It runs no operators but ONNX Runtime's own, reads no file but those in its own folder, and asks for
no more memory than its bytes account for.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Final

from core.errors import ModelUnsafeError
from core.inference.onnx_file import StoredTensor, read_onnx_file

#: Operators that come with ONNX Runtime: ONNX' own, its classical ones, and the fused ones of
#: Microsoft's. All others need a library of somebody's.
_BUILT_IN: Final = frozenset({"", "ai.onnx", "ai.onnx.ml", "com.microsoft"})
#: Bytes of an element that takes one byte in a file at least: a small whole number of 64 bits.
_LARGEST_ELEMENT: Final = 8
#: Bytes of a shape that needs no weights: what a network computes with, not a picture's memory.
_SPARE: Final = 1 << 20


def check_model_file(path: Path) -> tuple[Path, ...]:
    """The files that hold a model's weights beside itself, after all of it was checked.

    Raises:
        ModelCorruptError: it is no whole ONNX file.
        ModelUnsafeError: it asks for what no colorizer needs; the message says what.
    """
    found = read_onnx_file(path)
    if strange := sorted(found.domains - _BUILT_IN - found.own_domains):
        raise _refusal(path, f"it needs operators of a library of its own ({', '.join(strange)})")
    files = tuple(_data_file(path, name) for name in sorted(found.data_files))
    for tensor in found.tensors:
        _check_size(path, tensor)
    return files


def model_sha256(own: str, data_files: Iterable[Path]) -> str:
    """The hash that names a model: its file's own, and of weights beside it also theirs."""
    hashes = [own]
    for file in data_files:
        with file.open("rb") as stream:
            hashes.append(f"{file.name} {hashlib.file_digest(stream, 'sha256').hexdigest()}")
    return own if len(hashes) == 1 else hashlib.sha256("\n".join(hashes).encode()).hexdigest()


def _data_file(path: Path, name: str) -> Path:
    """A file of weights, which lies in the model's own folder and is no link out of it."""
    parts = (*PurePosixPath(name).parts, *PureWindowsPath(name).parts)
    rooted = PurePosixPath(name).is_absolute() or bool(PureWindowsPath(name).anchor)
    if not name or rooted or ".." in parts:
        raise _refusal(path, f"its weights lie outside its own folder ({name[:80]!r})")
    file = path.parent / name
    if not file.is_file():
        raise _refusal(path, f"its weights are in a file that is not beside it ({name[:80]!r})")
    if not file.resolve().is_relative_to(path.parent.resolve()):
        raise _refusal(path, f"its weights lie outside its own folder ({name[:80]!r})")
    return file


def _check_size(path: Path, tensor: StoredTensor) -> None:
    stored = tensor.stored
    if tensor.external:
        file = path.parent / tensor.external.get("location", "")
        try:
            offset = int(tensor.external.get("offset", "0") or "0")
        except ValueError:
            offset = -1
        stored = file.stat().st_size - offset
        if offset < 0 or tensor.declared > stored:
            raise _refusal(path, f"its file of weights {file.name} is shorter than it says")
    if tensor.declared > _LARGEST_ELEMENT * stored + _SPARE:
        size = f"{tensor.declared:,} bytes where it holds {stored:,}"
        raise _refusal(path, f"a tensor of it ({tensor.name[:40]!r}) asks for {size}")


def _refusal(path: Path, what: str) -> ModelUnsafeError:
    return ModelUnsafeError(f"{path.name} is not opened: {what}.", path)
