"""About: versions, licences, the model card."""

from __future__ import annotations

from importlib import metadata

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.version import __version__
from desktop.shell.main_window import MainWindow
from desktop.shell.widgets.about import About
from tests.desktop.helpers import MakeWindow


def _dialog(window: MainWindow, kind: type) -> object:
    (found,) = (child for child in window.children() if isinstance(child, kind))
    return found


@pytest.fixture
def about(qtbot: QtBot, make_window: MakeWindow) -> About:
    window = make_window()
    qtbot.waitUntil(lambda: window.workspace.editor.model is not None, timeout=60_000)
    window.actions_by_name["about"].trigger()
    found = _dialog(window, About)
    assert isinstance(found, About)
    return found


def test_versions_can_be_copied(about: About) -> None:
    words = about.versions.text()
    assert f"numpy {metadata.version('numpy')}" in words
    assert about.versions.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse


def test_the_program_and_the_model_have_versions_of_their_own(
    about: About, make_window: MakeWindow
) -> None:
    assert f"Autochrome {__version__}<" in about.program_version.text()
    assert about.model_version.text() == "Model tiny 0.1"
    window = about.parent()
    assert isinstance(window, MainWindow)
    assert window.strip.model.text() == "Model tiny 0.1"


def test_without_a_model_there_is_no_version_of_one(qtbot: QtBot) -> None:
    about = About(None, None)
    qtbot.addWidget(about)
    assert about.model_version.text() == "No model is open."


def cell(about: About, row: int, column: int) -> str:
    item = about.table.item(row, column)
    assert item is not None
    return item.text()


def test_every_part_has_a_licence_and_its_text_is_shown(qtbot: QtBot, about: About) -> None:
    rows = {cell(about, row, 0): row for row in range(about.table.rowCount())}
    licences = [cell(about, row, 2) for row in rows.values()]
    assert "?" not in licences
    about.tabs.setCurrentIndex(1)
    about.table.setCurrentCell(rows["numpy"], 0)
    assert "NumPy Developers" in about.text.toPlainText()
    about.table.setFocus()
    QApplication.processEvents()
    qtbot.keyClick(about.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    last = cell(about, about.table.rowCount() - 1, 0)
    assert about.table.currentRow() == rows[last]


def test_the_model_says_what_it_is(about: About) -> None:
    assert "tiny 0.1" in about.card.toPlainText()
    assert "a formula" in about.card.toPlainText()


@pytest.mark.slow
def test_the_bundled_model_has_its_card(qtbot: QtBot, make_window: MakeWindow) -> None:
    from core.inference.model_spec import bundled_model  # noqa: PLC0415

    window = make_window(model=bundled_model())
    qtbot.waitUntil(lambda: window.workspace.editor.model is not None, timeout=60_000)
    window.actions_by_name["about"].trigger()
    about = _dialog(window, About)
    assert isinstance(about, About)
    assert "Colourfulness" in about.card.toPlainText() or "SHA-256" in about.card.toPlainText()
    assert bundled_model().with_name("MODEL_CARD.md").read_text().split()[1] in (
        about.card.toPlainText()
    )
