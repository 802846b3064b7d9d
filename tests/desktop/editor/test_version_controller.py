"""Named versions of a photo: kept, gone back to, forgotten, undone, and found again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.colorize.edits import Edit
from core.colorize.look import Look
from core.colorize.sidecar import load_sidecar
from desktop.shell.main_window import MainWindow
from tests.desktop.helpers import MakePhoto, MakeWindow, document_of, wait_for_colors

LEFT = Qt.MouseButton.LeftButton


def keep(qtbot: QtBot, window: MainWindow, name: str) -> None:
    """Type a name and press Return, as a person would."""
    qtbot.keyClicks(window.photo_page.version_panel.name, name)
    qtbot.keyClick(window.photo_page.version_panel.name, Qt.Key.Key_Return)


def test_versions_are_kept_chosen_and_forgotten(qtbot: QtBot, colored: MainWindow) -> None:
    document, panel = document_of(colored), colored.photo_page.version_panel
    qtbot.mouseClick(panel.keep, LEFT)  # without a name
    colored.photo_page.look_panel.slider("warmth").setValue(40)
    keep(qtbot, colored, "  warm &  cosy ")
    assert list(document.versions) == ["Version 1", "warm & cosy"]
    assert panel.name.text() == ""
    assert panel.name.placeholderText() == "Version 2"
    assert panel.button("warm & cosy").isChecked()
    qtbot.mouseClick(panel.button("Version 1"), LEFT)
    assert document.edit == Edit()
    assert panel.button("Version 1").isChecked()
    qtbot.mouseClick(panel.button("Version 1"), LEFT)
    assert panel.button("Version 1").isChecked()
    colored.actions_by_name["undo"].trigger()
    assert document.edit.look.warmth == 0.4
    qtbot.mouseClick(panel.remove_button("warm & cosy"), LEFT)
    assert list(document.versions) == ["Version 1"]
    assert document.edit.look.warmth == 0.4
    colored.actions_by_name["undo"].trigger()
    assert document.versions["warm & cosy"] == Edit(Look(warmth=0.4))
    assert panel.button("warm & cosy").isChecked()


def test_a_name_that_is_there_is_replaced_and_undone(qtbot: QtBot, colored: MainWindow) -> None:
    document = document_of(colored)
    keep(qtbot, colored, "mine")
    colored.photo_page.look_panel.slider("warmth").setValue(40)
    keep(qtbot, colored, "mine")
    assert document.versions == {"mine": Edit(Look(warmth=0.4))}
    colored.actions_by_name["undo"].trigger()
    assert document.versions == {"mine": Edit()}


def test_versions_come_back_with_the_photo(
    qtbot: QtBot, make_window: MakeWindow, make_photo: MakePhoto
) -> None:
    path = make_photo()
    window = make_window(path)
    wait_for_colors(qtbot, window)
    window.photo_page.look_panel.slider("warmth").setValue(40)
    keep(qtbot, window, "warm")
    colored = Edit(Look(warmth=0.4))
    window.workspace.editor.start_afresh()
    window.close()
    kept = load_sidecar(path)
    assert kept is not None
    assert (kept.work.edit, kept.work.versions) == (Edit(), {"warm": colored})
    again = make_window(path)
    wait_for_colors(qtbot, again)
    assert not again.actions_by_name["undo"].isEnabled()  # versions alone are no earlier work
    qtbot.mouseClick(again.photo_page.version_panel.button("warm"), LEFT)
    assert document_of(again).edit == colored


def test_every_row_is_reached_by_tab_and_has_a_name(qtbot: QtBot, colored: MainWindow) -> None:
    keep(qtbot, colored, "one")
    keep(qtbot, colored, "two")
    panel = colored.photo_page.version_panel
    qtbot.waitUntil(panel.button("two").isVisible)
    panel.name.setFocus()
    seen = []
    for _ in range(5):
        qtbot.keyClick(colored.focusWidget(), Qt.Key.Key_Tab)
        seen.append(colored.focusWidget())
    rows = [
        each for name in ("one", "two") for each in (panel.button(name), panel.remove_button(name))
    ]
    names = ["one", "Forget one", "two", "Forget two"]
    assert [each.accessibleName() for each in rows] == names
    assert [each and each.accessibleName() for each in seen[1:]] == names
    assert seen == [panel.keep, *rows]
