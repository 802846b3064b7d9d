"""Autochrome's core: colorize photographs with an ONNX model, no window and no PyTorch needed.

As a library::

    from core import Colorizer, read_photo, write_photo

    result = Colorizer().colorize(read_photo("grandma.jpg")).render()
    write_photo(result, "grandma_color.jpg")
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from core.colorizer import Colorization, Colorizer
    from core.errors import AutochromeError
    from core.hints import ColorHint, parse_hint
    from core.look import Look
    from core.photo import Photo, Provenance, encode_photo, read_photo, write_photo

__version__ = "0.1.0"

# From 1.29 on ONNX Runtime keeps a device number and sends every session's facts to its maker,
# unless it finds this when it is imported. Nothing leaves this machine, so it is not asked for.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

__all__ = [
    "AutochromeError",
    "ColorHint",
    "Colorization",
    "Colorizer",
    "Look",
    "Photo",
    "Provenance",
    "encode_photo",
    "parse_hint",
    "read_photo",
    "write_photo",
]

#: Name -> its module, imported when the name is first used: the command line must start quickly,
#: and ONNX Runtime, OpenCV and libvips take most of a second together.
_HOMES: Final = {
    "AutochromeError": "core.errors",
    "ColorHint": "core.hints",
    "Colorization": "core.colorizer",
    "Colorizer": "core.colorizer",
    "Look": "core.look",
    "Photo": "core.photo",
    "Provenance": "core.photo",
    "encode_photo": "core.photo",
    "parse_hint": "core.hints",
    "read_photo": "core.photo",
    "write_photo": "core.photo",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401  (PEP 562)
    if name not in _HOMES:
        raise AttributeError(f"module 'core' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
