"""`CutBar`: where the pictures go, how far the work is, and the button that cuts."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)


class CutBar(QWidget):
    """Foot of the window; shows a bar and "Stop" while pictures are written."""

    cut_clicked = Signal()
    stop_clicked = Signal()

    def __init__(self, folder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.status = QLabel()
        self.status.setWordWrap(True)
        self.folder = QLineEdit(folder)
        self.folder.setAccessibleName(self.tr("Folder for the pictures"))
        self.choose = QPushButton(self.tr("Choose…"))
        self.borders = QCheckBox(self.tr("Cut off white borders"))
        self.bar = QProgressBar()
        self.bar.setAccessibleName(self.tr("Pages that are cut"))
        self.bar.setTextVisible(False)
        self.stop = QPushButton(self.tr("Stop"))
        self.cut = QPushButton()
        self.cut.setProperty("primary", True)
        self._lay_out()
        self.choose.clicked.connect(self._ask)
        self.cut.clicked.connect(self.cut_clicked)
        self.stop.clicked.connect(self.stop_clicked)
        self.show_work(None)
        self.show_ready(0, waiting=0)

    @property
    def output(self) -> Path:
        """The folder that is named."""
        return Path(self.folder.text().strip()).expanduser()

    def show_ready(self, prints: int, *, waiting: int) -> None:
        """Show how many pictures there would be, and of how many pages that is not known yet."""
        self.cut.setText(self.tr("Cut into %n picture(s)", "", prints))
        self.cut.setEnabled(prints > 0 and not waiting)
        words = self.tr("Looking for prints: %n page(s) to go", "", waiting) if waiting else ""
        self.status.setText(words)

    def show_work(self, done: int | None, total: int = 0) -> None:
        """Show how far the cutting is; None where none is going on."""
        working = done is not None
        self.bar.setVisible(working)
        self.stop.setVisible(working)
        self.stop.setEnabled(True)
        self.cut.setVisible(not working)
        for widget in (self.folder, self.choose, self.borders):
            widget.setEnabled(not working)
        if done is not None:
            self.bar.setRange(0, total)
            self.bar.setValue(done)
            self.status.setText(self.tr("Page {} of {} is being cut").format(done + 1, total))

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        first, second = QHBoxLayout(), QHBoxLayout()
        label = QLabel(self.tr("Folder for the pictures"))
        label.setBuddy(self.folder)
        first.addWidget(label)
        first.addWidget(self.folder, 1)
        first.addWidget(self.choose)
        second.addWidget(self.borders)
        second.addWidget(self.status, 1)
        second.addWidget(self.bar, 1)
        second.addWidget(self.stop)
        second.addWidget(self.cut)
        rows.addLayout(first)
        rows.addLayout(second)

    def _ask(self) -> None:
        title = self.tr("Folder for the pictures")
        if name := QFileDialog.getExistingDirectory(self, title, self.folder.text()):
            self.folder.setText(name)
