"""Every class of exception, and every step that touches a photo's bytes: to be put together."""

from __future__ import annotations

import builtins
import importlib
from collections.abc import Callable
from typing import Any, Final

import pytest

from core.errors import UnreadablePhotoError


class Panic(BaseException):
    """What pyo3 makes of a panic in Rust: no Exception."""


class Mute(Exception):  # noqa: N818
    """One that cannot even say what it is."""

    def __str__(self) -> str:
        raise RuntimeError


def _made(kind: type[BaseException]) -> BaseException:
    special: dict[type[BaseException], tuple[Any, ...]] = {
        UnicodeDecodeError: ("latin-1", b"\xe9", 0, 1, "made up"),
        UnicodeEncodeError: ("ascii", "\udce9", 0, 1, "made up"),
        UnicodeTranslateError: ("\udce9", 0, 1, "made up"),
        BaseExceptionGroup: ("made up", [ValueError()]),
        ExceptionGroup: ("made up", [ValueError()]),
    }
    return kind(*special.get(kind, ("made up",)))


#: All that Python has, and two that it has not. Ctrl-C ends a run, as documented.
ERRORS: Final = [
    *(
        _made(kind)
        for name, kind in sorted(vars(builtins).items())
        if isinstance(kind, type)
        and issubclass(kind, BaseException)
        and not issubclass(kind, Warning | KeyboardInterrupt)
        and kind.__name__ == name
    ),
    Panic("made up"),
    Mute(),
    UnreadablePhotoError("made up."),
    OSError(28, "No space left on device"),
]

#: One of each branch that some handler tells apart.
FEW: Final = [
    error
    for error in ERRORS
    if type(error).__name__
    in (
        *("Panic", "Mute", "SystemExit", "GeneratorExit", "StopIteration", "ExceptionGroup"),
        *("MemoryError", "RecursionError", "UnicodeDecodeError", "KeyError", "BrokenPipeError"),
        *("OSError", "UnreadablePhotoError"),
    )
]

#: Where a photo's bytes, or what was made of them, are touched.
READING: Final = [
    "core.photo.source.PhotoSource.read",
    "core.photo.source.sniff",
    "core.photo.open_photo.identify",
    "core.photo.probe.identify",
    "core.metadata.exif.parse",
    "core.photo.open_photo.load_image",
    "core.photo.probe.load_image",
    "core.photo.open_photo.read_metadata",
    "core.photo.read.decode",
]
WRITING: Final = [
    "core.photo.encode.upright_exif",
    "core.photo.encode.output_xmp",
    "core.photo.encode.leading_metadata",
    "core.photo.encode._save",
    "core.photo.encode.write_trailing_metadata",
    "core.photo.write.encode_to",
    "core.files.atomic._part",
    "core.files.atomic._rename",
]
BATCH: Final = [
    "core.photo.source.PhotoSource.sha256",
    "core.batch.inspect_job.read_header",
    "core.batch.steps.read_photo",
    "core.batch.result_writing.write_photo",
    "core.batch.steps.bytes_needed",
]


def sabotaged(
    monkeypatch: pytest.MonkeyPatch, step: str, when: Callable[[], BaseException | None]
) -> list[bool]:
    """Let a step raise what `when` says; whether it was reached, as a list that grows."""
    reached: list[bool] = []
    owner, name = step.rsplit(".", 1)
    module = _resolve(owner)
    whole = getattr(module, name)

    def failing(*args: Any, **options: Any) -> Any:
        if error := when():
            reached.append(True)
            raise error
        return whole(*args, **options)

    monkeypatch.setattr(module, name, failing)
    return reached


def _resolve(path: str) -> Any:
    try:
        return importlib.import_module(path)
    except ImportError:
        owner, name = path.rsplit(".", 1)
        return getattr(importlib.import_module(owner), name)
