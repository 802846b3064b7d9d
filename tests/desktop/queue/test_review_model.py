"""The list of results: which are shown, in which order, and rows that stay where they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.queue.job import IfExists, Job, JobSettings, JobState
from core.queue.mark import Mark
from desktop.background.pool import Tasks
from desktop.background.thumbnails import Thumbnails
from desktop.queue.review_model import AFTER_ROLE, JOB_ROLE, Order, ReviewModel, Shown
from desktop.queue.review_text import caption_words, review_words


@pytest.fixture
def model(qtbot: QtBot) -> Iterator[ReviewModel]:
    tasks = Tasks(threads=1)
    yield ReviewModel(Thumbnails(tasks, 40, square=False))
    tasks.close()


def job(number: int, state: JobState = JobState.DONE, **facts: Any) -> Job:
    source, target = Path(f"/in/{number}.jpg"), Path(f"/out/{number}.jpg")
    return Job(number, source, target, JobSettings(), IfExists.CHANGED, state, number, **facts)


def ids(model: ReviewModel) -> list[int]:
    return [model.job(row).id for row in range(model.rowCount())]


JOBS = [
    job(1, confidence=0.9),
    job(2, confidence=0.2, mark=Mark.GOOD),
    job(3, JobState.FAILED, error="it is damaged.", error_kind="UnreadablePhotoError"),
    job(4),
    job(5, JobState.UNSURE, error="say which", error_kind="UnsureTintError"),
    job(6, JobState.WAITING),
    job(7, JobState.SKIPPED, error_kind="Unchanged", confidence=0.5),
    job(8, JobState.SKIPPED, error_kind="AlreadyColoredError"),
]


def test_least_sure_first_and_what_wants_a_decision_before_all(model: ReviewModel) -> None:
    model.set_jobs(JOBS)
    assert ids(model) == [3, 5, 2, 7, 1, 4]
    model.arrange(Shown.ALL, Order.QUEUE)
    assert ids(model) == [1, 2, 3, 4, 5, 7]
    model.arrange(Shown.ALL, Order.MARK)
    assert ids(model) == [2, 7, 1, 3, 4, 5]
    model.arrange(Shown.ALL, Order.NAME)
    assert ids(model) == [1, 2, 3, 4, 5, 7]


@pytest.mark.parametrize(
    ("shown", "wanted"),
    [
        (Shown.UNDECIDED, [3, 5]),
        (Shown.UNMARKED, [7, 1, 4]),
        (Shown.GOOD, [2]),
        (Shown.REJECT, []),
    ],
)
def test_the_filter(model: ReviewModel, shown: Shown, wanted: list[int]) -> None:
    model.arrange(shown, Order.DOUBT)
    model.set_jobs(JOBS)
    assert ids(model) == wanted


def test_rows_stay_while_marks_are_given_and_results_made(model: ReviewModel) -> None:
    model.arrange(Shown.UNMARKED, Order.DOUBT)
    model.set_jobs(JOBS)
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    model.update_job(replace(JOBS[0], mark=Mark.GOOD))
    assert ids(model) == [7, 1, 4]
    again = [replace(each, mark=Mark.GOOD) if each.id == 1 else each for each in JOBS]
    model.set_jobs([*again, job(9, confidence=0.01)])
    assert ids(model) == [7, 1, 4, 9]  # what is new comes last
    model.update_job(job(6, confidence=0.1))
    assert ids(model) == [7, 1, 4, 9, 6]
    assert resets == []
    assert (model.row_of(9), model.row_of(2)) == (3, None)
    model.arrange(Shown.UNMARKED, Order.DOUBT)
    assert ids(model) == [9, 6, 7, 4]
    model.set_jobs([each for each in JOBS if each.id != 7])
    assert ids(model) == [4, 1]


def test_what_a_card_says(model: ReviewModel) -> None:
    model.set_jobs(JOBS)
    words = [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert words[0].startswith("3.jpg, Failed: ")
    assert words[1].startswith("5.jpg, Not certain: ")
    assert words[2] == "2.jpg, 20 % sure · Good"
    assert model.index(0).data(JOB_ROLE) == JOBS[2]
    assert model.index(0).data(AFTER_ROLE) is None
    assert model.index(2).data(AFTER_ROLE) is not None


def test_the_words_of_one_that_is_made_again() -> None:
    again = job(1, JobState.WAITING, mark=Mark.REDO, confidence=0.5)
    assert caption_words(again) == "Waiting · Make again"
    assert review_words(job(2, confidence=0.123)) == "2.jpg, 12 % sure"
