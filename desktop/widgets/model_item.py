"""`ModelItem`: a row of the list of colour models, with a tick, a share and what may be typed."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidgetItem,
    QWidget,
)

from core.inference.library import BUNDLED, LibraryEntry

_NAME: Final = 0
_SHARE: Final = 1
_LICENCE: Final = 5


class TypedColumns(QStyledItemDelegate):
    """Lets a person type what is theirs to say: shares, and a model's name and licence."""

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        bundled = index.row() == 0
        if index.column() == _SHARE or (index.column() in (_NAME, _LICENCE) and not bundled):
            return super().createEditor(parent, option, index)
        return cast("QWidget", None)  # as Qt has it where nothing is to be typed


class ModelItem(QTreeWidgetItem):
    """A model; ``share`` of None is one that is not used. ``entry`` of None is the bundled one."""

    def __init__(self, entry: LibraryEntry | None, name: str, share: float | None) -> None:
        super().__init__([name])
        self.entry = entry
        self.setFlags(self.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEditable)
        state = Qt.CheckState.Unchecked if share is None else Qt.CheckState.Checked
        self.setCheckState(_NAME, state)
        self.setText(_SHARE, f"{1.0 if share is None else share:g}")

    @property
    def reference(self) -> str:
        """As `core.inference.model_choice.chosen_model` reads it."""
        return BUNDLED if self.entry is None else self.entry.sha256

    @property
    def renamed(self) -> tuple[str, str]:
        """The name and the licence, as they are typed."""
        return self.text(_NAME), self.text(_LICENCE)

    @property
    def is_used(self) -> bool:
        """Whether it has a tick."""
        return self.checkState(_NAME) is Qt.CheckState.Checked

    @property
    def share(self) -> float:
        """What was typed, or 1 where that is no number above 0."""
        try:
            share = float(self.text(_SHARE).replace(",", "."))
        except ValueError:
            return 1.0
        return share if 0 < share <= 1000 else 1.0
