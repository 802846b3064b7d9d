"""Renders the visible part of a photo, off the window's thread; the latest request wins."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, Signal

from desktop.background.mailbox import Mailbox
from desktop.background.patch import View, render

#: A first, coarse picture may take this long; the full one follows. With what painting takes, and
#: what a smaller picture costs beyond its share, a drag is followed within 33 ms.
_LIVE_SECONDS: Final = 0.02
#: A drag that rests for so long is taken to have ended.
_PAUSE_SECONDS: Final = 0.12
#: Coarser than this share of the wanted scale is not worth showing.
_COARSEST: Final = 0.25


class Renderer(QObject):
    """One thread that renders the latest `View`; patches arrive on this object's thread.

    Args:
        synchronous: have no thread: `run_pending` renders what was asked for.
    """

    rendered = Signal(object)  # Patch

    def __init__(self, parent: QObject | None = None, *, synchronous: bool = False) -> None:
        super().__init__(parent)
        self._seconds_per_pixel = 1e-7
        self._mailbox: Mailbox[View] = Mailbox(self._render, name="render", synchronous=synchronous)

    def request(self, view: View) -> None:
        """Queue a view in place of any that waits."""
        self._mailbox.put("view", view)

    def run_pending(self) -> None:
        """Render what was asked for, on the caller's thread; only where there is no other."""
        self._mailbox.run_pending()

    def close(self) -> None:
        """Stop the thread; returns when it has ended."""
        self._mailbox.close()

    def _render(self, view: View) -> None:
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
        return float(max(_COARSEST, (_LIVE_SECONDS / expected) ** 0.5))

    def _emit(self, view: View) -> None:
        start = time.perf_counter()
        patch = render(view)
        if patch.after is not None:
            pixels = patch.after.width() * patch.after.height()
            # recent pictures count most: the machine's load changes
            new = (time.perf_counter() - start) / pixels
            self._seconds_per_pixel += 0.3 * (new - self._seconds_per_pixel)
        if not self._mailbox.closed:
            self.rendered.emit(patch)
