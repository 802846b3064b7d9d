"""The illustrated guide."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from pytestqt.qtbot import QtBot

from desktop.shell.main_window import MainWindow
from desktop.shell.widgets.guide import Guide
from tests.desktop.helpers import MakeWindow


def _dialog(window: MainWindow, kind: type) -> object:
    (found,) = (child for child in window.children() if isinstance(child, kind))
    return found


@pytest.fixture
def guide(qtbot: QtBot, make_window: MakeWindow) -> Guide:
    window = make_window()
    with qtbot.waitActive(window):
        window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_F1)
    found = _dialog(window, Guide)
    assert isinstance(found, Guide)
    return found


def test_the_guide_is_illustrated(guide: Guide) -> None:
    assert guide.isVisible()
    document = guide.page.document()
    names = ("open", "compare", "look", "points", "save", "queue")
    for name in names:
        image = document.resource(QTextDocument.ResourceType.ImageResource, QUrl(name))
        assert isinstance(image, QImage)
        colors = {image.pixelColor(x, y).name() for x in range(0, 260, 4) for y in range(0, 140, 4)}
        assert len(colors) > 3, name
    assert guide.page.toHtml().count("<img") == len(names)
    assert "never changed" in guide.page.toPlainText()


def test_the_guide_is_closed_by_escape(qtbot: QtBot, guide: Guide) -> None:
    qtbot.keyClick(guide, Qt.Key.Key_Escape)
    assert not guide.isVisible()
