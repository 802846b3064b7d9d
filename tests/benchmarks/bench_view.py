"""How long the window takes: to start, to show a photo in colour, to follow a slider or a point.

::

    python tests/benchmarks/bench_view.py

For 12, 50 and 70 megapixels and a view of 1600 x 1000: the first answer to a moved slider (coarse,
as the renderer chooses it), the full one, and painting. Medians, in milliseconds; the target of
the first answer is 16.

Then the whole program: from its start to its window, from a file to its colours, what an open photo
takes of memory (now, and at most while it was opened), and from a colour point to its colours.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as desktop/__init__.py, but before numpy
sys.path.insert(0, str(Path(__file__).parents[2]))

import cv2
from PySide6.QtCore import QEventLoop, QSizeF, QTimer
from PySide6.QtWidgets import QApplication
from skimage import data

from core.colorize.colorization import Colorization
from core.colorize.colorizer import Colorizer
from core.colorize.look import Look
from core.photo.photo import Photo
from core.photo.write import write_photo
from desktop import app as desktop_app
from desktop.background.patch import Patch, Stage, View
from desktop.background.pyramid import Pyramid
from desktop.background.renderer import Renderer
from desktop.editor.viewport import Viewport
from desktop.editor.widgets.compare_view import CompareView
from desktop.settings import SettingsFile
from desktop.shell.main_window import MainWindow

SIZES = (12, 50, 70)
#: Says when the window's frame has been painted and when it is furnished, and ends.
_START = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMainWindow
shown = QMainWindow.show
def show(window):
    shown(window)
    window.grab()
    print(time.time())
QMainWindow.show = show
from desktop.shell.main_window import MainWindow
furnish = MainWindow.furnish
def furnished(window):
    workspace = furnish(window)
    print(time.time())
    QTimer.singleShot(0, window.close)
    return workspace
MainWindow.furnish = furnished
from desktop.__main__ import main
sys.argv[1:] = {argv}
main()
"""
#: A window with nothing in it.
_BARE = """
import time
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.show()
window.grab()
print(time.time())
"""


def main() -> None:
    """Print one line for each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--repeat", type=int, default=15)
    parser.add_argument("--open", type=int, metavar="MP", help="only open one photo of this size")
    options = parser.parse_args()
    app = QApplication([])
    if options.open:
        measure_open(options.model, options.open)
        return
    colorizer = Colorizer(options.model, device="cpu")
    for megapixels in SIZES:
        measure(colorizer, megapixels, options.repeat)
    del colorizer
    _measure_start(options.model)
    # each in a process of its own: what one photo left behind would hide what the next one takes
    for megapixels in SIZES:
        again = [sys.executable, __file__, "--open", str(megapixels)]
        subprocess.run([*again, *(["--model", options.model] if options.model else [])], check=True)
    app.processEvents()


def measure(colorizer: Colorizer, megapixels: int, repeat: int) -> None:
    """The whole photo, then its pixels one for one."""
    photo = _photo(megapixels)
    start = time.perf_counter()
    pyramid = Pyramid.of(photo)
    built = time.perf_counter() - start
    made = colorizer.colorize(photo)
    for name, zoom in (("whole", None), ("100 %", 1.0)):
        port = Viewport(QSizeF(1600, 1000), QSizeF(photo.width, photo.height)).fit()
        if zoom:
            port = port.zoomed(zoom / port.zoom, port.photo_rect.center())
        view = View(pyramid, made, Look(), port.seen, port.scale)
        stage = Stage.of(view)
        full = [_seconds(stage, step) for step in range(repeat)]
        share = Renderer.share_for(view, statistics.median(full) / _pixels(view))
        coarse = replace(view, scale=min(1.0, view.scale) * share)
        stage = Stage.of(coarse)
        first = [_seconds(stage, step) for step in range(repeat)]
        paint = [_painted(pyramid, made, step) for step in range(repeat)]
        print(  # noqa: T201
            f"{megapixels} MP {name}: first {_ms(first)} (at {share:.2f}), full {_ms(full)}, "
            f"paint {_ms(paint)}, pyramid {built * 1e3:.0f} ms"
        )


def measure_open(model: Path | None, megapixels: int) -> None:
    """A file opened in the window; then a colour point."""
    with tempfile.TemporaryDirectory() as folder:
        path, small = Path(folder) / "photo.jpg", Path(folder) / "small.jpg"
        write_photo(_photo(megapixels), path)
        write_photo(_photo(2), small)
        options = argparse.Namespace(photos=[], model=model, edit=None)
        window = desktop_app.start(options, SettingsFile(Path(folder) / "settings.ini"))
        window.resize(1920, 1080)
        _until(lambda: window.workspace.editor.model is not None)
        _open(window, small)  # the first run of a session takes longer
        window.workspace.editor.close_photo()
        _rest(500)
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # forgets the peak
        before = _memory("VmRSS")
        opened = _open(window, path)
        held, peak = _memory("VmRSS") - before, _memory("VmHWM") - before
        points = [_point(window, step) for step in range(7)]
        seen, settled = ([point[kind] for point in points] for kind in (0, 1))
        print(  # noqa: T201
            f"{megapixels} MP: open to colour {opened:.2f} s, memory {held} MB (at most {peak}), "
            f"colour point {_ms(seen)}, in full {_ms(settled)}"
        )
        window.workspace.editor.close_photo()
        window.close()


def _open(window: MainWindow, path: Path) -> float:
    start = time.perf_counter()
    window.workspace.editor.open_paths([path])
    _until(lambda: window.photo_page.view.after_shown)
    return time.perf_counter() - start


def _point(window: MainWindow, step: int) -> tuple[float, float]:
    """From the point to its colours on the screen, coarse and in full."""
    document = window.workspace.editor.document
    assert document is not None
    old, seen = document.colorization, list[float]()

    def look(patch: Patch) -> None:
        if patch.view.colorization is not old:
            seen.append(time.perf_counter())

    window.photo_page.renderer.rendered.connect(look)
    start = time.perf_counter()
    window.photo_page.hints.tool.add(0.1 + 0.1 * step, 0.5)
    _until(lambda: document.colorization is not old and window.photo_page.view.settled)
    window.photo_page.renderer.rendered.disconnect(look)
    return seen[0] - start, time.perf_counter() - start


def _measure_start(model: Path | None, turns: int = 5) -> None:
    """The program's start beside that of a bare window, in turn."""
    argv = ["--model", str(model)] if model else []
    turn = [(_times(_BARE), _times(_START.format(argv=argv))) for _ in range(turns)]
    bare = statistics.median(times[0] for times, _ in turn)
    frame, all_of_it = (statistics.median(times[n] for _, times in turn) for n in (0, 1))
    print(  # noqa: T201
        f"from start to the frame {frame:.2f} s ({frame / bare:.1f} times a bare window), "
        f"to all of the window {all_of_it:.2f} s ({all_of_it / bare:.1f})"
    )


def _times(program: str) -> list[float]:
    """Seconds from a program's start to what it prints."""
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {"HOME": home, "XDG_CONFIG_HOME": home, "XDG_STATE_HOME": home}
        start = time.time()
        done = subprocess.run(
            [sys.executable, "-c", program], check=True, capture_output=True,
            cwd=Path(__file__).parents[2], env=environment,
        )  # fmt: skip
    return [float(line) - start for line in done.stdout.split()]


def _until(ready: Callable[[], bool]) -> None:
    """As the program waits: `QTest.qWait` keeps Python's lock while it sleeps."""
    while not ready():
        _rest(10)


def _rest(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _memory(name: str) -> int:
    """MB, as Linux counts them."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith(name)).split()[1]) // 1024


def _photo(megapixels: int) -> Photo:
    height = round((megapixels * 1e6 / 1.6) ** 0.5)
    size = (round(height * 1.6), height)
    return Photo(cv2.resize(data.camera()[:320], size, interpolation=cv2.INTER_CUBIC))


def _pixels(view: View) -> float:
    return view.visible.width() * view.visible.height() * min(1.0, view.scale) ** 2


def _seconds(stage: Stage, step: int) -> float:
    moved = replace(stage.view, look=Look(1, 1 + step / 50, step / 100))
    start = time.perf_counter()
    stage.patch(moved)
    return time.perf_counter() - start


def _painted(pyramid: Pyramid, made: Colorization, step: int) -> float:
    widget = CompareView()
    widget.resize(1600, 1000)
    views: list[View] = []
    widget.wanted.connect(views.append)
    widget.show_photo(pyramid)
    widget.show_colors(made, Look(), live=True)
    widget.show_patch(Stage.of(views[-1]).patch(views[-1]))
    widget.setValue(step * 10)
    start = time.perf_counter()
    widget.grab()
    return time.perf_counter() - start


def _ms(seconds: list[float]) -> str:
    return f"{statistics.median(seconds) * 1e3:.0f} ms"


if __name__ == "__main__":
    main()
