"""`MainWindow`: makes the widgets and controllers of the window and connects them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QMimeData, QSize, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from core.resources import resource
from desktop.background.pool import Tasks
from desktop.background.renderer import Renderer
from desktop.background.requests import ModelFailed, ModelReady
from desktop.editor.brush_controller import BrushController
from desktop.editor.color_reference import ColorReference
from desktop.editor.document import PhotoDocument
from desktop.editor.drag_out import DragOut
from desktop.editor.edit_clipboard import EditClipboard, edited_photos
from desktop.editor.filmstrip_controller import FilmstripController
from desktop.editor.frame_controller import FrameController
from desktop.editor.hint_controller import HintController
from desktop.editor.photo_editor import PhotoEditor
from desktop.editor.preset_controller import PresetController
from desktop.editor.reference_windows import ReferenceWindows
from desktop.editor.repair_controller import RepairController
from desktop.editor.tint_controller import TintController
from desktop.editor.variation_controller import VariationController
from desktop.editor.version_controller import VersionController
from desktop.editor.viewport import Viewport
from desktop.editor.widgets.brush_panel import BrushPanel
from desktop.editor.widgets.compare_types import Split
from desktop.editor.widgets.compare_view import CompareView
from desktop.editor.widgets.filmstrip import Filmstrip
from desktop.editor.widgets.hint_panel import HintPanel
from desktop.editor.widgets.look_panel import LookPanel
from desktop.editor.widgets.page_bar import PageBar
from desktop.editor.widgets.repair_panel import RepairPanel
from desktop.editor.widgets.tint_panel import TintPanel
from desktop.editor.widgets.variation_panel import VariationPanel
from desktop.editor.widgets.version_panel import VersionPanel
from desktop.queue.queue_controller import QueueController
from desktop.queue.widgets.review_bar import ReviewBar
from desktop.scans.split_controller import SplitController
from desktop.settings import SettingsStore
from desktop.shell.actions import make_actions, name_step
from desktop.shell.device_timing import DeviceTiming
from desktop.shell.file_dialogs import FileDialogs
from desktop.shell.leave_guard import LeaveGuard
from desktop.shell.menus import RecentMenu, SurroundMenu, build_menus, build_tools
from desktop.shell.photo_first import PhotoFirst
from desktop.shell.preferences_controller import PreferencesController
from desktop.shell.review_controller import ReviewController
from desktop.shell.sharing import Sharing
from desktop.shell.widgets.guide import Guide
from desktop.shell.widgets.shortcuts import Shortcuts
from desktop.system.drop_contents import dropped_paths
from desktop.system.drop_filter import DropFilter
from desktop.system.file_manager import show_in_folder
from desktop.text.bidi import isolated
from desktop.text.notices import Notice
from desktop.widgets.drop_area import DropArea
from desktop.widgets.drop_overlay import DropOverlay
from desktop.widgets.notice_bar import NoticeBar
from desktop.widgets.quiet_focus import guard_wheel, keep_focus
from desktop.widgets.side_panel import SidePanel
from desktop.widgets.status_strip import StatusStrip
from desktop.widgets.tab_order import tab_in_order

#: Logical pixels: Full HD at 200 % has less, and the photo comes first.
_LOW = 600
_WITH_PHOTO = ("close_photo", "frame", "zoom_in", "zoom_out", "zoom_fit", "zoom_full",
               "vertical", "horizontal", "side_by_side")  # fmt: skip


class MainWindow(QMainWindow):
    """Everything a person sees: the empty window, the photo, the queue."""

    def __init__(
        self, editor: PhotoEditor, settings: SettingsStore, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.editor, self.settings = editor, settings
        self.renderer = Renderer(self)
        self.thumbnail_tasks = Tasks(self, threads=1)
        self.actions_by_name = make_actions(self)
        self.drop_area = DropArea(sorted(resource("samples").glob("*.jpg")))
        self.view, self.middle, self.review_bar = CompareView(), QStackedWidget(), ReviewBar()
        self.look_panel, self.hint_panel = LookPanel(), HintPanel()
        self.brush_panel, self.repair_panel = BrushPanel(), RepairPanel()
        self.variation_panel, self.tint_panel = VariationPanel(), TintPanel()
        self.version_panel = VersionPanel()
        self.variation_panel.put_below(self.version_panel)
        self.filmstrip = Filmstrip(self.thumbnail_tasks)
        self.side, self.strip = SidePanel(), StatusStrip()
        names = ("previous_page", "next_page")
        self.page_bar = PageBar(*(self.actions_by_name[name] for name in names))
        self.pages = QStackedWidget()
        self.recent_menu = RecentMenu(settings, self)
        menus = {"recent": self.recent_menu, "surround": SurroundMenu(settings, self)}
        build_menus(self, self.actions_by_name, menus)
        self.resize(QSize(1240, 820).boundedTo(self.screen().availableSize()))
        self.restoreGeometry(QByteArray.fromBase64(settings.value.geometry.encode()))
        build_tools(self, self.actions_by_name)
        self._lay_out()
        self._make_controllers()
        self._connect_editor()
        self._connect_queue()
        self._connect_widgets()
        self._connect_actions()
        for part in (self.page_bar, self.side, self.filmstrip):
            keep_focus(part)
            guard_wheel(part)
        tab_in_order(self.middle, self.page_bar, self.side, self.filmstrip)
        self._show_document(None)

    def _make_controllers(self) -> None:
        editor, settings = self.editor, self.settings
        self.file_dialogs = FileDialogs(self, editor, settings)
        self.leave_guard = LeaveGuard(self, editor, self.file_dialogs.save)
        self.preferences = PreferencesController(self, editor, settings)
        points = self.actions_by_name["points"]
        self.hints = HintController(self.view, self.hint_panel, points, editor, settings)
        brush = self.actions_by_name["brush"]
        self.brush = BrushController(self.view, self.brush_panel, brush, (points,), editor)
        self.hint_panel.color_chosen.connect(self.brush.set_color)
        healing = self.actions_by_name["heal"]
        self.repair = RepairController(
            self.view, self.repair_panel, healing, (points, brush), editor
        )
        self.references, self.frame = ReferenceWindows(self, editor), FrameController(self, editor)
        self.variations = VariationController(
            self.variation_panel, self.view, self.middle, self.actions_by_name["grid"], editor
        )
        self.variations.model_chosen.connect(self.preferences.use_models)
        self.versions = VersionController(self.version_panel, editor)
        self.film = FilmstripController(self.filmstrip, editor)
        self.photo_first = PhotoFirst(
            self, self.actions_by_name, self.side, self.filmstrip, self.page_bar
        )
        self.photo_first.follow_surround(self.view, settings)
        self.presets = PresetController(self.look_panel, settings, editor)
        colored = (self.look_panel, self.hint_panel, self.variation_panel)
        self.tint = TintController(self.tint_panel, editor, idle=colored)
        self.device_timing = DeviceTiming(self.strip, editor, settings)
        self.drag_out = DragOut(self.side.drag, self.view, editor, settings)
        self.sharing, self.clipboard = Sharing(self, editor), EditClipboard(editor)
        self.color_reference = ColorReference(self, editor)
        self.splitting = SplitController(self, settings)
        self.drop_filter = DropFilter(self)
        self.queue = QueueController(
            self,
            self.pages,
            self.strip,
            editor.worker,
            tasks=editor.tasks,
            thumbnail_tasks=self.thumbnail_tasks,
            settings=settings,
        )
        self.review = ReviewController(editor, self.queue, self.review_bar, self.actions_by_name)

    def _lay_out(self) -> None:
        self.side.add_section("variations", self.tr("Variations"), self.variation_panel)
        self.side.add_section("adjust", self.tr("Adjust"), self.look_panel)
        self.side.add_section("fix", self.tr("Fix a colour"), self.hint_panel)
        self.side.add_section("brush", self.tr("Brush"), self.brush_panel)
        self.side.add_section("repair", self.tr("Repair"), self.repair_panel)
        self.side.close_sections(self.settings.value.closed_sections)
        self.side.put_on_top(self.tint_panel)
        page, centre = QWidget(), QWidget()
        row, column, photo = QHBoxLayout(page), QVBoxLayout(centre), QVBoxLayout()
        for layout in (row, column, photo):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        self.middle.addWidget(self.view)
        photo.addWidget(self.review_bar)
        photo.addWidget(self.middle, 1)
        photo.addWidget(self.page_bar)
        row.addLayout(photo, 1)
        row.addWidget(self.side)
        self.pages.addWidget(self.drop_area)
        self.pages.addWidget(page)
        column.addWidget(self.pages, 1)
        column.addWidget(self.filmstrip)
        self.notice_bar = NoticeBar(self.pages, centre)
        self.drop_overlay = DropOverlay(centre)
        self.setCentralWidget(centre)
        self.setStatusBar(self.strip)

    # connecting

    def _connect_editor(self) -> None:
        editor = self.editor
        self.clipboard.changed.connect(self._show_state)
        editor.document_changed.connect(self._show_document)
        editor.noticed.connect(self.notice_bar.show_notice)
        editor.activity_changed.connect(self.strip.set_activity)
        editor.model_changed.connect(self._show_model)
        editor.model_changed.connect(self.queue.set_model)
        editor.opened.connect(self.recent_menu.remember)
        editor.saved.connect(self._saved)
        editor.copied.connect(self._copied)

    def _connect_queue(self) -> None:
        queue = self.queue
        queue.noticed.connect(self.notice_bar.show_notice)
        queue.started.connect(self.notice_bar.clear)
        queue.open_requested.connect(self.editor.open_paths)
        queue.left.connect(self._show_photo_page)
        queue.shown_changed.connect(self.actions_by_name["queue"].setChecked)
        self.pages.currentChanged.connect(self._show_state)
        self.strip.queue_clicked.connect(queue.show)

    def _connect_widgets(self) -> None:
        self.drop_filter.over.connect(self.drop_area.set_over)
        self.drop_filter.over.connect(self.drop_overlay.set_over)
        self.drop_filter.dropped.connect(self._dropped)
        self.drop_area.open_clicked.connect(self.file_dialogs.open_files)
        self.drop_area.chosen.connect(lambda path: self.editor.open_paths([path]))
        self.filmstrip.shown_changed.connect(self.strip.show_place)
        self.view.wanted.connect(self.renderer.request)
        self.view.viewport_changed.connect(self._show_zoom)
        self.renderer.rendered.connect(self.view.show_patch, Qt.ConnectionType.QueuedConnection)
        self.look_panel.changed.connect(self.editor.set_look)
        self.look_panel.compared.connect(lambda held: self.view.hold_original(held=held))
        self.side.closed_changed.connect(lambda names: self.settings.change(closed_sections=names))
        self.side.save_clicked.connect(self._save)
        self.side.copy_clicked.connect(self.editor.copy)
        self.splitting.open_asked.connect(self.editor.open_paths)
        self.recent_menu.chosen.connect(lambda path: self.editor.open_paths([path]))

    def _connect_actions(self) -> None:
        view, editor, dialogs = self.view, self.editor, self.file_dialogs
        does = {
            "open": dialogs.open_files, "open_folder": dialogs.open_folder, "paste": self._paste,
            "save": self._save, "save_as": dialogs.save_as, "copy": editor.copy,
            "close_photo": self._close_photo, "quit": self.close,
            "preferences": self.preferences.ask,
            "share": self.sharing.ask, "save_edited": self._save_edited,
            "copy_edit": self.clipboard.copy,
            "paste_edit": lambda: self.clipboard.paste(self.filmstrip.chosen_paths()),
            "apply_to_folder": self.clipboard.apply_to_folder,
            "like": self.color_reference.ask, "not_like": self.color_reference.clear,
            "split": self._split,
            "queue": self.queue.toggle, "queue_folder": self.queue.choose_folder,
            "frame": self.frame.ask, "reference": self.references.ask,
            "undo": editor.undo, "redo": editor.redo,
            "zoom_in": lambda: view.zoom_by(1.25), "zoom_out": lambda: view.zoom_by(0.8),
            "zoom_fit": view.zoom_fit, "zoom_full": view.zoom_full,
            "vertical": lambda: view.set_split(Split.VERTICAL),
            "horizontal": lambda: view.set_split(Split.HORIZONTAL),
            "side_by_side": lambda: view.set_split(Split.SIDE_BY_SIDE),
            "next": lambda: self._step(1), "previous": lambda: self._step(-1),
            "next_page": lambda: editor.step_page(1),
            "previous_page": lambda: editor.step_page(-1),
            "shortcuts": lambda: Shortcuts(self).open(),
            "guide": lambda: Guide(self).open(),
            "about": self._show_about,
        }  # fmt: skip
        for name, do in does.items():
            self.actions_by_name[name].triggered.connect(lambda _on=False, do=do: do())

    def _show_about(self) -> None:
        # what reads the packages' own facts is slow to import
        from desktop.shell.widgets.about import About  # noqa: PLC0415

        About(self.editor.model, self).open()

    # showing

    def _show_document(self, document: PhotoDocument | None) -> None:
        self.notice_bar.clear()
        self._show_photo_page()
        self.view.show_photo(document.pyramid if document else None)
        self.hints.show_document(document)
        self.variations.show_document(document)
        self.versions.show_document(document)
        self.film.show_document()
        self.brush.show_edit(document.edit if document else None)
        self.repair.show_document(document)
        self.strip.show_photo(document.photo if document else None)
        self.page_bar.show_page(*((document.page, document.pages) if document else (0, 1)))
        name = document.name or self.tr("Photo") if document else ""
        self.setWindowTitle(f"{name} – Autochrome" if name else "Autochrome")
        if document is not None:
            document.colored.connect(self._show_edit)
            document.edited.connect(self._show_edit)
            document.repaired_changed.connect(self._show_edit)
            document.undo_stack.indexChanged.connect(self._show_state)
            self.view.setFocus()
            self._show_edit()
        else:
            self.renderer.forget()
            self.tint.show_edit()
            self.queue.set_photo_look(None)
            self._show_state()

    def _show_photo_page(self) -> None:
        """The photo, or the empty window."""
        self.pages.setCurrentIndex(0 if self.editor.document is None else 1)

    def _show_edit(self) -> None:
        document = self.editor.document
        if document is not None:
            self.look_panel.set_look(document.edit.look)
            self.hints.show_edit(document.edit)
            self.brush.show_edit(document.edit)
            self.repair.show_edit()
            self.tint.show_edit()
            self.variation_panel.set_edit(document.edit)
            self.view.show_colors(document.shown, document.edit.look)
            self.queue.set_photo_look(document.edit.look)
            self._show_state()

    def _show_state(self) -> None:
        document = self.editor.document
        ready = document is not None and document.has_result
        stack = document.undo_stack if document else None
        on = dict.fromkeys(("save", "save_as", "copy", "share"), ready)
        on |= dict.fromkeys(_WITH_PHOTO, document is not None)
        seen = stack is not None and self.pages.currentIndex() == 1  # a step nobody sees is none
        on["undo"] = seen and stack is not None and stack.canUndo()
        on["redo"] = seen and stack is not None and stack.canRedo()
        on["next"] = on["previous"] = self.review.active or self.filmstrip.photos.rowCount() > 1
        source = document.photo.source if document else None
        on |= dict.fromkeys(("copy_edit", "like", "save_edited"), document is not None)
        on["apply_to_folder"] = source is not None
        on["paste_edit"] = document is not None and self.clipboard.edit is not None
        on["not_like"] = document is not None and bool(document.edit.like)
        for name, enabled in on.items():
            self.actions_by_name[name].setEnabled(enabled)
        name_step(self.actions_by_name["undo"], "undo", stack.undoText() if stack else "")
        name_step(self.actions_by_name["redo"], "redo", stack.redoText() if stack else "")
        self.side.set_ready(ready=ready)

    def _show_model(self, event: ModelReady | ModelFailed) -> None:
        self.strip.show_model(event)
        tab_in_order(
            self.middle, self.page_bar, self.side, self.filmstrip
        )  # there are other variations

    # doing

    def _dropped(self, mime: QMimeData) -> None:
        paths = dropped_paths(mime)
        if models := [path for path in paths if path.suffix.lower() == ".onnx"]:
            self.preferences.ask_models(*models)
        elif self.queue.wants(paths):
            self.queue.add(paths)
        else:
            self.editor.open_mime(mime)

    def _save(self) -> None:
        """A result that is looked at is replaced; else the photo is saved."""
        if not self.review.save():
            self.file_dialogs.save()

    def _save_edited(self) -> None:
        """Through the queue, into the folder of its results."""
        photos = list(self.editor.photos)

        def go(paths: list[Path]) -> None:
            if paths:
                self.queue.add(paths)
                self.queue.start()
            else:
                words = self.tr("Nothing has been changed about these photos.")
                self.notice_bar.show_notice(Notice(words))

        document = self.editor.document
        if document is not None:
            self.editor.autosave.save(document, now=True)
        self.editor.tasks.run(
            lambda: edited_photos(photos), go, lambda e: self.editor.noticed.emit(Notice.of(e))
        )

    def _step(self, by: int) -> None:
        if not self.review.step(by):
            self.filmstrip.step(by)

    def _paste(self) -> None:
        found: QMimeData | None = QGuiApplication.clipboard().mimeData()  # none where it is empty
        self.editor.open_mime(found or QMimeData())

    def _split(self) -> None:
        document = self.editor.document
        self.splitting.ask(document.photo.source if document else None)

    def _close_photo(self) -> None:
        """Close this one; the next of those that were opened together takes its place."""
        document = self.editor.document
        source = document.photo.source if document else None
        if source is None or not self.filmstrip.remove(source):
            self.editor.close_photo()

    def _show_zoom(self, viewport: Viewport) -> None:
        self.strip.show_zoom(viewport.scale)

    def _saved(self, target: Path) -> None:
        show = (self.tr("Show in folder"), lambda: show_in_folder(target))
        self.notice_bar.show_notice(
            Notice(self.tr("Saved as {}.").format(isolated(target.name)), action=show)
        )

    def _copied(self, image: QImage) -> None:
        QGuiApplication.clipboard().setImage(image)
        self.notice_bar.show_notice(Notice(self.tr("The colour photo is in the clipboard.")))

    # events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.filmstrip.set_low(low=event.size().height() < _LOW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape or not (
            self.photo_first.leave() or self.review.leave()
        ):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not (self.queue.may_close() and self.leave_guard.may_close()):
            event.ignore()
            return
        self.settings.change(geometry=bytes(self.saveGeometry().toBase64().data()).decode())
        self.notice_bar.clear()
        self.queue.close()
        self.references.close()
        self.splitting.close()
        self.renderer.close()
        self.thumbnail_tasks.close()
        self.editor.close()
        self.drag_out.close()
        super().closeEvent(event)
