"""How long the visible part of a large photo takes while a slider is dragged.

::

    python tests/benchmarks/bench_view.py

For 12, 50 and 70 megapixels and a view of 1600 x 1000: the first answer to a moved slider (coarse,
as the renderer chooses it), the full one, and painting. Medians, in milliseconds; the target of
the first answer is 33.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as desktop/__init__.py, but before numpy
sys.path.insert(0, str(Path(__file__).parents[2]))

import cv2
from PySide6.QtCore import QSizeF
from PySide6.QtWidgets import QApplication
from skimage import data

from core.colorizer import Colorizer
from core.look import Look
from core.photo import Photo
from core.upsample import ChromaField
from desktop.document import Colors
from desktop.pyramid import Pyramid
from desktop.renderer import Renderer, View, render
from desktop.viewport import Viewport
from desktop.widgets.compare_view import CompareView


def main() -> None:
    """Print one line for each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--repeat", type=int, default=15)
    options = parser.parse_args()
    app = QApplication([])
    colorizer = Colorizer(options.model, device="cpu")
    for megapixels in (12, 50, 70):
        measure(colorizer, megapixels, options.repeat)
    app.processEvents()


def measure(colorizer: Colorizer, megapixels: int, repeat: int) -> None:
    """The whole photo, then its pixels one for one."""
    height = round((megapixels * 1e6 / 1.6) ** 0.5)
    size = (round(height * 1.6), height)
    photo = Photo(cv2.resize(data.camera()[:320], size, interpolation=cv2.INTER_CUBIC))
    start = time.perf_counter()
    pyramid = Pyramid.of(photo)
    built = time.perf_counter() - start
    made = colorizer.colorize(photo)
    field = ChromaField.of(photo.pixels, made.ab)
    colors = Colors(made.ab, field, made.settings, colorizer.spec)
    for name, zoom in (("whole", None), ("100 %", 1.0)):
        port = Viewport(QSizeF(1600, 1000), QSizeF(photo.width, photo.height)).fit()
        if zoom:
            port = port.zoomed(zoom / port.zoom, port.photo_rect.center())
        view = View(pyramid, colors, Look(), port.seen, port.scale)
        full = [_seconds(view, step) for step in range(repeat)]
        share = Renderer.share_for(view, statistics.median(full) / _pixels(view))
        coarse = replace(view, scale=min(1.0, view.scale) * share)
        first = [_seconds(coarse, step) for step in range(repeat)]
        paint = [_painted(pyramid, colors, step) for step in range(repeat)]
        print(  # noqa: T201
            f"{megapixels} MP {name}: first {_ms(first)} (at {share:.2f}), full {_ms(full)}, "
            f"paint {_ms(paint)}, pyramid {built * 1e3:.0f} ms"
        )


def _pixels(view: View) -> float:
    return view.visible.width() * view.visible.height() * min(1.0, view.scale) ** 2


def _seconds(view: View, step: int) -> float:
    moved = replace(view, look=Look(1, 1 + step / 50, step / 100))
    start = time.perf_counter()
    render(moved)
    return time.perf_counter() - start


def _painted(pyramid: Pyramid, colors: Colors, step: int) -> float:
    widget = CompareView()
    widget.resize(1600, 1000)
    views: list[View] = []
    widget.wanted.connect(views.append)
    widget.show_photo(pyramid)
    widget.show_colors(colors, Look(), live=True)
    widget.show_patch(render(views[-1]))
    widget.setValue(step * 10)
    start = time.perf_counter()
    widget.grab()
    return time.perf_counter() - start


def _ms(seconds: list[float]) -> str:
    return f"{statistics.median(seconds) * 1e3:.0f} ms"


if __name__ == "__main__":
    main()
