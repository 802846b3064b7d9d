"""`SaveDialog`: asks where and how to save, and says beforehand what would be replaced."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from core.files.atomic import same_file
from core.photo.formats import MAX_DEPTH, WRITABLE, target_format
from core.photo.photo import Photo
from core.photo.save_options import SaveOptions
from core.planning.result_paths import before_after_path, path_beside
from core.resources import resource_root
from desktop.editor.saving import SaveRequest
from desktop.settings import FORMAT_NAMES, FORMATS, LOWEST_QUALITY, Settings

_WITH_QUALITY: Final = {"jpeg", "webp"}


class SaveDialog(QDialog):
    """Asks for a `SaveRequest`; ``request`` is valid once it is accepted."""

    def __init__(self, photo: Photo, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Save the colour photo"))
        self.setMinimumWidth(520)
        self._photo = photo
        self.path = QLineEdit()
        self.path.setAccessibleName(self.tr("File"))
        self.browse = QPushButton(self.tr("Browse…"))
        self.format = QComboBox()
        self.format.setAccessibleName(self.tr("Format"))
        self.bits = QComboBox()
        self.bits.setAccessibleName(self.tr("Bits per colour"))
        self.quality = QSlider(Qt.Orientation.Horizontal)
        self.quality.setRange(LOWEST_QUALITY, 100)
        self.quality.setAccessibleName(self.tr("Quality"))
        self.quality_value = QLabel()
        self.before_after = QCheckBox(self.tr("Also before and after, side by side"))
        self.warning = QLabel()
        self.warning.setWordWrap(True)
        save = QDialogButtonBox.StandardButton.Save
        self.buttons = QDialogButtonBox(save | QDialogButtonBox.StandardButton.Cancel)
        self.save_button = self.buttons.button(save)
        self._lay_out()
        self._fill(settings)
        self._connect()
        self._check()

    def request(self) -> SaveRequest:
        """The `SaveRequest` that was chosen."""
        depth = int(self.bits.currentData())
        options = SaveOptions(self.format.currentData(), self.quality.value(), depth)
        target = Path(self.path.text()).expanduser()
        overwrite = bool(self._in_the_way(target))
        return SaveRequest(target, options, overwrite, self.before_after.isChecked())

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.path, 1)
        row.addWidget(self.browse)
        quality = QHBoxLayout()
        quality.addWidget(self.quality, 1)
        quality.addWidget(self.quality_value)
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.addRow(self.tr("File"), row)
        form.addRow(self.tr("Format"), self.format)
        form.addRow(self.tr("Bits per colour"), self.bits)
        form.addRow(self.tr("Quality"), quality)
        form.addRow("", self.before_after)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(16)
        layout.addLayout(form)
        layout.addWidget(self.warning)
        layout.addWidget(self.buttons)

    def _fill(self, settings: Settings) -> None:
        for name in FORMATS:
            self.format.addItem(FORMAT_NAMES[name], name)
        self.format.setCurrentIndex(FORMATS.index(settings.format))
        self.quality.setValue(settings.quality)
        source = self._photo.source or _pictures() / (self.tr("photo") + ".png")
        folder = Path(settings.folder).expanduser() if settings.folder else None
        if folder is None and not _takes_files(source.parent):
            folder = _pictures()
        self.path.setText(str(path_beside(source, settings.format, folder)))
        self._fill_depths()
        self._show_quality(settings.quality)

    def _connect(self) -> None:
        self.format.currentIndexChanged.connect(self._format_changed)
        self.path.textEdited.connect(self._path_edited)
        self.quality.valueChanged.connect(self._show_quality)
        self.browse.clicked.connect(self._browse)
        self.before_after.toggled.connect(self._check)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _fill_depths(self) -> None:
        name = self.format.currentData()
        self.bits.clear()
        for bits in (8, 16):
            if bits <= MAX_DEPTH[name]:
                self.bits.addItem(str(bits), bits)
        self.bits.setCurrentIndex(self.bits.count() - 1 if self._photo.depth == 16 else 0)
        self.bits.setEnabled(self.bits.count() > 1)
        self.quality.setEnabled(name in _WITH_QUALITY)
        self.quality_value.setEnabled(name in _WITH_QUALITY)

    def _format_changed(self) -> None:
        path = Path(self.path.text())
        if path.name:
            self.path.setText(str(path.with_suffix(WRITABLE[self.format.currentData()])))
        self._fill_depths()
        self._check()

    def _path_edited(self) -> None:
        """An ending that says a format chooses it."""
        try:
            name = target_format(Path(self.path.text()))
        except Exception:  # noqa: BLE001
            name = ""
        if name in FORMATS and name != self.format.currentData():
            self.format.blockSignals(True)
            self.format.setCurrentIndex(FORMATS.index(name))
            self.format.blockSignals(False)
            self._fill_depths()
        self._check()

    def _show_quality(self, value: int) -> None:
        self.quality_value.setText(str(value))

    def _browse(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.windowTitle(), self.path.text(),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )  # fmt: skip
        if chosen:
            self.path.setText(chosen)
            self._path_edited()

    def _in_the_way(self, target: Path) -> list[str]:
        """Names of files that saving would replace."""
        wanted = [target, before_after_path(target)] if self.before_after.isChecked() else [target]
        return [path.name for path in wanted if path.name and path.is_file()]

    def _check(self) -> None:
        """Say what would happen; the original can never be chosen."""
        target = Path(self.path.text()).expanduser()
        source = self._photo.source
        original = source is not None and same_file(target, source)
        there = self._in_the_way(target)
        text, word = "", self.tr("Save")
        if original:
            text = self.tr("That is the original, which is never replaced: choose another name.")
        elif target.is_dir() or not target.name:
            text = self.tr("Name a file.")
        elif there:
            text = self.tr("{} is there already: it will be replaced.").format(" + ".join(there))
            word = self.tr("Replace")
        self.warning.setText(text)
        self.warning.setVisible(bool(text))
        self.save_button.setText(word)
        self.save_button.setEnabled(bool(target.name) and not original and not target.is_dir())


def _takes_files(folder: Path) -> bool:
    """Not the program's own samples, nor a disk that only can be read."""
    return not folder.is_relative_to(resource_root()) and os.access(folder, os.W_OK)


def _pictures() -> Path:
    """Where what has no place of its own is saved."""
    place = QStandardPaths.StandardLocation.PicturesLocation
    return Path(QStandardPaths.writableLocation(place))
