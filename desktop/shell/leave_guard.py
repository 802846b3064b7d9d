"""`LeaveGuard`: nothing is lost when a picture without a file, or the window, is to go."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop.editor.photo_editor import PhotoEditor


class LeaveGuard(QObject):
    """Asks before a pasted picture with work on it goes; waits for what is being saved.

    Args:
        window: is closed by itself when what was being saved is there.
        save: asks where to save the result.
    """

    def __init__(self, window: QWidget, editor: PhotoEditor, save: Callable[[], None]) -> None:
        super().__init__(window)
        self._window, self._editor, self._save = window, editor, save
        self.question: QMessageBox | None = None
        self._closing = False
        editor.leaving_asked.connect(self.ask)
        editor.saving_ended.connect(self._saving_ended)

    def may_close(self) -> bool:
        """Whether the window may close now; else the person is told or asked."""
        if self._editor.unsaved_picture:
            self.ask(self._close_anyway)
            return False
        kept = self._editor.autosave.finish(self._editor.document)
        if self._editor.saving:
            self._wait()
            return False
        return kept

    @Slot(object)
    def ask(self, go_on: Callable[[], None]) -> None:
        """Ask what becomes of the picture; ``go_on`` where it may go."""
        if self.question is not None:
            return
        box = self._box(self.tr("The pasted picture has no file, and your work on it none either."))
        save = box.addButton(self.tr("Save…"), QMessageBox.ButtonRole.AcceptRole)
        drop = box.addButton(self.tr("Throw away"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(self.tr("Keep working"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(save)
        box.setEscapeButton(stay)

        def answered(clicked: object) -> None:
            if clicked is save:
                self._save()
            elif clicked is drop:
                self._editor.discarding(go_on)

        self._open(box, answered)

    def _wait(self) -> None:
        if self.question is not None:
            return
        self._closing = True
        box = self._box(self._words())
        box.setInformativeText(self.tr("Autochrome closes by itself when that is done."))
        stay = box.addButton(self.tr("Keep working"), QMessageBox.ButtonRole.RejectRole)
        box.setEscapeButton(stay)
        self._open(box, lambda _clicked: self._stay())

    def _stay(self) -> None:
        self._closing = False

    @Slot(bool)
    def _saving_ended(self, well: bool) -> None:
        """Close where that was asked for and all is there; what failed is to be read first."""
        if not self._closing:
            return
        if well and self._editor.saving:
            if self.question is not None:
                self.question.setText(self._words())
            return
        self._closing = False
        if self.question is not None:
            self.question.done(0)
        if well:
            self._window.close()

    def _words(self) -> str:
        return self.tr("Being finished: {}").format(self._editor.saving)

    def _close_anyway(self) -> None:
        self._window.close()

    def _box(self, words: str) -> QMessageBox:
        box = self.question = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("Autochrome")
        box.setText(words)
        return box

    def _open(self, box: QMessageBox, answered: Callable[[object], None]) -> None:
        def finished() -> None:
            self.question = None
            box.deleteLater()
            answered(box.clickedButton())

        box.finished.connect(finished)
        box.open()
