"""`RepairController`: connects the repair's panel, its tool, the places marked and the document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction

from core.repair.edits import RepairEdit, RepairMark
from desktop.editor.document import PhotoDocument
from desktop.editor.line_controller import LineController
from desktop.editor.photo_editor import PhotoEditor
from desktop.editor.widgets.compare_view import CompareView
from desktop.editor.widgets.mask_picture import empty_picture, with_marks_drawn
from desktop.editor.widgets.repair_panel import RepairPanel
from desktop.editor.widgets.repair_tool import RepairTool
from desktop.text.announce import announce
from desktop.text.notices import Notice


class RepairController(LineController):
    """Connects the repair; ``action`` turns its brush on and off, ``others`` are those of others.

    Nothing is repaired before its place was shown: what is found is marked, and a person says that
    it is to be repaired.
    """

    panel: RepairPanel
    tool: RepairTool

    def __init__(
        self,
        view: CompareView,
        panel: RepairPanel,
        action: QAction,
        others: Sequence[QAction],
        editor: PhotoEditor,
    ) -> None:
        super().__init__(view, panel, RepairTool(), action, others)
        self._editor = editor
        self.tool.changed.connect(lambda marks, words: self._change(words, marks=marks))
        self._connect_panel()
        self.tool.pointed.connect(editor.repairs.trace)
        editor.repairs.traced.connect(self._take_scratch)
        editor.repairs.busy_changed.connect(self._show)

    def _connect_panel(self) -> None:
        panel = self.panel
        panel.find_clicked.connect(self._find)
        panel.shown_toggled.connect(self._show)
        panel.applied_changed.connect(self._apply)
        panel.strength_changed.connect(self._weaken)
        panel.sensitivity_changed.connect(self._sharpen)
        panel.compared.connect(self._compare)
        panel.levels_changed.connect(self._spread)
        panel.clear_clicked.connect(self._clear)

    def show_document(self, document: PhotoDocument | None) -> None:
        """Another photo is open, or none."""
        self.panel.setEnabled(document is not None)
        if document is None:
            self.action.setChecked(False)
        else:
            document.repaired_changed.connect(self._show_repaired)
            document.damage_found.connect(self._tell_found)
            self._show_repaired()
        self.show_edit()

    @Slot()
    def show_edit(self) -> None:
        """The edit has changed: show its marks."""
        edit = self._repair
        marks = edit.marks
        self.tool.set_marks(marks)
        self.show_lines(marks, [self._name(at, marks) for at in range(len(marks))])
        self._show()

    @property
    def _repair(self) -> RepairEdit:
        document = self._editor.document
        return RepairEdit() if document is None else document.edit.repair

    def _name(self, at: int, marks: Sequence[RepairMark]) -> str:
        """A mark as a screen reader is told of it."""
        what = self.panel.choice(marks[at].kind).text()
        words = self.tr("Repair mark {number} of {count}: {what}")
        return words.format(number=at + 1, count=len(marks), what=what)

    @Slot()
    def _show(self) -> None:
        document, edit = self._editor.document, self._repair
        damage = None if document is None else document.damage
        share = None if damage is None else damage.share
        sensitive = damage is None or damage.damage.sensitive
        busy = self._editor.repairs.busy
        self.panel.show_edit(edit, share, busy=busy, sensitive=sensitive)
        shown = self.panel.show_marked.isChecked() and edit.has_places
        if document is None or not shown:
            self.view.show_mask(None)
            return
        if edit.find and damage is not None:
            found = damage.picture
        else:
            found = empty_picture(document.photo.width, document.photo.height)
        self.view.show_mask(with_marks_drawn(found, edit.marks))

    @Slot()
    def _show_repaired(self) -> None:
        document = self._editor.document
        if document is not None:
            self.view.show_repaired(document.repaired.pyramid)

    @Slot()
    def _tell_found(self) -> None:
        self._show()
        announce(self.view, self.panel.words.text())
        document = self._editor.document
        found = None if document is None else document.damage
        if found is not None and found.damage.notes:
            words = self.tr(
                "The scanner's infrared picture is no map of dust here, as with silver film: damage"
                " was looked for in the photo itself."
            )
            self._editor.noticed.emit(Notice(words, "\n".join(found.damage.notes)))

    def _change(self, words: str, gesture: int | None = None, **what: object) -> None:
        self._editor.set_repair(replace(self._repair, **what), words, gesture)  # type: ignore[arg-type]

    @Slot()
    def _find(self) -> None:
        self.panel.show_marked.setChecked(True)
        self._change(self.tr("Find damage"), find=True)

    @Slot(object)
    def _take_scratch(self, mark: RepairMark | None) -> None:
        if mark is None:
            words = self.tr(
                "No straight scratch was found there. Click right on one, zoomed in if it is faint."
            )
            self._editor.noticed.emit(Notice(words))
            return
        self.panel.show_marked.setChecked(True)
        self._change(self.tr("Follow a scratch"), marks=(*self._repair.marks, mark))
        announce(self.view, self.tr("A scratch was followed and marked."))

    @Slot(bool)
    def _apply(self, applied: bool) -> None:
        # what was repaired is looked at without the marks over it, and the other way round
        self.panel.show_marked.setChecked(not applied)
        words = self.tr("Repair") if applied else self.tr("Without the repair")
        self._change(words, applied=applied)

    @Slot(float, int)
    def _weaken(self, strength: float, gesture: int) -> None:
        self._change(self.tr("Strength of the repair"), gesture, strength=strength)

    @Slot(float, int)
    def _sharpen(self, sensitivity: float, gesture: int) -> None:
        self.panel.show_marked.setChecked(True)
        self._change(self.tr("Sensitivity"), gesture, sensitivity=sensitivity)

    @Slot(bool)
    def _compare(self, held: bool) -> None:
        document = self._editor.document
        if document is not None:
            self.view.show_repaired(document.pyramid if held else document.repaired.pyramid)

    @Slot()
    def _clear(self) -> None:
        kept = RepairEdit(levels=self._repair.levels)
        self._editor.set_repair(kept, self.tr("Remove all marks"))

    @Slot(bool)
    def _spread(self, on: bool) -> None:
        self._change(self.tr("Spread faded tones"), levels=on)
