"""What a person has to decide about photos of the queue: asked on a card, done by its button."""

from __future__ import annotations

from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.queue.options import QueueOptions
from desktop.settings import Settings, SettingsFile
from desktop.shell.main_window import MainWindow
from tests.desktop.helpers import MakeWindow
from tests.desktop.queue.queue_helpers import (
    LONG,
    colorize_all,
    drop_paths,
    jobs,
    wait_for,
    wait_for_rest,
)
from tests.desktop.tint_photos import cut, faded, save, sepia


def done_with(
    qtbot: QtBot, make_window: MakeWindow, *photos: Path, settings: Path | None = None
) -> MainWindow:
    """A window whose queue is through with the photos of a folder."""
    window = make_window(settings=settings)
    drop_paths(window, photos[0].parent)
    wait_for(qtbot, window, *["waiting"] * len(photos))
    assert not window.workspace.queue.page.decisions.isVisible()
    colorize_all(qtbot, window)
    qtbot.waitUntil(lambda: "waiting" not in {job.state for job in jobs(window)}, timeout=LONG)
    wait_for_rest(qtbot, window)
    return window


def test_photos_that_are_not_certain_are_coloured_by_one_press(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    folder = tmp_path / "album"
    folder.mkdir()
    window = done_with(
        qtbot, make_window, save(faded(0.12), folder / "a.png"), save(sepia(), folder / "b.png")
    )
    wait_for(qtbot, window, "unsure", "done")
    decisions = window.workspace.queue.page.decisions
    assert decisions.unsure.isVisible()
    assert not decisions.damaged.isVisible()
    qtbot.mouseClick(decisions.colorize, Qt.MouseButton.LeftButton)
    wait_for(qtbot, window, "done", "done")
    wait_for_rest(qtbot, window)
    assert not decisions.isVisible()
    assert [job.found for job in jobs(window)] == ["brown tone removed"] * 2
    window.workspace.queue.page.list.selectRow(1)
    assert "Brown tone removed." in window.workspace.queue.page.details.toPlainText()


def test_and_left_by_another(qtbot: QtBot, make_window: MakeWindow, tmp_path: Path) -> None:
    folder = tmp_path / "album"
    folder.mkdir()
    window = done_with(qtbot, make_window, save(faded(0.12), folder / "a.png"))
    qtbot.mouseClick(window.workspace.queue.page.decisions.leave, Qt.MouseButton.LeftButton)
    wait_for(qtbot, window, "skipped")
    wait_for_rest(qtbot, window)
    assert not window.workspace.queue.page.decisions.isVisible()
    assert not list((tmp_path / "Pictures").rglob("*.png"))


def test_what_is_left_of_a_damaged_photo_is_rescued(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    folder = tmp_path / "album"
    folder.mkdir()
    (folder / "no.jpg").write_bytes(b"\xff\xd8\xff nothing more")
    window = done_with(qtbot, make_window, folder / "no.jpg", cut(sepia(), folder / "old.jpg"))
    wait_for(qtbot, window, "failed", "failed")
    decisions = window.workspace.queue.page.decisions
    qtbot.mouseClick(decisions.salvage, Qt.MouseButton.LeftButton)
    wait_for(qtbot, window, "failed", "done")
    wait_for_rest(qtbot, window)
    assert not decisions.isVisible()  # nobody is asked twice
    with Image.open(tmp_path / "Pictures" / "album" / "old_color.jpg") as result:
        assert result.size == sepia().shape[1::-1]


def test_the_switches_of_the_batch_are_honoured(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    folder = tmp_path / "album"
    folder.mkdir()
    window = make_window()
    panel = window.workspace.queue.page.panel
    drop_paths(window, save(sepia(ink=True), folder / "a.png").parent)
    wait_for(qtbot, window, "waiting")
    for switch in (panel.keep_tone, panel.keep_ink):
        switch.setFocus()
        qtbot.keyClick(switch, Qt.Key.Key_Space)
    colorize_all(qtbot, window)
    wait_for(qtbot, window, "done")
    wait_for_rest(qtbot, window)
    assert jobs(window)[0].found == "brown tone kept"
    remembered = QueueOptions.from_json(window.settings.value.queue)
    assert (remembered.tone.value, remembered.keep_ink) == ("keep", False)


def test_salvage_of_all_is_an_option(qtbot: QtBot, make_window: MakeWindow, tmp_path: Path) -> None:
    folder, settings = tmp_path / "album", tmp_path / "own.ini"
    folder.mkdir()
    SettingsFile(settings).save(Settings(queue=QueueOptions(salvage=True).to_json()))
    window = done_with(qtbot, make_window, cut(sepia(), folder / "old.jpg"), settings=settings)
    wait_for(qtbot, window, "done")
    wait_for_rest(qtbot, window)
    assert window.workspace.queue.page.panel.salvage.isChecked()
