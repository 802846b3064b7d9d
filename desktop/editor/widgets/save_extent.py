"""`SaveExtent`: what is saved beside the one picture that is shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QRadioButton, QVBoxLayout, QWidget


class SaveExtent(QWidget):
    """This page or all of them, before and after, and the versions that have a name.

    Args:
        versions: names of the photo's versions; without any there is nothing to choose.
        page: which page of the document is shown, from 0, of so many ``pages``.
    """

    changed = Signal()

    def __init__(self, versions: Sequence[str], page: int, pages: int) -> None:
        super().__init__()
        self._versions, self._pages = tuple(versions), pages
        words = self.tr("This page ({page} of {pages})").format(page=page + 1, pages=pages)
        self.this_page = QRadioButton(words)
        self.all_pages = QRadioButton(self.tr("All {} pages").format(pages))
        self.before_after = QCheckBox(self.tr("Also before and after, side by side"))
        self.named = QCheckBox(self.tr("Also my versions, each in a file of its own"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for button in (self.this_page, self.all_pages, self.before_after, self.named):
            layout.addWidget(button)
            button.toggled.connect(self._changed)
        self.this_page.setChecked(True)
        for choice in (self.this_page, self.all_pages):
            choice.setVisible(pages > 1)
        self.named.setVisible(bool(versions))

    @property
    def pages(self) -> int:
        """How many pages are saved, where it is all of them; else 0."""
        return self._pages if self.all_pages.isChecked() else 0

    @property
    def chosen(self) -> tuple[bool, tuple[str, ...], int]:
        """Whether before and after, names of the versions, and how many pages, as a request has."""
        named = self._versions if self.named.isChecked() else ()
        return (False, (), self.pages) if self.pages else (self.before_after.isChecked(), named, 0)

    def _changed(self) -> None:
        for extra in (self.before_after, self.named):
            extra.setEnabled(not self.pages)  # they are of one page
        self.changed.emit()
