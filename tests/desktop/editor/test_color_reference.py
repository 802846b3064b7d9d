"""The colours of another photo, in the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from skimage import data

from core.photo.photo import Photo
from core.photo.write import write_photo
from desktop.shell.main_window import MainWindow
from tests.desktop.helpers import MakePhoto, document_of

LONG = 60_000


def test_a_photo_borrows_colours_and_it_is_said(
    qtbot: QtBot, colored: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    like, document = tmp_path / "like.png", document_of(colored)
    write_photo(Photo(data.coffee()), like)
    asked = lambda *_: (str(like), "")  # noqa: E731
    monkeypatch.setattr(QFileDialog, "getOpenFileName", asked)
    assert document.colorization is not None
    before = document.colorization.ab
    with qtbot.waitSignal(document.colored, timeout=LONG):
        colored.actions_by_name["like"].trigger()
    assert document.edit.like == str(like)
    assert (document.colorization.ab != before).any()
    assert "reference photo" in colored.notice_bar.text.text()
    with qtbot.waitSignal(document.colored, timeout=LONG):
        colored.actions_by_name["not_like"].trigger()
    assert document.edit.like == ""
    assert (document.colorization.ab == before).all()
    assert not colored.actions_by_name["not_like"].isEnabled()


def test_a_photo_without_colours_is_refused_by_a_sentence(
    qtbot: QtBot, colored: MainWindow, make_photo: MakePhoto
) -> None:
    grey: Path = make_photo("grey.png")
    colored.workspace.color_reference.set_photo(grey)
    qtbot.waitUntil(lambda: "grey.png" in colored.notice_bar.text.text(), timeout=LONG)
    assert "has no colours to lend" in colored.notice_bar.text.text()
    assert document_of(colored).edit.like == ""
