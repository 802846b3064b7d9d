"""Optimized copies of models in the user's cache: a session of one opens in a fraction of the time.

What ONNX Runtime rewrites a graph to depends on the graph, on its own version and on the processor
(the layout of the weights follows the width of its vectors), so a copy's name is made of all three.
It also holds a checksum of the copy itself, which is compared whenever one is opened, against a
damaged disk: a quarter of a cryptographic hash's time, and that would protect no more, for whoever
can write the file can name it. Only for the CPU: the graphs of other providers cannot be saved, or
only with what their card alone can read.
"""

from __future__ import annotations

import hashlib
import os
import platform
import secrets
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

import onnxruntime as ort
import platformdirs

#: Bytes of a model file of which a copy is kept: opening a larger one is a small part of its work,
#: and its copy a large part of a disk.
_LARGEST: Final = 64 << 20
#: How many copies are kept: the bundled model's and a few of the person's own, 22 MB each.
KEPT: Final = 4
#: What a process that was killed left is deleted after so many copies more.
_PART: Final = ".part"
#: Bytes that are read at a time.
_BLOCK: Final = 1 << 20


def is_small(model: Path) -> bool:
    """Whether a copy of the model may be kept."""
    return model.stat().st_size <= _LARGEST


def find_copy(sha256: str) -> Path | None:
    """The newest copy of the model with this hash for this processor; its bytes are unverified."""
    with suppress(OSError):
        found = sorted(_folder().glob(f"{_key(sha256)}-*.onnx"), key=_used)
        return found[-1] if found else None
    return None


def is_whole(copy: Path) -> bool:
    """Whether a copy has the bytes that its name promises; says that it is in use."""
    try:
        checksum = _checksum(copy)
        os.utime(copy)
    except OSError:
        return False
    return copy.stem.endswith(f"-{checksum}")


def discard(copy: Path) -> None:
    """Delete a copy that is of no use."""
    with suppress(OSError):
        copy.unlink()


@contextmanager
def new_copy(sha256: str) -> Iterator[Path | None]:
    """Where ONNX Runtime may write the copy of a model; it counts once the block has ended well.

    None where nothing can be written: then a model opens as slowly as the first time.
    """
    part = _new_part()
    try:
        yield part
        if part is not None:
            with suppress(OSError):
                part.replace(part.with_name(f"{_key(sha256)}-{_checksum(part)}.onnx"))
                _forget_old()
    finally:
        if part is not None:
            with suppress(OSError):
                part.unlink(missing_ok=True)


def _new_part() -> Path | None:
    try:
        _folder().mkdir(parents=True, exist_ok=True)
        part = _folder() / f"{secrets.token_hex(8)}{_PART}"
        part.touch(exist_ok=False)
    except OSError:
        return None
    return part


def _forget_old() -> None:
    """Delete all but the copies used last."""
    for suffix in (".onnx", _PART):
        for old in sorted(_folder().glob(f"*{suffix}"), key=_used)[:-KEPT]:
            discard(old)


def _used(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:  # another process has just deleted it
        return 0.0


def _folder() -> Path:
    return Path(platformdirs.user_cache_dir("autochrome", appauthor=False)) / "models"


def _checksum(path: Path) -> str:
    """CRC-32, in hexadecimal digits."""
    value = 0
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            value = zlib.crc32(block, value)
    return f"{value:08x}"


def _key(sha256: str) -> str:
    words = (sha256, ort.__version__, platform.machine(), _processor())
    return hashlib.sha256("\n".join(words).encode()).hexdigest()[:32]


def _processor() -> str:
    """What tells this processor's vector instructions from another's, where a home is shared."""
    if sys.platform == "win32":
        return os.environ.get("PROCESSOR_IDENTIFIER", "")
    with suppress(OSError):
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").partition("\n\n")[0].splitlines()
        return "\n".join(line for line in lines if line.startswith(("flags", "Features", "isa")))
    return platform.node()
