"""`PhotoDocument`: an edit, its undo stack, and who hears of changes."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.colorize.edits import Edit
from core.colorize.look import Look
from core.colorize.sidecar import Work
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


def test_another_document_of_the_photo_goes_on_with_its_steps(document: PhotoDocument) -> None:
    _strengths(document, 0.9, 0.8, gesture=1)
    _strengths(document, 0.7, 0.6, gesture=None)
    document.undo_stack.undo()
    document.saved = Work(Edit(Look(0.8)))
    again = PhotoDocument(document.photo, document.pyramid)
    again.take_up(document.history())
    assert (again.edit, again.saved) == (Edit(Look(0.7)), Work(Edit(Look(0.8))))
    again.undo_stack.redo()
    assert again.edit.look.strength == 0.6
    for strength in (0.7, 0.8, 1.0):
        again.undo_stack.undo()
        assert again.edit.look.strength == strength
    assert not again.undo_stack.canUndo()


def test_a_document_without_steps_is_taken_up_as_it_is(document: PhotoDocument) -> None:
    document.set_work(Work(Edit(seed=4)))
    again = PhotoDocument(document.photo, document.pyramid)
    again.take_up(document.history())
    assert again.edit == Edit(seed=4)
