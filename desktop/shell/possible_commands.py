"""Which of the window's commands can be used now: `show_possible`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtGui import QAction

from desktop.editor.document import PhotoDocument
from desktop.shell.actions import name_step

_WITH_PHOTO: Final = (
    "close_photo", "frame", "zoom_in", "zoom_out", "zoom_fit", "zoom_full", "vertical",
    "horizontal", "side_by_side", "copy_edit", "like", "save_edited",
)  # fmt: skip
_WITH_RESULT: Final = ("save", "save_as", "copy", "share")


def show_possible(
    actions: Mapping[str, QAction],
    document: PhotoDocument | None,
    *,
    steps: bool,
    others: bool,
    pasted: bool,
) -> None:
    """Enable what can be done, and name what undo and redo would do.

    Args:
        actions: of the window, by their names.
        document: the open photo.
        steps: whether its steps may be undone.
        others: whether there is a photo before it or after it.
        pasted: whether another photo's settings have been copied.
    """
    stack = document.undo_stack if document is not None else None
    on = dict.fromkeys(_WITH_PHOTO, document is not None)
    on |= dict.fromkeys(_WITH_RESULT, document is not None and document.has_result)
    on["undo"] = steps and stack is not None and stack.canUndo()
    on["redo"] = steps and stack is not None and stack.canRedo()
    on["next"] = on["previous"] = others
    on["apply_to_folder"] = document is not None and document.photo.source is not None
    on["paste_edit"] = document is not None and pasted
    on["not_like"] = document is not None and bool(document.edit.like)
    for name, enabled in on.items():
        actions[name].setEnabled(enabled)
    name_step(actions["undo"], "undo", stack.undoText() if stack else "")
    name_step(actions["redo"], "redo", stack.redoText() if stack else "")
