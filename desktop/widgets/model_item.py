"""`ModelItem`: a row of the list of colour models, with a tick and a share."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidgetItem

from core.inference.library import BUNDLED, LibraryEntry

_NAME: Final = 0
_SHARE: Final = 1


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
