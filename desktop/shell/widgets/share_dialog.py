"""`ShareDialog`: how before and after are to be shown to others."""

from __future__ import annotations

import importlib.util
from typing import Final

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QWidget,
)

from core.sharing.frames import ShareOptions
from desktop.text.translation import QT_TRANSLATE_NOOP

#: Ending -> words, and the library that it wants beside those that are there.
_KINDS: Final = {
    ".jpg": (QT_TRANSLATE_NOOP("ShareDialog", "A picture of both side by side (JPEG)"), ""),
    ".webp": (QT_TRANSLATE_NOOP("ShareDialog", "An animation (WebP)"), ""),
    ".gif": (QT_TRANSLATE_NOOP("ShareDialog", "An animation (GIF)"), ""),
    ".mp4": (QT_TRANSLATE_NOOP("ShareDialog", "A short film (MP4)"), "av"),
    ".psd": (QT_TRANSLATE_NOOP("ShareDialog", "Layers for Photoshop or GIMP (PSD)"), "psd_tools"),
}


class ShareDialog(QDialog):
    """Asks for the kind, a caption and a mark; only kinds that can be written are offered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Share before and after"))
        self.kind, self.caption = QComboBox(), QLineEdit()
        self.mark = QCheckBox(self.tr("A small word in the corner: colorized"))
        for ending, (words, package) in _KINDS.items():
            if not package or importlib.util.find_spec(package):
                self.kind.addItem(self.tr(words), ending)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QFormLayout(self)
        layout.addRow(self.tr("As"), self.kind)
        layout.addRow(self.tr("Caption"), self.caption)
        layout.addRow(self.mark)
        layout.addRow(buttons)

    @property
    def ending(self) -> str:
        """Of the file: ``.jpg``."""
        return str(self.kind.currentData())

    def options(self) -> ShareOptions:
        """What was chosen."""
        mark = self.tr("colorized") if self.mark.isChecked() else ""
        return ShareOptions(caption=self.caption.text().strip(), mark=mark)
