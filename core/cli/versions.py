"""What this program is made of, for ``autochrome info`` and the self-test."""

from __future__ import annotations

import platform

import cv2
import numpy as np
import onnxruntime as ort
import pyvips

from core.version import __version__


def versions() -> dict[str, str]:
    """Name -> version."""
    libvips = ".".join(str(pyvips.version(part)) for part in range(3))
    return {
        "autochrome": __version__,
        "python": platform.python_version(),
        "system": platform.platform(),
        "numpy": np.__version__,
        "opencv": cv2.__version__,
        "onnxruntime": ort.__version__,
        "pyvips": pyvips.__version__,
        "libvips": libvips,
    }
