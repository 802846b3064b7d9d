"""The queue repairs and spreads tones where that is asked for, as the command line does."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from core.cli import main
from core.color import rgb_to_L
from core.photo.read import read_photo
from core.photo.save_options import SaveOptions
from core.queue.job import JobState
from core.repair.edits import RepairEdit
from desktop.editor.saving import SaveRequest
from desktop.queue.options import QueueOptions
from desktop.queue.widgets.queue_panel import QueuePanel
from desktop.shell.main_window import MainWindow
from tests.desktop.helpers import (
    SCRATCH,
    MakeWindow,
    TinyModel,
    document_of,
    wait_for_colors,
    wait_for_photo,
)
from tests.desktop.queue.queue_helpers import (
    colorize_all,
    drop_paths,
    jobs,
    wait_for,
    wait_for_rest,
)


@pytest.fixture
def album(tmp_path: Path, detector: Path, scratched: Path) -> Path:
    """A folder with the scratched photo, whose tones are faded."""
    folder = tmp_path / "album"
    folder.mkdir()
    shutil.copy(scratched, folder)
    return folder


def tick(qtbot: QtBot, window: MainWindow, box: QCheckBox) -> None:
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    assert box.isChecked()


def done_repaired(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    """The queue is through with a folder, both switches on."""
    drop_paths(window, folder)
    wait_for(qtbot, window, "waiting")
    panel = window.workspace.queue.page.panel
    for box in (panel.repair, panel.auto_levels):
        tick(qtbot, window, box)
    colorize_all(qtbot, window)
    wait_for(qtbot, window, "done")
    wait_for_rest(qtbot, window)


def test_it_says_so_and_makes_what_the_command_line_makes(
    qtbot: QtBot, make_window: MakeWindow, album: Path, tiny_model: TinyModel, tmp_path: Path
) -> None:
    window = make_window(model=tiny_model())
    done_repaired(qtbot, window, album)
    job = jobs(window)[0]
    assert (job.settings.repair, job.settings.auto_levels) == (True, True)
    window.workspace.queue.page.list.selectRow(0)
    said = window.workspace.queue.page.details.toPlainText()
    assert "2.5 % of the photo was repaired. Faded tones were spread." in said
    window.close()
    ours = (tmp_path / "Pictures" / "album" / "scratched_color.png").read_bytes()
    out = str(tmp_path / "out")
    arguments = ["--model", str(tiny_model()), "--repair", "--auto-levels", str(album)]
    assert main(["batch", "-o", out, *arguments]) == 0
    assert (tmp_path / "out" / "scratched_color.png").read_bytes() == ours


def test_a_result_is_put_right_without_the_repair(
    qtbot: QtBot, make_window: MakeWindow, album: Path
) -> None:
    window = make_window()
    done_repaired(qtbot, window, album)
    window.workspace.queue.review.open(jobs(window)[0])
    wait_for_photo(qtbot, window, "scratched.png")
    assert document_of(window).edit.repair == RepairEdit(find=True, applied=True, levels=True)
    panel = window.photo_page.repair_panel
    for button in (panel.apply, panel.levels):
        qtbot.waitUntil(button.isEnabled, timeout=60_000)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(8, button.height() // 2))
    qtbot.waitUntil(lambda: document_of(window).has_result, timeout=60_000)
    qtbot.mouseClick(window.photo_page.side.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: jobs(window)[0].found is None, timeout=60_000)
    wait_for(qtbot, window, "done")
    wait_for_rest(qtbot, window)
    result = read_photo(jobs(window)[0].target)
    assert rgb_to_L(result.pixels)[:, SCRATCH].min() > 99


def test_the_editor_saves_what_colorize_makes(
    qtbot: QtBot,
    make_window: MakeWindow,
    detector: Path,
    scratched: Path,
    tiny_model: TinyModel,
    tmp_path: Path,
) -> None:
    window = make_window(scratched, model=tiny_model())
    wait_for_colors(qtbot, window)
    panel = window.photo_page.repair_panel
    for button in (panel.look, panel.apply, panel.levels):
        qtbot.waitUntil(button.isEnabled, timeout=30_000)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(8, button.height() // 2))
    qtbot.waitUntil(lambda: document_of(window).edit.repair.levels, timeout=30_000)
    qtbot.waitUntil(lambda: document_of(window).has_result, timeout=30_000)
    with qtbot.waitSignal(window.workspace.editor.saved, timeout=30_000):
        window.workspace.editor.save(SaveRequest(tmp_path / "ours.png", SaveOptions("png")))
    window.close()
    theirs = tmp_path / "theirs.png"
    asked = ["--repair", "--auto-levels", "--ignore-edits"]
    arguments = ["--model", str(tiny_model()), *asked, str(scratched), "-o", str(theirs)]
    assert main(["colorize", *arguments]) == 0
    assert theirs.read_bytes() == (tmp_path / "ours.png").read_bytes()


def test_they_are_remembered_and_rest_while_it_works(qtbot: QtBot) -> None:
    panel = QueuePanel(QueueOptions())
    qtbot.addWidget(panel)
    heard: list[QueueOptions] = []
    panel.changed.connect(heard.append)
    for box in (panel.repair, panel.auto_levels):
        box.click()
    wanted = QueueOptions(repair=True, auto_levels=True)
    assert heard[-1] == QueueOptions.from_json(wanted.to_json()) == wanted
    panel.set_resting(resting=False)
    assert not panel.repair.isEnabled()
    assert not panel.auto_levels.isEnabled()
    panel.set_options(QueueOptions())
    assert not panel.repair.isChecked()


def test_a_damaged_detector_fails_the_photo_and_says_why(
    qtbot: QtBot, make_window: MakeWindow, album: Path, detector: Path
) -> None:
    detector.write_bytes(b"no model")
    window = make_window()
    drop_paths(window, album)
    wait_for(qtbot, window, "waiting")
    tick(qtbot, window, window.workspace.queue.page.panel.repair)
    colorize_all(qtbot, window)
    wait_for_rest(qtbot, window)
    qtbot.waitUntil(lambda: jobs(window)[0].state is JobState.FAILED, timeout=60_000)
    assert jobs(window)[0].error
