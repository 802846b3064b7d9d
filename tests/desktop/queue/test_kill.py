"""``kill -9`` of the window while its queue runs; opened again, it goes on and nothing is lost."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from core.queue.job import JobState
from core.queue.locations import beside_results
from core.queue.store import JobStore

ROOT = Path(__file__).parents[3]
PHOTOS = 12
#: The program with a folder dropped on it, or with what it finds; a line for each photo done.
PROGRAM = """
import argparse, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from core.batch.events import JobFinished
from desktop import app as desktop_app
from desktop.queue.options import QueueOptions
from desktop.settings import Settings, SettingsFile

model, output, settings, *folders = map(Path, sys.argv[1:])
app = QApplication([])
file = SettingsFile(settings)
options = QueueOptions(output=str(output), when_done="quit")
file.save(Settings(queue=options.to_json()))
window = desktop_app.start(argparse.Namespace(photos=[], model=model, edit=None), file)
queue = window.workspace.queue.queue

def listen(event):
    if isinstance(event, JobFinished):
        print(event.job.source.name, flush=True)

queue.happened.connect(listen)
if folders:
    queue.filled.connect(lambda *_: window.workspace.queue.start())
    window.workspace.queue.add(folders)
else:
    def go_on(number):
        print("left", number, flush=True)
        window.notice_bar.action.click()

    queue.left_over.connect(go_on)
app.lastWindowClosed.connect(app.quit)
app.exec()
"""


def start(*arguments: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", PROGRAM, *map(str, arguments)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)


@pytest.mark.slow
@pytest.mark.parametrize("after", [1, 5])
def test_nothing_is_lost(
    tmp_path: Path, make_photo: Callable[..., Path], tiny_model: Callable[..., Path], after: int
) -> None:
    (tmp_path / "album").mkdir()
    for number in range(PHOTOS):
        make_photo(f"album/{number:02}.png", width=300 + number, height=200)
    model, output, settings = tiny_model(), tmp_path / "out", tmp_path / "settings.ini"
    with start(model, output, settings, tmp_path / "album") as process:
        assert process.stdout is not None
        told = [process.stdout.readline().strip() for _ in range(after)]
        process.kill()
        told += process.stdout.read().split()
    done = {path.name: path.stat().st_mtime_ns for path in (output / "album").glob("[!.]*")}
    with start(model, output, settings) as process:
        assert process.stdout is not None
        word, left = process.stdout.readline().split()
        again = process.stdout.read().split()
    assert process.returncode == 0
    assert word == "left"
    assert 0 < int(left) <= PHOTOS - after
    assert len(told) == len(set(told))
    written = {name.replace("_color", "") for name in done}  # a kill may come before it is told
    assert set(told) | set(again) | written == {f"{n:02}.png" for n in range(PHOTOS)}
    assert not set(told) & set(again)
    for number in range(PHOTOS):
        with Image.open(output / "album" / f"{number:02}_color.png") as result:
            assert result.convert("RGB").size == (300 + number, 200)
    for name, moment in done.items():  # what was there is not made anew
        assert (output / "album" / name).stat().st_mtime_ns == moment
    with JobStore(beside_results(output)) as store:
        assert store.counts()[JobState.DONE] == PHOTOS
