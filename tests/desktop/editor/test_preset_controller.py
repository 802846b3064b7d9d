"""A person's own looks in the window: kept, taken, renamed, deleted, had back, remembered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialogButtonBox, QMenu
from pytestqt.qtbot import QtBot

from core.colorize.look import Look
from desktop.editor.widgets.preset_menu import NameDialog
from desktop.presets import (
    Preset,
)
from desktop.shell.main_window import MainWindow
from tests.desktop.helpers import MakeWindow


def _entry(menu: QMenu, *names: str) -> QAction:
    for name in names[:-1]:
        inner = _entry(menu, name).menu()
        assert isinstance(inner, QMenu)
        menu = inner
    return next(a for a in menu.actions() if a.text().replace("&&", "&") == names[-1])


def _answer(qtbot: QtBot, window: MainWindow, name: str) -> None:
    dialog = window.findChildren(NameDialog)[-1]
    dialog.name.selectAll()
    qtbot.keyClicks(dialog.name, name)
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)


def _menu(window: MainWindow) -> QMenu:
    menu = window.photo_page.look_panel.own.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    return menu


@pytest.fixture
def keeping(qtbot: QtBot, colored: MainWindow) -> MainWindow:
    """A window whose present look was kept under the name "Sepia-ish"."""
    colored.photo_page.look_panel.slider("warmth").setValue(60)
    _entry(_menu(colored), "&Keep this look…").trigger()
    _answer(qtbot, colored, "Sepia-ish")
    return colored


def test_the_present_look_is_kept_and_taken_again(qtbot: QtBot, keeping: MainWindow) -> None:
    document = keeping.workspace.editor.document
    assert document is not None
    qtbot.mouseClick(keeping.photo_page.look_panel.reset, Qt.MouseButton.LeftButton)
    own = _entry(_menu(keeping), "Sepia-ish")
    assert not own.isChecked()
    own.trigger()
    assert document.edit.look == Look(warmth=0.6)
    assert document.undo_stack.undoText() == "Sepia-ish"
    assert _entry(_menu(keeping), "Sepia-ish").isChecked()


@pytest.mark.slow
def test_it_is_there_when_the_window_is_opened_again(
    keeping: MainWindow, make_window: MakeWindow
) -> None:
    keeping.close()
    assert make_window().photo_page.presets.presets == (Preset("Sepia-ish", Look(warmth=0.6)),)


def test_renamed_by_menu(qtbot: QtBot, keeping: MainWindow) -> None:
    _entry(_menu(keeping), "&Rename", "Sepia-ish").trigger()
    _answer(qtbot, keeping, "Grandma & co")
    assert [preset.name for preset in keeping.photo_page.presets.presets] == ["Grandma & co"]
    assert _entry(_menu(keeping), "Grandma & co").isEnabled()


def test_deleted_and_had_back(qtbot: QtBot, keeping: MainWindow) -> None:
    before = keeping.photo_page.presets.presets
    _entry(_menu(keeping), "&Delete", "Sepia-ish").trigger()
    assert keeping.photo_page.presets.presets == ()
    assert not _entry(_menu(keeping), "&Rename").isEnabled()
    assert "Sepia-ish" in keeping.notice_bar.text.text()
    qtbot.mouseClick(keeping.notice_bar.action, Qt.MouseButton.LeftButton)
    assert keeping.photo_page.presets.presets == before


def test_a_name_that_is_taken_says_so_and_an_empty_one_will_not_do(
    qtbot: QtBot, keeping: MainWindow
) -> None:
    _entry(_menu(keeping), "&Keep this look…").trigger()
    dialog = keeping.findChildren(NameDialog)[-1]
    ok = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)  # type: ignore[union-attr]
    assert not ok.isEnabled()
    qtbot.keyClicks(dialog.name, "Sepia-ish")
    assert "replaced" in dialog.warning.text()
    assert ok.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert len(keeping.photo_page.presets.presets) == 1
