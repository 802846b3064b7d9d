"""The panel beside the photo: its sections, what it remembers, and one Save."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolBar, QWidget
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


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_a_sections_arrow_stands_before_its_title(
    qtbot: QtBot, colored: MainWindow, direction: Qt.LayoutDirection
) -> None:
    heading = _sections(colored)[0].heading
    heading.setLayoutDirection(direction)
    heading.setText("")
    bare = _inked_columns(heading)
    heading.setText("Title")
    both = _inked_columns(heading)
    mirrored = direction is Qt.LayoutDirection.RightToLeft
    distances = [heading.width() - column if mirrored else column for column in bare]
    assert max(distances) < 20  # the arrow
    assert len(both) > len(bare)
    assert max(both) - min(both) < 90  # the title is beside it
    assert set(bare) < set(both)


def _inked_columns(widget: QWidget) -> list[int]:
    image = widget.grab().toImage()
    middle = image.pixelColor(image.width() // 2, 3)
    return [
        x
        for x in range(4, image.width() - 4)
        if any(
            abs(image.pixelColor(x, y).lightness() - middle.lightness()) > 60
            for y in range(6, image.height() - 6)
        )
    ]
