"""What is said when photos have joined the queue."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.queue.enqueue import Enqueued
from desktop.text.notices import Notice


class FilledNotice(QObject):
    """The context of these texts; lupdate takes plurals where they stand in ``tr`` alone."""


def filled_notice(
    filled: Enqueued, start: Callable[[], None] | None, open_instead: Callable[[], None]
) -> Notice:
    """How many have joined, and what can be done now.

    Args:
        filled: what has joined.
        start: colorizes what waits; None where that is being done.
        open_instead: takes the photos out again and opens them one by one.
    """
    context = FilledNotice()
    details = "\n".join(str(trouble) for trouble in filled.troubles)
    if not filled.ids:
        return Notice(context.tr("There is no photo to colorize in there."), details)
    words = context.tr("%n photo(s) have joined the queue.", "", len(filled.ids))
    if filled.troubles:
        words += " " + context.tr("Some folders could not be read.")
    action = (context.tr("Colorize all"), start) if start else None
    second = (context.tr("Open them one by one instead"), open_instead)
    return Notice(words, details, action, second)
