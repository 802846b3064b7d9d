"""Composes the visible part of a photo, off the window's thread; the latest request wins."""

from __future__ import annotations

import sys
import threading
import time
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QImage

from core.colorize.look import Look
from core.colorize.render import compose_region
from core.resize import resize_area
from desktop.background.pyramid import Pyramid
from desktop.background.qimage import to_qimage
from desktop.editor.document import Colors

#: A first, coarse picture may take this long; the full one follows. With what painting takes, and
#: what a smaller picture costs beyond its share, a drag is followed within 33 ms.
_LIVE_SECONDS: Final = 0.02
#: A drag that rests for so long is taken to have ended.
_PAUSE_SECONDS: Final = 0.12
#: Coarser than this share of the wanted scale is not worth showing.
_COARSEST: Final = 0.25


@dataclass(frozen=True, eq=False)
class View:
    """What is to be seen: a part of a photo at a scale.

    Attributes:
        visible: in pixels of the photo.
        scale: pixels of the screen for one of the photo; the patch has at most one for one.
        coarse: whether a quick, coarser picture may come first.
    """

    pyramid: Pyramid
    colors: Colors | None
    look: Look
    visible: QRectF
    scale: float
    coarse: bool = True


@dataclass(frozen=True, eq=False)
class Patch:
    """The pixels of a `View`: ``rect`` in pixels of the photo, a little more than was asked for."""

    view: View
    rect: QRectF
    before: QImage
    after: QImage | None


def render(view: View) -> Patch:
    """Both pictures of a view, at its scale (at most the photo's own)."""
    scale = min(1.0, view.scale)
    level = view.pyramid.level_for(scale)
    photo = view.pyramid.photo
    fx, fy = level.width / photo.width, level.height / photo.height
    seen = view.visible
    left, top = int(seen.left() * fx), int(seen.top() * fy)
    right = min(level.width, int(seen.right() * fx) + 1)
    bottom = min(level.height, int(seen.bottom() * fy) + 1)
    left, top = min(left, level.width - 1), min(top, level.height - 1)
    share = min(1.0, scale / fx)
    height, width = (max(1, round(side * share)) for side in (bottom - top, right - left))
    before = to_qimage(resize_area(level.pixels[top:bottom, left:right], height, width))
    after = None
    if view.colors is not None:
        rect = (left, top, right - left, bottom - top)
        ab, field = view.colors.ab, view.colors.field
        after = to_qimage(compose_region(level, ab, view.look, rect=rect, scale=share, field=field))
    rect_f = QRectF(left / fx, top / fy, (right - left) / fx, (bottom - top) / fy)
    return Patch(view, rect_f, before, after)


class Renderer(QObject):
    """One thread that renders the latest `View`; patches arrive on this object's thread."""

    rendered = Signal(object)  # Patch

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted: View | None = None
        self._change = threading.Condition()
        self._closing = False
        self._seconds_per_pixel = 1e-7
        self._thread = threading.Thread(target=self._run, name="render", daemon=True)
        self._thread.start()

    def request(self, view: View) -> None:
        """Render this one, and nothing that was asked for before."""
        with self._change:
            self._wanted = view
            self._change.notify()

    def close(self) -> None:
        """Stop the thread; returns when it has ended."""
        with self._change:
            self._closing = True
            self._change.notify()
        self._thread.join()

    def _next(self) -> View | None:
        with self._change:
            self._change.wait_for(lambda: self._closing or self._wanted is not None)
            view, self._wanted = self._wanted, None
            return None if self._closing else view

    def _run(self) -> None:
        while self._step():
            pass

    def _step(self) -> bool:
        """One view; a function of its own, so that no photo is held while there is no other."""
        view = self._next()
        if view is None:
            return False
        try:
            self._render(view)
        except Exception as error:  # noqa: BLE001  (reported; the thread must live on)
            sys.excepthook(type(error), error, error.__traceback__)
        return True

    def _render(self, view: View) -> None:
        share = self.share_for(view, self._seconds_per_pixel)
        if share < 1:
            self._emit(replace(view, scale=min(1.0, view.scale) * share))
            # a full picture begun in a pause of a drag would hold up the next coarse one
            with self._change:
                self._change.wait_for(lambda: self._closing or self._wanted, _PAUSE_SECONDS)
        if self._wanted is None and not self._closing:
            self._emit(view)

    @staticmethod
    def share_for(view: View, seconds_per_pixel: float) -> float:
        """1 where the full picture is quick enough, else the share of its scale to begin with."""
        if not view.coarse or view.colors is None:
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
        if not self._closing:
            self.rendered.emit(patch)
