"""Before and after of the open photo, in one file."""

from __future__ import annotations

import importlib.util
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from core.colorize.edits import Crop
from core.sharing.frames import ShareOptions
from desktop.shell.main_window import MainWindow
from desktop.shell.widgets.share_dialog import ShareDialog
from tests.desktop.helpers import document_of


def test_the_open_photo_is_written_as_it_is(
    qtbot: QtBot, colored: MainWindow, tmp_path: Path
) -> None:
    target = tmp_path / "both.webp"
    assert colored.actions_by_name["share"].isEnabled()
    colored.workspace.sharing.write(target, ShareOptions(caption="Grandma", seconds=1))
    qtbot.waitUntil(lambda: "both.webp" in colored.notice_bar.text.text(), timeout=60_000)
    with Image.open(target) as picture:
        assert picture.size[0] == 96
        assert getattr(picture, "n_frames", 1) > 4


def test_it_is_cut_as_the_photo_is(qtbot: QtBot, colored: MainWindow, tmp_path: Path) -> None:
    document = document_of(colored)
    whole = document.photo
    document.change(replace(document.edit, crop=Crop(0.25, 0.0, 0.5, 1.0)), "crop")
    colored.workspace.sharing.write(tmp_path / "both.png", ShareOptions())
    qtbot.waitUntil(lambda: "both.png" in colored.notice_bar.text.text(), timeout=60_000)
    with Image.open(tmp_path / "both.png") as picture:
        assert picture.size[0] < 1.3 * whole.width  # of two halves


def test_what_cannot_be_written_is_a_sentence(
    qtbot: QtBot, colored: MainWindow, tmp_path: Path
) -> None:
    colored.workspace.sharing.write(tmp_path / "nowhere" / "both.jpg", ShareOptions())
    qtbot.waitUntil(lambda: "both.jpg" in colored.notice_bar.text.text(), timeout=60_000)


def test_the_dialog_offers_what_can_be_written(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    dialog = ShareDialog()
    qtbot.addWidget(dialog)
    endings = [dialog.kind.itemData(n) for n in range(dialog.kind.count())]
    assert endings == [".jpg", ".webp", ".gif"]
    assert dialog.options() == ShareOptions()
    dialog.caption.setText(" Grandma ")
    dialog.mark.setChecked(True)
    dialog.kind.setCurrentIndex(2)
    assert dialog.options() == ShareOptions(caption="Grandma", mark="colorized")
    assert dialog.ending == ".gif"
