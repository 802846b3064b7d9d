"""Work on a photo is kept: while the window is open, and beside the photo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.colorize.edits import Edit
from core.colorize.look import Look
from core.colorize.sidecar import load_sidecar, read_sidecar, sidecar_of
from core.errors import WriteError
from desktop.shell.main_window import MainWindow
from tests.desktop.helpers import MakePhoto, MakeWindow


def _opened(qtbot: QtBot, window: MainWindow, name: str) -> None:
    def there() -> None:
        document = window.workspace.editor.document
        assert document is not None
        assert document.name == name

    qtbot.waitUntil(there, timeout=60_000)


def test_earlier_work_is_restored_as_a_step_that_can_be_undone(
    qtbot: QtBot, make_window: MakeWindow, make_photo: MakePhoto
) -> None:
    path = make_photo()
    first = make_window(path)
    _opened(qtbot, first, "old.png")
    qtbot.waitUntil(lambda: first.workspace.editor.model is not None, timeout=60_000)
    first.photo_page.look_panel.slider("saturation").setValue(180)
    first.close()
    assert read_sidecar(path) == Edit(Look(saturation=1.8))
    said = load_sidecar(path)
    assert said is not None
    assert said.model is not None
    assert said.model.name == "tiny"

    second = make_window(path)
    _opened(qtbot, second, "old.png")
    document = second.workspace.editor.document
    assert document is not None
    assert document.edit.look.saturation == 1.8
    assert second.photo_page.look_panel.slider("saturation").value() == 180
    assert "restored" in second.notice_bar.text.text()
    assert second.actions_by_name["undo"].text() == "&Undo (Restore my edits)"
    second.actions_by_name["undo"].trigger()
    assert document.edit == Edit()
    second.actions_by_name["redo"].trigger()
    qtbot.mouseClick(second.notice_bar.action, Qt.MouseButton.LeftButton)
    assert document.edit == Edit()
    assert second.notice_bar.action.text() == "Restore my edits"
    qtbot.mouseClick(second.notice_bar.action, Qt.MouseButton.LeftButton)
    assert document.edit.look.saturation == 1.8
    second.actions_by_name["undo"].trigger()
    assert document.edit == Edit()
    second.actions_by_name["undo"].trigger()
    assert document.edit.look.saturation == 1.8
    second.close()
    assert read_sidecar(path) == Edit(Look(saturation=1.8))


def test_a_photo_that_was_only_looked_at_leaves_nothing_behind(
    qtbot: QtBot, make_window: MakeWindow, make_photo: MakePhoto
) -> None:
    path = make_photo()
    window = make_window(path)
    _opened(qtbot, window, "old.png")
    window.close()
    assert not sidecar_of(path).exists()


@pytest.mark.slow
def test_the_work_is_kept_while_one_still_works(
    qtbot: QtBot, make_window: MakeWindow, make_photo: MakePhoto
) -> None:
    path = make_photo()
    window = make_window(path)
    _opened(qtbot, window, "old.png")
    window.photo_page.look_panel.slider("warmth").setValue(40)

    def kept() -> None:
        earlier = read_sidecar(path)
        assert earlier is not None
        assert earlier.look.warmth == 0.4

    qtbot.waitUntil(kept, timeout=30_000)
    window.workspace.editor.undo()
    qtbot.waitUntil(lambda: not sidecar_of(path).exists(), timeout=30_000)


def test_going_to_another_photo_and_back_keeps_the_work(
    qtbot: QtBot, make_window: MakeWindow, make_photo: MakePhoto
) -> None:
    window = make_window(make_photo("a.png"), make_photo("b.png"))
    _opened(qtbot, window, "a.png")
    window.photo_page.look_panel.slider("warmth").setValue(40)
    qtbot.keyClick(window, Qt.Key.Key_PageDown)
    _opened(qtbot, window, "b.png")
    assert window.photo_page.look_panel.slider("warmth").value() == 0
    qtbot.keyClick(window, Qt.Key.Key_PageUp)
    _opened(qtbot, window, "a.png")
    assert window.photo_page.look_panel.slider("warmth").value() == 40
    window.actions_by_name["undo"].trigger()  # the steps are still there
    assert window.photo_page.look_panel.slider("warmth").value() == 0
    assert not window.actions_by_name["undo"].isEnabled()
    window.actions_by_name["redo"].trigger()
    assert window.photo_page.look_panel.slider("warmth").value() == 40


def test_a_folder_that_cannot_be_written_to_is_said(
    qtbot: QtBot,
    make_window: MakeWindow,
    make_photo: MakePhoto,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = make_photo()

    def refuse(*_: object, **__: object) -> None:
        raise WriteError("the folder cannot be written to.", path)

    monkeypatch.setattr("desktop.editor.autosave.write_work", refuse)
    window = make_window(path)
    _opened(qtbot, window, "old.png")
    window.photo_page.look_panel.slider("warmth").setValue(40)
    window.workspace.editor.close_photo()
    qtbot.waitUntil(lambda: "could not be kept" in window.notice_bar.text.text(), timeout=30_000)
