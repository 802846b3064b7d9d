"""Pictures of the window for the documents: ``python tests/screenshots.py [FOLDER]``.

Offscreen and always of the same photos, settings and size. The bundled model must be there, or name
one: ``--model FILE``.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as desktop/__init__.py, but before numpy
ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

import cv2  # noqa: E402
import numpy as np  # noqa: E402
from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt, QTimer  # noqa: E402
from PySide6.QtGui import QColor  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from core.colorize.look import Look  # noqa: E402
from core.colorize.strokes import Stroke, StrokeKind  # noqa: E402
from core.inference.add_model import add_model  # noqa: E402
from core.inference.library import BUNDLED  # noqa: E402
from core.photo.photo import Photo  # noqa: E402
from core.photo.read import read_photo  # noqa: E402
from core.photo.write import write_photo  # noqa: E402
from core.queue.mark import Mark  # noqa: E402
from core.resources import resource  # noqa: E402
from desktop import app as desktop_app  # noqa: E402
from desktop.editor.saving import SaveHabit  # noqa: E402
from desktop.editor.size_estimate import estimate_bytes  # noqa: E402
from desktop.editor.widgets.save_dialog import SaveDialog  # noqa: E402
from desktop.queue.events import QueueState  # noqa: E402
from desktop.queue.options import QueueOptions  # noqa: E402
from desktop.settings import Settings, SettingsFile  # noqa: E402
from desktop.shell.main_window import MainWindow  # noqa: E402
from desktop.shell.widgets.model_library import ModelLibrary  # noqa: E402
from tests.models import graphs  # noqa: E402
from tests.models.sheet import by_place  # noqa: E402
from tests.scan_pages.draw import draw  # noqa: E402
from tests.scan_pages.layout import split_pages  # noqa: E402


def main() -> None:
    """Write every picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "docs" / "img")
    parser.add_argument("--model", type=Path)
    parser.add_argument("--only", help="the picture of this name alone")
    options = parser.parse_args()
    app = QApplication([])
    scaled = os.environ["QT_SCALE_FACTOR"] != "1"
    for name, theme, shot in SHOTS:
        # how large a point is, a process decides when it begins
        if options.only not in {None, name} or scaled != (name in AT_200_PERCENT):
            continue
        with window(options.model, theme, IN_LANGUAGE.get(name, "en")) as shown:
            shown.resize(*SIZES.get(name, (1280, 820)))
            shot(shown)
            settle(shown)
            target = options.folder / f"window-{name}.png"
            picture = (app.activeModalWidget() or shown.workspace.splitting.window or shown).grab()
            picture.save(str(target))
            print(target.name, f"{picture.width()} x {picture.height()}")  # noqa: T201
    if not scaled:
        again = {**os.environ, "QT_SCALE_FACTOR": "2"}
        subprocess.run([sys.executable, *sys.argv], env=again, check=True)


@contextmanager
def window(model: Path | None, theme: str, language: str) -> Iterator[MainWindow]:
    """The program with fresh settings; ready when its model is open."""
    with tempfile.TemporaryDirectory() as folder:
        file = SettingsFile(Path(folder) / "settings.ini")
        # no queue of the person who makes the pictures is offered
        queue = QueueOptions(output=str(Path(folder) / "Autochrome")).to_json()
        file.save(Settings(theme=theme, language=language, queue=queue))
        made = desktop_app.start(argparse.Namespace(photos=[], model=model, edit=None), file)
        wait(lambda: made.workspace.editor.model is not None)
        yield made
        made.workspace.queue.queue.stop(now=True)
        wait(lambda: made.workspace.queue.queue.state is QueueState.RESTING)
        made.close()
        made.deleteLater()


def wait(ready: Callable[[], bool], seconds: int = 60) -> None:
    """Run the window until something is so."""
    limit = QDeadlineTimer(seconds * 1000)
    while not ready():
        if limit.hasExpired():
            raise TimeoutError("the window did not get there")
        loop = QEventLoop()  # unlike qWait it lets Python's other threads work
        QTimer.singleShot(20, loop.quit)
        loop.exec()


def settle(shown: MainWindow) -> None:
    """Nothing is being done any more and the slider has come to rest."""
    wait(lambda: not shown.strip.activity.text())
    QTest.qWait(1000)
    wait(lambda: shown.workspace.editor.document is None or shown.photo_page.variation_panel.filled)
    wait(lambda: shown.photo_page.view.settled)


def show(shown: MainWindow, *names: str) -> None:
    """Open samples and wait for their colours."""
    shown.workspace.editor.open_paths([resource(f"samples/{name}.jpg") for name in names])
    wait(
        lambda: (
            shown.workspace.editor.document is not None
            and shown.workspace.editor.document.colorization is not None
        )
    )
    settle(shown)


def _empty(shown: MainWindow) -> None:
    shown.setFocus()


def _photo(shown: MainWindow) -> None:
    show(shown, "chelsea")


def _points(shown: MainWindow) -> None:
    show(shown, "camera")
    shown.actions_by_name["points"].setChecked(True)
    tool = shown.photo_page.hints.tool
    for color, x, y in (
        ("#34507a", 0.15, 0.6),
        ("#8f2d35", 0.4, 0.44),
        ("#5c7a34", 0.42, 0.85),
        ("#5c7a34", 0.8, 0.72),
    ):
        tool.index = None
        shown.photo_page.hints.panel.set_color(QColor(color))
        tool.set_color(QColor(color))
        tool.add(x, y)


def _brush(shown: MainWindow) -> None:
    show(shown, "camera")
    shown.actions_by_name["brush"].setChecked(True)
    tool = shown.photo_page.brush.tool
    places = ((0.32, 0.6), (0.5, 0.68), (0.72, 0.62), (0.9, 0.75), (0.6, 0.9), (0.34, 0.86))
    grass, grey = (
        Stroke(places, 0.09, ab=(-22.0, 34.0)),
        Stroke(((0.2, 0.5),), 0.12, StrokeKind.GREY),
    )
    tool.changed.emit((grass, grey), "Brush stroke")


def _repair(shown: MainWindow) -> None:
    """Scratches and dust drawn on a sample, found, and one spot more marked by hand."""
    rng = np.random.default_rng(5)
    photo = read_photo(resource("samples/camera.jpg"))
    pixels = photo.pixels.copy()
    sides = np.array((photo.width, photo.height))
    for _ in range(14):
        start, long = rng.uniform(0.05, 0.95, 2) * sides, rng.normal(0, 0.12, 2) * sides
        bend = start + long / 2 + rng.normal(0, 6, 2)
        line = np.array((start, bend, start + long)).round().astype(np.int32)
        cv2.polylines(pixels, [line], False, [250] * 3, int(rng.integers(1, 3)), cv2.LINE_AA)
    for place in rng.uniform(0.02, 0.98, (40, 2)) * sides:
        size = int(rng.integers(1, 4))
        cv2.circle(pixels, place.round().astype(int).tolist(), size, [15] * 3, -1, cv2.LINE_AA)
    path = shown.workspace.queue.queue.options.folder.with_name("Grandfather.png")
    write_photo(replace(photo, pixels=pixels, source=None), path)
    shown.photo_page.side.close_sections(("variations", "adjust", "fix", "brush"))
    shown.workspace.editor.open_paths([path])
    wait(lambda: shown.workspace.editor.document is not None and shown.photo_page.view.after_shown)
    shown.photo_page.repair_panel.look.click()
    wait(shown.photo_page.repair_panel.apply.isEnabled)


def _several(shown: MainWindow) -> None:
    show(shown, "astronaut", "camera", "chelsea", "coffee", "rocket")


def _dark(shown: MainWindow) -> None:
    show(shown, "astronaut", "camera", "chelsea", "coffee", "rocket")
    shown.workspace.editor.set_look(Look(1.1, 1.5, 0.05), "Vivid")


def _variations(shown: MainWindow) -> None:
    show(shown, "chelsea")
    shown.actions_by_name["grid"].setChecked(True)


def _side_by_side(shown: MainWindow) -> None:
    show(shown, "rocket")
    shown.actions_by_name["side_by_side"].trigger()


def _save(shown: MainWindow) -> None:
    show(shown, "camera")
    document = shown.workspace.editor.document
    if document is not None and document.colorization is not None:
        # what is true on every computer
        dialog = SaveDialog(document.photo, SaveHabit("", 92, Path("~/Pictures")), shown)
        options, look = dialog.options(), document.edit.look
        dialog.show_size(options, estimate_bytes(document.colorization, look, options))
        dialog.open()


#: The others are in English.
IN_LANGUAGE = {
    "arabic": "ar",
    "small": "de",
    **{f"split-{code}": code for code in ("de", "es", "fr", "ar")},
}
#: Logical pixels, where they are not 1280 x 820: a small laptop, Full HD at 200 % below its frame.
SIZES = {"small": (1024, 700), "200": (960, 500)}
AT_200_PERCENT = {"200"}


def _album(shown: MainWindow, times: int) -> tuple[Path, int]:
    """A folder of the samples, so many times each, the third cut short; how many there are."""
    album = shown.workspace.queue.queue.options.folder.with_name("Grandmother's album")
    album.mkdir()
    names = ("chelsea", "camera", "astronaut", "rocket", "coffee") * times
    for number, name in enumerate(names, start=1):
        shutil.copy(resource(f"samples/{name}.jpg"), album / f"Scan {number:02}.jpg")
    cut = (album / "Scan 03.jpg").read_bytes()
    (album / "Scan 03.jpg").write_bytes(cut[:40])
    return album, len(names)


def _queue(shown: MainWindow) -> None:
    """At work: an album of which a third is done, one photo cut short."""
    album, number = _album(shown, 4)
    shown.workspace.queue.add([album])
    wait(lambda: len(shown.workspace.queue.page.jobs.jobs) == number)
    shown.workspace.queue.start()
    wait(lambda: shown.workspace.queue.progress_view.progress.ended >= 5)
    # what is true on every computer
    shown.workspace.queue.page.panel.folder.setText("~/Pictures/Autochrome")
    shown.workspace.queue.page.set_note("")


def _review(shown: MainWindow) -> None:
    """An album that is done, two of its results marked, one photo cut short."""
    album, number = _album(shown, 2)
    queue, page = shown.workspace.queue, shown.workspace.queue.page
    page.panel.recolor.setChecked(True)
    queue.add([album])
    wait(lambda: len(page.jobs.jobs) == number)
    queue.start()
    wait(lambda: queue.queue.state is QueueState.RUNNING)
    wait(lambda: queue.queue.state is QueueState.RESTING)
    shown.notice_bar.clear()
    queue.show_review()
    for row, mark in ((1, Mark.GOOD), (2, Mark.REDO)):
        queue.review.mark([page.review.pairs.job(row).id], mark)
    page.review.grid.go_to(1)
    wait(lambda: page.review.pairs.job(2).mark is Mark.REDO)
    wait(lambda: not shown.workspace.thumbnail_tasks.busy)
    # what is true on every computer
    page.panel.folder.setText("~/Pictures/Autochrome")
    page.set_note("")
    shown.notice_bar.clear()


def _review_photo(shown: MainWindow) -> None:
    """One of those results at full size."""
    _review(shown)
    review = shown.workspace.queue.page.review
    shown.workspace.queue.review.open(review.pairs.job(3))
    wait(lambda: shown.workspace.editor.document is not None and shown.photo_page.view.after_shown)
    shown.photo_page.side.close_sections(("repair", "brush"))
    shown.notice_bar.clear()


def _like(shown: MainWindow) -> None:
    """A photo with the colours of another one: a part of itself in the evening."""
    show(shown, "chelsea")
    document = shown.workspace.editor.document
    if document is not None and document.colorization is not None:
        like = shown.workspace.queue.queue.options.folder.with_name("evening.png")
        warm = document.colorization.render(Look(saturation=1.8, warmth=0.9)).pixels
        write_photo(Photo(warm[:, 120:]), like)
        shown.photo_page.side.close_sections(("repair", "brush"))
        shown.workspace.color_reference.set_photo(like)
        wait(shown.notice_bar.isVisible)
        QTest.qWait(3000)  # the small pictures follow


def _library(folder: Path) -> None:
    """Two made-up models in a library of their own."""
    os.environ["XDG_DATA_HOME"] = str(folder / "data")
    add_model(by_place(folder / "made-up ddcolor.onnx"), licence="none: made up")
    add_model(graphs.deoldify(folder / "made-up deoldify.onnx"), licence="none: made up")


def _models(shown: MainWindow) -> None:
    """The dialog of the library, two models ticked."""
    with tempfile.TemporaryDirectory() as folder:
        _library(Path(folder))
        shown.workspace.preferences.ask_models()
        (dialog,) = shown.findChildren(ModelLibrary)
        item = dialog.list.topLevelItem(1)
        assert item is not None
        item.setCheckState(0, Qt.CheckState.Checked)


def _model_variations(shown: MainWindow) -> None:
    """A photo, and each model's colours of it among the variations."""
    with tempfile.TemporaryDirectory() as folder:
        _library(Path(folder))
        shown.workspace.preferences.use_models(((BUNDLED, 1.0),))
        wait(lambda: shown.workspace.editor.model is not None)
        show(shown, "camera")


def _split(shown: MainWindow) -> None:
    """Four made-up album pages, one of them large, a print chosen."""
    with tempfile.TemporaryDirectory() as folder:
        pages = split_pages(seed=41, count=24)
        paths = [Path(folder) / f"Album {number}.jpg" for number in range(1, 5)]
        for path, index in zip(paths, (2, 8, 20, 4), strict=True):
            write_photo(Photo(draw(pages[index], 150)), path)
        shown.workspace.splitting.show(paths)
        window = shown.workspace.splitting.window
        assert window is not None
        wait(lambda: window.strip.count() == 4 and not window.session.pages.waiting)
    window.resize(1180, 800)
    window.view.choose(1)
    # what is true on every computer
    window.foot.folder.setText("~/Pictures/Album/prints")


SHOTS: list[tuple[str, str, Callable[[MainWindow], None]]] = [
    ("empty", "light", _empty),
    ("photo", "light", _photo),
    ("points", "light", _points),
    ("repair", "light", _repair),
    ("brush", "light", _brush),
    ("variations", "light", _variations),
    ("dark", "dark", _dark),
    ("dark-empty", "dark", _empty),
    ("side-by-side", "light", _side_by_side),
    ("save", "light", _save),
    ("arabic", "light", _points),
    ("small", "light", _several),
    ("200", "light", _several),
    ("queue", "light", _queue),
    ("review", "light", _review),
    ("review-photo", "light", _review_photo),
    ("like", "light", _like),
    ("models", "light", _models),
    ("models-variations", "light", _model_variations),
    ("split", "light", _split),
    *((f"split-{code}", "light", _split) for code in ("de", "es", "fr", "ar")),
]

if __name__ == "__main__":
    main()
