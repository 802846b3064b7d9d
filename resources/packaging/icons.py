"""The program's icon in every form a system asks for, drawn from the one SVG."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

#: Sizes in pixels of the freedesktop icon theme.
THEME_SIZES: Final = (16, 24, 32, 48, 64, 128, 256, 512)
_ICO_SIZES: Final = (16, 20, 24, 32, 40, 48, 64, 256)
_ICNS_SIZE: Final = 1024


@dataclass(frozen=True)
class Icons:
    """Files: ``png`` by size, one ``ico`` for Windows, one ``icns`` for macOS."""

    png: dict[int, Path]
    ico: Path
    icns: Path


def make(svg: Path, folder: Path) -> Icons:
    """Draw the SVG into a folder, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    made = Icons(
        {size: folder / f"autochrome-{size}.png" for size in THEME_SIZES},
        folder / "autochrome.ico",
        folder / "autochrome.icns",
    )
    for size, path in made.png.items():
        _drawn(svg, size).save(path)
    small = [_drawn(svg, size) for size in _ICO_SIZES]
    sizes = [(size, size) for size in _ICO_SIZES]
    small[-1].save(made.ico, sizes=sizes, append_images=small[:-1])
    _drawn(svg, _ICNS_SIZE).save(made.icns)
    return made


def _drawn(svg: Path, size: int) -> Image.Image:
    """RGBA, each size drawn from the outlines, not shrunk from another."""
    canvas = QImage(size, size, QImage.Format.Format_ARGB32)
    canvas.fill(Qt.GlobalColor.transparent)
    painter = QPainter(canvas)
    QSvgRenderer(str(svg)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    canvas.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs say bytes
    return Image.open(io.BytesIO(bytes(buffer.data().data()))).copy()
