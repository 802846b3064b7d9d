"""`Workspace`: what a `WindowFrame` is furnished with: photo, film strip and queue, connected."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from desktop.background.pool import Tasks
from desktop.background.requests import ModelFailed, ModelReady
from desktop.editor.color_reference import ColorReference
from desktop.editor.document import PhotoDocument
from desktop.editor.drag_out import DragOut
from desktop.editor.edit_clipboard import EditClipboard
from desktop.editor.filmstrip_controller import FilmstripController
from desktop.editor.photo_editor import PhotoEditor
from desktop.editor.viewport import Viewport
from desktop.editor.widgets.filmstrip import Filmstrip
from desktop.queue.queue_controller import QueueController
from desktop.scans.split_controller import SplitController
from desktop.shell.device_timing import DeviceTiming
from desktop.shell.external_editor import ExternalEditor
from desktop.shell.file_dialogs import FileDialogs
from desktop.shell.leave_guard import LeaveGuard
from desktop.shell.photo_first import PhotoFirst
from desktop.shell.photo_page import PhotoPage
from desktop.shell.possible_commands import show_possible
from desktop.shell.preferences_controller import PreferencesController
from desktop.shell.review_controller import ReviewController
from desktop.shell.saving_commands import SavingCommands
from desktop.shell.sharing import Sharing
from desktop.shell.widgets.guide import Guide
from desktop.shell.widgets.shortcuts import Shortcuts
from desktop.shell.window_frame import WindowFrame
from desktop.system.drop_contents import dropped_paths
from desktop.system.drop_filter import DropFilter
from desktop.widgets.quiet_focus import guard_wheel, keep_focus
from desktop.widgets.tab_order import tab_in_order

#: Logical pixels: Full HD at 200 % has less, and the photo comes first.
_LOW: Final = 600


class Workspace(QObject):
    """Makes the parts of the window and connects them with each other and with its commands.

    Args:
        window: the frame that they come into.
    """

    def __init__(self, window: WindowFrame) -> None:
        super().__init__(window)
        self._window, self.settings = window, window.settings
        self.actions_by_name = window.actions_by_name
        self.editor = PhotoEditor(self.settings, self)
        self.thumbnail_tasks = Tasks(self, threads=1)
        self.photo_page = PhotoPage(self.editor, self.settings, self.actions_by_name, window)
        self.filmstrip = Filmstrip(self.thumbnail_tasks)
        window.pages.addWidget(self.photo_page)
        window.column.addWidget(self.filmstrip)
        self._make_controllers()
        self._connect_editor()
        self._connect_queue()
        self._connect_widgets()
        self._connect_actions()
        for part in (self.photo_page.page_bar, self.photo_page.side, self.filmstrip):
            keep_focus(part)
            guard_wheel(part)
        self._order_tabs()
        self._show_document(None)

    def _make_controllers(self) -> None:
        window, editor, settings, page = self._window, self.editor, self.settings, self.photo_page
        self.file_dialogs = FileDialogs(window, editor, settings)
        self.leave_guard = LeaveGuard(window, editor, self.file_dialogs.save)
        self.preferences = PreferencesController(window, editor, settings)
        page.variations.model_chosen.connect(self.preferences.use_models)
        self.film = FilmstripController(self.filmstrip, editor)
        self.photo_first = PhotoFirst(
            window, self.actions_by_name, page.side, self.filmstrip, page.page_bar
        )
        self.photo_first.follow_surround(page.view, settings)
        self.drag_out = DragOut(page.side.drag, page.view, editor, self.file_dialogs.habit)
        self.device_timing = DeviceTiming(window.strip, editor, settings)
        self.sharing, self.clipboard = Sharing(window, editor), EditClipboard(editor)
        self.color_reference = ColorReference(window, editor)
        self.splitting = SplitController(window, settings)
        self.drop_filter = DropFilter(window)
        self.queue = QueueController(
            window,
            window.pages,
            window.strip,
            editor.worker,
            tasks=editor.tasks,
            thumbnail_tasks=self.thumbnail_tasks,
            settings=settings,
        )
        self.review = ReviewController(editor, self.queue, page.review_bar, self.actions_by_name)
        self.saving = SavingCommands(editor, self.file_dialogs, self.queue, self.review, self)

    # connecting

    def _connect_editor(self) -> None:
        editor, window = self.editor, self._window
        self.clipboard.changed.connect(self._show_state)
        editor.document_changed.connect(self._show_document)
        editor.noticed.connect(window.notice_bar.show_notice)
        editor.activity_changed.connect(window.strip.set_activity)
        editor.model_changed.connect(self._show_model)
        editor.model_changed.connect(self.queue.set_model)
        editor.opened.connect(window.recent_menu.remember)

    def _connect_queue(self) -> None:
        queue, window = self.queue, self._window
        queue.noticed.connect(window.notice_bar.show_notice)
        queue.started.connect(window.notice_bar.clear)
        queue.open_requested.connect(self.editor.open_paths)
        queue.left.connect(self._show_photo_page)
        queue.shown_changed.connect(self.actions_by_name["queue"].setChecked)
        window.pages.currentChanged.connect(self._show_state)
        window.strip.queue_clicked.connect(queue.show)

    def _connect_widgets(self) -> None:
        window, page = self._window, self.photo_page
        self.drop_filter.over.connect(window.drop_area.set_over)
        self.drop_filter.over.connect(window.drop_overlay.set_over)
        self.drop_filter.dropped.connect(self._dropped)
        window.drop_area.open_clicked.connect(self.file_dialogs.open_files)
        window.drop_area.chosen.connect(lambda path: self.editor.open_paths([path]))
        self.filmstrip.shown_changed.connect(window.strip.show_place)
        page.view.viewport_changed.connect(self._show_zoom)
        page.side.save_clicked.connect(self.saving.save)
        page.side.copy_clicked.connect(self.editor.copy)
        self.splitting.open_asked.connect(self.editor.open_paths)
        window.recent_menu.chosen.connect(lambda path: self.editor.open_paths([path]))

    def _connect_actions(self) -> None:
        window, editor, dialogs = self._window, self.editor, self.file_dialogs
        does = {
            "open": dialogs.open_files, "open_folder": dialogs.open_folder, "paste": self._paste,
            "save": self.saving.save, "save_as": dialogs.save_as, "copy": editor.copy,
            "close_photo": self._close_photo, "quit": window.close,
            "preferences": self.preferences.ask,
            "share": self.sharing.ask, "save_edited": self.saving.save_edited,
            "copy_edit": self.clipboard.copy,
            "paste_edit": lambda: self.clipboard.paste(self.filmstrip.chosen_paths()),
            "apply_to_folder": self.clipboard.apply_to_folder,
            "like": self.color_reference.ask, "not_like": self.color_reference.clear,
            "split": self._split,
            "queue": self.queue.toggle, "queue_folder": self.queue.choose_folder,
            "undo": editor.undo, "redo": editor.redo,
            "next": lambda: self._step(1), "previous": lambda: self._step(-1),
            "next_page": lambda: editor.step_page(1),
            "previous_page": lambda: editor.step_page(-1),
            "shortcuts": lambda: Shortcuts(window).open(),
            "guide": lambda: Guide(window).open(),
            "about": self._show_about,
        }  # fmt: skip
        for name, do in does.items():
            self.actions_by_name[name].triggered.connect(lambda _on=False, do=do: do())

    def _order_tabs(self) -> None:
        page = self.photo_page
        tab_in_order(page.middle, page.page_bar, page.side, self.filmstrip)

    def _show_about(self) -> None:
        # what reads the packages' own facts is slow to import
        from desktop.shell.widgets.about import About  # noqa: PLC0415

        About(self.editor.model, self._window).open()

    # showing

    def _show_document(self, document: PhotoDocument | None) -> None:
        window = self._window
        window.notice_bar.clear()
        self._show_photo_page()
        self.photo_page.show_document(document)
        self.film.show_document()
        window.strip.show_photo(document.photo if document else None)
        name = document.name or self.tr("Photo") if document else ""
        window.setWindowTitle(f"{name} – Autochrome" if name else "Autochrome")
        if document is not None:
            document.colored.connect(self._show_edit)
            document.edited.connect(self._show_edit)
            document.repaired_changed.connect(self._show_edit)
            document.undo_stack.indexChanged.connect(self._show_state)
            self._show_edit()
        else:
            self.queue.set_photo_look(None)
            self._show_state()

    def _show_photo_page(self) -> None:
        """The photo, or the empty window."""
        self._window.pages.setCurrentIndex(0 if self.editor.document is None else 1)

    def _show_edit(self) -> None:
        document = self.editor.document
        if document is not None:
            self.photo_page.show_edit(document)
            self.queue.set_photo_look(document.edit.look)
            self._show_state()

    def _show_state(self) -> None:
        document = self.editor.document
        show_possible(
            self.actions_by_name,
            document,
            # a step nobody sees is none
            steps=self._window.pages.currentWidget() is self.photo_page,
            others=self.review.active or self.filmstrip.photos.rowCount() > 1,
            pasted=self.clipboard.edit is not None,
        )
        self.photo_page.side.set_ready(ready=document is not None and document.has_result)

    def _show_model(self, event: ModelReady | ModelFailed) -> None:
        if isinstance(event, ModelFailed):
            self._window.strip.show_no_model(event.error)
        else:
            self._window.strip.show_model(event)
        self._order_tabs()  # there are other variations

    # doing

    def edit_working_copy(self, working_copy: Path) -> None:
        """Open the copy that another program hands over, for Save to replace."""
        external = ExternalEditor(working_copy, self._window)
        external.noticed.connect(self.editor.noticed)
        self.editor.document_changed.connect(external.show_document)
        self.file_dialogs.external = external
        self.editor.autosave.left_alone = working_copy
        self.editor.open_path(working_copy)

    def leave(self) -> bool:
        """Leave the full screen, or a result that is looked at; whether there was one to leave."""
        return self.photo_first.leave() or self.review.leave()

    def fit_height(self, height: int) -> None:
        """Make room for the photo in a window that is low, in logical pixels."""
        self.filmstrip.set_low(low=height < _LOW)

    def close(self) -> bool:
        """Ask what is to be asked before all of it ends, and end it; False where it goes on."""
        if not (self.queue.may_close() and self.leave_guard.may_close()):
            return False
        window = self._window
        geometry = bytes(window.saveGeometry().toBase64().data()).decode()
        self.settings.change(geometry=geometry)
        window.notice_bar.clear()
        self.queue.close()
        self.splitting.close()
        self.photo_page.close_all()
        self.drag_out.close()
        self.thumbnail_tasks.close()
        self.editor.close()
        return True

    def _dropped(self, mime: QMimeData) -> None:
        paths = dropped_paths(mime)
        if models := [path for path in paths if path.suffix.lower() == ".onnx"]:
            self.preferences.ask_models(*models)
        elif self.queue.wants(paths):
            self.queue.add(paths)
        else:
            self.editor.open_mime(mime)

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
        self._window.strip.show_zoom(viewport.scale)
