"""Renders the visible part of a photo, off the window's thread; the latest request wins."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, Signal

from desktop.background.mailbox import Mailbox
from desktop.background.patch import Stage, View

#: A first, coarse picture may take this long; the full one follows. With what painting takes a drag
#: is followed within a frame of a screen of 60 Hz.
_LIVE_SECONDS: Final = 0.01
#: A drag that rests for so long is taken to have ended.
_PAUSE_SECONDS: Final = 0.12
#: The shares of the wanted scale that a coarse picture may have: few, so that one stage serves a
#: whole drag; coarser than the last is not worth showing.
_SHARES: Final = (1.0, 0.7, 0.5, 0.35, 0.25)
#: Stages kept: the coarse one and the full one of what is seen now, and of what was seen before.
_STAGES: Final = 4


class Renderer(QObject):
    """One thread that renders the latest `View`; patches arrive on this object's thread.

    Args:
        synchronous: have no thread: `run_pending` renders what was asked for.
    """

    rendered = Signal(object)  # Patch

    def __init__(self, parent: QObject | None = None, *, synchronous: bool = False) -> None:
        super().__init__(parent)
        self._seconds_per_pixel = 1e-7
        self._stages: deque[Stage] = deque(maxlen=_STAGES)
        self._mailbox: Mailbox[View | None] = Mailbox(
            self._render, name="render", synchronous=synchronous
        )

    def request(self, view: View) -> None:
        """Queue a view in place of any that waits."""
        self._mailbox.put("view", view)

    def forget(self) -> None:
        """Drop what waits, and what is kept of the last photo: it takes no memory any more."""
        self._mailbox.put("view", None)

    def run_pending(self) -> None:
        """Render what was asked for, on the caller's thread; only where there is no other."""
        self._mailbox.run_pending()

    def close(self) -> None:
        """Stop the thread; returns when it has ended."""
        self._mailbox.close()

    def _render(self, view: View | None) -> None:
        if view is None:
            self._stages.clear()
            return
        share = self.share_for(view, self._seconds_per_pixel)
        if share < 1:
            self._emit(replace(view, scale=min(1.0, view.scale) * share))
            # a full picture begun in a pause of a drag would hold up the next coarse one
            self._mailbox.pause(_PAUSE_SECONDS)
        if not self._mailbox.interrupted:
            self._emit(view)

    @staticmethod
    def share_for(view: View, seconds_per_pixel: float) -> float:
        """The share of a view's scale to begin with; 1 where the full picture is quick enough."""
        if not view.coarse or view.colorization is None:
            return 1.0
        scale = min(1.0, view.scale)
        pixels = view.visible.width() * view.visible.height() * scale**2
        expected = pixels * seconds_per_pixel
        if expected <= _LIVE_SECONDS:
            return 1.0
        return next((step for step in _SHARES if step**2 * expected <= _LIVE_SECONDS), _SHARES[-1])

    def _stage(self, view: View) -> Stage:
        stage = next((stage for stage in self._stages if stage.is_of(view)), None)
        if stage is None:
            if any(kept.view.pyramid is not view.pyramid for kept in self._stages):
                self._stages.clear()  # of another photo
            stage = Stage.of(view)
            self._stages.append(stage)
        return stage

    def _emit(self, view: View) -> None:
        start = time.perf_counter()
        patch = self._stage(view).patch(view)
        if patch.after is not None:
            pixels = patch.after.width() * patch.after.height()
            # recent pictures count most: the machine's load changes
            new = (time.perf_counter() - start) / pixels
            self._seconds_per_pixel += 0.3 * (new - self._seconds_per_pixel)
        if not self._mailbox.closed:
            self.rendered.emit(patch)
