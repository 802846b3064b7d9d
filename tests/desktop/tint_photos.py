"""Photos of whose own colours there is something to say: in colour, toned, inked, not certain."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image
from skimage import data

from core.color import F32, lab_to_rgb, rgb_to_lab

U8 = npt.NDArray[np.uint8]


def coffee() -> U8:
    """In colour."""
    return np.ascontiguousarray(data.coffee()[::2, ::2])


def faded(share: float) -> U8:
    """The same with a share of its colours left, on yellowed paper."""
    lab = rgb_to_lab(coffee())
    lab[..., 1:] *= share
    lab[..., 1:] += np.array((3, 12), np.float32)
    return _codes(lab_to_rgb(lab))


def sepia(*, ink: bool = False) -> U8:
    """Black-and-white with a brown tone, on whose border something is written in blue."""
    grey = (data.camera()[::2, ::2] / 255)[..., None]
    rgb = np.array([0.1, 0.05, 0.02]) + np.array([0.9, 0.9, 0.8]) * grey ** (0.8, 1, 1.2)
    sheet = np.full((rgb.shape[0] + 60, rgb.shape[1] + 30, 3), (0.95, 0.92, 0.85))
    sheet[15:-45, 15:-15] = rgb
    if ink:
        sheet[-30:-26, 40:200] = (0.1, 0.2, 0.7)
    return _codes(sheet.astype(np.float32))


def save(codes: U8, path: Path) -> Path:
    """As a PNG."""
    Image.fromarray(codes).save(path)
    return path


def cut(codes: U8, path: Path) -> Path:
    """As a JPEG of which the end is lost."""
    Image.fromarray(codes).save(path, "JPEG", quality=90)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) * 2 // 3])
    return path


def _codes(rgb: F32) -> U8:
    return np.rint(np.clip(rgb, 0, 1) * 255).astype(np.uint8)
