"""The window: builds its widgets and connects them; what happens is decided elsewhere."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import (
    QActionGroup,
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
)
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.resources import resource
from desktop import help_text
from desktop.actions import make_actions
from desktop.document import PhotoDocument
from desktop.incoming import has_photos
from desktop.notice import Notice
from desktop.renderer import Renderer
from desktop.settings import Settings
from desktop.studio import Studio
from desktop.viewport import Viewport
from desktop.widgets.compare_view import CompareView, Split
from desktop.widgets.drop_area import DropArea
from desktop.widgets.look_panel import LookPanel
from desktop.widgets.notice_bar import NoticeBar
from desktop.widgets.save_dialog import SaveDialog
from desktop.widgets.side_panel import SidePanel
from desktop.widgets.status_strip import StatusStrip


class MainWindow(QMainWindow):
    """Everything a person sees. ``settings_changed`` carries what is to be remembered."""

    settings_changed = Signal(object)  # Settings

    def __init__(self, studio: Studio, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.studio, self.settings = studio, settings
        self.renderer = Renderer(self)
        self.actions_by_name = make_actions(self)
        samples = sorted(resource("samples").glob("*.jpg"))
        self.drop_area = DropArea(samples)
        self.view = CompareView()
        self.notice_bar = NoticeBar()
        self.look_panel = LookPanel()
        self.side = SidePanel()
        self.side.add_section(self.tr("Look"), self.look_panel)
        self.strip = StatusStrip()
        self.setWindowTitle("Autochrome")
        self.setAcceptDrops(True)
        self.resize(1240, 820)
        self.restoreGeometry(QByteArray.fromBase64(settings.geometry.encode()))
        self._lay_out()
        self._make_menus()
        self._connect_studio()
        self._connect_widgets()
        self._connect_actions()
        self._show_document(None)

    # building

    def _lay_out(self) -> None:
        editor = QWidget()
        row = QHBoxLayout(editor)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.view, 1)
        row.addWidget(self.side)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.drop_area)
        self.pages.addWidget(editor)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice_bar)
        column.addWidget(self.pages, 1)
        self.setCentralWidget(centre)
        self.setStatusBar(self.strip)

    def _make_menus(self) -> None:
        act = self.actions_by_name
        bar = self.menuBar()
        file_menu = bar.addMenu(self.tr("&File"))
        self.recent_menu = QMenu(self.tr("&Recent photos"), self)
        file_menu.addActions([act["open"], act["open_folder"]])
        file_menu.addMenu(self.recent_menu)
        file_menu.addActions([act["save"], act["close_photo"], act["quit"]])
        bar.addMenu(self.tr("&Edit")).addActions(
            [act["undo"], act["redo"], act["copy"], act["paste"]]
        )
        splits = [act["vertical"], act["horizontal"], act["side_by_side"]]
        zooms = [act["zoom_in"], act["zoom_out"], act["zoom_fit"], act["zoom_full"]]
        bar.addMenu(self.tr("&View")).addActions([*zooms, *splits])
        bar.addMenu(self.tr("&Help")).addActions([act["shortcuts"], act["about"]])
        group = QActionGroup(self)
        for action in splits:
            group.addAction(action)
        act["vertical"].setChecked(True)
        tools = self.addToolBar(self.tr("Tools"))
        tools.setMovable(False)
        for names in (("open", "save", "copy"), ("undo", "redo"), ("zoom_fit", "zoom_full")):
            tools.addActions([act[name] for name in names])
            tools.addSeparator()
        tools.addActions(splits)

    # connecting

    def _connect_studio(self) -> None:
        studio = self.studio
        studio.document_changed.connect(self._show_document)
        studio.noticed.connect(self.notice_bar.show_notice)
        studio.doing_changed.connect(self.strip.set_doing)
        studio.model_changed.connect(self.strip.show_model)
        studio.opened.connect(self._remember)
        studio.saved.connect(self._saved)
        studio.copied.connect(self._copied)

    def _connect_widgets(self) -> None:
        self.drop_area.open_clicked.connect(self.choose_files)
        self.drop_area.chosen.connect(lambda path: self.studio.open_paths([path]))
        self.view.wanted.connect(self.renderer.request)
        self.view.viewport_changed.connect(self._show_zoom)
        self.renderer.rendered.connect(self.view.show_patch, Qt.ConnectionType.QueuedConnection)
        self.look_panel.changed.connect(self.studio.set_look)
        self.side.save_clicked.connect(self.choose_target)
        self.side.copy_clicked.connect(self.studio.copy)

    def _connect_actions(self) -> None:
        does = {
            "open": self.choose_files,
            "open_folder": self.choose_folder,
            "paste": self.paste,
            "save": self.choose_target,
            "copy": self.studio.copy,
            "close_photo": self.studio.close_photo,
            "quit": self.close,
            "undo": self.studio.undo,
            "redo": self.studio.redo,
            "zoom_in": lambda: self.view.zoom_by(1.25),
            "zoom_out": lambda: self.view.zoom_by(0.8),
            "zoom_fit": self.view.zoom_fit,
            "zoom_full": self.view.zoom_full,
            "vertical": lambda: self.view.set_split(Split.VERTICAL),
            "horizontal": lambda: self.view.set_split(Split.HORIZONTAL),
            "side_by_side": lambda: self.view.set_split(Split.SIDE_BY_SIDE),
            "shortcuts": lambda: help_text.show_shortcuts(self),
            "about": lambda: help_text.show_about(self),
        }
        for name, do in does.items():
            self.actions_by_name[name].triggered.connect(lambda _on=False, do=do: do())
        self._show_recent()

    # showing

    def _show_document(self, document: PhotoDocument | None) -> None:
        self.notice_bar.clear()
        self.pages.setCurrentIndex(0 if document is None else 1)
        self.view.show_photo(document.pyramid if document else None)
        self.strip.show_photo(document.photo if document else None)
        title = f"{document.name or self.tr('Photo')} – " if document else ""
        self.setWindowTitle(f"{title}Autochrome")
        self._show_state()
        if document is not None:
            document.colored.connect(self._show_edit)
            document.edited.connect(self._show_edit)
            document.undo_stack.indexChanged.connect(self._show_state)
            self.view.setFocus()
            self._show_edit()

    def _show_edit(self) -> None:
        document = self.studio.document
        if document is not None:
            self.look_panel.set_look(document.edit.look)
            self.view.show_colors(document.colors, document.edit.look)
        self._show_state()

    def _show_state(self) -> None:
        document = self.studio.document
        ready = document is not None and document.colors is not None
        self.side.set_ready(ready=ready)
        enabled = dict.fromkeys(("save", "copy"), ready)
        enabled |= dict.fromkeys(
            ("close_photo", "zoom_in", "zoom_out", "zoom_fit", "zoom_full"), document is not None
        )
        enabled["undo"] = document is not None and document.undo_stack.canUndo()
        enabled["redo"] = document is not None and document.undo_stack.canRedo()
        for name, on in enabled.items():
            self.actions_by_name[name].setEnabled(on)

    def _show_zoom(self, viewport: Viewport) -> None:
        self.strip.show_zoom(viewport.scale)

    def _remember(self, path: Path) -> None:
        self._change_settings(recent=self.settings.with_recent(path))
        self._show_recent()

    def _show_recent(self) -> None:
        self.recent_menu.clear()
        for name in self.settings.recent:
            action = self.recent_menu.addAction(Path(name).name)
            action.setToolTip(name)
            action.triggered.connect(lambda _on=False, n=name: self.studio.open_paths([Path(n)]))
        self.recent_menu.setEnabled(bool(self.settings.recent))

    def _saved(self, target: Path) -> None:
        show = (self.tr("Show in folder"), lambda: help_text.show_in_folder(target))
        self.notice_bar.show_notice(
            Notice(self.tr("Saved as {}.").format(target.name), action=show)
        )

    def _copied(self, image: QImage) -> None:
        QGuiApplication.clipboard().setImage(image)
        self.notice_bar.show_notice(Notice(self.tr("The colour photo is in the clipboard.")))

    def _change_settings(self, **changes: object) -> None:
        self.settings = replace(self.settings, **changes)  # type: ignore[arg-type]
        self.settings_changed.emit(self.settings)

    # asking

    def choose_files(self) -> None:
        """Ask for photos and open them."""
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Open photographs"))
        if names:
            self.studio.open_paths([Path(name) for name in names])

    def choose_folder(self) -> None:
        """Ask for a folder and open the photos in it."""
        name = QFileDialog.getExistingDirectory(self, self.tr("Open a folder of photographs"))
        if name:
            self.studio.open_paths([Path(name)])

    def choose_target(self) -> None:
        """Ask where to save and save."""
        document = self.studio.document
        if document is None or document.colors is None:
            return
        dialog = SaveDialog(document.photo, self.settings, self)
        if dialog.exec():
            request = dialog.request()
            self._change_settings(
                format=request.format, quality=request.quality, folder=str(request.target.parent)
            )
            self.studio.save(request)
        dialog.deleteLater()

    def paste(self) -> None:
        """Open what is in the clipboard: files, or a picture."""
        self.studio.open_mime(QGuiApplication.clipboard().mimeData())

    # events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if has_photos(event.mimeData()):
            event.acceptProposedAction()
            self.drop_area.set_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self.drop_area.set_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.drop_area.set_over(False)
        event.acceptProposedAction()
        self.studio.open_mime(event.mimeData())

    def closeEvent(self, event: QCloseEvent) -> None:
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self._change_settings(geometry=geometry)
        self.renderer.close()
        self.studio.close()
        super().closeEvent(event)
