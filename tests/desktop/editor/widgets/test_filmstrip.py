"""The row of photos that were opened together."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.desktop.helpers import MakePhoto, MakeWindow


def test_the_strip_of_photos_is_a_proper_model(
    qtbot: QtBot, qtmodeltester: ModelTester, make_window: MakeWindow, make_photo: MakePhoto
) -> None:
    paths = [make_photo(f"{n}.png") for n in range(3)]
    window = make_window(*paths)
    qtbot.waitUntil(lambda: not window.filmstrip.isHidden(), timeout=30_000)
    model = window.filmstrip.photos
    assert isinstance(model, QAbstractItemModel)
    qtmodeltester.check(model)
    qtbot.waitUntil(lambda: not window.thumbnail_tasks.busy, timeout=30_000)
    qtmodeltester.check(model)
