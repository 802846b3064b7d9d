"""The grid: pairs are painted, cards have the button that decides, keys go through."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from core.photo.photo import Photo
from core.photo.write import write_photo
from core.queue.job import IfExists, Job, JobSettings, JobState
from core.queue.mark import Mark
from desktop.background.pool import Tasks
from desktop.background.qimage import from_qimage
from desktop.background.thumbnails import Thumbnails
from desktop.queue.decisions import colorize, leave, salvage
from desktop.queue.review_model import ReviewModel
from desktop.queue.widgets.review_delegate import ReviewDelegate, button_rects
from desktop.queue.widgets.review_grid import ReviewGrid
from tests.desktop.helpers import MakePhoto


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks(threads=1)
    yield made
    made.close()


@pytest.fixture
def grid(qtbot: QtBot, tasks: Tasks, make_photo: MakePhoto) -> ReviewGrid:
    """A red result, one that is not certain, a damaged one, another result."""
    red = np.zeros((64, 96, 3), np.uint8)
    red[..., 0] = 255
    photo = make_photo("a.png")
    result = write_photo(Photo(red), photo.with_name("a_color.png"))
    facts = (
        (JobState.DONE, "", 0.2, Mark.GOOD),
        (JobState.UNSURE, "UnsureTintError", None, None),
        (JobState.FAILED, "UnreadablePhotoError", None, None),
        (JobState.DONE, "", 0.8, None),
    )
    jobs = [
        Job(
            number, photo, result, JobSettings(), IfExists.CHANGED, state, number,
            error=kind or None, error_kind=kind, confidence=sure, mark=mark,
        )
        for number, (state, kind, sure, mark) in enumerate(facts, 1)
    ]  # fmt: skip
    view = ReviewGrid(ReviewModel(Thumbnails(tasks, 130, square=False)))
    qtbot.addWidget(view)
    view.resize(900, 500)
    view.pairs.set_jobs(jobs)
    view.show()
    qtbot.waitExposed(view)
    return view


def rect_of(grid: ReviewGrid, row: int) -> QRect:
    return grid.visualRect(grid.pairs.index(row))


def option_of(grid: ReviewGrid, row: int) -> QStyleOptionViewItem:
    option = QStyleOptionViewItem()
    grid.initViewItemOption(option)
    option.rect = rect_of(grid, row)
    return option


def test_photo_and_result_stand_side_by_side(qtbot: QtBot, grid: ReviewGrid, tasks: Tasks) -> None:
    assert [grid.pairs.job(row).id for row in range(4)] == [2, 3, 1, 4]
    qtbot.waitUntil(lambda: not tasks.busy, timeout=30_000)
    picture, _ = from_qimage(grid.viewport().grab().toImage())
    card = rect_of(grid, 2)
    left, right = picture[card.top() : card.bottom()], card.center().x()
    red = (left[..., 0] > 240) & (left[..., 1] < 20)
    assert red[:, right : card.right()].mean() > 0.2
    assert not red[:, card.left() : right].any()


def test_a_card_has_the_button_that_decides(qtbot: QtBot, grid: ReviewGrid) -> None:
    heard: list[tuple[object, object]] = []
    grid.decided.connect(lambda ids, change: heard.append((ids, change)))
    for row in range(3):
        job = grid.pairs.job(row)
        for rect in button_rects(option_of(grid, row), job):
            assert rect_of(grid, row).contains(rect)
            qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert heard == [([2], colorize), ([2], leave), ([3], salvage)]


def test_a_press_that_ends_elsewhere_decides_nothing(qtbot: QtBot, grid: ReviewGrid) -> None:
    heard: list[object] = []
    grid.decided.connect(lambda *_: heard.append(1))
    (rect,) = button_rects(option_of(grid, 1), grid.pairs.job(1))
    qtbot.mousePress(grid.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    qtbot.mouseRelease(grid.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    qtbot.mousePress(grid.viewport(), Qt.MouseButton.LeftButton, pos=rect_of(grid, 2).center())
    qtbot.mouseRelease(grid.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert heard == []


def test_the_keys_go_from_result_to_result(qtbot: QtBot, grid: ReviewGrid) -> None:
    grid.go_to(0)
    step = [grid.step(1), grid.step(1), grid.step(1), grid.step(-1)]
    assert [job and job.id for job in step] == [1, 4, None, 1]
    with qtbot.waitSignal(grid.opened) as opened:
        qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert opened.args[0].id == 1
    assert grid.go_to(99) is None


def test_the_menu_of_a_card_decides_too(qtbot: QtBot, grid: ReviewGrid) -> None:
    heard: list[tuple[object, object]] = []
    grid.decided.connect(lambda ids, change: heard.append((ids, change)))
    menu = grid.menu_at(rect_of(grid, 0).center())
    assert [action.text() for action in menu.actions()] == ["Colour it", "Leave it"]
    menu.actions()[0].trigger()
    assert heard == [([2], colorize)]


def test_the_delegate_says_how_large_a_card_is(grid: ReviewGrid) -> None:
    delegate = grid.itemDelegate()
    assert isinstance(delegate, ReviewDelegate)
    assert grid.gridSize() == delegate.card_size(grid.fontMetrics())
    assert rect_of(grid, 1).left() >= rect_of(grid, 0).right()
