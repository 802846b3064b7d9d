"""`PhotoDocument`: one open photo, the work on it, its `Colorization` and its undo stack."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import count
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from core.colorize.colorization import Colorization
from core.colorize.edits import Edit
from core.colorize.sidecar import Work
from core.errors import AutochromeError
from core.photo.photo import Photo
from desktop.background.pyramid import Pyramid
from desktop.editor.repaired_photo import FoundDamage, RepairedPhoto
from desktop.editor.repaired_result import Made, RepairedResult
from desktop.editor.saved_result import ResultFile, SavedResult

_numbers = count(1)
#: `QUndoCommand.id` of steps that may become one; -1 is Qt's for those that may not.
_MERGING: Final = 1


@dataclass(frozen=True)
class History:
    """What was done to a photo.

    Attributes:
        steps: the work before and after each step, and its words.
        index: how many of them are done and not undone.
        work: the present one.
        saved: as it was last written or read.
    """

    steps: tuple[tuple[Work, Work, str], ...]
    index: int
    work: Work
    saved: Work


class PhotoDocument(QObject):
    """An open photo with its undo stack. Knows no widgets and no threads.

    Attributes:
        page: which page of its file it is, from 0, of so many ``pages``.
    """

    #: the Edit before and the Edit now
    edited = Signal(object, object)
    #: there is another named version, or one less
    versions_changed = Signal()
    #: there are colours for the present Edit, or the reason why there are none
    colored = Signal()
    #: another photo is colorized in place of the one that was read, or that one again
    repaired_changed = Signal()
    #: somebody has looked for damage
    damage_found = Signal()

    def __init__(
        self,
        photo: Photo,
        pyramid: Pyramid,
        parent: QObject | None = None,
        *,
        page: int = 0,
        pages: int = 1,
    ) -> None:
        super().__init__(parent)
        self.number = next(_numbers)
        self.photo = photo
        self.pyramid = pyramid
        self.page, self.pages = page, pages
        #: the photo as its edit says that it is repaired, and what it was made by
        self.repaired = RepairedPhoto(photo, pyramid)
        #: what the detector found, where it was asked
        self.damage: FoundDamage | None = None
        self.colorization: Colorization | None = None
        self._colored = Edit()  # what that answers
        self._kept: RepairedResult | None = None
        #: the file that was made of the photo, while results are looked through
        self.result: SavedResult | None = None
        self.result_file: ResultFile | None = None
        #: why the network was not asked: the photo has, or may have, colours of its own
        self.refusal: AutochromeError | None = None
        self.undo_stack = QUndoStack(self)
        self._work = Work()
        #: the work as it was last written or read
        self.saved = self._work
        #: the edits of the results that were saved
        self.exported: list[Edit] = []

    @property
    def work(self) -> Work:
        """The present `Edit`, and those that were given a name."""
        return self._work

    @property
    def edit(self) -> Edit:
        """The present `Edit`."""
        return self._work.edit

    @property
    def versions(self) -> Mapping[str, Edit]:
        """The edits that were given a name."""
        return self._work.versions

    @property
    def shown(self) -> Made | SavedResult | None:
        """What is seen: the file that is there until something is changed, else what is made."""
        as_saved = self.result is not None and self.result.edit == self.edit
        return self.result if as_saved else self.made

    @property
    def made(self) -> Made | None:
        """What is saved: the colours, or the repaired photo where it keeps its own."""
        if self.refusal is None or self.edit.recolor:
            return self.colorization
        photo = self.repaired.photo
        if self._kept is None or self._kept.photo is not photo:
            self._kept = RepairedResult(photo, self.photo)
        return None if photo is self.photo else self._kept

    @property
    def is_up_to_date(self) -> bool:
        """Whether `made` is of the present edit, and not of an earlier one."""
        if isinstance(self.made, RepairedResult):
            return self._is_repaired
        return self.made is not None and self._colored.same_colors(self.edit)

    @property
    def name(self) -> str:
        """Name of the photo's file; empty for a pasted picture."""
        return self.photo.source.name if self.photo.source else ""

    @property
    def has_colors(self) -> bool:
        """Whether there are colours, of the photo as its edit says that it is repaired."""
        made = self.colorization
        return self._is_repaired and made is not None and made.photo is self.repaired.photo

    @property
    def has_result(self) -> bool:
        """Whether there are colours, or the repaired photo where it keeps its own."""
        return self.has_colors or (self.is_up_to_date and isinstance(self.made, RepairedResult))

    @property
    def _is_repaired(self) -> bool:
        return self.repaired.asked == self.edit.repair.asked

    @property
    def would_be_lost(self) -> bool:
        """Whether the picture has no file, and work on it is in no result that was saved."""
        kept = (Edit(), *self.exported)
        return self.photo.source is None and any(
            edit not in kept for edit in (self.edit, *self.versions.values())
        )

    def change(self, edit: Edit, text: str, gesture: int | None = None) -> None:
        """Make one undoable step; steps of one ``gesture`` (a drag of a slider) become one."""
        self._push(replace(self._work, edit=edit), text, gesture)

    def change_versions(self, versions: Mapping[str, Edit], text: str) -> None:
        """Keep other named versions, as one undoable step."""
        self._push(replace(self._work, versions=versions), text)

    def _push(self, work: Work, text: str, gesture: int | None = None) -> None:
        if work != self._work:
            self.undo_stack.push(_Step(self, work, text, gesture))

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
            self._work,
            self.saved,
        )

    def take_up(self, history: History) -> None:
        """Begin where another document of the photo was left: its steps can be undone."""
        self.undo_stack.clear()
        self.set_work(history.steps[0][0] if history.steps else history.work)
        for _, after, text in history.steps:
            self.undo_stack.push(_Step(self, after, text, None))
        self.undo_stack.setIndex(history.index)
        self.saved = history.saved

    def set_work(self, work: Work) -> None:
        """Make ``work`` the present one, without a step of its own to undo."""
        before, self._work = self._work, work
        if work.edit != before.edit:
            self.edited.emit(before.edit, work.edit)
        if work.versions != before.versions:
            self.versions_changed.emit()

    def set_colorization(self, colorization: Colorization, edit: Edit) -> None:
        """Take the network's answer to an edit: the present one, or one of a moment ago."""
        self.colorization, self._colored, self.refusal = colorization, edit, None
        self.colored.emit()

    def set_repaired(self, repaired: RepairedPhoto) -> None:
        """Take the photo as it is repaired now."""
        other = repaired.photo is not self.repaired.photo
        self.repaired = repaired
        if other:
            self.repaired_changed.emit()

    def set_damage(self, damage: FoundDamage) -> None:
        """Take what the detector found."""
        if damage is not self.damage:
            self.damage = damage
            self.damage_found.emit()

    def set_refusal(self, refusal: AutochromeError) -> None:
        """Take the answer that a person has to decide first: the photo stays as it is."""
        self.colorization, self.refusal = None, refusal
        self.colored.emit()


class _Step(QUndoCommand):
    """Undo command: from one `Work` to another."""

    def __init__(
        self, document: PhotoDocument, after: Work, text: str, gesture: int | None
    ) -> None:
        super().__init__(text)
        self._document = document
        self.before, self.after = document.work, after
        self.gesture = gesture

    def id(self) -> int:
        return -1 if self.gesture is None else _MERGING

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Step) or other.gesture != self.gesture:
            return False
        self.after = other.after
        return True

    def redo(self) -> None:
        self._document.set_work(self.after)

    def undo(self) -> None:
        self._document.set_work(self.before)
