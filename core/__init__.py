"""Autochrome's core: colorize photographs with an ONNX model, no window and no PyTorch needed.

As a library::

    from core import Colorizer, read_photo, write_photo

    result = Colorizer().colorize(read_photo("grandma.jpg")).render()
    write_photo(result, "grandma_color.jpg")
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from core.lazy import lazy_exports
from core.version import __version__

if TYPE_CHECKING:
    from core.batch.run import run_batch
    from core.colorize.colorization import Colorization
    from core.colorize.colorizer import Colorizer
    from core.colorize.hints import ColorHint, parse_hint
    from core.colorize.look import Look
    from core.errors import AutochromeError
    from core.metadata.provenance import Provenance
    from core.photo.photo import Photo
    from core.photo.read import read_photo
    from core.photo.write import encode_photo, write_photo

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
    "__version__",
    "encode_photo",
    "parse_hint",
    "read_photo",
    "run_batch",
    "write_photo",
]

__getattr__, __dir__ = lazy_exports(
    __name__,
    {
        "AutochromeError": "core.errors",
        "ColorHint": "core.colorize.hints",
        "Colorization": "core.colorize.colorization",
        "Colorizer": "core.colorize.colorizer",
        "Look": "core.colorize.look",
        "Photo": "core.photo.photo",
        "Provenance": "core.metadata.provenance",
        "encode_photo": "core.photo.write",
        "parse_hint": "core.colorize.hints",
        "read_photo": "core.photo.read",
        "run_batch": "core.batch.run",
        "write_photo": "core.photo.write",
    },
)
