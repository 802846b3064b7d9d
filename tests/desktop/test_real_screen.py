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

from core.photo.read import read_photo
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


def _until(ready: Callable[[], object], seconds: int = 90) -> None:
    limit = time.monotonic() + seconds
    while not ready():
        assert time.monotonic() < limit, "it did not happen"
        time.sleep(0.3)


@pytest.mark.slow
def test_start_see_colour_save_and_quit(
    display: str,
    tmp_path: Path,
    tiny_model: Callable[..., Path],
    make_photo: Callable[..., Path],
) -> None:
    photo = make_photo("grandma.png", width=400, height=300)
    environment = os.environ | {
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_STATE_HOME": str(tmp_path / "state"),
    }
    command = [sys.executable, "-m", "desktop", str(photo), "--model", str(tiny_model())]
    program = subprocess.Popen(
        command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True
    )

    def xdotool(*arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments], env=environment, check=False, capture_output=True, text=True
        )
        return done.stdout.strip()

    def window(title: str) -> str:
        assert program.poll() is None, program.communicate()[1]
        return xdotool("search", "--onlyvisible", "--name", title)

    def focus(title: str) -> None:
        _until(lambda: window(title))
        xdotool("windowfocus", "--sync", window(title).split()[0])

    try:
        focus("grandma.png")

        # Ctrl+S does nothing until there are colours: ask until the dialog is there
        def asked() -> str:
            xdotool("key", "ctrl+s")
            time.sleep(1)
            return window("Save the colour photo")

        _until(asked)
        focus("Save the colour photo")
        xdotool("key", "Return")
        target = tmp_path / "grandma_color.jpg"
        _until(target.exists)
        focus("grandma.png")
        xdotool("key", "ctrl+q")
        _, errors = program.communicate(timeout=60)
    finally:
        program.kill()
        program.wait()
    assert program.returncode == 0
    assert "Traceback" not in errors
    result = read_photo(target)
    assert (result.width, result.height, result.is_grey) == (400, 300, False)
    assert (tmp_path / "config" / "Autochrome" / "settings.ini").exists()


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
