"""`PhotoDocument`: one open photo, its `Edit`, its `Colorization` and its undo stack."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from core.colorize.colorization import Colorization
from core.colorize.edits import Edit
from core.errors import AutochromeError
from core.photo.photo import Photo
from desktop.background.pyramid import Pyramid

_numbers = count(1)
#: `QUndoCommand.id` of steps that may become one; -1 is Qt's for those that may not.
_MERGING: Final = 1


@dataclass(frozen=True)
class History:
    """What was done to a photo.

    Attributes:
        steps: the edits before and after each step, and its words.
        index: how many of them are done and not undone.
        edit: the present one.
        saved: as it was last written or read.
    """

    steps: tuple[tuple[Edit, Edit, str], ...]
    index: int
    edit: Edit
    saved: Edit


class PhotoDocument(QObject):
    """An open photo with its undo stack. Knows no widgets and no threads."""

    #: the Edit before and the Edit now
    edited = Signal(object, object)
    #: there are colours for the present Edit, or the reason why there are none
    colored = Signal()

    def __init__(self, photo: Photo, pyramid: Pyramid, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.number = next(_numbers)
        self.photo = photo
        self.pyramid = pyramid
        self.colorization: Colorization | None = None
        #: why the network was not asked: the photo has, or may have, colours of its own
        self.refusal: AutochromeError | None = None
        self.undo_stack = QUndoStack(self)
        self._edit = Edit()
        #: the edit as it was last written or read
        self.saved_edit = self._edit
        #: the edit of the result that was last saved, as far as one was
        self.exported_edit: Edit | None = None

    @property
    def edit(self) -> Edit:
        """The present `Edit`."""
        return self._edit

    @property
    def name(self) -> str:
        """Name of the photo's file; empty for a pasted picture."""
        return self.photo.source.name if self.photo.source else ""

    @property
    def would_be_lost(self) -> bool:
        """Whether the picture has no file, and its edit is in no result that was saved."""
        return self.photo.source is None and self._edit not in (Edit(), self.exported_edit)

    def change(self, edit: Edit, text: str, gesture: int | None = None) -> None:
        """Make one undoable step; steps of one ``gesture`` (a drag of a slider) become one."""
        if edit != self._edit:
            self.undo_stack.push(_Step(self, edit, text, gesture))

    def history(self) -> History:
        """Its steps, to be taken up by another document of the same photo."""
        stack = self.undo_stack
        commands = [stack.command(index) for index in range(stack.count())]
        steps = [command for command in commands if isinstance(command, _Step)]
        return History(
            tuple(
                (step.before, step.after, step.text()) for step in steps if isinstance(step, _Step)
            ),
            stack.index(),
            self._edit,
            self.saved_edit,
        )

    def take_up(self, history: History) -> None:
        """Begin where another document of the photo was left: its steps can be undone."""
        self.undo_stack.clear()
        self.set_edit(history.steps[0][0] if history.steps else history.edit)
        for _, after, text in history.steps:
            self.undo_stack.push(_Step(self, after, text, None))
        self.undo_stack.setIndex(history.index)
        self.saved_edit = history.saved

    def set_edit(self, edit: Edit) -> None:
        """Make ``edit`` the present one, without a step of its own to undo."""
        before, self._edit = self._edit, edit
        if edit != before:
            self.edited.emit(before, edit)

    def set_colorization(self, colorization: Colorization) -> None:
        """Take the network's answer to the present `edit`."""
        self.colorization, self.refusal = colorization, None
        self.colored.emit()

    def set_refusal(self, refusal: AutochromeError) -> None:
        """Take the answer that a person has to decide first: the photo stays as it is."""
        self.colorization, self.refusal = None, refusal
        self.colored.emit()


class _Step(QUndoCommand):
    """Undo command: from one `Edit` to another."""

    def __init__(
        self, document: PhotoDocument, after: Edit, text: str, gesture: int | None
    ) -> None:
        super().__init__(text)
        self._document = document
        self.before, self.after = document.edit, after
        self.gesture = gesture

    def id(self) -> int:
        return -1 if self.gesture is None else _MERGING

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Step) or other.gesture != self.gesture:
            return False
        self.after = other.after
        return True

    def redo(self) -> None:
        self._document.set_edit(self.after)

    def undo(self) -> None:
        self._document.set_edit(self.before)
