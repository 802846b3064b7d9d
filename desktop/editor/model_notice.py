"""What a person is told when a model was opened, or was not."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.background.requests import ModelFailed, ModelReady
from desktop.text.notices import Notice


def model_notice(event: ModelReady | ModelFailed) -> Notice | None:
    """Its failure, or that a slower device works than was asked for; None where all is well."""
    if isinstance(event, ModelFailed):
        return Notice.of(event.error)
    if not event.reason:
        return None
    words = QCoreApplication.translate(
        "PhotoEditor", "The colours are made on {}: a faster device cannot be used here."
    )
    return Notice(words.format(event.device.upper()), event.reason)
