"""The program itself in a real X server: start with a photo, see colour, save, quit."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from ctypes.util import find_library
from pathlib import Path

import pytest

from core.colorize.sidecar import read_sidecar, sidecar_of
from core.photo.read import read_photo
from tests.desktop.real_program import RealProgram, until
from tests.x_server import x_server

ROOT = Path(__file__).parents[2]

#: What Qt needs of the system to speak to an X server.
LIBRARIES = ("xcb-cursor", "xcb-icccm", "xcb-keysyms", "xkbcommon-x11")
PROGRAMS = ("Xvfb", "xdotool")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (all(map(shutil.which, PROGRAMS)) and all(map(find_library, LIBRARIES))),
        reason=f"needs {', '.join(PROGRAMS)} and the libraries {', '.join(LIBRARIES)}",
    ),
]


@pytest.fixture
def display() -> Iterator[str]:
    with x_server() as screen:
        yield screen


@pytest.mark.slow
def test_start_see_colour_save_and_quit(
    display: str,
    tmp_path: Path,
    tiny_model: Callable[..., Path],
    make_photo: Callable[..., Path],
) -> None:
    photo = make_photo("grandma.png", width=400, height=300)
    target = tmp_path / "grandma_color.png"  # as the photo
    with RealProgram(display, tmp_path, photo, "--model", tiny_model()) as program:
        program.focus("grandma.png")
        program.save()
        until(target.exists)
        program.quit("grandma.png")
    result = read_photo(target)
    assert (result.width, result.height, result.is_grey) == (400, 300, False)
    assert (tmp_path / "config" / "Autochrome" / "settings.ini").exists()


@pytest.mark.slow
def test_a_stroke_is_painted_undone_saved_in_16_bits_and_found_again(
    display: str,
    tmp_path: Path,
    tiny_model: Callable[..., Path],
    make_photo: Callable[..., Path],
) -> None:
    photo = make_photo("grandma.png", width=400, height=300, depth=16)
    command = (display, tmp_path, photo, "--model", tiny_model())

    def strokes() -> int:
        earlier = read_sidecar(photo)
        return len(earlier.strokes) if earlier else 0

    with RealProgram(*command) as program:
        window = program.focus("grandma.png")
        program.xdotool("key", "b")
        program.xdotool("mousemove", "--window", window, 350, 400)
        program.xdotool("mousedown", 1)
        for x in (380, 420, 460, 500):
            program.xdotool("mousemove", "--window", window, x, 420)
        program.xdotool("mouseup", 1)
        until(lambda: strokes() == 1)
        program.xdotool("key", "ctrl+z")
        until(lambda: not sidecar_of(photo).exists())
        program.xdotool("key", "ctrl+shift+z")
        until(lambda: strokes() == 1)
        program.save()
        until(lambda: list(tmp_path.glob("grandma_color.*")))
        program.quit("grandma.png")
    (result,) = tmp_path.glob("grandma_color.*")
    assert read_photo(result).depth == 16

    with RealProgram(*command) as program:
        program.focus("grandma.png")
        time.sleep(3)
        assert strokes() == 1
        program.xdotool("key", "ctrl+z")  # earlier work was restored as a step
        until(lambda: not sidecar_of(photo).exists())
        program.xdotool("key", "ctrl+shift+z")
        until(lambda: strokes() == 1)
        program.quit("grandma.png")
    assert strokes() == 1


#: A table of waiting photos; says where to press and where to let go, then what was asked for.
TABLE = """
import sys
from pathlib import Path
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication
from core.queue.job import IfExists, Job, JobSettings, JobState
from desktop.queue.job_model import Column, JobModel
from desktop.background.pool import Tasks
from desktop.background.thumbnails import Thumbnails
from desktop.queue.widgets.job_list import JobList

def job(n):
    facts = dict(settings=JobSettings(), if_exists=IfExists.CHANGED, state=JobState.WAITING)
    return Job(id=n, source=Path(f"/in/{n}"), target=Path(f"/out/{n}"), position=n, **facts)

app = QApplication([])
tasks = Tasks(threads=1)
table = JobList(JobModel(Thumbnails(tasks, 40)))
table.model().sourceModel().set_jobs([job(n) for n in range(1, 6)])
table.resize(800, 400)
table.show()

def moved(ids, before):
    print("moved", ids, before, flush=True)
    app.quit()

def say():
    fourth = table.visualRect(table.rows.index(3, Column.PHOTO)).center()
    second = table.visualRect(table.rows.index(1, Column.PHOTO)).topLeft() + QPoint(60, 2)
    places = [table.viewport().mapToGlobal(place) for place in (fourth, second)]
    print(*[number for place in places for number in (place.x(), place.y())], flush=True)

table.rows.moved.connect(moved)
QTimer.singleShot(1500, say)
app.exec()
tasks.close()
"""


@pytest.mark.slow
def test_a_photo_is_dragged_to_another_place_in_the_queue(display: str) -> None:
    environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    command = [sys.executable, "-c", TABLE]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    ) as program:
        try:
            assert program.stdout is not None
            x0, y0, x1, y1 = map(int, program.stdout.readline().split())
            path = [(x0, y0), (x0, y0 - 15), (x0 - 4, y0 - 40), (x1, y1 + 6), (x1, y1)]
            steps = ["mousemove", *map(str, path[0]), "mousedown", "1"]
            for place in path[1:]:
                steps += ["sleep", "0.3", "mousemove", *map(str, place)]
            steps += ["sleep", "0.5", "mouseup", "1"]
            subprocess.run(["xdotool", *steps], env=environment, check=True)
            assert program.stdout.readline() == "moved [4] 2\n"
        finally:
            program.kill()
