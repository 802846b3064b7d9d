"""`PhotoPage`: the photo, the panels beside it, and what brings them and the editor together."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.background.renderer import Renderer
from desktop.editor.brush_controller import BrushController
from desktop.editor.document import PhotoDocument
from desktop.editor.frame_controller import FrameController
from desktop.editor.hint_controller import HintController
from desktop.editor.photo_editor import PhotoEditor
from desktop.editor.preset_controller import PresetController
from desktop.editor.reference_windows import ReferenceWindows
from desktop.editor.repair_controller import RepairController
from desktop.editor.tint_controller import TintController
from desktop.editor.variation_controller import VariationController
from desktop.editor.version_controller import VersionController
from desktop.editor.widgets.brush_panel import BrushPanel
from desktop.editor.widgets.compare_types import Split
from desktop.editor.widgets.compare_view import CompareView
from desktop.editor.widgets.hint_panel import HintPanel
from desktop.editor.widgets.look_panel import LookPanel
from desktop.editor.widgets.page_bar import PageBar
from desktop.editor.widgets.repair_panel import RepairPanel
from desktop.editor.widgets.tint_panel import TintPanel
from desktop.editor.widgets.variation_panel import VariationPanel
from desktop.editor.widgets.version_panel import VersionPanel
from desktop.queue.widgets.review_bar import ReviewBar
from desktop.settings import SettingsStore
from desktop.widgets.side_panel import SidePanel


class PhotoPage(QWidget):
    """What is seen while a photo is open.

    Args:
        editor: whose photo it shows.
        settings: of the window.
        actions: of the window, by their names.
        window: what its dialogs lie above.
    """

    def __init__(
        self,
        editor: PhotoEditor,
        settings: SettingsStore,
        actions: Mapping[str, QAction],
        window: QWidget,
    ) -> None:
        super().__init__()
        self.editor = editor
        self.renderer = Renderer(self)
        self.view, self.middle, self.review_bar = CompareView(), QStackedWidget(), ReviewBar()
        self.look_panel, self.hint_panel = LookPanel(), HintPanel()
        self.brush_panel, self.repair_panel = BrushPanel(), RepairPanel()
        self.variation_panel, self.tint_panel = VariationPanel(), TintPanel()
        self.version_panel = VersionPanel()
        self.variation_panel.put_below(self.version_panel)
        self.side = SidePanel()
        self.page_bar = PageBar(actions["previous_page"], actions["next_page"])
        self._lay_out(settings)
        self._make_controllers(settings, actions, window)
        self._connect(settings, actions)

    def _lay_out(self, settings: SettingsStore) -> None:
        self.side.add_section("variations", self.tr("Variations"), self.variation_panel)
        self.side.add_section("adjust", self.tr("Adjust"), self.look_panel)
        self.side.add_section("fix", self.tr("Fix a colour"), self.hint_panel)
        self.side.add_section("brush", self.tr("Brush"), self.brush_panel)
        self.side.add_section("repair", self.tr("Repair"), self.repair_panel)
        self.side.close_sections(settings.value.closed_sections)
        self.side.put_on_top(self.tint_panel)
        row, photo = QHBoxLayout(self), QVBoxLayout()
        for layout in (row, photo):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        self.middle.addWidget(self.view)
        photo.addWidget(self.review_bar)
        photo.addWidget(self.middle, 1)
        photo.addWidget(self.page_bar)
        row.addLayout(photo, 1)
        row.addWidget(self.side)

    def _make_controllers(
        self, settings: SettingsStore, actions: Mapping[str, QAction], window: QWidget
    ) -> None:
        editor, view = self.editor, self.view
        points, brush = actions["points"], actions["brush"]
        self.hints = HintController(view, self.hint_panel, points, editor, settings)
        self.brush = BrushController(view, self.brush_panel, brush, (points,), editor)
        self.hint_panel.color_chosen.connect(self.brush.set_color)
        self.repair = RepairController(
            view, self.repair_panel, actions["heal"], (points, brush), editor
        )
        self.references = ReferenceWindows(window, editor)
        self.frame = FrameController(window, editor)
        self.variations = VariationController(
            self.variation_panel, view, self.middle, actions["grid"], editor
        )
        self.versions = VersionController(self.version_panel, editor)
        self.presets = PresetController(self.look_panel, settings, editor)
        colored = (self.look_panel, self.hint_panel, self.variation_panel)
        self.tint = TintController(self.tint_panel, editor, idle=colored)

    def _connect(self, settings: SettingsStore, actions: Mapping[str, QAction]) -> None:
        view = self.view
        view.wanted.connect(self.renderer.request)
        self.renderer.rendered.connect(view.show_patch, Qt.ConnectionType.QueuedConnection)
        self.look_panel.changed.connect(self.editor.set_look)
        self.look_panel.compared.connect(lambda held: view.hold_original(held=held))
        self.side.closed_changed.connect(lambda names: settings.change(closed_sections=names))
        does = {
            "frame": self.frame.ask, "reference": self.references.ask,
            "zoom_in": lambda: view.zoom_by(1.25), "zoom_out": lambda: view.zoom_by(0.8),
            "zoom_fit": view.zoom_fit, "zoom_full": view.zoom_full,
            "vertical": lambda: view.set_split(Split.VERTICAL),
            "horizontal": lambda: view.set_split(Split.HORIZONTAL),
            "side_by_side": lambda: view.set_split(Split.SIDE_BY_SIDE),
        }  # fmt: skip
        for name, do in does.items():
            actions[name].triggered.connect(lambda _on=False, do=do: do())

    def show_document(self, document: PhotoDocument | None) -> None:
        """Show another photo; its edit is `show_edit`'s."""
        self.view.show_photo(document.pyramid if document else None)
        self.hints.show_document(document)
        self.variations.show_document(document)
        self.versions.show_document(document)
        self.brush.show_edit(document.edit if document else None)
        self.repair.show_document(document)
        self.page_bar.show_page(*((document.page, document.pages) if document else (0, 1)))
        if document is None:
            self.renderer.forget()
            self.tint.show_edit()
        else:
            self.view.setFocus()

    def show_edit(self, document: PhotoDocument) -> None:
        """Show what the photo's edit is now, and its colours."""
        self.look_panel.set_look(document.edit.look)
        self.hints.show_edit(document.edit)
        self.brush.show_edit(document.edit)
        self.repair.show_edit()
        self.tint.show_edit()
        self.variation_panel.set_edit(document.edit)
        self.view.show_colors(document.shown, document.edit.look)

    def close_all(self) -> None:
        """Close the windows that belong to it, and end what runs."""
        self.references.close()
        self.renderer.close()
