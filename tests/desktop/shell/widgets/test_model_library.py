"""The dialog of colour models: added, used alone or together, removed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from core.inference.add_model import add_model
from core.inference.library import BUNDLED, LibraryEntry, entries
from desktop.shell.widgets.model_library import ModelLibrary
from desktop.widgets.model_item import ModelItem
from tests.models import graphs


@pytest.fixture
def ddcolor(tmp_path: Path) -> LibraryEntry:
    return add_model(graphs.ddcolor(tmp_path / "ddcolor.onnx"), licence="Apache-2.0", device="cpu")


def item(dialog: ModelLibrary, row: int) -> ModelItem:
    found = dialog.list.topLevelItem(row)
    assert isinstance(found, ModelItem)
    return found


def ok_is_enabled(dialog: ModelLibrary) -> bool:
    return dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()


def test_what_is_known_of_a_model_is_shown(qtbot: QtBot, ddcolor: LibraryEntry) -> None:
    dialog = ModelLibrary([(BUNDLED, 1.0)])
    qtbot.addWidget(dialog)
    row = item(dialog, 1)
    shown = [row.text(column) for column in range(7)]
    assert shown[0] == "ddcolor"
    assert (shown[2], shown[5], shown[6]) == ("ddcolor", "Apache-2.0", ddcolor.sha256[:12])
    assert shown[4].endswith(" ms")
    assert row.toolTip(6) == ddcolor.sha256
    assert dialog.chosen() == ((BUNDLED, 1.0),)


def test_several_with_a_tick_work_together(qtbot: QtBot, ddcolor: LibraryEntry) -> None:
    dialog = ModelLibrary([(BUNDLED, 1.0)])
    qtbot.addWidget(dialog)
    item(dialog, 1).setCheckState(0, Qt.CheckState.Checked)
    item(dialog, 1).setText(1, "0,5")
    assert "Together" in dialog.words.text()
    with qtbot.waitSignal(dialog.accepted_models) as told:
        dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    assert told.args == [((BUNDLED, 1.0), (ddcolor.sha256, 0.5))]


def test_none_with_a_tick_is_no_choice(qtbot: QtBot) -> None:
    dialog = ModelLibrary([])
    qtbot.addWidget(dialog)
    assert ok_is_enabled(dialog)
    item(dialog, 0).setCheckState(0, Qt.CheckState.Unchecked)
    assert not ok_is_enabled(dialog)
    assert not dialog.remove_button.isEnabled()
    assert "stays" in dialog.remove_button.toolTip()


def test_a_file_is_added_with_a_tick_and_removed_again(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = ModelLibrary([(BUNDLED, 1.0)])
    qtbot.addWidget(dialog)
    dialog.add(graphs.deoldify(tmp_path / "deoldify.onnx"))
    qtbot.waitUntil(lambda: dialog.list.topLevelItemCount() == 2)
    assert [entry.name for entry in entries()] == ["deoldify"]
    assert "how deoldify is to be read" in dialog.words.text()
    assert len(dialog.chosen()) == 2
    dialog.list.setCurrentItem(item(dialog, 1))
    dialog.remove_button.click()
    assert (entries(), dialog.list.topLevelItemCount()) == ([], 1)
    dialog.reject()


def test_a_file_that_is_no_model_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "photo.onnx").write_bytes(b"no model")
    dialog = ModelLibrary([(BUNDLED, 1.0)])
    qtbot.addWidget(dialog)
    dialog.add(tmp_path / "photo.onnx")
    qtbot.waitUntil(dialog.add_button.isEnabled)
    assert "photo.onnx" in dialog.words.text()
    assert entries() == []
    dialog.reject()


def test_a_share_that_is_no_number_is_one(qtbot: QtBot, ddcolor: LibraryEntry) -> None:
    row = ModelItem(ddcolor, "ddcolor", 0.25)
    assert row.share == 0.25
    for text in ("", "much", "-1", "0", "1e9"):
        row.setText(1, text)
        assert row.share == 1.0


def test_what_is_typed_of_name_and_licence_is_kept(
    qtbot: QtBot, ddcolor: LibraryEntry, tmp_path: Path
) -> None:
    add_model(graphs.deoldify(tmp_path / "deoldify.onnx"), device="cpu")
    dialog = ModelLibrary([(BUNDLED, 1.0)])
    qtbot.addWidget(dialog)
    dialog.show()
    row = item(dialog, 1)
    for column, text in ((0, "deoldify"), (5, " MIT ")):
        dialog.list.editItem(row, column)
        (editor,) = dialog.list.viewport().findChildren(QLineEdit)
        editor.setText(text)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not dialog.list.viewport().findChildren(QLineEdit), timeout=30_000)
    assert {entry.name for entry in entries()} == {"ddcolor", "deoldify"}  # not before it is wanted
    dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    known = {entry.sha256: (entry.name, entry.licence) for entry in entries()}
    assert known[ddcolor.sha256] == ("deoldify 2", "MIT")  # no two have one name


def test_only_what_is_the_persons_to_say_can_be_typed(qtbot: QtBot, ddcolor: LibraryEntry) -> None:
    dialog = ModelLibrary([(BUNDLED, 1.0)])
    qtbot.addWidget(dialog)
    model, delegate = dialog.list.model(), dialog.list.itemDelegate()
    typed = {
        (row, column)
        for row in range(2)
        for column in range(7)
        if delegate.createEditor(dialog, QStyleOptionViewItem(), model.index(row, column))
    }
    assert typed == {(0, 1), (1, 0), (1, 1), (1, 5)}
