"""`PhotoDocument`: an edit, its undo stack, and who hears of changes."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.colorize.edits import Edit
from core.colorize.look import Look
from core.photo.photo import Photo
from desktop.background.pyramid import Pyramid
from desktop.editor.document import PhotoDocument


@pytest.fixture
def document(qtbot: QtBot) -> PhotoDocument:
    photo = Photo(np.full((8, 12), 128, np.uint8))
    return PhotoDocument(photo, Pyramid.of(photo))


def _strengths(document: PhotoDocument, *values: float, gesture: int | None) -> None:
    for value in values:
        document.change(Edit(Look(value)), "Strength", gesture)


def test_steps_of_one_gesture_are_undone_together(document: PhotoDocument) -> None:
    _strengths(document, 0.9, 0.8, 0.7, gesture=1)
    _strengths(document, 0.6, 0.5, gesture=2)
    document.undo_stack.undo()
    assert document.edit.look.strength == 0.7
    document.undo_stack.undo()
    assert document.edit == Edit()
    assert not document.undo_stack.canUndo()
    document.undo_stack.redo()
    assert document.edit.look.strength == 0.7


def test_steps_without_a_gesture_stay_apart(document: PhotoDocument) -> None:
    _strengths(document, 0.9, 0.8, gesture=None)
    document.undo_stack.undo()
    assert document.edit.look.strength == 0.9


def test_a_change_to_what_is_there_is_no_step(document: PhotoDocument) -> None:
    heard: list[tuple[Edit, Edit]] = []
    document.edited.connect(lambda before, now: heard.append((before, now)))
    document.change(Edit(), "Nothing")
    assert document.undo_stack.count() == 0
    document.change(Edit(seed=3), "Variation")
    document.undo_stack.undo()
    assert heard == [(Edit(), Edit(seed=3)), (Edit(seed=3), Edit())]


def test_earlier_work_is_no_step_and_is_known_to_be_saved(document: PhotoDocument) -> None:
    _strengths(document, 0.9, gesture=None)
    document.restore(Edit(seed=3))
    assert (document.edit, document.saved_edit) == (Edit(seed=3), Edit(seed=3))
    assert not document.undo_stack.canUndo()
