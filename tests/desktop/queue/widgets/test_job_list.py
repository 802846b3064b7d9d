"""The table of the queue: a proper model, sorted, filtered, moved by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from core.queue.job import IfExists, Job, JobSettings, JobState
from desktop.background.pool import Tasks
from desktop.background.thumbnails import Thumbnails
from desktop.queue.events import Stage
from desktop.queue.job_model import MIME, Column, JobModel
from desktop.queue.widgets.job_list import JobList
from desktop.queue.widgets.queue_page import QueuePage


def job(number: int, state: JobState = JobState.WAITING, **facts: Any) -> Job:
    source = Path(f"/in/{'abcdefghij'[-number % 10]}{number}.jpg")
    target = Path(f"/out/{number}.jpg")
    known: dict[str, Any] = {
        "settings": JobSettings(),
        "if_exists": IfExists.CHANGED,
        "position": float(number),
    }
    return Job(number, source, target, state=state, **known | facts)


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks(threads=1)
    yield made
    made.close()


@pytest.fixture
def model(tasks: Tasks) -> JobModel:
    return JobModel(Thumbnails(tasks, 40))


@pytest.fixture
def table(qtbot: QtBot, model: JobModel) -> JobList:
    made = JobList(model)
    qtbot.addWidget(made)
    made.resize(800, 400)
    made.show()
    return made


def shown(table: JobList) -> list[int]:
    return [table.rows.job(row).id for row in range(table.rows.rowCount())]


def test_it_is_a_proper_model_whatever_happens(
    qtbot: QtBot, qtmodeltester: ModelTester, table: JobList, model: JobModel
) -> None:
    for proper in (model, table.rows):
        qtmodeltester.check(proper)
    model.set_jobs([job(n) for n in range(1, 6)])
    model.set_jobs([job(n) for n in (5, 1, 3, 7, 8)])
    model.update_job(job(3, JobState.RUNNING, started=1.0))
    model.set_stage(job(3).source, Stage.WRITING)
    model.update_job(job(99))
    model.set_jobs([])
    model.set_jobs([job(n) for n in range(1, 300)])
    model.set_jobs([job(4)])
    for proper in (model, table.rows):
        qtmodeltester.check(proper)


def test_the_choice_survives_another_order(table: JobList, model: JobModel) -> None:
    model.set_jobs([job(n) for n in range(1, 6)])
    table.selectRow(1)
    model.set_jobs([job(n) for n in (5, 4, 3, 2, 1, 6)])
    assert [chosen.id for chosen in table.chosen()] == [2]
    assert shown(table) == [5, 4, 3, 2, 1, 6]
    model.set_jobs([job(n) for n in (5, 2, 1)])
    assert [chosen.id for chosen in table.chosen()] == [2]


def test_a_row_says_how_far_its_photo_is(model: JobModel) -> None:
    failed = job(2, JobState.FAILED, error="a.jpg is cut short.", error_kind="UnreadablePhotoError")
    model.set_jobs([job(1), failed, job(3, JobState.DONE, started=10.0, finished=12.5)])

    def text(row: int, column: Column) -> str:
        return str(model.index(row, column).data())

    assert text(0, Column.PROGRESS) == "0%"
    seen = []
    model.update_job(job(1, JobState.RUNNING, started=1.0))
    for stage in Stage:
        model.set_stage(job(1).source, stage)
        seen.append((text(0, Column.STATE), text(0, Column.PROGRESS)))
    assert seen == [("Reading", "25%"), ("Finding colours", "50%"), ("Writing", "75%")]
    assert text(1, Column.REASON) == "This file is damaged or no photo."
    tip = model.index(1, Column.REASON).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "a.jpg is cut short."
    assert (text(2, Column.STATE), text(2, Column.TIME)) == ("Done", "2.5 s")


def test_a_failure_catches_the_eye(model: JobModel) -> None:
    model.set_jobs([job(1, JobState.FAILED, error="x"), job(2, JobState.DONE)])

    def colored(row: int) -> list[Column]:
        role = Qt.ItemDataRole.ForegroundRole
        return [column for column in Column if model.index(row, column).data(role) is not None]

    assert colored(0) == [Column.STATE, Column.REASON]
    assert colored(1) == []


def test_sorted_by_a_click_on_a_heading(qtbot: QtBot, table: JobList, model: JobModel) -> None:
    model.set_jobs([job(1), job(2, JobState.DONE, started=1.0, finished=9.0), job(3)])
    heading = table.horizontalHeader()
    x = heading.sectionViewportPosition(Column.PHOTO) + 8
    place = heading.viewport().rect().center()
    place.setX(x)
    qtbot.mouseClick(heading.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert shown(table) == [3, 2, 1]  # the names run the other way
    assert not table.rows.in_order
    table.sortByColumn(Column.STATE, Qt.SortOrder.DescendingOrder)
    assert shown(table)[0] == 2
    table.sortByColumn(Column.TIME, Qt.SortOrder.DescendingOrder)
    assert shown(table)[0] == 2


def test_searched_by_name_and_filtered_by_state(qtbot: QtBot, tasks: Tasks) -> None:
    from desktop.queue.options import QueueOptions  # noqa: PLC0415

    page = QueuePage(Thumbnails(tasks, 40), Thumbnails(tasks, 40), QueueOptions())
    qtbot.addWidget(page)
    page.show_jobs([job(1), job(2, JobState.FAILED, error="no."), job(3)])
    page.state.setCurrentText("Failed")
    assert shown(page.list) == [2]
    page.jobs.update_job(job(3, JobState.FAILED, error="no."))
    assert shown(page.list) == [2, 3]
    qtbot.keyClicks(page.search, "H3")
    assert shown(page.list) == [3]
    page.search.clear()
    page.state.setCurrentIndex(0)
    assert shown(page.list) == [1, 2, 3]
    page.list.selectRow(1)
    qtbot.mouseClick(page.show_details, Qt.MouseButton.LeftButton)
    assert "/in/i2.jpg" in page.details.toPlainText()


def test_rows_that_are_dropped_between_others_ask_to_be_moved(
    table: JobList, model: JobModel
) -> None:
    """The drag itself needs a real screen: `test_real_screen`."""
    model.set_jobs([job(n) for n in range(1, 6)])
    moves: list[tuple[list[int], int | None]] = []
    table.rows.moved.connect(lambda ids, before: moves.append((ids, before)))

    def drop(row: int, *dragged: int) -> None:
        mime = table.rows.mimeData([table.rows.index(r, 0) for r in dragged])
        action = Qt.DropAction.MoveAction
        assert table.rows.dropMimeData(mime, action, row, 0, QModelIndex())

    drop(1, 3, 4)
    drop(3, 2, 3)  # onto themselves
    drop(-1, 0)
    assert moves == [([4, 5], 2), ([3, 4], 5), ([1], None)]
    assert shown(table) == [1, 2, 3, 4, 5]  # the queue decides, and says so


def test_what_is_no_photo_of_the_queue_is_not_taken(table: JobList, model: JobModel) -> None:
    model.set_jobs([job(1), job(2, JobState.DONE)])
    foreign = QMimeData()
    foreign.setText("1")
    how = (Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    assert not table.rows.canDropMimeData(foreign, *how)
    done = table.rows.index(1, 0)
    assert not table.rows.flags(done) & Qt.ItemFlag.ItemIsDragEnabled
    mime = table.rows.mimeData([table.rows.index(0, 0), done])
    assert bytes(mime.data(MIME).data()) == b"[1]"
    table.sortByColumn(Column.PHOTO, Qt.SortOrder.AscendingOrder)
    assert not table.rows.canDropMimeData(mime, *how)
    assert not table.rows.flags(table.rows.index(0, 0)) & Qt.ItemFlag.ItemIsDragEnabled


def test_moved_by_keys(qtbot: QtBot, table: JobList, model: JobModel) -> None:
    model.set_jobs([job(1, JobState.DONE), job(2), job(3), job(4)])
    moves: list[tuple[list[int], int | None]] = []
    table.rows.moved.connect(lambda ids, before: moves.append((ids, before)))
    table.setFocus()
    table.selectRow(2)
    alt = Qt.KeyboardModifier.AltModifier
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home):
        qtbot.keyClick(table, key, alt)
    assert moves == [([3], 2), ([3], None), ([3], 2)]


def test_only_what_is_possible_can_be_chosen(table: JobList, model: JobModel) -> None:
    done = job(1, JobState.DONE)
    model.set_jobs([done, job(2), replace(done, id=3, state=JobState.RUNNING)])

    def possible(row: int) -> set[str]:
        table.selectRow(row)
        return {name for name, action in table.job_actions.items() if action.isEnabled()}

    assert possible(0) == {"open", "folder", "edit", "remove"}
    assert possible(1) == {"edit", "cancel", "first", "up", "down", "remove"}
    assert possible(2) == {"edit", "cancel"}


def test_a_result_that_has_gone_is_said(qtbot: QtBot, table: JobList, model: JobModel) -> None:
    model.set_jobs([job(1, JobState.DONE)])
    table.selectRow(0)
    with qtbot.waitSignal(table.missing, timeout=1000) as heard:
        table.job_actions["open"].trigger()
    assert heard.args == [Path("/out/1.jpg")]
