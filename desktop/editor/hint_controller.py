"""`HintController`: connects the panel of colour points, their tool and the document."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QColor

from core.colorize.edits import Edit
from desktop.background.requests import ModelFailed, ModelReady
from desktop.editor.document import PhotoDocument
from desktop.editor.eyedropper import Eyedropper
from desktop.editor.photo_editor import PhotoEditor
from desktop.editor.widgets.compare_view import CompareView
from desktop.editor.widgets.hint_panel import HintPanel
from desktop.editor.widgets.hint_tool import HintTool


class HintController(QObject):
    """Connects the colour points; ``action`` turns their tool on and off."""

    def __init__(
        self, view: CompareView, panel: HintPanel, action: QAction, editor: PhotoEditor
    ) -> None:
        super().__init__(view)
        self.view, self.panel, self.action = view, panel, action
        self.tool = tool = HintTool(self)
        tool.changed.connect(editor.set_hints)
        tool.selected.connect(self._show_selected)
        tool.left.connect(self._leave)
        self.eyedropper = Eyedropper(self)
        self.eyedropper.picked.connect(self._picked)
        action.toggled.connect(panel.place.setChecked)
        action.toggled.connect(self._use)
        panel.place_toggled.connect(action.setChecked)
        panel.color_chosen.connect(self._choose)
        panel.pick_clicked.connect(self._pick_next)
        panel.delete_clicked.connect(tool.delete)
        panel.clear_clicked.connect(tool.clear)
        editor.model_changed.connect(self._show_model)
        self.show_document(None)

    def show_document(self, document: PhotoDocument | None) -> None:
        """Show the points of another photo, or none."""
        self.eyedropper.stop()
        self.tool.set_photo(document.pyramid if document else None)
        if document is None:
            self.action.setChecked(False)
        self.show_edit(document.edit if document else Edit())

    def show_edit(self, edit: Edit) -> None:
        """Show the points as the document has them now."""
        self.tool.set_hints(edit.hints)
        self.panel.set_points(len(edit.hints), selected=self.tool.index is not None)
        self.view.update()

    @Slot(object)
    def _show_model(self, event: ModelReady | ModelFailed) -> None:
        possible = isinstance(event, ModelFailed) or event.spec.has_hints
        self.panel.set_possible(possible=possible)
        self.action.setEnabled(possible)
        if not possible:
            self.action.setChecked(False)

    @Slot(object)
    def _show_selected(self, color: QColor | None) -> None:
        if color is not None:
            self.panel.set_color(color)
        self.panel.set_points(len(self.tool.hints), selected=color is not None)

    @Slot()
    def _leave(self) -> None:
        self.action.setChecked(False)

    @Slot(bool)
    def _use(self, on: bool) -> None:
        self.view.tool = self.tool if on else None
        self.view.setFocus()
        self.view.update()

    @Slot(QColor)
    def _choose(self, color: QColor) -> None:
        self.tool.set_color(color)
        self.action.setChecked(True)

    @Slot()
    def _pick_next(self) -> None:
        self.action.setChecked(True)
        self.eyedropper.start()

    @Slot(QColor)
    def _picked(self, color: QColor) -> None:
        self.panel.set_color(color)
        self.tool.set_color(color)
