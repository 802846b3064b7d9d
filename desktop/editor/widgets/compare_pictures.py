"""`Pictures`: what has been rendered so far of the photo in the compare view."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor

from desktop.background.patch import Patch


@dataclass(frozen=True, eq=False)
class Pictures:
    """A far view of everything, and the last patch of the part that is seen."""

    far: Patch | None = None
    near: Patch | None = None

    @property
    def colored(self) -> bool:
        """Whether the colours have been rendered."""
        return self.near is not None and self.near.after is not None

    def with_patch(self, patch: Patch) -> Pictures:
        """Add a patch; one of the whole photo becomes the far view too."""
        photo = patch.view.pyramid.photo
        whole = patch.rect.width() >= photo.width and patch.rect.height() >= photo.height
        return Pictures(patch if whole else self.far, patch)

    def without_colors(self) -> Pictures:
        """The same pictures, grey."""
        return Pictures(*(p and replace(p, after=None) for p in (self.far, self.near)))

    def color_at(self, at: QPointF) -> QColor | None:
        """The colour that is shown of a place, in pixels of the photo; None outside it."""
        for patch in (self.near, self.far):
            if patch is not None and patch.rect.contains(at):
                image = patch.after or patch.before
                share = image.width() / patch.rect.width()
                x = min(int((at.x() - patch.rect.left()) * share), image.width() - 1)
                y = min(int((at.y() - patch.rect.top()) * share), image.height() - 1)
                return image.pixelColor(x, y)
        return None
