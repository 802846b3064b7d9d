"""What a person should know of a file, before its colours come."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from core.colorize.edits import Edit
from core.errors import AutochromeError, UnreadablePhotoError
from core.photo.photo import Photo
from core.photo.salvage import END_MARK_MISSING
from desktop.editor.prepare_photo import PreparedPhoto
from desktop.text.notices import Choice, Notice

translate = QCoreApplication.translate


def opening_notice(
    made: PreparedPhoto, start_afresh: Callable[[], None], *, known: bool
) -> Notice | None:
    """What there is to say of a photo that is opened; ``known``: it was open a while ago."""
    if made.trouble is not None:
        return Notice.of(made.trouble)
    if not known and made.asked is None and made.earlier.edit != Edit():
        return restored_notice(start_afresh)
    return condition_notice(made.photo) if made.photo.notes else None


def condition_notice(photo: Photo) -> Notice:
    """Of a photo that was read with notes: damaged, salvaged in part, or not all of its file."""
    if photo.salvaged is not None:
        words = translate(
            "PhotoEditor", "This photo is damaged: {} of it could be read, the rest is grey."
        )
        words = words.format(f"{photo.salvaged:.0%}")
    elif all(END_MARK_MISSING in note for note in photo.notes):
        words = translate(
            "PhotoEditor", "The end of this file is missing, but the whole photo is there."
        )
    else:
        words = translate("PhotoEditor", "Not everything about this photo's file could be used.")
    return Notice(words, "\n".join(photo.notes))


def restored_notice(start_afresh: Callable[[], None]) -> Notice:
    """Of a photo whose earlier work was found."""
    words = translate("PhotoEditor", "Your earlier work on this photo is restored.")
    return Notice(words, action=(translate("PhotoEditor", "Start afresh"), start_afresh))


def afresh_notice(restore: Callable[[], None]) -> Notice:
    """Of a photo whose edits were left behind."""
    words = translate("PhotoEditor", "The photo is as it was without your edits.")
    return Notice(words, action=(translate("PhotoEditor", "Restore my edits"), restore))


def rescue_choice(error: AutochromeError, rescue: Callable[[Path], None]) -> Choice | None:
    """The choice to open what can be decoded, where an error leaves that."""
    path = error.path
    if path is None or not (isinstance(error, UnreadablePhotoError) and error.salvageable):
        return None
    return translate("PhotoEditor", "Rescue what is left"), lambda: rescue(path)
