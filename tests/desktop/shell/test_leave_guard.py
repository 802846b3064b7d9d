"""Nothing is lost: pasted pictures, files being written, photos that were opened together."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from core.colorize.colorization import Colorization
from core.colorize.edits import Edit
from core.colorize.sidecar import read_sidecar, write_work
from core.errors import DiskFullError, WriteError
from core.photo.photo import Photo
from core.photo.save_options import SaveOptions
from desktop.editor.saving import SaveRequest, write_result
from desktop.shell.main_window import MainWindow
from tests.desktop.helpers import MakePhoto, MakeWindow, document_of, wait_for_photo


@pytest.fixture
def pasted(qtbot: QtBot, make_window: MakeWindow) -> MainWindow:
    """A picture without a file, and work on it."""
    window = make_window()
    window.workspace.editor.open_photo(
        Photo(np.linspace(0, 255, 6144).astype(np.uint8).reshape(64, 96))
    )
    wait_for_photo(qtbot, window, "")
    window.photo_page.look_panel.slider("warmth").setValue(40)
    assert window.workspace.editor.unsaved_picture
    return window


def answer(qtbot: QtBot, window: MainWindow, words: str) -> None:
    box = window.workspace.leave_guard.question
    assert box is not None
    (button,) = [b for b in box.buttons() if words in b.text()]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.workspace.leave_guard.question is None


def test_a_pasted_picture_asks_before_another_takes_its_place(
    qtbot: QtBot, pasted: MainWindow, make_photo: MakePhoto
) -> None:
    path = make_photo()
    pasted.workspace.editor.open_path(path)
    answer(qtbot, pasted, "Keep")
    assert document_of(pasted).edit.look.warmth == 0.4
    pasted.workspace.editor.open_path(path)
    answer(qtbot, pasted, "Throw")
    wait_for_photo(qtbot, pasted, "old.png")
    pasted.workspace.editor.close_photo()  # one from a file is kept beside it
    assert pasted.workspace.editor.document is None
    assert pasted.workspace.leave_guard.question is None


def test_a_pasted_picture_asks_before_the_window_closes(qtbot: QtBot, pasted: MainWindow) -> None:
    assert not pasted.close()
    answer(qtbot, pasted, "Keep")
    assert pasted.isVisible()
    assert not pasted.close()
    answer(qtbot, pasted, "Throw")
    assert not pasted.isVisible()


def test_what_is_in_a_result_is_not_asked_about(
    qtbot: QtBot, pasted: MainWindow, tmp_path: Path
) -> None:
    with qtbot.waitSignal(pasted.workspace.editor.saved, timeout=30_000):
        pasted.workspace.editor.save(SaveRequest(tmp_path / "result.png", SaveOptions()))
    assert not pasted.workspace.editor.unsaved_picture
    pasted.photo_page.look_panel.slider("warmth").setValue(50)
    assert pasted.workspace.editor.unsaved_picture
    pasted.actions_by_name["undo"].trigger()
    assert not pasted.workspace.editor.unsaved_picture


def test_the_window_closes_when_the_file_is_there(
    qtbot: QtBot, colored: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_end = threading.Event()

    def slowly(made: Colorization, edit: Edit, request: SaveRequest) -> Path:
        assert may_end.wait(30)
        return write_result(made, edit, request)

    monkeypatch.setattr("desktop.editor.result_exporter.write_result", slowly)
    target = tmp_path / "result.png"
    colored.workspace.editor.save(SaveRequest(target, SaveOptions()))
    assert not colored.close()
    box: QMessageBox | None = colored.workspace.leave_guard.question
    assert box is not None
    assert "result.png" in box.text()
    assert colored.isVisible()
    may_end.set()
    qtbot.waitUntil(lambda: not colored.isVisible(), timeout=30_000)
    assert target.is_file()
    assert colored.workspace.leave_guard.question is None


def test_closing_can_be_taken_back_while_a_file_is_written(
    qtbot: QtBot, colored: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_end = threading.Event()
    monkeypatch.setattr(
        "desktop.editor.result_exporter.write_result",
        lambda *asked: write_result(*asked) if may_end.wait(30) else None,
    )
    colored.workspace.editor.save(SaveRequest(tmp_path / "result.png", SaveOptions()))
    assert not colored.close()
    answer(qtbot, colored, "Keep")
    with qtbot.waitSignal(colored.workspace.editor.saved, timeout=30_000):
        may_end.set()
    assert colored.isVisible()


def test_a_file_that_fails_while_closing_is_said_and_the_window_stays(
    qtbot: QtBot, colored: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_fail = threading.Event()

    def full(*_asked: object) -> Path:
        assert may_fail.wait(30)
        raise DiskFullError("the disk is full.", tmp_path / "result.png")

    monkeypatch.setattr("desktop.editor.result_exporter.write_result", full)
    colored.workspace.editor.save(SaveRequest(tmp_path / "result.png", SaveOptions()))
    assert not colored.close()
    may_fail.set()
    qtbot.waitUntil(lambda: colored.workspace.leave_guard.question is None, timeout=30_000)
    assert colored.isVisible()
    assert "result.png" in colored.notice_bar.text.text()


@pytest.fixture
def slow_disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Work is kept beside photos when this is set, and nobody waits long for it."""
    may_end = threading.Event()

    def slowly(*args: Any, **named: Any) -> None:
        assert may_end.wait(30)
        write_work(*args, **named)

    monkeypatch.setattr("desktop.editor.autosave.write_work", slowly)
    monkeypatch.setattr("desktop.editor.autosave._PATIENCE_S", 0.05)
    yield may_end
    may_end.set()


def test_a_slow_disk_gets_the_work_on_all_photos_before_the_window_goes(
    qtbot: QtBot, make_window: MakeWindow, make_photo: MakePhoto, slow_disk: threading.Event
) -> None:
    paths = [make_photo(f"{name}.png") for name in "abc"]
    window = make_window(*paths)
    for number, path in enumerate(paths):
        wait_for_photo(qtbot, window, path.name)
        window.photo_page.look_panel.slider("warmth").setValue(10 * (number + 1))
        qtbot.keyClick(window, Qt.Key.Key_PageDown)
    assert not window.close()
    box = window.workspace.leave_guard.question
    assert box is not None
    assert "your work on a.png" in box.text()
    assert "your work on c.png" in box.text()
    slow_disk.set()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=30_000)
    kept = [read_sidecar(path) for path in paths]
    assert [edit.look.warmth for edit in kept if edit] == [0.1, 0.2, 0.3]


def test_work_that_cannot_be_kept_is_said_before_the_window_goes(
    qtbot: QtBot, colored: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(photo: Path, *_: object, **__: object) -> None:
        raise WriteError("its folder is read-only", photo)

    monkeypatch.setattr("desktop.editor.autosave.write_work", refuse)
    colored.photo_page.look_panel.slider("warmth").setValue(40)
    assert not colored.close()
    qtbot.waitUntil(lambda: "could not be kept" in colored.notice_bar.text.text())
    assert colored.close()


def test_close_closes_one_photo(
    qtbot: QtBot, make_window: MakeWindow, make_photo: MakePhoto
) -> None:
    window = make_window(*(make_photo(f"{name}.png") for name in "abc"))
    wait_for_photo(qtbot, window, "a.png")
    qtbot.keyClick(window, Qt.Key.Key_PageDown)
    wait_for_photo(qtbot, window, "b.png")
    window.actions_by_name["close_photo"].trigger()
    wait_for_photo(qtbot, window, "c.png")
    assert window.workspace.filmstrip.photos.rowCount() == 2
    assert window.workspace.filmstrip.currentIndex().row() == 1
    window.actions_by_name["close_photo"].trigger()
    wait_for_photo(qtbot, window, "a.png")
    assert not window.workspace.filmstrip.isVisible()
    window.actions_by_name["close_photo"].trigger()
    assert window.workspace.editor.document is None


def test_undo_on_the_queues_page_does_not_touch_the_hidden_photo(
    qtbot: QtBot, colored: MainWindow
) -> None:
    colored.photo_page.look_panel.slider("warmth").setValue(40)
    assert colored.actions_by_name["undo"].isEnabled()
    colored.actions_by_name["queue"].trigger()
    assert not colored.actions_by_name["undo"].isEnabled()
    qtbot.keyClick(colored, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert document_of(colored).edit != Edit()
    colored.actions_by_name["queue"].trigger()
    assert colored.actions_by_name["undo"].isEnabled()
