"""`VersionPanel`: keeps what was chosen for a photo under names, to go back to and to save."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.appearance.icons import icon
from desktop.text.bidi import isolated
from desktop.widgets.tab_order import tab_in_order

#: A name becomes part of a file's.
_LONGEST: Final = 60


class VersionPanel(QWidget):
    """A field for a name, and the versions there are; knows nothing of what is in them."""

    kept = Signal(str)
    chosen = Signal(str)
    forgotten = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = QLineEdit()
        self.name.setMaxLength(_LONGEST)
        self.name.setAccessibleName(self.tr("Name of this version"))
        self.keep = QPushButton(self.tr("Keep"))
        self.keep.setToolTip(self.tr("Keep the photo as it is now under this name"))
        self.name.returnPressed.connect(self._keep)
        self.keep.clicked.connect(self._keep)
        self._names: tuple[str, ...] = ()
        self._buttons: dict[str, tuple[QAbstractButton, QAbstractButton]] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self._lay_out()
        self.set_versions((), None)

    def button(self, name: str) -> QAbstractButton:
        """The button of a version."""
        return self._buttons[name][0]

    def remove_button(self, name: str) -> QAbstractButton:
        """The button that forgets a version."""
        return self._buttons[name][1]

    def set_versions(self, names: Sequence[str], shown: str | None) -> None:
        """List the versions, and mark the one that is shown."""
        if tuple(names) != self._names or not names:
            self._names = tuple(names)
            self._fill()
            self.name.setPlaceholderText(self._next_name())
        for name in names:
            self.button(name).setChecked(name == shown)

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("My versions"))
        heading.setProperty("quiet", True)
        row = QHBoxLayout()
        row.addWidget(self.name, 1)
        row.addWidget(self.keep)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(heading)
        layout.addLayout(row)
        layout.addLayout(self._rows)

    def _next_name(self) -> str:
        """What a version is called that is given no name."""
        names = (self.tr("Version {}").format(number) for number in count(1))
        return next(name for name in names if name not in self._names)

    def _keep(self) -> None:
        name = " ".join(self.name.text().split()) or self._next_name()
        self.name.clear()
        self.kept.emit(name)

    def _fill(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            assert widget is not None  # noqa: S101
            widget.hide()
            widget.deleteLater()
        self._buttons.clear()
        for name in self._names:
            self._rows.addWidget(self._make_row(name))
        tab_in_order(self)

    def _make_row(self, name: str) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        button, remove = QPushButton(name.replace("&", "&&")), QToolButton()
        button.setCheckable(True)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.setToolTip(self.tr("Go back to {}").format(isolated(name)))
        button.setAccessibleName(name)
        button.clicked.connect(lambda _on=False: self.chosen.emit(name))
        remove.setIcon(icon("remove"))
        remove.setToolTip(self.tr("Forget {}").format(isolated(name)))
        remove.setAccessibleName(remove.toolTip())
        remove.clicked.connect(lambda _on=False: self.forgotten.emit(name))
        button.setProperty("row", True)
        remove.setProperty("tight", True)
        for each in (button, remove):
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        layout.addWidget(button, 1)
        layout.addWidget(remove)
        self._buttons[name] = button, remove
        return row
