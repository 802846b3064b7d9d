"""`FrameCommands`: what view and panel ask for, made steps to undo on the page that is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from core.photo.frame import Frame
from desktop.scans.frame_edits import halved, joined, laid_on_side
from desktop.scans.page_frames import PageFrames
from desktop.scans.widgets.page_view import PageView
from desktop.scans.widgets.print_panel import PrintPanel


class FrameCommands(QObject):
    """Brings the page's view and the panel beside it together with the frames that are kept.

    Attributes:
        index: of the page that is shown; -1 where there is none.
    """

    def __init__(
        self, pages: PageFrames, view: PageView, panel: PrintPanel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._pages, self._view = pages, view
        self.index = -1
        view.changed.connect(self.change)
        panel.edited.connect(self._edit)
        does: dict[str, Callable[[], None]] = {
            "left": lambda: self._turn(1),
            "right": lambda: self._turn(-1),
            "add": self._add,
            "delete": self._delete,
            "join": self._join,
            "halve": self._halve,
            "as_found": self._as_found,
        }
        for name, do in does.items():
            panel.buttons[name].clicked.connect(lambda _on=False, do=do: do())

    def change(self, frames: Sequence[Frame], step: str, gesture: int | None = None) -> None:
        """Let the page have these frames, once its prints were looked for."""
        if self.index >= 0 and self._pages.entries[self.index].frames is not None:
            self._pages.set_frames(self.index, frames, step, gesture)

    def _replace(self, new: Sequence[Frame], step: str) -> None:
        """The frames that are chosen go, and others come."""
        chosen = set(self._view.chosen)
        kept = [frame for index, frame in enumerate(self._view.frames) if index not in chosen]
        at = min(chosen, default=len(kept))
        self.change([*kept[:at], *new, *kept[at:]], step)
        self._view.choose(*range(at, at + len(new)))

    def _chosen(self) -> list[Frame]:
        return [self._view.frames[index] for index in self._view.chosen]

    def _edit(self, frame: Frame) -> None:
        frames = list(self._view.frames)
        frames[self._view.chosen[-1]] = frame
        self.change(frames, self.tr("Change the figures"))

    def _turn(self, quarter_turns: int) -> None:
        turned = list(self._view.frames)
        for index in self._view.chosen:
            turned[index] = laid_on_side(turned[index], quarter_turns)
        self.change(turned, self.tr("Turn the picture"))

    def _add(self) -> None:
        width, height = self._view.page
        new = Frame(width / 2, height / 2, width / 3, height / 4)
        self.change([*self._view.frames, new], self.tr("Add a frame"))
        self._view.choose(len(self._view.frames) - 1)

    def _delete(self) -> None:
        self._replace((), self.tr("Delete a frame"))

    def _join(self) -> None:
        self._replace((joined(self._chosen()),), self.tr("Join frames"))

    def _halve(self) -> None:
        parts = [part for frame in self._chosen() for part in halved(frame)]
        self._replace(parts, self.tr("Cut a frame in two"))

    def _as_found(self) -> None:
        if self.index >= 0:
            self.change(self._pages.entries[self.index].found, self.tr("As found"))
