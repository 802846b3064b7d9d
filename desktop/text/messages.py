"""Sentences for errors of `core`, in the person's language."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from core import errors
from desktop.text.translation import QT_TRANSLATE_NOOP

_CONTEXT: Final = "messages"

#: Error type -> headline. The nearest ancestor's holds for a type that has none of its own.
_HEADLINES: Final[dict[type[errors.AutochromeError], str]] = {
    errors.AutochromeError: QT_TRANSLATE_NOOP("messages", "That did not work."),
    errors.PhotoError: QT_TRANSLATE_NOOP("messages", "This photo could not be opened."),
    errors.PhotoNotFoundError: QT_TRANSLATE_NOOP("messages", "This photo is not there any more."),
    errors.UnreadablePhotoError: QT_TRANSLATE_NOOP("messages", "This file is damaged or no photo."),
    errors.UnsupportedFormatError: QT_TRANSLATE_NOOP(
        "messages", "Photos of this format cannot be read here."
    ),
    errors.AnimatedPhotoError: QT_TRANSLATE_NOOP("messages", "This is an animation, not a photo."),
    errors.PhotoTooLargeError: QT_TRANSLATE_NOOP("messages", "This photo is too large."),
    errors.AlreadyColoredError: QT_TRANSLATE_NOOP("messages", "This photo has colours already."),
    errors.UnsureTintError: QT_TRANSLATE_NOOP(
        "messages", "This photo may be black-and-white, or its colours may have faded."
    ),
    errors.ReferencePhotoError: QT_TRANSLATE_NOOP(
        "messages", "This photo has no colours to lend: choose one that has."
    ),
    errors.ShareError: QT_TRANSLATE_NOOP("messages", "This cannot be written to be shared."),
    errors.WriteError: QT_TRANSLATE_NOOP("messages", "The photo could not be saved."),
    errors.TargetExistsError: QT_TRANSLATE_NOOP(
        "messages", "There is a file of that name already."
    ),
    errors.TargetIsSourceError: QT_TRANSLATE_NOOP(
        "messages", "That is the original photo: choose another name, it is never replaced."
    ),
    errors.UnwritableTargetError: QT_TRANSLATE_NOOP("messages", "The photo cannot be saved there."),
    errors.ModelError: QT_TRANSLATE_NOOP("messages", "The colour model could not be opened."),
    errors.ModelNotFoundError: QT_TRANSLATE_NOOP(
        "messages", "The colour model is missing, so photos stay grey."
    ),
    errors.ModelHashError: QT_TRANSLATE_NOOP(
        "messages", "The colour model is not the published one, so it is not used."
    ),
    errors.SessionError: QT_TRANSLATE_NOOP("messages", "The colours could not be computed."),
    errors.OutOfMemoryError: QT_TRANSLATE_NOOP(
        "messages", "There is not enough memory for this photo."
    ),
    errors.StoreError: QT_TRANSLATE_NOOP("messages", "The queue cannot be used."),
    errors.StoreBusyError: QT_TRANSLATE_NOOP(
        "messages", "Another Autochrome is working through this queue already."
    ),
    errors.StoreFullError: QT_TRANSLATE_NOOP(
        "messages", "The disk has no room left for the queue."
    ),
    errors.DiskFullError: QT_TRANSLATE_NOOP("messages", "The disk is full."),
    errors.HintError: QT_TRANSLATE_NOOP("messages", "That colour point cannot be used."),
}


def headline(error: errors.AutochromeError) -> str:
    """What an error means, in the person's language."""
    kind = next(kind for kind in type(error).__mro__ if kind in _HEADLINES)
    return QCoreApplication.translate(_CONTEXT, _HEADLINES[kind])


def details(error: errors.AutochromeError) -> str:
    """An error with all it knows, as core says it, in English."""
    return f"{type(error).__name__}: {error}"
