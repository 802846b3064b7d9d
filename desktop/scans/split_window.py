"""`SplitWindow`: scanned pages, the prints found on them, and the button that cuts them apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMessageBox, QPushButton, QVBoxLayout, QWidget

from core.batch.cut_pages import PageCutter
from core.errors import AutochromeError, TargetExistsError
from core.photo.save_options import SaveOptions
from desktop.scans.find_and_cut import CutOutcome
from desktop.scans.frame_commands import FrameCommands
from desktop.scans.split_session import SplitSession
from desktop.scans.widgets.cut_bar import CutBar
from desktop.scans.widgets.page_strip import PageStrip
from desktop.scans.widgets.page_view import PageView
from desktop.scans.widgets.print_panel import PrintPanel
from desktop.system.drop_contents import dropped_paths
from desktop.system.file_manager import show_in_folder
from desktop.text.notices import Notice
from desktop.widgets.notice_bar import NoticeBar


class SplitWindow(QWidget):
    """A window of its own: pages in a strip, one of them large, figures and buttons, the foot.

    Args:
        folder: of the pictures, at first.
        quality: of JPEG and WebP.
    """

    add_asked = Signal()
    open_asked = Signal(object)  # list[Path]: the pictures
    closed = Signal()

    def __init__(self, folder: str, quality: int, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Split scanned pages"))
        self.setAcceptDrops(True)
        self._quality = quality
        self.session = SplitSession(self)
        self.strip, self.view, self.panel = PageStrip(), PageView(), PrintPanel()
        self.foot = CutBar(folder)
        self.add_pages = QPushButton(self.tr("Add pages…"))
        self.question: QMessageBox | None = None
        self._closing = False
        self._lay_out()
        self.notice_bar = NoticeBar(self.view, self)
        self.commands = FrameCommands(self.session.pages, self.view, self.panel, self)
        self._connect()
        self._shortcuts()
        self.resize(QSize(1180, 800).boundedTo(self.screen().availableSize()))
        self._show_chosen()

    # --- showing ---------------------------------------------------------------------------

    def _lay_out(self) -> None:
        row, left, whole = QHBoxLayout(), QVBoxLayout(), QVBoxLayout(self)
        left.addWidget(self.strip, 1)
        left.addWidget(self.add_pages)
        row.addLayout(left)
        row.addWidget(self.view, 1)
        row.addWidget(self.panel)
        whole.addLayout(row, 1)
        whole.addWidget(self.foot)

    def _connect(self) -> None:
        session, view = self.session, self.view
        session.pages.added.connect(self._added)
        session.pages.changed.connect(self._changed)
        session.looked.connect(self._show_ready)
        session.failed.connect(self._failed)
        session.began.connect(self.foot.show_work)
        session.ended.connect(self._ended)
        self.strip.currentRowChanged.connect(self._show_page)
        view.chosen_changed.connect(self._show_chosen)
        self.add_pages.clicked.connect(self.add_asked)
        self.foot.cut_clicked.connect(self.cut)
        self.foot.stop_clicked.connect(session.stop)

    def _shortcuts(self) -> None:
        stack = self.session.pages.undo_stack
        keys: tuple[tuple[QKeySequence, Callable[[], object]], ...] = (
            (QKeySequence(QKeySequence.StandardKey.Undo), stack.undo),
            (QKeySequence(QKeySequence.StandardKey.Redo), stack.redo),
            (QKeySequence("PgDown"), lambda: self.step(1)),
            (QKeySequence("PgUp"), lambda: self.step(-1)),
        )
        for key, do in keys:
            QShortcut(key, self).activated.connect(do)

    def step(self, by: int) -> None:
        """Show the next page, or the one before."""
        row = self.strip.currentRow() + by
        if 0 <= row < self.strip.count():
            self.strip.setCurrentRow(row)

    def _added(self, first: int) -> None:
        for index in range(first, len(self.session.pages.entries)):
            self.strip.show_entry(index, self.session.pages.entries[index])
        if self.strip.currentRow() < 0:
            self.strip.setCurrentRow(0)

    def _changed(self, index: int) -> None:
        entry = self.session.pages.entries[index]
        self.strip.show_entry(index, entry)
        if index == self.strip.currentRow():
            if entry.size != self.view.page:
                self._show_page(index)
            else:
                self.view.show_frames(entry.frames or ())
        elif self.session.pages.undo_stack.canRedo():  # an undo shows what it undid
            self.strip.setCurrentRow(index)
        self._show_ready()

    def _show_page(self, index: int) -> None:
        self.commands.index = index
        if index >= 0:
            entry = self.session.pages.entries[index]
            self.view.show_page(entry.image(), entry.size, entry.frames or ())

    def _show_ready(self) -> None:
        if not self.session.cutting:
            pages = self.session.pages
            self.foot.show_ready(pages.prints, waiting=pages.waiting)

    def _show_chosen(self) -> None:
        self.panel.show_frames(self.view.frames, self.view.chosen)

    # --- cutting ---------------------------------------------------------------------------

    def cut(self) -> None:
        """Cut every page into the folder that is named."""
        if not self.foot.folder.text().strip():
            self.notice_bar.show_notice(Notice(self.tr("Choose a folder for the pictures first.")))
            return
        self.notice_bar.clear()
        self._cut(self._cutter(overwrite=False))

    def _cut(self, cutter: PageCutter, numbers: Sequence[int] | None = None) -> None:
        self.foot.show_work(0, len(numbers or self.session.pages.entries))
        self.session.cut(cutter, numbers)

    def _cutter(self, *, overwrite: bool) -> PageCutter:
        return PageCutter(
            self.foot.output,
            SaveOptions(None, self._quality),
            cut_borders=self.foot.borders.isChecked(),
            overwrite=overwrite,
        )

    def _ended(self, outcome: CutOutcome) -> None:
        self.foot.show_work(None)
        self._show_ready()
        if self._closing:
            self._closing = False
            self.session.pages.undo_stack.setClean()
            self.close()
            return
        there = [page for page, error in outcome.failed if isinstance(error, TargetExistsError)]
        if there:
            pages = [page for page, _ in self.session.pages.work()]
            numbers = [pages.index(page) for page in there]
            self.notice_bar.show_notice(
                Notice(
                    self.tr("Pictures of %n page(s) are there already.", "", len(there)),
                    action=(
                        self.tr("Replace them"),
                        lambda: self._cut(self._cutter(overwrite=True), numbers),
                    ),
                )
            )
        elif outcome.failed:
            words = self.tr("%n page(s) could not be cut.", "", len(outcome.failed))
            said = "\n".join(str(error) for _, error in outcome.failed)
            self.notice_bar.show_notice(Notice(words, said))
        else:
            self.session.pages.undo_stack.setClean()
            self._say_done(outcome)

    def _say_done(self, outcome: CutOutcome) -> None:
        pictures, folder = outcome.pictures, self.foot.output
        words = self.tr("%n picture(s) are written.", "", len(pictures))
        if outcome.stopped:
            words = self.tr("Stopped: %n picture(s) are written.", "", len(pictures))
        see = (
            self.tr("Show in folder"),
            lambda: show_in_folder(pictures[0] if pictures else folder),
        )
        go_on = (self.tr("Open them"), lambda: self.open_asked.emit(pictures))
        self.notice_bar.show_notice(Notice(words, action=go_on if pictures else None, second=see))

    def _failed(self, error: AutochromeError) -> None:
        self.foot.show_work(None)
        self._show_ready()
        self.notice_bar.show_notice(Notice.of(error))

    # --- events ----------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.session.add(dropped_paths(event.mimeData()))

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.session.cutting:
            self._closing = True
            self.session.stop()
            words = self.tr("The page in hand is being finished; the window closes by itself then.")
            self.notice_bar.show_notice(Notice(words))
            event.ignore()
        elif not self.session.pages.undo_stack.isClean():
            self._ask()
            event.ignore()
        else:
            self.end()
            super().closeEvent(event)

    def end(self) -> None:
        """Give up what is not done; returns when what runs has ended."""
        self.session.close()
        self.notice_bar.clear()
        self.closed.emit()

    def _ask(self) -> None:
        if self.question is not None:
            return
        box = self.question = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.windowTitle())
        box.setText(self.tr("The frames that you changed are not cut yet."))
        cut = box.addButton(self.foot.cut.text(), QMessageBox.ButtonRole.AcceptRole)
        drop = box.addButton(self.tr("Close anyway"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(self.tr("Keep working"), QMessageBox.ButtonRole.RejectRole)
        cut.setEnabled(self.foot.cut.isEnabled())
        box.setEscapeButton(stay)

        def answered() -> None:
            clicked = box.clickedButton()
            self.question = None
            box.deleteLater()
            if clicked is cut:
                self.cut()
            elif clicked is drop:
                self.session.pages.undo_stack.setClean()
                self.close()

        box.finished.connect(answered)
        box.open()
