"""`FilledNotice`: what is said when photos have joined the queue."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.queue.enqueue import Enqueued
from desktop.text.notices import Notice


class FilledNotice(QObject):
    """Says how many photos have joined, and what can be done now."""

    def of(
        self, filled: Enqueued, start: Callable[[], None] | None, instead: Callable[[], None]
    ) -> Notice:
        """The notice.

        Args:
            filled: what has joined.
            start: colorizes what waits; None where that is being done.
            instead: takes the photos out again and opens them one by one.
        """
        details = "\n".join(str(trouble) for trouble in filled.troubles)
        if not filled.ids:
            return Notice(self.tr("There is no photo to colorize in there."), details)
        words = self.tr("%n photo(s) have joined the queue.", "", len(filled.ids))
        if filled.troubles:
            words += " " + self.tr("Some folders could not be read.")
        action = (self.tr("Colorize all"), start) if start else None
        second = (self.tr("Open them one by one instead"), instead)
        return Notice(words, details, action, second)
