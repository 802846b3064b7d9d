"""The panel beside the photo: its sections, what it remembers, and one Save."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolBar
from pytestqt.qtbot import QtBot

from desktop.shell.main_window import MainWindow
from desktop.widgets.section import Section
from tests.desktop.helpers import MakeWindow


def _sections(window: MainWindow) -> list[Section]:
    found = window.side.findChildren(Section)
    return sorted(found, key=lambda section: section.mapTo(window.side, QPoint()).y())


def test_the_order_is_variations_adjust_fix(colored: MainWindow) -> None:
    titles = [section.heading.text() for section in _sections(colored)]
    assert titles == ["Variations", "Adjust", "Fix a colour", "Brush"]


def test_sections_collapse_and_remember(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    settings = tmp_path / "own.ini"
    window = make_window(settings=settings)
    window.pages.setCurrentIndex(1)
    adjust = _sections(window)[1]
    qtbot.mouseClick(adjust.heading, Qt.MouseButton.LeftButton)
    assert not window.look_panel.isVisible()
    window.close()
    again = make_window(settings=settings)
    assert [each.name for each in _sections(again) if not each.is_open] == ["adjust"]
    qtbot.mouseClick(_sections(again)[1].heading, Qt.MouseButton.LeftButton)
    assert again.settings.value.closed_sections == ()


def test_there_is_one_save_and_one_copy(colored: MainWindow) -> None:
    shown = {action for bar in colored.findChildren(QToolBar) for action in bar.actions()}
    names: dict[str, QAction] = colored.actions_by_name
    assert not shown & {names["save"], names["copy"], names["save_as"]}
    assert colored.side.save.isVisible()
    assert colored.side.copy.isVisible()
