"""The commands of the window: their keys and their words."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.shell.main_window import MainWindow
from tests.desktop.helpers import MakeWindow


def test_no_two_commands_have_the_same_key(make_window: MakeWindow) -> None:
    window, seen = make_window(), dict[str, str]()
    for name, action in window.actions_by_name.items():
        for key in {sequence.toString() for sequence in action.shortcuts()}:
            assert seen.setdefault(key, name) == name


def test_undo_and_redo_by_keyboard(qtbot: QtBot, colored: MainWindow) -> None:
    slider = colored.photo_page.look_panel.slider("strength")
    slider.setValue(40)
    document = colored.workspace.editor.document
    assert document is not None
    assert document.edit.look.strength == 0.4
    qtbot.keyClick(colored, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert document.edit.look.strength == 1
    assert slider.value() == 100
    colored.actions_by_name["redo"].trigger()
    assert document.edit.look.strength == 0.4


def test_undo_and_redo_say_what_they_would_do(colored: MainWindow) -> None:
    undo, redo = (colored.actions_by_name[name] for name in ("undo", "redo"))
    assert (undo.text(), redo.text()) == ("&Undo", "&Redo")
    colored.photo_page.look_panel.slider("strength").setValue(40)
    assert undo.text() == "&Undo (Strength)"
    assert undo.toolTip() == "Undo (Strength) (Ctrl+Z)"
    assert redo.text() == "&Redo"
    undo.trigger()
    assert (undo.text(), redo.text()) == ("&Undo", "&Redo (Strength)")
    document = colored.workspace.editor.document
    assert document is not None
    colored.workspace.editor.set_look(replace(document.edit.look, strength=0.3), "Black & white")
    assert undo.text() == "&Undo (Black && white)"
    assert undo.toolTip() == "Undo (Black & white) (Ctrl+Z)"
