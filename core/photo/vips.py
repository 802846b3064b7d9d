"""Error messages and warnings of libvips, made reliable where several threads read photos.

It keeps what went wrong in one buffer for the whole process: what a thread finds there may be gone
already, or another's. pyvips makes that common and is kept from it here, and a grumble that comes
in the midst of another is kept from ending the program.
"""

from __future__ import annotations

import ctypes
import functools
import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from ctypes.util import find_library
from typing import Any, Final, ParamSpec, TypeVar

import pyvips

from core.errors import UnreadablePhotoError

_Params = ParamSpec("_Params")
_Result = TypeVar("_Result")

_TRIES: Final = 3


def _to_text(pointer: Any) -> str:  # noqa: ANN401  (cffi's)
    if pointer == pyvips.ffi.NULL:
        return "NULL"
    return str(pyvips.ffi.string(pointer).decode("utf-8", "backslashreplace"))


# libvips' errors hold names of files. One that is no UTF-8 would make pyvips raise something else,
# and then at every later error too, since it never comes to empty libvips' buffer
pyvips.error._to_string = _to_text  # noqa: SLF001
# nor are the keywords and texts of a PNG: they are Latin-1 (PNG 3rd edition, 11.3.3.1)
for _module in (pyvips.vimage, pyvips.gvalue):
    _module._to_string = _to_text  # noqa: SLF001

_look_up: Final = pyvips.VipsObject.get_typeof
_NO_PROPERTIES: Final[set[tuple[Any, str]]] = set()


def _get_typeof(thing: pyvips.VipsObject, name: str) -> int:
    """`pyvips.VipsObject.get_typeof`, which asks libvips once for what is no property.

    ``image.copy`` makes pyvips ask whether there is a property of that name. libvips notes in its
    buffer that there is none, and pyvips empties that: every time, in whatever thread.
    """
    asked = (thing.gobject.g_type_instance.g_class, name)
    if asked in _NO_PROPERTIES:
        return 0
    found = int(_look_up(thing, name))
    if not found:
        _NO_PROPERTIES.add(asked)
    return found


pyvips.VipsObject.get_typeof = _get_typeof

#: G_LOG_LEVEL_ERROR of GLib's GLogLevelFlags.
_ERROR: Final = 1 << 2


def _glib_names() -> Iterator[str]:
    """Files that GLib's functions may be found by, likeliest first."""
    compiled = sys.modules.get("_libvips")  # pyvips' own extension, where it came with libvips
    if compiled and compiled.__file__:
        yield compiled.__file__
    yield from ("libvips-42.dll", "libglib-2.0-0.dll")
    if found := find_library("glib-2.0"):
        yield found


def _glib() -> ctypes.CDLL | None:
    """The GLib that libvips uses: within it, beside it, or the system's."""
    for name in _glib_names():
        with suppress(OSError):
            library = ctypes.CDLL(name)
            if hasattr(library, "g_log_set_always_fatal"):
                return library
    return None


def _keep_glib_warnings_from_aborting() -> None:
    """Take GLib's habit from it to abort where something is logged while something is logged.

    pyvips hands libvips' warnings to Python, which may collect garbage there and then. A damaged
    JPEG among that warns as it goes, and GLib takes it for a runaway. It goes to stderr now.
    """
    if library := _glib():
        library.g_log_set_always_fatal(_ERROR)
        library.g_log_set_fatal_mask(b"VIPS", _ERROR)


_keep_glib_warnings_from_aborting()


def _says_more(record: logging.LogRecord) -> bool:
    """Whether a warning is not said anyway: a tile that fails is raised, or salvaged and noted."""
    return "error in tile" not in record.getMessage()


logging.getLogger("pyvips").addFilter(_says_more)


def vips_reason(error: pyvips.Error) -> str:
    """The last line of what libvips said; empty where another thread has taken it away."""
    lines = [line.strip() for line in str(error.detail).splitlines()]
    return next((line for line in reversed(lines) if line), "")


def retry_for_reason(read: Callable[_Params, _Result]) -> Callable[_Params, _Result]:
    """Decorator: reads again where libvips failed and another thread took its error message.

    What libvips only grumbled at in the photo before is no reason, so the buffer is emptied first.
    """

    @functools.wraps(read)
    def insisting(*args: _Params.args, **kwargs: _Params.kwargs) -> _Result:
        pyvips.vips_lib.vips_error_clear()
        for _ in range(_TRIES - 1):
            try:
                return read(*args, **kwargs)
            except UnreadablePhotoError as error:
                cause = error.__cause__
                if not isinstance(cause, pyvips.Error) or vips_reason(cause):
                    raise
        return read(*args, **kwargs)

    return insisting
