"""`TintController`: brings the tint panel and the open document together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from core.colorize.tint.options import ToneOption
from desktop.editor.own_colors import own_colors
from desktop.editor.photo_editor import PhotoEditor
from desktop.editor.widgets.tint_panel import TintPanel


class TintController(QObject):
    """Shows what was found of the photo's own colours; decisions are undoable steps.

    Args:
        idle: widgets that have nothing to act on while a photo stays as it is.
    """

    def __init__(self, panel: TintPanel, editor: PhotoEditor, idle: Sequence[QWidget] = ()) -> None:
        super().__init__(panel)
        self._panel, self._editor, self._idle = panel, editor, idle
        panel.recolor_wanted.connect(self._recolor)
        panel.tone_chosen.connect(self._set_tone)
        panel.ink_chosen.connect(self._set_ink)

    def show_edit(self) -> None:
        """Another document is open, or none; or its edit or its colours have changed."""
        document = self._editor.document
        refused = document is not None and document.refusal is not None
        for widget in self._idle:
            widget.setEnabled(not refused)
        if document is None:
            self._panel.hide()
            return
        self._panel.show_found(own_colors(document.colorization, document.refusal), document.edit)

    @Slot(bool)
    def _recolor(self, wanted: bool) -> None:
        text = self.tr("Colour anew") if wanted else self.tr("Leave as it was")
        self._change(text, recolor=wanted)

    @Slot(object)
    def _set_tone(self, tone: ToneOption) -> None:
        self._change(self.tr("Tone of the photo"), tone=tone)

    @Slot(bool)
    def _set_ink(self, keep: bool) -> None:
        self._change(self.tr("Colour of ink"), keep_ink=keep)

    def _change(self, text: str, **what: object) -> None:
        document = self._editor.document
        if document is not None:
            document.change(replace(document.edit, **what), text)  # type: ignore[arg-type]
