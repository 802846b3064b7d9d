"""`HintController`: connects the panel of colour points, their tool, popover and the document."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Slot
from PySide6.QtGui import QAction, QColor

from core.colorize.edits import Edit
from desktop.editor.document import PhotoDocument
from desktop.editor.eyedropper import Eyedropper
from desktop.editor.photo_editor import PhotoEditor
from desktop.editor.reach_preview import reach_veil
from desktop.editor.widgets.compare_view import CompareView
from desktop.editor.widgets.hint_panel import HintPanel
from desktop.editor.widgets.hint_popover import HintPopover
from desktop.editor.widgets.hint_tool import HintTool
from desktop.editor.widgets.photo_marks import Mark, PhotoMarks
from desktop.settings import SettingsStore
from desktop.text.announce import announce
from desktop.text.tables import left_to_right


class HintController(QObject):
    """Connects the colour points; ``action`` turns their tool on and off."""

    def __init__(
        self,
        view: CompareView,
        panel: HintPanel,
        action: QAction,
        editor: PhotoEditor,
        settings: SettingsStore,
    ) -> None:
        super().__init__(view)
        self._settings, self._tasks = settings, editor.tasks
        self.view, self.panel, self.action = view, panel, action
        self.tool = tool = HintTool(self)
        self.popover = popover = HintPopover(view)
        self._document: PhotoDocument | None = None
        self._reach_held = False
        self.marks = PhotoMarks(view)
        tool.changed.connect(editor.set_hints)
        tool.selected.connect(self._show_selected)
        tool.left.connect(self._leave)
        self.eyedropper = Eyedropper(self)
        self.eyedropper.picked.connect(self._picked)
        self._picks_for_point = False
        action.toggled.connect(panel.place.setChecked)
        action.toggled.connect(self._use)
        panel.place_toggled.connect(action.setChecked)
        panel.color_chosen.connect(self._choose)
        panel.pick_clicked.connect(self._pick_next)
        panel.delete_clicked.connect(tool.delete)
        panel.clear_clicked.connect(tool.clear)
        panel.point_chosen.connect(self._choose_point)
        popover.color_chosen.connect(self._recolor)
        popover.pick_clicked.connect(self._pick_for_point)
        popover.delete_clicked.connect(self._delete)
        popover.reach_changed.connect(self._set_reach)
        popover.reach_held.connect(self._hold_reach)
        view.viewport_changed.connect(self._stand)
        self.show_document(None)

    def show_document(self, document: PhotoDocument | None) -> None:
        """Show the points of another photo, or none."""
        self.eyedropper.stop()
        self._document = document
        self._reach_held = False
        self.tool.set_photo(document.pyramid if document else None)
        if document is None:
            self.action.setChecked(False)
        self.show_edit(document.edit if document else Edit())

    def show_edit(self, edit: Edit) -> None:
        """Show the points as the document has them now."""
        self.tool.set_hints(edit.hints)
        self._show_points()
        self._show_veil()
        self.view.update()

    # showing

    @Slot(object)
    def _show_selected(self, index: int | None) -> None:
        self._offer_colors()
        self._show_points()
        self.view.update()
        if index is not None and index < len(self.marks.names):
            announce(self.view, self.marks.names[index])

    def _show_points(self) -> None:
        """In the panel, and the selected one beside itself."""
        tool = self.tool
        listed = [(tool.shown_color(hint), f"{hint.x:.0%}, {hint.y:.0%}") for hint in tool.hints]
        self.panel.set_points(listed, tool.index)
        self.marks.set_marks([self._mark(index) for index in range(len(tool.hints))])
        if tool.index is not None:
            color, _ = listed[tool.index]
            reach = tool.hints[tool.index].reach
            self.popover.show_point(tool.index + 1, len(listed), color, reach)
        self._stand()

    def _mark(self, index: int) -> Mark:
        """A point as a screen reader is told of it."""
        hint, count = self.tool.hints[index], len(self.tool.hints)
        words = self.tr("Colour point {number} of {count}: {color}, {place}").format(
            number=index + 1,
            count=count,
            color=left_to_right(self.tool.shown_color(hint).name()),
            place=left_to_right(f"{hint.x:.0%}, {hint.y:.0%}"),
        )
        return Mark(words, QRectF(hint.x, hint.y, 0, 0))

    def _offer_colors(self) -> None:
        if self.tool.index is None:
            return
        hint = self.tool.hints[self.tool.index]
        made = self._document.colorization if self._document else None
        likely = made.likely_colors(hint.x, hint.y) if made else []
        colors = [self.tool.color_at(hint.x, hint.y, ab) for ab in likely]
        recent = map(QColor, self._settings.value.recent_colors)
        self.popover.show_colors(recent, colors)

    @Slot()
    def _stand(self) -> None:
        """The popover stands beside the selected point, or is away."""
        place = self.tool.place_of(self.view.viewport_now)
        if place is None or not self.action.isChecked():
            self.popover.hide()
        else:
            self.popover.stand_beside(place.toPoint(), self.view.rect())

    def _show_veil(self) -> None:
        made = self._document.colorization if self._document else None
        index = self.tool.index
        if not self._reach_held or made is None or made.likeness is None or index is None:
            self.tool.veil = None
        else:
            self.tool.veil = reach_veil(made.likeness, self.tool.hints[index])

    # doing

    @Slot()
    def _leave(self) -> None:
        self.action.setChecked(False)

    @Slot(bool)
    def _use(self, on: bool) -> None:
        self.view.take(self.tool, in_hand=on)
        made = self._document.colorization if self._document else None
        if on and made is not None and made.likeness is not None:  # else the first point waits
            self._tasks.run(made.likeness.prepare, lambda _none: None, lambda _error: None)
        self._stand()

    @Slot(QColor)
    def _choose(self, color: QColor) -> None:
        """The next point has this colour; no point that is there."""
        self.tool.set_color(color)
        self._remember(color)
        self.tool.select(None)
        self.action.setChecked(True)

    @Slot(int)
    def _choose_point(self, index: int) -> None:
        self.action.setChecked(True)
        self.tool.select(index)

    @Slot(QColor)
    def _recolor(self, color: QColor) -> None:
        self.tool.recolor(color)
        self._remember(color)

    @Slot()
    def _delete(self) -> None:
        self.tool.delete()
        self.view.setFocus()

    @Slot(float)
    def _set_reach(self, reach: float) -> None:
        self.tool.set_reach(reach)

    @Slot(bool)
    def _hold_reach(self, held: bool) -> None:
        self._reach_held = held
        self.tool.end_gesture()
        self._show_veil()
        self.view.update()

    def _remember(self, color: QColor) -> None:
        recent = self._settings.value.with_recent_color(color.name())
        self._settings.change(recent_colors=recent)

    @Slot()
    def _pick_next(self) -> None:
        self._picks_for_point = False
        self.action.setChecked(True)
        self.eyedropper.start()

    @Slot()
    def _pick_for_point(self) -> None:
        self._picks_for_point = True
        self.eyedropper.start()

    @Slot(QColor)
    def _picked(self, color: QColor) -> None:
        if self._picks_for_point:
            self._recolor(color)
            return
        self.panel.set_color(color)
        self.panel.color_chosen.emit(color)
