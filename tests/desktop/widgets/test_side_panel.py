"""The panel beside the photo: its sections, what it remembers, and one Save."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QToolBar, QWidget
from pytestqt.qtbot import QtBot

from desktop.settings import Settings, SettingsFile
from desktop.shell.main_window import MainWindow
from desktop.text.translation import install_language
from desktop.widgets.section import Section
from tests.desktop.helpers import MakeWindow


def _sections(window: MainWindow) -> list[Section]:
    found = window.photo_page.side.findChildren(Section)
    return sorted(found, key=lambda section: section.mapTo(window.photo_page.side, QPoint()).y())


def test_the_order_is_variations_adjust_fix(colored: MainWindow) -> None:
    titles = [section.heading.text() for section in _sections(colored)]
    assert titles == ["Variations", "Adjust", "Fix a colour", "Brush", "Repair"]


def test_sections_collapse_and_remember(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    settings = tmp_path / "own.ini"
    window = make_window(settings=settings)
    window.pages.setCurrentIndex(1)
    adjust = _sections(window)[1]
    qtbot.mouseClick(adjust.heading, Qt.MouseButton.LeftButton)
    assert not window.photo_page.look_panel.isVisible()
    window.close()
    again = make_window(settings=settings)
    assert [each.name for each in _sections(again) if not each.is_open] == ["adjust"]
    qtbot.mouseClick(_sections(again)[1].heading, Qt.MouseButton.LeftButton)
    assert again.settings.value.closed_sections == ()


def test_there_is_one_save_and_one_copy(colored: MainWindow) -> None:
    shown = {action for bar in colored.findChildren(QToolBar) for action in bar.actions()}
    names: dict[str, QAction] = colored.actions_by_name
    assert not shown & {names["save"], names["copy"], names["save_as"]}
    assert colored.photo_page.side.save.isVisible()
    assert colored.photo_page.side.copy.isVisible()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_sections_arrow_stands_before_its_title(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path, qapp: QApplication, language: str
) -> None:
    file = tmp_path / "own.ini"
    SettingsFile(file).save(Settings(language=language))
    window = make_window(settings=file)
    window.pages.setCurrentIndex(1)
    section = _sections(window)[0]
    both = _inked_columns(section.heading)
    section.heading.setText("")
    bare = _inked_columns(section.heading)
    edge = section.heading.width() if language == "ar" else 0
    assert max(abs(edge - column) for column in bare) < 20  # the arrow
    assert len(both) > len(bare)
    assert max(both) - min(both) < 110  # the title is beside it
    install_language(qapp, "en")


def _inked_columns(widget: QWidget) -> list[int]:
    window = widget.window()  # alone it has no background
    image = window.grab(QRect(widget.mapTo(window, QPoint()), widget.size())).toImage()
    middle = image.pixelColor(image.width() // 2, 3)
    return [
        x
        for x in range(4, image.width() - 4)
        if any(
            abs(image.pixelColor(x, y).lightness() - middle.lightness()) > 60
            for y in range(6, image.height() - 6)
        )
    ]
