"""One open photo: what it is, what a person chose for it, and every step of that choosing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from core.colorize.hints import ColorHint
from core.colorize.look import Look
from core.colorize.provenance import provenance_of
from core.colorize.render import compose
from core.metadata.provenance import Provenance
from core.photo.photo import Photo
from desktop.background.pyramid import Pyramid

if TYPE_CHECKING:
    from core.color import F32
    from core.colorize.upsample import ChromaField
    from core.inference.model_spec import ModelSpec

_numbers = count(1)
#: `QUndoCommand.id` of steps that may become one; -1 is Qt's for those that may not.
_MERGING: Final = 1


@dataclass(frozen=True)
class Edit:
    """Everything a person chose for a photo.

    Attributes:
        seed: None is the model's first choice.
        size: short side of what the network sees; None is the preferences'.
        recolor: take colours away that the photo has.
    """

    look: Look = field(default_factory=Look)
    hints: tuple[ColorHint, ...] = ()
    seed: int | None = None
    recolor: bool = False
    size: int | None = None

    def same_colors(self, other: Edit) -> bool:
        """Whether the network's answer is the same for both; looks need no new answer."""
        return replace(self, look=other.look) == other


@dataclass(frozen=True, eq=False)
class Colors:
    """The network's answer to one `Edit`, and what painting it needs."""

    ab: F32
    field: ChromaField
    settings: Mapping[str, str | float | int]
    spec: ModelSpec


class PhotoDocument(QObject):
    """One open photo. Knows no widgets and no threads."""

    #: the Edit before and the Edit now
    edited = Signal(object, object)
    colored = Signal()

    def __init__(self, photo: Photo, pyramid: Pyramid, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.number = next(_numbers)
        self.photo = photo
        self.pyramid = pyramid
        self.colors: Colors | None = None
        self.undo_stack = QUndoStack(self)
        self._edit = Edit()
        #: what is known to be kept outside this document
        self.kept = self._edit

    @property
    def edit(self) -> Edit:
        """What is chosen now."""
        return self._edit

    @property
    def name(self) -> str:
        """The file's name; empty for a pasted picture."""
        return self.photo.source.name if self.photo.source else ""

    def change(self, edit: Edit, text: str, gesture: int | None = None) -> None:
        """One undoable step; steps of one ``gesture`` (a drag of a slider) become one."""
        if edit != self._edit:
            self.undo_stack.push(_Step(self, edit, text, gesture))

    def restore(self, edit: Edit) -> None:
        """Start from earlier work: nothing to undo."""
        self.undo_stack.clear()
        self.kept = edit
        self.put(edit)

    def put(self, edit: Edit) -> None:
        """Make ``edit`` the present one, without a step of its own."""
        before, self._edit = self._edit, edit
        if edit != before:
            self.edited.emit(before, edit)

    def set_colors(self, colors: Colors) -> None:
        """The network answered."""
        self.colors = colors
        self.colored.emit()

    def snapshot(self) -> Snapshot:
        """What saving needs, unmoved by later changes.

        Raises:
            ValueError: there are no colours yet.
        """
        if self.colors is None:
            raise ValueError("the photo has no colours yet")
        return Snapshot(self.photo, self.colors, self._edit.look)


@dataclass(frozen=True, eq=False)
class Snapshot:
    """A document at one moment; safe to hand to another thread."""

    photo: Photo
    colors: Colors
    look: Look

    def render(self) -> Photo:
        """The colour photo at full size and depth."""
        return compose(self.photo, self.colors.ab, self.look, field=self.colors.field)

    def provenance(self) -> Provenance:
        """What the result says of itself."""
        return provenance_of(self.colors.spec, self.colors.settings, self.look)

    @property
    def source(self) -> Path | None:
        """The file the photo came from."""
        return self.photo.source


class _Step(QUndoCommand):
    """From one Edit to another."""

    def __init__(
        self, document: PhotoDocument, after: Edit, text: str, gesture: int | None
    ) -> None:
        super().__init__(text)
        self._document = document
        self._before, self.after = document.edit, after
        self.gesture = gesture

    def id(self) -> int:
        return -1 if self.gesture is None else _MERGING

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Step) or other.gesture != self.gesture:
            return False
        self.after = other.after
        return True

    def redo(self) -> None:
        self._document.put(self.after)

    def undo(self) -> None:
        self._document.put(self._before)
