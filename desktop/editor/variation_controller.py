"""`VariationController`: brings variations, their panel, the grid and the big view together."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Signal, Slot
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QStackedWidget

from desktop.background.requests import ModelFailed, ModelReady
from desktop.editor.document import PhotoDocument
from desktop.editor.photo_editor import PhotoEditor
from desktop.editor.variation import Variation, models_beside, variations_of
from desktop.editor.widgets.compare_view import CompareView
from desktop.editor.widgets.variation_grid import VariationGrid
from desktop.editor.widgets.variation_panel import VariationPanel
from desktop.text.announce import announce


class VariationController(QObject):
    """Fills the panel as soon as a photo has its colours; ``action`` shows the grid.

    Args:
        stack: holds the view, and the grid in its place.
    """

    model_chosen = Signal(tuple)  # ((reference, share),), as `PreferencesController.use_models`

    def __init__(
        self,
        panel: VariationPanel,
        view: CompareView,
        stack: QStackedWidget,
        action: QAction,
        editor: PhotoEditor,
    ) -> None:
        super().__init__(panel)
        self.grid = VariationGrid()
        self._panel, self._view, self._stack = panel, view, stack
        self._action, self._editor = action, editor
        self._asked: PhotoDocument | None = None
        stack.addWidget(self.grid)
        action.toggled.connect(self._show_grid)
        self.grid.left.connect(lambda: action.setChecked(False))
        editor.model_changed.connect(self._show_model)
        editor.variations.ready.connect(self._show_picture)
        for chooser in (panel, self.grid):
            chooser.chosen.connect(self._take)
        panel.hovered.connect(self._preview)

    def show_document(self, document: PhotoDocument | None) -> None:
        """Another photo is open, or none."""
        self._asked = None
        self._action.setChecked(False)
        self._action.setEnabled(document is not None)
        self.grid.forget_pictures()
        if document is None:
            self._panel.clear()
            return
        self._panel.clear(QSize(document.photo.width, document.photo.height))
        document.colored.connect(self._fill)

    @Slot()
    def _fill(self) -> None:
        """The first colours are there: the others come after whatever is more urgent."""
        document = self._editor.document
        model = self._editor.model
        if document is not None and document is not self._asked and isinstance(model, ModelReady):
            self._asked = document
            announce(self._view, self.tr("The colours are there."))
            self._editor.variations.ask(document, model.spec, self._editor.size)

    @Slot(object)
    def _show_model(self, event: ModelReady | ModelFailed) -> None:
        self._editor.variations.stop()
        self._asked = None
        variations: tuple[Variation, ...] = ()
        if isinstance(event, ModelReady):
            variations = (*variations_of(event.spec), *models_beside(event.spec))
        self._panel.set_variations(variations)
        self.grid.set_variations(variations)

    @Slot(object)
    def _take(self, variation: Variation) -> None:
        if variation.model:
            self.model_chosen.emit(((variation.model, 1.0),))
        else:
            self._editor.take_variation(variation)

    @Slot(object, QImage)
    def _show_picture(self, variation: Variation, image: QImage) -> None:
        self._panel.show_picture(variation, image)
        self.grid.show_picture(variation, image)

    @Slot(object)
    def _preview(self, variation: Variation | None) -> None:
        document = self._editor.document
        if document is None or document.colorization is None:
            return
        made = self._editor.variations.colorization(variation) if variation else None
        if variation is None or made is None:
            self._view.show_colors(document.shown, document.edit.look)
        else:
            self._view.show_colors(made, variation.of(document.edit).look, live=True)

    @Slot(bool)
    def _show_grid(self, on: bool) -> None:
        shown = self.grid if on else self._view
        self._stack.setCurrentWidget(shown)
        shown.setFocus()
